import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { SHOWN_STATES } from '#domain/claim.ts';
import { nameKey } from '#domain/search-order.ts';
import { foldedWords, MIN_TYPO_LENGTH } from '#domain/search-words.ts';
import type { SearchDocument } from '#domain/search.ts';
import { MOST_THOUSANDTHS, thousandths } from '#domain/search-values.ts';
import type { SearchedBenefit } from '../engine.ts';

/** Raised whenever the settings or the documents below mean something else: an index of another format is refilled whole. */
export const FORMAT = 4;

/**
 * Oldest server the contract suite was run against. It needs `STARTS WITH` without an experimental flag, exact
 * totals without hits, and facet search on one attribute alone.
 */
export const MINIMUM_VERSION = '1.50.0';

/**
 * All words, prefixes and orders are asked for as filters on what `indexed` writes, because the ranking of
 * Meilisearch can neither look up a claim by place nor break ties as the site does; its tolerance to typos is asked
 * for through the facet `words`. The caps are those of the server, raised above any number of employers and values.
 */
export const SETTINGS: Settings = {
  searchableAttributes: ['nameKey'],
  displayedAttributes: ['siren', 'hash', 'document'],
  filterableAttributes: [
    {
      attributePatterns: ['words'],
      features: { facetSearch: true, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['siren', 'nameKey', 'aliasKeys', 'nameWords', 'nameStarts', 'starts', 'regions', 'departments', 'communes', 'branches', 'sector', 'headcount', 'isPublished', 'claims', 'standing'], // prettier-ignore
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['values.*', 'valuesAt.*', 'valuesIn.*'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: ['nameKey', 'siren'],
  rankingRules: ['words', 'sort'],
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: MIN_TYPO_LENGTH, twoTypos: 255 } },
  faceting: { maxValuesPerFacet: 40_000, sortFacetValuesBy: { words: 'count' } },
  pagination: { maxTotalHits: 10_000_000 },
};

/** What the server holds of an employer. */
export type Indexed = {
  siren: string;
  nameKey: string;
  aliasKeys: string[];
  nameWords: string[];
  /** Of the name, other names, commune, and the SIREN. */
  words: string[];
  /** What those words begin with: looked up at once, where `STARTS WITH` walks through the words each time. */
  nameStarts: string[];
  starts: string[];
  regions: string[];
  departments: string[];
  communes: string[];
  branches: string[];
  sector: string | null;
  headcount: string | null;
  isPublished: boolean;
  /** `claimKey` of each claim: somewhere, everywhere, or else of each place where it counts. */
  claims: string[];
  /** `standingKey` of each benefit and family. */
  standing: string[];
  /** By `valueKey`, in thousandths: values of the claims wherever they count. */
  values: Record<string, number[]>;
  /** By `valueKey`, `valueAt` of each: where they count everywhere, else in each region and department. */
  valuesAt: Record<string, number[]>;
  /** By `valueKey`, `valueIn` of each: in each commune, where they do not count everywhere. */
  valuesIn: Record<string, number[]>;
  /** The document itself, as JSON: given back as it was, never searched. */
  document: string;
  /** Of all the above and the format: two documents of the same hash are the same. */
  hash: string;
};

/**
 * A benefit (`b:creche`) or any (`*`), in a state, counting somewhere, everywhere (`@*`), or in a department (`@35`), a
 * region (`@r53`) or a commune (`@c35238`).
 */
export const claimKey = (topic: string, state: string, place: string | null): string =>
  place === null ? `${topic}|${state}` : `${topic}|${state}@${place}`;

/** The states in which a topic is held, one bit each: a sum over these values counts each employer once. */
export const standingKey = (topic: string, states: number): string => `${topic}|${states}`;

export function indexed(document: SearchDocument, familyOf: Map<string, string>): Indexed {
  const nameWords = foldedWords(document.name);
  const others = [...document.aliases, document.communeName ?? ''].flatMap(foldedWords);
  const fields: Omit<Indexed, 'hash'> = {
    siren: document.siren,
    nameKey: nameKey(document.name),
    aliasKeys: document.aliases.map(nameKey),
    nameWords: [...new Set(nameWords)],
    words: [...new Set([...nameWords, ...others, document.siren])],
    nameStarts: startsOf(nameWords),
    starts: startsOf([...nameWords, ...others]),
    regions: [...new Set(document.places.flatMap(({ regionCode }) => regionCode ?? []))],
    departments: [...new Set(document.departments)],
    communes: [...new Set(document.places.flatMap(({ communeCode }) => communeCode ?? []))],
    branches: [...new Set(document.branches)],
    sector: document.nafDivision,
    headcount: document.headcountBand,
    isPublished: document.agreements > 0,
    claims: claimKeys(document),
    standing: standingKeys(document, familyOf),
    ...valuesOf(document),
    document: JSON.stringify(document),
  };
  const hash = createHash('sha256').update(`${FORMAT}\0`).update(JSON.stringify(fields)).digest('base64url');
  return { ...fields, hash };
}

/** Longest beginning of a word that is written down. */
export const MAX_START = 12;

const startsOf = (words: readonly string[]): string[] => {
  const starts = new Set<string>();
  for (const word of words)
    for (let length = 1; length <= Math.min(word.length, MAX_START); length++)
      starts.add(word.slice(0, length));
  return [...starts];
};

export const regionKey = (code: string): string => `r${code}`;
export const communeKey = (code: string): string => `c${code}`;

/** Keys of the places of its employer where a claim counts; null when those are all. */
function reachOf(
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

function claimKeys(document: SearchDocument): string[] {
  const keys = document.claims.flatMap((claim) => {
    const places = reachOf(claim, document) ?? ['*'];
    return [`b:${claim.benefit}`, '*'].flatMap((topic) => [
      claimKey(topic, claim.state, null),
      ...places.map((place) => claimKey(topic, claim.state, place)),
    ]);
  });
  return [...new Set(keys)];
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

function valuesOf(document: SearchDocument): Pick<Indexed, 'values' | 'valuesAt' | 'valuesIn'> {
  const sets = { values: new Map(), valuesAt: new Map(), valuesIn: new Map() } satisfies Record<
    string,
    Map<string, Set<number>>
  >;
  const put = (map: Map<string, Set<number>>, key: string, value: number | null): void => {
    if (value !== null) map.set(key, (map.get(key) ?? new Set()).add(value));
  };
  for (const claim of document.claims) {
    const places = reachOf(claim, document) ?? [null];
    for (const [slot, said] of Object.entries(claim.values)) {
      const compared = thousandths(said);
      if (compared === null) continue;
      const key = valueKey(claim.benefit, slot, claim.state);
      put(sets.values, key, compared);
      for (const place of places) {
        put(sets.valuesAt, key, valueAt(place, compared));
        if (place !== null) put(sets.valuesIn, key, valueIn(place, compared));
      }
    }
  }
  const listed = (map: Map<string, Set<number>>): Record<string, number[]> =>
    Object.fromEntries(Array.from(map, ([key, set]) => [key, [...set]]));
  return {
    values: listed(sets.values),
    valuesAt: listed(sets.valuesAt),
    valuesIn: listed(sets.valuesIn),
  };
}

function standingKeys({ claims }: SearchDocument, familyOf: Map<string, string>): string[] {
  const states = new Map<string, number>();
  for (const { benefit, state } of claims)
    for (const topic of [`b:${benefit}`, `f:${familyOf.get(benefit)}`])
      states.set(topic, (states.get(topic) ?? 0) | (1 << SHOWN_STATES.indexOf(state)));
  return Array.from(states, ([topic, bits]) => standingKey(topic, bits));
}

export const familiesOf = (benefits: readonly SearchedBenefit[]): Map<string, string> =>
  new Map(benefits.map(({ id, family }) => [id as string, family]));
