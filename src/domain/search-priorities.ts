import type { BenefitId } from './ids.ts';
import { isCounting } from './search-values.ts';
import type { SearchDocument, SearchQuery } from './search.ts';

export const MAX_PRIORITIES = 5;

/** Weight of each priority, the first one the heaviest: of three, 3, 2 and 1. */
export const weightOf = (place: number, priorities: number): number => priorities - place;

/**
 * Which priorities may be attested together, by the sum of their weights, the heaviest first. Two to the power of
 * `priorities` combinations.
 */
export function combinationsByWeight(priorities: number): { weight: number; combinations: boolean[][] }[] {
  const byWeight = new Map<number, boolean[][]>();
  for (let bits = 0; bits < 2 ** priorities; bits++) {
    const held = Array.from({ length: priorities }, (_, place) => ((bits >>> place) & 1) === 1);
    const weight = held.reduce((sum, isHeld, place) => sum + (isHeld ? weightOf(place, priorities) : 0), 0);
    byWeight.set(weight, [...(byWeight.get(weight) ?? []), held]);
  }
  return [...byWeight].sort(([a], [b]) => b - a).map(([weight, combinations]) => ({ weight, combinations }));
}

/** `ended`: a text ends it and no other grants it. Everything else that is not attested is unknown, never « no ». */
export type Standing = 'attested' | 'ended' | 'unknown';

type Searched = Pick<SearchDocument, 'departments' | 'places' | 'claims'>;

export function standingOf(document: Searched, benefit: BenefitId, query: SearchQuery): Standing {
  const own = document.claims.filter((claim) => claim.benefit === benefit);
  if (own.some((claim) => isCounting(claim, document, query))) return 'attested';
  const ended: SearchQuery = { ...query, states: ['ended'] };
  return own.some((claim) => isCounting(claim, document, ended)) ? 'ended' : 'unknown';
}

/** What the order by priorities goes by: the weights of those attested, added up. */
export const attestedWeight = (document: Searched, query: SearchQuery): number =>
  query.priorities.reduce(
    (sum, benefit, place) =>
      standingOf(document, benefit, query) === 'attested'
        ? sum + weightOf(place, query.priorities.length)
        : sum,
    0,
  );
