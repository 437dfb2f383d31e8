import { SHOWN_STATES } from '#domain/claim.ts';
import { effectiveOrder } from '#domain/search-order.ts';
import type { SearchQuery, SearchResult, Tie } from '#domain/search.ts';
import { fold } from '#domain/search-words.ts';
import type { SearchEngine, Suggestion } from './engine.ts';
import { sizeOf } from './index/bitset.ts';
import { claimConditions, conditionsOf, partsOf, together } from './index/conditions.ts';
import { countFacets, countPopulation } from './index/facets.ts';
import { type Found, pageByDistance, pageByPriorities, pageByValue, pageOf } from './index/ranking.ts';
import { beginQuestion, intersectionOf } from './index/scratch.ts';
import { loadSearchIndex, type SearchIndex } from './index/search-index.ts';
import { correctedText, matchText } from './index/text-match.ts';
import { MAX_SUGGESTIONS, requirePage } from './limits.ts';
import { planText, type TextPlan } from './text-plan.ts';
import { createVocabulary } from './vocabulary.ts';

export { buildEmbedded } from './build-embedded.ts';

/**
 * The engine that needs no service: sets of employers in memory, documents in the file `buildEmbedded` wrote.
 *
 * @throws SourceError when there is no index, or one of another format
 */
export function openEmbedded(path: string): SearchEngine {
  const index = loadSearchIndex(path);
  const names = createVocabulary([]);
  const plan = lastPlan(index);
  return {
    name: 'embedded',
    search: async (query) => search(index, query, plan(query.text)),
    count: async (query) => count(index, query, plan(query.text)),
    suggest: async (text, limit) => suggest(index, planText(text, names), Math.min(limit, MAX_SUGGESTIONS)),
    status: async () => ({ documents: index.documents, generation: index.generation }),
    close: async () => index.close(),
  };
}

/** The counts that say what a search may leave out ask for the same words as the search, one after the other. */
function lastPlan({ vocabulary }: SearchIndex): (text: string) => TextPlan {
  let last: { text: string; plan: TextPlan } | null = null;
  return (text) => (last?.text === text ? last : (last = { text, plan: planText(text, vocabulary) })).plan;
}

function search(index: SearchIndex, query: SearchQuery, plan: TextPlan): SearchResult {
  requirePage(query);
  beginQuestion();
  const matches = matchText(index, plan);
  const corrected = correctedText(matches);
  const conditions = conditionsOf(index, query, matches);
  const { parts, facets } = countFacets(index, conditions);
  const found = together(parts);
  const { page, ties } = ordered(index, query, { found, parts }, () => ({
    key: corrected === null ? plan.key : fold(corrected),
    matches,
  }));
  return {
    total: sizeOf(found),
    population: countPopulation(index, conditions),
    hits: page.map(index.document),
    facets,
    ties,
    correctedText: corrected,
  };
}

/** Parts of a result have nobody in common. */
function count(index: SearchIndex, query: SearchQuery, plan: TextPlan): number {
  beginQuestion();
  const conditions = conditionsOf(index, query, matchText(index, plan));
  const parts = partsOf(index, conditions, claimConditions(index, conditions));
  return parts.reduce((sum, part) => sum + sizeOf(part), 0);
}

function ordered(
  index: SearchIndex,
  query: SearchQuery,
  all: Found,
  text: () => Parameters<typeof pageOf>[2],
): { page: number[]; ties: Tie[] } {
  const cut = { offset: (query.page - 1) * query.pageSize, limit: query.pageSize };
  const states = query.states.map((state) => SHOWN_STATES.indexOf(state));
  const asked = effectiveOrder(query, index.benefits);
  switch (asked.by) {
    case 'priorities':
      return pageByPriorities(index, all, { priorities: query.priorities, states }, cut);
    case 'value':
      return { page: pageByValue(index, all, { order: asked.order, states }, cut), ties: [] };
    case 'distance':
      return { page: pageByDistance(index, all.found, asked.near, cut), ties: [] };
    case 'name':
      return { page: pageOf(index, all.found, { key: '', matches: [] }, cut), ties: [] };
    case 'default':
      return { page: pageOf(index, all.found, text(), cut), ties: [] };
  }
}

function suggest(index: SearchIndex, plan: TextPlan, limit: number): Suggestion[] {
  beginQuestion();
  const matches = matchText(index, plan);
  if (matches.length === 0) return [];
  const found = intersectionOf(matches.map(({ everywhere }) => everywhere));
  const corrected = correctedText(matches);
  const key = corrected === null ? plan.key : fold(corrected);
  return pageOf(index, found, { key, matches }, { offset: 0, limit }).map((number) => {
    const { siren, name, communeName } = index.document(number);
    return { siren, name, place: communeName };
  });
}
