import type { FacetCount, SearchResult } from '#domain/search.ts';
import { MAX_COMMUNES } from '../limits.ts';
import { type Asked, conditionsOf, sureFilters } from './asked.ts';
import type { Batch } from './batch.ts';
import { familiesOf } from './documents.ts';
import { asCondition, type Condition, type Filter, isAboutClaims, isInRange } from './filters.ts';
import { ANY_TOPIC } from './keys.ts';
import { claimsAt, placesOf, type Row, type RowClaim } from './rows.ts';

type Read<T> = () => T;
export type PlaceFacets = Pick<SearchResult['facets'], 'regions' | 'departments' | 'communes'>;
const FACETS = ['regions', 'departments', 'communes'] as const;

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1);
export const listed = (counts: Iterable<[value: string, count: number]>): FacetCount[] =>
  Array.from(counts, ([value, count]) => ({ value, count }))
    .filter(({ count }) => count > 0)
    .sort(byCount);

/**
 * Counts by place, whatever place is chosen. A claim may count in one place of its employer and not in another: who is
 * found by such a claim is judged here, place by place.
 */
export function askPlaces(batch: Batch, asked: Asked): Read<PlaceFacets> {
  const { sure, unsure } = sureFilters(asked);
  const reads = FACETS.map((facet) => batch.values(sure, facet));
  const judged = conditionsOf(asked).some(isAboutClaims) ? askJudged(batch, asked, unsure) : () => [];
  return () => {
    const counts = reads.map((read) => new Map(Object.entries(read())));
    for (const { row, isFoundAt } of judged()) {
      const places = placesOf(row);
      for (const [i, facet] of FACETS.entries())
        for (const [code, key] of places[facet])
          if (isFoundAt(key)) counts[i]!.set(code, (counts[i]!.get(code) ?? 0) + 1);
    }
    const [regions, departments, communes] = counts.map(listed) as [FacetCount[], FacetCount[], FacetCount[]];
    return { regions, departments, communes: communes.slice(0, MAX_COMMUNES) };
  };
}

type Judged = { row: Row; isFoundAt: (place: string) => boolean };

/** Some of those found anywhere, and whether the query finds them in a place. */
function askJudged(batch: Batch, asked: Asked, filter: Filter): Read<Judged[]> {
  const { states } = asked.query;
  const readRows = batch.rows(filter);
  const familyOf = familiesOf(asked.benefits);
  const conditions = conditionsOf(asked)
    .filter(isAboutClaims)
    .map((condition) => {
      const { names } = condition;
      const read = names ? batch.values([...filter, [asCondition(names)]], 'siren') : () => ({});
      return { condition, isNamed: ({ siren }: Row) => Object.hasOwn(read(), siren) };
    });
  return () =>
    readRows().map((row) => {
      const claims = claimsAt(row, states, 'anywhere');
      const reaches = conditions.flatMap(({ condition, isNamed }) => {
        if (isNamed(row)) return [];
        const met = claims.filter((claim) => isMetBy(condition, claim, familyOf));
        return met.some(({ reach }) => reach === null) ? [] : [new Set(met.flatMap(({ reach }) => reach!))];
      });
      return { row, isFoundAt: (place) => reaches.every((reach) => reach.has(place)) };
    });
}

const isMetBy = (
  { topics, range }: Condition,
  claim: RowClaim,
  familyOf: ReadonlyMap<string, string>,
): boolean =>
  topics.includes(`b:${claim.benefit}`) ||
  topics.includes(`f:${familyOf.get(claim.benefit)}`) ||
  topics.includes(ANY_TOPIC) ||
  (range !== undefined && isInRange(claim, range));
