import { LIVE_STATES, SHOWN_STATES, type ShownState } from '#domain/claim.ts';
import type { SearchDocument } from '#domain/search.ts';
import { MOST_THOUSANDTHS } from '#domain/search-values.ts';
import { areLive } from '../live-states.ts';

/*
 * How claims, places and values are written as values of the attributes of an index. A place is a department (`35`), a
 * region (`r53`) or a commune (`c35238`).
 */

export const regionKey = (code: string): string => `r${code}`;
export const communeKey = (code: string): string => `c${code}`;

/** Stands for all the states that satisfy a filter by default: one value to look up instead of several. */
export const LIVE = 'live';

/** What is looked up for these states. */
export const statesAsked = (states: readonly ShownState[]): readonly string[] =>
  areLive(states) ? [LIVE] : states;

/** What is written for a state. */
export const statesWritten = (state: ShownState): string[] =>
  (LIVE_STATES as readonly ShownState[]).includes(state) ? [state, LIVE] : [state];

/** A claim that counts wherever its employer is, among those of an employer of whom some do not. */
export const EVERYWHERE = '*';

/**
 * A benefit (`b:creche`), a family (`f:parentalite`) or any (`*`), in a state, counting somewhere (place null),
 * everywhere, or in a place.
 */
export const claimKey = (topic: string, state: string, place: string | null): string =>
  place === null ? `${topic}|${state}` : `${topic}|${state}@${place}`;

export const ANY_TOPIC = '*';

/** What a claim on a benefit is found by. */
export const topicsOf = (benefit: string, familyOf: ReadonlyMap<string, string>): string[] => {
  const family = familyOf.get(benefit);
  return [`b:${benefit}`, ...(family ? [`f:${family}`] : []), ANY_TOPIC];
};

/** The states in which a topic is held, one bit each: a sum over these values counts each employer once. */
export const standingKey = (topic: string, states: number): string => `${topic}|${states}`;

/** Keys of the places of its employer where a claim counts; null when those are all. */
export function reachOf(
  claim: Pick<SearchDocument['claims'][number], 'departments' | 'communes'>,
  { departments, places }: Pick<SearchDocument, 'departments' | 'places'>,
): string[] | null {
  const scope = claim.departments;
  if (scope === null) return null;
  const named = places.flatMap(({ communeCode }) => communeCode ?? []);
  const covered = departments.filter((code) => scope.includes(code));
  const communes = named.filter((code) => claim.communes?.includes(code));
  const isWhole = covered.length === departments.length && communes.length === named.length;
  if (isWhole && departments.length > 0) return null;
  const regions = places.flatMap(({ departmentCode, regionCode }) =>
    regionCode !== null && scope.includes(departmentCode) ? [regionCode] : [],
  );
  return [...new Set([...covered, ...regions.map(regionKey), ...communes.map(communeKey)])];
}

/** A field of its own for each slot: an attribute has one order of numbers. Fields are few, each costs every question time. */
export const valueKey = (benefit: string, slot: string): string => `${benefit}_${slot}`;

const STATES: readonly string[] = [LIVE, ...SHOWN_STATES];

/** One number for a state and a value in thousandths, so that a range of numbers asks for both; below 2^53. */
export const valueNumber = (state: string, value: number): number =>
  STATES.indexOf(state) * (MOST_THOUSANDTHS + 1) + value;
