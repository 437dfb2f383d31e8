import type { Meilisearch } from 'meilisearch';
import { isWithinOneEdit, MIN_TYPO_LENGTH } from '#domain/search-words.ts';
import type { TextPlan, TextUnit } from '../text-plan.ts';
import { createBatch } from './batch.ts';
import { type Condition, type Filter, type WordFilter, wordFilter } from './filters.ts';

export type UnitFilter = {
  condition: Condition;
  /** Who has the words in the name itself. */
  inName: Filter;
  typed: string;
  /** What was read instead of what was typed, when that stands nowhere; null otherwise. */
  corrected: string | null;
};

/** Turns each part of a text into filters. Asks the server which words it knows, and for the words near the others. */
export async function unitFilters(client: Meilisearch, index: string, plan: TextPlan): Promise<UnitFilter[]> {
  const batch = createBatch(client, index);
  const counted = plan.units.map((unit) => {
    if (unit.isExact || unit.benefits.length > 0) return null;
    const words = wordsOf(unit);
    return {
      direct: words.map((word) => batch.count([wordFilter('words', word)])),
      closed: words.map((word) => batch.count([wordFilter('words', { ...word, isOpen: false })])),
    };
  });
  await batch.run();
  return Promise.all(
    plan.units.map(async (unit, i) => {
      const counts = counted[i];
      if (!counts || counts.direct.every((count) => count() > 0)) return toFilter(unit, wordsOf(unit), null);
      const spelled: string[] = [];
      const words = await Promise.all(
        unit.words.map(async (word, place) => {
          const near = counts.closed[place]!() > 0 ? [] : await nearWords(client, index, word);
          spelled[place] = near[0] ?? word;
          return { word, isExact: false, isOpen: false, near };
        }),
      );
      const isChanged = spelled.some((word, place) => word !== unit.words[place]);
      return toFilter(unit, words, unit.guess?.spelled ?? (isChanged ? spelled.join(' ') : null));
    }),
  );
}

const wordsOf = (unit: TextUnit): WordFilter[] =>
  unit.words.map((word, i) => ({
    word,
    isExact: unit.isExact,
    isOpen: unit.isOpen && i === unit.words.length - 1,
    near: [],
  }));

function toFilter(unit: TextUnit, words: readonly WordFilter[], corrected: string | null): UnitFilter {
  const named = [...unit.benefits, ...(unit.guess?.benefits ?? [])];
  return {
    condition: {
      names: words.map((word) => wordFilter('words', word)),
      topics: named.map((id) => `b:${id}`),
    },
    inName: words.map((word) => wordFilter('nameWords', word)),
    typed: unit.isExact ? `"${unit.typed}"` : unit.typed,
    corrected,
  };
}

/** Words of the index one letter away, the most frequent first. */
async function nearWords(client: Meilisearch, index: string, word: string): Promise<string[]> {
  if (word.length < MIN_TYPO_LENGTH || /^\d+$/.test(word)) return [];
  // The server answers with words that begin with something one letter away; most are longer than that.
  const { facetHits } = await client
    .index(index)
    .searchForFacetValues({ facetName: 'words', facetQuery: word });
  return facetHits
    .map(({ value }) => value)
    .filter((value) => isWithinOneEdit(value, word) && value.length >= MIN_TYPO_LENGTH - 1);
}

/** What was searched, put together again: null when nothing was put right. */
export const correctedText = (units: readonly UnitFilter[]): string | null =>
  units.some(({ corrected }) => corrected !== null)
    ? units.map(({ typed, corrected }) => corrected ?? typed).join(' ')
    : null;
