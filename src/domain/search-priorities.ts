import type { BenefitId } from './ids.ts';
import { isCounting } from './search-values.ts';
import type { SearchDocument, SearchQuery } from './search.ts';

export const MAX_PRIORITIES = 5;

/** Weight of each priority, the first one the heaviest: of three, 3, 2 and 1. */
export const weightOf = (place: number, priorities: number): number => priorities - place;

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
