import type { Meilisearch } from 'meilisearch';
import { SHOWN_STATES } from '#domain/claim.ts';
import { isPlaceChosen, REMOTE_BENEFIT } from '#domain/search-place.ts';
import type { SearchQuery } from '#domain/search.ts';
import type { SearchedBenefit } from '../engine.ts';
import { createBatch } from './batch.ts';
import {
  attributeFilter,
  type Clause,
  claimConditions,
  type Condition,
  conditionFilter,
  type Filter,
  holders,
  EVERY_PLACE,
  notAll,
  placeFilter,
  SCOPED,
  valued,
  type Where,
  whereOf,
} from './filters.ts';
import type { Row } from './rows.ts';

/** A query whose text was turned into conditions, and the benefits an index knows. */
export type Asked = {
  query: SearchQuery;
  text: Condition[];
  benefits: readonly SearchedBenefit[];
  /** As in `Counting`. */
  scoped: readonly Row[];
};

/** Reads who is scoped in the chosen place and has values that are asked for: few, and seldom needed. */
export async function withScoped(
  client: Meilisearch,
  index: string,
  asked: Omit<Asked, 'scoped'>,
): Promise<Asked> {
  const { query, benefits } = asked;
  const ranges = claimConditions(query, benefits).flatMap(({ range }) => range ?? []);
  if (!isPlaceChosen(query) || ranges.length === 0) return { ...asked, scoped: [] };
  const batch = createBatch(client, index);
  const rows = batch.rows([
    SCOPED,
    ...placeFilter(query),
    ranges.flatMap((range) => valued(range, SHOWN_STATES)),
  ]);
  await batch.run();
  return { ...asked, scoped: rows() };
}

export const conditionsOf = ({ query, text, benefits }: Omit<Asked, 'scoped'>): Condition[] => [
  ...text,
  ...claimConditions(query, benefits),
];

const claimsFilter = (asked: Asked, where: Where): Filter =>
  conditionsOf(asked).flatMap((condition) =>
    conditionFilter(condition, { states: asked.query.states, where, scoped: asked.scoped }),
  );

/** Who meets every condition about names, claims and attributes, whatever place is chosen. */
export const anywhereFilter = (asked: Asked): Filter => [
  ...claimsFilter(asked, 'anywhere'),
  ...attributeFilter(asked.query),
];

/** Of those, who does in each of its places; and the few others. */
export function sureFilters(asked: Asked): { sure: Filter; unsure: Filter } {
  const everywhere = claimsFilter({ ...asked, scoped: [] }, EVERY_PLACE);
  return {
    sure: [...everywhere, ...attributeFilter(asked.query)],
    unsure: [...anywhereFilter(asked), SCOPED, notAll(everywhere)],
  };
}

/** Everyone who meets the query. */
export function foundFilter(asked: Asked): Filter {
  const { query } = asked;
  if (!isPlaceChosen(query)) return anywhereFilter(asked);
  const there = [...placeFilter(query), ...claimsFilter(asked, whereOf(query))];
  if (!query.isRemoteAccepted) return [...there, ...attributeFilter(query)];
  // Whoever may be anywhere must meet the conditions anywhere, and what is met there is met anywhere.
  const remote: Clause = holders([`b:${REMOTE_BENEFIT}`], query.states, 'anywhere');
  return [...anywhereFilter(asked), ...there.map((clause) => [...clause, ...remote])];
}

/** Everyone in the chosen places and of the chosen sizes with a published agreement. */
export const populationFilter = (query: SearchQuery): Filter => [
  ['isPublished = true'],
  ...placeFilter(query),
  ...attributeFilter({ ...query, branches: [], sectors: [] }),
];
