import { SHOWN_STATES } from '#domain/claim.ts';
import { isPlaceChosen, REMOTE_BENEFIT } from '#domain/search-place.ts';
import type { FacetCount, SearchQuery, SearchResult } from '#domain/search.ts';
import type { SearchedBenefit } from '../engine.ts';
import { MAX_COMMUNES } from '../limits.ts';
import type { Batch } from './batch.ts';
import { communeKey, regionKey } from './documents.ts';
import {
  allOf,
  among,
  anyOf,
  ATTRIBUTES,
  type AttributeFacet,
  attributeFilter,
  claimConditions,
  type Condition,
  conditionsFilter,
  familyCondition,
  hasState,
  holders,
  isAboutClaims,
  not,
  placeFilter,
  whereOf,
  type Where,
} from './filters.ts';

/** A query whose text was turned into conditions, and the benefits an index knows. */
export type Asked = { query: SearchQuery; text: Condition[]; benefits: readonly SearchedBenefit[] };

/** Who may be anywhere; null when only the place counts. */
const remoteFilter = (query: SearchQuery): string | null =>
  query.isRemoteAccepted && isPlaceChosen(query)
    ? holders([`b:${REMOTE_BENEFIT}`], query.states, 'anywhere')
    : null;

/** What `build` asks where claims have to count: in the chosen place, or anywhere for who may be anywhere. */
export function somewhere(query: SearchQuery, build: (where: Where) => string): string {
  const remote = remoteFilter(query);
  const there = allOf([build(whereOf(query)), placeFilter(query)]);
  return remote === null ? there : anyOf([there, allOf([remote, build('anywhere')])]);
}

/** Everyone who meets the query, and some conditions more. */
export function foundFilter({ query, text, benefits }: Asked, more: readonly Condition[] = []): string {
  const conditions = [...text, ...claimConditions(query, benefits), ...more];
  return allOf([
    somewhere(query, (where) => conditionsFilter(conditions, query.states, where)),
    attributeFilter(query),
  ]);
}

export const populationFilter = (query: SearchQuery): string =>
  allOf(['isPublished = true', placeFilter(query), attributeFilter({ ...query, branches: [], sectors: [] })]);

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1);
const listed = (counts: FacetCount[]): FacetCount[] => counts.filter(({ count }) => count > 0).sort(byCount);
const listedValues = (values: Record<string, number>): FacetCount[] =>
  listed(Object.entries(values).map(([value, count]) => ({ value, count })));

type Read<T> = () => T;

export type PlaceFacets = Pick<SearchResult['facets'], 'regions' | 'departments' | 'communes'>;

/** Asks for the exact counts of every facet but places (engine.ts says what a count is). */
export function askFacets(batch: Batch, asked: Asked): Read<Omit<SearchResult['facets'], keyof PlaceFacets>> {
  const { benefits } = asked;
  const families = [...new Set(benefits.map(({ family }) => family))];
  const reads = {
    benefits: askTopics(batch, asked, 'b', benefits.map(({ id }) => id)),
    families: askTopics(batch, { ...asked, query: { ...asked.query, families: [] } }, 'f', families),
    branches: askColumn(batch, asked, 'branches'),
    sectors: askColumn(batch, asked, 'sectors'),
    headcounts: askColumn(batch, asked, 'headcounts'),
    states: askStates(batch, asked),
  }; // prettier-ignore
  return () => ({
    benefits: reads.benefits(),
    families: reads.families(),
    branches: reads.branches(),
    sectors: reads.sectors(),
    headcounts: reads.headcounts(),
    states: reads.states(),
  });
}

function askColumn(batch: Batch, asked: Asked, facet: AttributeFacet): Read<FacetCount[]> {
  const filter = foundFilter({ ...asked, query: { ...asked.query, [facet]: [] } });
  const read = batch.values(filter, ATTRIBUTES[facet]);
  return () => listedValues(read());
}

