import { Meilisearch } from 'meilisearch';
import { SourceError } from '#domain/errors.ts';
import { effectiveOrder } from '#domain/search-order.ts';
import { fold } from '#domain/search-words.ts';
import type { SearchDocument, SearchQuery, SearchResult } from '#domain/search.ts';
import type { EngineStatus, SearchedBenefit, SearchEngine, Suggestion } from './engine.ts';
import { MAX_SUGGESTIONS, requirePage } from './limits.ts';
import { createBatch } from './meilisearch/batch.ts';
import { FORMAT, MINIMUM_VERSION } from './meilisearch/documents.ts';
import { type Asked, askFacets, askPlaces, foundFilter, populationFilter } from './meilisearch/facets.ts';
import { allOf, among, not, quoted } from './meilisearch/filters.ts';
import { DEFAULT_INDEX, type MeilisearchAddress, readState } from './meilisearch/publish.ts';
import { correctedText, type UnitFilter, unitFilters } from './meilisearch/text.ts';
import { distanceTiers, listTiers, priorityTiers, valueTiers } from './meilisearch/tiers.ts';
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
    const asked: Asked = { query, text: units.map(({ condition }) => condition), benefits };
    const found = foundFilter(asked);
    const order = effectiveOrder(query, benefits);
    const priorities = order.by === 'priorities' ? priorityTiers(found, query) : [];
    const tiers =
      order.by === 'priorities'
        ? priorities.map(({ filter }) => filter)
        : order.by === 'default'
          ? tierFilters(found, corrected === null ? plan.key : fold(corrected), units)
          : [found];

    const first = createBatch(client, index);
    const total = first.count(found);
    const population = first.count(populationFilter(query));
    const facets = askFacets(first, asked);
    const places = askPlaces(first, asked);
    const sizes = tiers.map((filter) => first.count(filter));
    await first.run();

    const second = createBatch(client, index);
    const counted = places()(second);
    const cut = { from: (query.page - 1) * query.pageSize, limit: query.pageSize };
    const isStepwise = order.by === 'value' || order.by === 'distance';
    const parts = isStepwise ? [] : slices(sizes.map((size) => size()), cut.from, cut.limit); // prettier-ignore
    const hits = parts.map(({ tier, ...page }) => second.list(tiers[tier]!, page));
    await second.run();
    const steps =
      order.by === 'value'
        ? await valueTiers(client, index, found, order.order, query)
        : order.by === 'distance'
          ? distanceTiers(found, order.near)
          : [];
    const texts = isStepwise ? await listTiers(client, index, steps, cut) : hits.flatMap((read) => read());
    return {
      total: total(),
      population: population(),
      hits: texts.map((text) => JSON.parse(text) as SearchDocument),
      facets: { ...facets(), ...counted() },
      ties: priorities
        .map(({ weight }, i) => ({ weight, count: sizes[i]!() }))
        .filter(({ count }) => count > 0),
      correctedText: corrected,
    };
  }

  async function count(query: SearchQuery): Promise<number> {
    const units = await unitFilters(client, index, planText(query.text, vocabulary));
    const batch = createBatch(client, index);
    const total = batch.count(
      foundFilter({ query, text: units.map(({ condition }) => condition), benefits }),
    );
    await batch.run();
    return total();
  }

  async function suggest(text: string, limit: number): Promise<Suggestion[]> {
    const plan = planText(text, names);
    if (plan.units.length === 0) return [];
    const units = await unitFilters(client, index, plan);
    const corrected = correctedText(units);
    const found = allOf(units.map(({ condition }) => condition.names!));
    const most = Math.min(limit, MAX_SUGGESTIONS);
    const batch = createBatch(client, index);
    const tiers = tierFilters(found, corrected === null ? plan.key : fold(corrected), units);
    const reads = tiers.map((filter) => batch.list(filter, { offset: 0, limit: most }));
    await batch.run();
    const documents = reads.flatMap((read) => read()).map((json) => JSON.parse(json) as SearchDocument);
    return documents
      .slice(0, most)
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

/** The tiers of src/domain/search-order.ts, each without those before it. */
function tierFilters(found: string, key: string, units: readonly UnitFilter[]): string[] {
  if (units.length === 0) return [found];
  const tiers = [
    `nameKey = ${quoted(key)}`,
    among('aliasKeys', [key]),
    `nameKey STARTS WITH ${quoted(key)}`,
    allOf(units.map(({ inName }) => inName)),
  ];
  return [...tiers, ''].map((tier, i) => allOf([found, tier, ...tiers.slice(0, i).map(not)]));
}

/** Which part of each tier a page shows. */
function slices(
  sizes: readonly number[],
  from: number,
  limit: number,
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
