import { SHOWN_STATES } from '#domain/claim.ts';
import type { FacetCount, SearchQuery, SearchResult } from '#domain/search.ts';
import type { SearchedBenefit } from '../engine.ts';
import type { Batch } from './batch.ts';
import {
  allOf,
  among,
  attributeOf,
  claimConditions,
  type Condition,
  conditionsFilter,
  familyCondition,
  hasState,
  holders,
  isAboutClaims,
  not,
  placeFilter,
  type Where,
} from './filters.ts';

/** A query whose text was turned into conditions, and the benefits an index knows. */
export type Asked = { query: SearchQuery; text: Condition[]; benefits: readonly SearchedBenefit[] };

export const whereOf = ({ departments }: SearchQuery): Where =>
  departments.length > 0 ? departments : 'anywhere';

/** Everyone who meets the query. */
export function foundFilter({ query, text, benefits }: Asked): string {
  const conditions = [...text, ...claimConditions(query, benefits)];
  return allOf([conditionsFilter(conditions, query.states, whereOf(query)), placeFilter(query)]);
}

export const populationFilter = (query: SearchQuery): string =>
  allOf(['isPublished = true', placeFilter({ ...query, sectors: [] })]);

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1);
const listed = (counts: FacetCount[]): FacetCount[] => counts.filter(({ count }) => count > 0).sort(byCount);
const listedValues = (values: Record<string, number>): FacetCount[] =>
  listed(Object.entries(values).map(([value, count]) => ({ value, count })));

type Read<T> = () => T;

/** Asks for the exact counts of every facet but departments (engine.ts says what a count is). */
export function askFacets(batch: Batch, asked: Asked): Read<Omit<SearchResult['facets'], 'departments'>> {
  const { query, benefits } = asked;
  const families = [...new Set(benefits.map(({ family }) => family))];
  const reads = {
    benefits: askTopics(batch, asked, foundFilter(asked), 'b', benefits.map(({ id }) => id)),
    families: askTopics(batch, asked, foundFilter({ ...asked, query: { ...query, families: [] } }), 'f', families),
    sectors: askColumn(batch, asked, 'sectors'),
    headcounts: askColumn(batch, asked, 'headcounts'),
    states: askStates(batch, asked),
  }; // prettier-ignore
  return () => ({
    regions: [],
    communes: [],
    branches: [],
    benefits: reads.benefits(),
    families: reads.families(),
    sectors: reads.sectors(),
    headcounts: reads.headcounts(),
    states: reads.states(),
  });
}

function askColumn(batch: Batch, asked: Asked, facet: 'sectors' | 'headcounts'): Read<FacetCount[]> {
  const filter = foundFilter({ ...asked, query: { ...asked.query, [facet]: [] } });
  const read = batch.values(filter, attributeOf(facet));
  return () => listedValues(read());
}

/** Without place, one sum over the states each employer holds a topic in; with a place, one question a topic. */
function askTopics(
  batch: Batch,
  { query, benefits }: Asked,
  filter: string,
  kind: 'b' | 'f',
  ids: readonly string[],
): Read<FacetCount[]> {
  const where = whereOf(query);
  if (where === 'anywhere') {
    const read = batch.values(filter, 'standing');
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
    const read = batch.count(allOf([filter, holders(topicsOf(value), query.states, where)]));
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

/**
 * Counts by department, in two steps, because a claim may count in one department of its employer and not in
 * another: who meets the query by claims that count everywhere is counted in each of their departments, the
 * others are asked about department by department. The first read says what the second step is about.
 */
export function askDepartments(batch: Batch, asked: Asked): Read<(next: Batch) => Read<FacetCount[]>> {
  const { query, text, benefits } = asked;
  const conditions = [...text, ...claimConditions(query, benefits)];
  const elsewhere = placeFilter(query, 'departments');
  const at = (where: Where): string => allOf([conditionsFilter(conditions, query.states, where), elsewhere]);
  if (!conditions.some(isAboutClaims)) {
    const read = batch.values(at('anywhere'), attributeOf('departments'));
    return () => () => () => listedValues(read());
  }
  const sure = batch.values(at('everywhere'), 'departments');
  const rest = allOf([at('anywhere'), not(at('everywhere'))]);
  const open = batch.values(rest, 'departments');
  return () => (next) => {
    const reads = Object.keys(open()).map((value) => {
      const read = next.count(allOf([rest, among('departments', [value]), at([value])]));
      return () => [value, read()] as const;
    });
    return () => {
      const counts = { ...sure() };
      for (const [value, count] of reads.map((read) => read())) counts[value] = (counts[value] ?? 0) + count;
      return listedValues(counts);
    };
  };
}
