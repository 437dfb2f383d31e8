import { LIVE_STATES, type ShownState } from '#domain/claim.ts';
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

/** A field of its own for each slot and state: an attribute has one order of numbers. */
export const valueKey = (benefit: string, slot: string, state: string): string =>
  `${benefit}_${slot}_${state}`;

/** Departments are read as numbers to the base 36, regions after all of them; before them comes « everywhere ». */
const placeNumber = (place: string | null): number | null => {
  if (place === null) return 0;
  const [, region, department] = /^(?:r([0-9A-Z]{1,2})|([0-9A-Z]{1,3}))$/.exec(place) ?? [];
  if (region !== undefined) return 36 ** 3 + parseInt(region, 36) + 1;
  return department === undefined ? null : parseInt(department, 36) + 1;
};

const WIDTH = MOST_THOUSANDTHS + 1;

/** One number for a place (null = everywhere) and a value, so that a range of numbers asks for both; below 2^53. */
export function valueAt(place: string | null, value: number): number | null {
  const number = placeNumber(place);
  return number === null ? null : number * WIDTH + value;
}

/** Corsica among five digits: no commune begins with 96 or 99. */
const CORSICA: Record<string, string> = { '2A': '96', '2B': '99' };

/** The same for a commune, on both sides of zero so that it stays below 2^53; null for what is no commune. */
export function valueIn(commune: string, value: number): number | null {
  const digits = commune.slice(1).replace(/^2[AB]/, (start) => CORSICA[start]!);
  return /^c/.test(commune) && /^\d{5}$/.test(digits) ? (Number(digits) - 50_000) * WIDTH + value : null;
}
