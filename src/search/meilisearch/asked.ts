import { isPlaceChosen, REMOTE_BENEFIT } from '#domain/search-place.ts';
import type { SearchQuery } from '#domain/search.ts';
import type { SearchedBenefit } from '../engine.ts';
import {
  attributeFilter,
  type Clause,
  claimConditions,
  type Condition,
  conditionFilter,
  type Filter,
  holders,
  placeFilter,
  whereOf,
} from './filters.ts';

/** A query whose text was turned into conditions, and the benefits an index knows. */
export type Asked = { query: SearchQuery; text: Condition[]; benefits: readonly SearchedBenefit[] };

export const conditionsOf = ({ query, text, benefits }: Asked): Condition[] => [
  ...text,
  ...claimConditions(query, benefits),
];

/** Who meets every condition about names, claims and attributes, wherever it is. */
export const anywhereFilter = (asked: Asked): Filter => [
  ...conditionsOf(asked).flatMap((condition) => conditionFilter(condition, asked.query.states, 'anywhere')),
  ...attributeFilter(asked.query),
];

/** Everyone who meets the query. */
export function foundFilter(asked: Asked): Filter {
  const { query } = asked;
  if (!isPlaceChosen(query)) return anywhereFilter(asked);
  const there = [
    ...placeFilter(query),
    ...conditionsOf(asked).flatMap((condition) => conditionFilter(condition, query.states, whereOf(query))),
  ];
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