/** Without place, one sum over the states each employer holds a topic in; with a place, one question a topic. */
function askTopics(batch: Batch, asked: Asked, kind: 'b' | 'f', ids: readonly string[]): Read<FacetCount[]> {
  const { query, benefits } = asked;
  if (!isPlaceChosen(query)) {
    const read = batch.values(foundFilter(asked), 'standing');
    return () => {
      const counts = new Map(ids.map((id) => [`${kind}:${id}`, 0]));
      for (const [key, count] of Object.entries(read())) {
        const [topic, bits] = key.split('|');
        const before = counts.get(topic!);
        if (before !== undefined && hasState(Number(bits), query.states)) counts.set(topic!, before + count);
      }
      return listed(Array.from(counts, ([topic, count]) => ({ value: topic.slice(2), count })));
    };
  }
  const topicsOf = (id: string): string[] =>
    kind === 'b' ? [`b:${id}`] : familyCondition([id], benefits).topics;
  const reads = ids.map((value) => {
    const read = batch.count(foundFilter(asked, [{ names: null, topics: topicsOf(value) }]));
    return () => ({ value, count: read() });
  });
  return () => listed(reads.map((read) => read()));
}

function askStates(batch: Batch, asked: Asked): Read<FacetCount[]> {
  const reads = SHOWN_STATES.map((value) => {
    const read = batch.count(foundFilter({ ...asked, query: { ...asked.query, states: [value] } }));
    return () => ({ value, count: read() });
  });
  return () => listed(reads.map((read) => read()));
}

const PLACES: Record<keyof PlaceFacets, (code: string) => string> = {
  regions: regionKey,
  departments: (code) => code,
  communes: communeKey,
};

/**
 * Counts by place, in two steps, because a claim may count in one place of its employer and not in another: who meets
 * the query by claims that count everywhere is counted in each of their places, the others are asked about place by
 * place. The first read says what the second step is about.
 */
export function askPlaces(batch: Batch, asked: Asked): Read<(next: Batch) => Read<PlaceFacets>> {
  const reads = {
    regions: askPlace(batch, asked, 'regions'),
    departments: askPlace(batch, asked, 'departments'),
    communes: askPlace(batch, asked, 'communes'),
  };
  return () => {
    const steps = { regions: reads.regions(), departments: reads.departments(), communes: reads.communes() };
    return (next) => {
      const last = {
        regions: steps.regions(next),
        departments: steps.departments(next),
        communes: steps.communes(next),
      };
      return () => ({ regions: last.regions(), departments: last.departments(), communes: last.communes() });
    };
  };
}

function askPlace(
  batch: Batch,
  { query, text, benefits }: Asked,
  facet: keyof PlaceFacets,
): Read<(next: Batch) => Read<FacetCount[]>> {
  const conditions = [...text, ...claimConditions(query, benefits)];
  const at = (where: Where): string =>
    allOf([conditionsFilter(conditions, query.states, where), attributeFilter(query)]);
  const most = facet === 'communes' ? MAX_COMMUNES : Infinity;
  if (!conditions.some(isAboutClaims)) {
    const read = batch.values(at('anywhere'), facet);
    return () => () => () => listedValues(read()).slice(0, most);
  }
  const sure = batch.values(at('everywhere'), facet);
  const rest = allOf([at('anywhere'), not(at('everywhere'))]);
  const open = batch.values(rest, facet);
  return () => (next) => {
    const asked = likely(sure(), open(), most).map((value) => {
      const read = next.count(allOf([rest, among(facet, [value]), at([PLACES[facet](value)])]));
      return () => [value, read()] as const;
    });
    return () => {
      const counts = { ...sure() };
      for (const [value, count] of asked.map((read) => read())) counts[value] = (counts[value] ?? 0) + count;
      return listedValues(counts).slice(0, most);
    };
  };
}

/** Those of `open` that may be among the `most` frequent, whatever the second step says. */
function likely(sure: Record<string, number>, open: Record<string, number>, most: number): string[] {
  const least = Object.values(sure).sort((a, b) => b - a)[most - 1] ?? 0;
  return Object.keys(open).filter((value) => (sure[value] ?? 0) + open[value]! >= least);
}
