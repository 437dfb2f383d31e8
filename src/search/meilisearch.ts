import { Meilisearch } from 'meilisearch';
import { SourceError } from '#domain/errors.ts';
import { fold } from '#domain/search-words.ts';
import type { SearchDocument, SearchQuery, SearchResult, Tie } from '#domain/search.ts';
import type { EngineStatus, SearchedBenefit, SearchEngine, Suggestion } from './engine.ts';
import { MAX_SUGGESTIONS, requirePage } from './limits.ts';
import { foundFilter, populationFilter, withScoped } from './meilisearch/asked.ts';
import { createBatch } from './meilisearch/batch.ts';
import { askFacets } from './meilisearch/facets.ts';
import { among } from './meilisearch/filters.ts';
import { judge, mergePage, rankingOf, relevanceTiers, serverPage, weightsOf } from './meilisearch/orders.ts';
import { DEFAULT_INDEX, type MeilisearchAddress, readState } from './meilisearch/publish.ts';
import { FORMAT, MINIMUM_VERSION } from './meilisearch/settings.ts';
import { correctedText, unitFilters } from './meilisearch/text.ts';
import { planText } from './text-plan.ts';
import { createVocabulary } from './vocabulary.ts';

type Options = MeilisearchAddress & {
  benefits: readonly SearchedBenefit[];
  /** A request that takes longer fails, in milliseconds. */
  timeout?: number;
};

/** The engine on a Meilisearch server filled by `fillMeilisearch`. Asks the server nothing until it is used. */
export function openMeilisearch({
  url,
  key,
  index = DEFAULT_INDEX,
  benefits,
  timeout = 2_000,
}: Options): SearchEngine {
  const client = new Meilisearch({ host: url, ...(key ? { apiKey: key } : {}), timeout });
  const vocabulary = createVocabulary(benefits);
  const names = createVocabulary([]);

  async function search(query: SearchQuery): Promise<SearchResult> {
    requirePage(query);
    const plan = planText(query.text, vocabulary);
    const units = await unitFilters(client, index, plan);
    const corrected = correctedText(units);
    const text = units.map(({ condition }) => condition);
    const asked = await withScoped(client, index, { query, text, benefits });
    const found = foundFilter(asked);
    const ranking = rankingOf(asked, found, { key: corrected === null ? plan.key : fold(corrected), units });
    const cut = { offset: (query.page - 1) * query.pageSize, limit: query.pageSize };

    const batch = createBatch(client, index);
    const total = batch.count(found);
    const population = batch.count(populationFilter(query));
    const facets = askFacets(batch, asked);
    const readJudged = ranking.judged ? batch.rows(ranking.judged) : () => [];
    const isPlain = ranking.tiers.length === 1 && !ranking.judged;
    const sizes = isPlain ? [] : ranking.tiers.map(({ filter }) => batch.count(filter));
    const plain = isPlain ? batch.list(ranking.tiers[0]!.filter, cut, ranking.tiers[0]!.first) : () => [];
    await batch.run();

    const judged = judge(readJudged(), ranking);
    const counted = sizes.map((size) => size());
    const wanted = serverPage(cut, judged.length, ranking);
    const lists = slices(counted, wanted).map(({ tier, ...page }) =>
      batch.list(ranking.tiers[tier]!.filter, page, ranking.tiers[tier]!.first),
    );
    await batch.run();
    const documents = [plain, ...lists].flatMap((read) => read()).map(readDocument);
    const page = mergePage(documents, judged, ranking, { from: wanted.offset, ...cut });

    const missing = page.filter(({ document }) => document === null).map(({ siren }) => siren);
    const rest = missing.length > 0 ? batch.list([among('siren', missing)], { offset: 0, limit: missing.length }) : () => []; // prettier-ignore
    await batch.run();
    const judgedBySiren = new Map(rest().map(readDocument).map((document) => [document.siren as string, document])); // prettier-ignore
    return {
      total: total(),
      population: population(),
      hits: page.map(({ siren, document }) => document ?? judgedBySiren.get(siren)!),
      facets: facets(),
      ties: query.order === 'priorities' && query.priorities.length > 0 ? tiesOf(query, counted, judged) : [],
      correctedText: corrected,
    };
  }

  async function count(query: SearchQuery): Promise<number> {
    const units = await unitFilters(client, index, planText(query.text, vocabulary));
    const text = units.map(({ condition }) => condition);
    const asked = await withScoped(client, index, { query, text, benefits });
    const batch = createBatch(client, index);
    const total = batch.count(foundFilter(asked));
    await batch.run();
    return total();
  }

  async function suggest(text: string, limit: number): Promise<Suggestion[]> {
    const plan = planText(text, names);
    if (plan.units.length === 0) return [];
    const units = await unitFilters(client, index, plan);
    const corrected = correctedText(units);
    const found = units.flatMap(({ condition }) => condition.names!);
    const most = Math.min(limit, MAX_SUGGESTIONS);
    const batch = createBatch(client, index);
    const tiers = relevanceTiers(found, corrected === null ? plan.key : fold(corrected), units);
    const reads = tiers.map((filter) => batch.list(filter, { offset: 0, limit: most }));
    await batch.run();
    return reads
      .flatMap((read) => read())
      .slice(0, most)
      .map(readDocument)
      .map(({ siren, name, communeName }) => ({ siren, name, place: communeName }));
  }

  return {
    name: 'meilisearch',
    search,
    count,
    suggest,
    status: () => readStatus(client, index),
    close: async () => {},
  };
}

const readDocument = (json: string): SearchDocument => JSON.parse(json) as SearchDocument;

/** Which part of each tier a page shows. */
function slices(
  sizes: readonly number[],
  { offset: from, limit }: { offset: number; limit: number },
): { tier: number; offset: number; limit: number }[] {
  const parts: { tier: number; offset: number; limit: number }[] = [];
  let before = 0;
  for (const [tier, size] of sizes.entries()) {
    const start = Math.max(from, before);
    const end = Math.min(from + limit, before + size);
    if (end > start) parts.push({ tier, offset: start - before, limit: end - start });
    before += size;
  }
  return parts;
}

/** `sizes`: of the tiers by weight. */
function tiesOf(query: SearchQuery, sizes: readonly number[], judged: readonly { rank: number }[]): Tie[] {
  const own = Map.groupBy(judged, ({ rank }) => -rank);
  return weightsOf(query)
    .map((weight, i) => ({ weight, count: sizes[i]! + (own.get(weight)?.length ?? 0) }))
    .filter(({ count }) => count > 0);
}
const isOlder = (version: string, minimum: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = minimum.split('.').map(Number);
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
};

/** @throws SourceError when the server is of another version, or its index missing, of another format or half-filled */
async function readStatus(client: Meilisearch, index: string): Promise<EngineStatus> {
  const { pkgVersion } = await client.getVersion();
  if (isOlder(pkgVersion, MINIMUM_VERSION) || !pkgVersion.startsWith('1.'))
    throw new SourceError(`search: Meilisearch ${pkgVersion} at work; version ${MINIMUM_VERSION} or a later 1.x is needed.`); // prettier-ignore
  const state = await readState(client, index);
  if (state?.format !== FORMAT)
    throw new SourceError(`search: Meilisearch has no index ${index} of this version. Run npm run publish.`);
  const { numberOfDocuments } = await client.index(index).getStats();
  if (numberOfDocuments !== state.documents)
    throw new SourceError(`search: index ${index} of Meilisearch holds ${numberOfDocuments} of ${state.documents} documents; being filled, or run npm run publish.`); // prettier-ignore
  return { documents: state.documents, generation: state.generation };
}
