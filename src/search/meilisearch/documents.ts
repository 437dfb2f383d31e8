import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { SHOWN_STATES } from '#domain/claim.ts';
import { nameKey } from '#domain/search-order.ts';
import { foldedWords, MIN_TYPO_LENGTH } from '#domain/search-words.ts';
import type { SearchDocument } from '#domain/search.ts';
import { MOST_THOUSANDTHS, thousandths } from '#domain/search-values.ts';
import type { SearchedBenefit } from '../engine.ts';

/** Raised whenever the settings or the documents below mean something else: an index of another format is refilled whole. */
export const FORMAT = 3;

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
      attributePatterns: ['siren', 'nameKey', 'aliasKeys', 'nameWords', 'nameStarts', 'starts', 'departments', 'sector', 'headcount', 'isPublished', 'claims', 'standing'], // prettier-ignore
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['values.*', 'valuesAt.*'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: ['nameKey', 'siren'],
  rankingRules: ['words', 'sort'],
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: MIN_TYPO_LENGTH, twoTypos: 255 } },
  faceting: { maxValuesPerFacet: 20_000, sortFacetValuesBy: { words: 'count' } },
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
  departments: string[];
  sector: string | null;
  headcount: string | null;
  isPublished: boolean;
  /** `claimKey` of each place where a claim counts. */
  claims: string[];
  /** `standingKey` of each benefit and family. */
  standing: string[];
  /** By `valueKey`, in thousandths: values of the claims wherever they count. */
  values: Record<string, number[]>;
  /** By `valueKey`, `valueAt` of each: where they count everywhere, and place by place where they do not. */
  valuesAt: Record<string, number[]>;
  /** The document itself, as JSON: given back as it was, never searched. */
  document: string;
  /** Of all the above and the format: two documents of the same hash are the same. */
  hash: string;
};

/** A benefit (`b:creche`) or any (`*`), in a state, counting anywhere, in a department (`@35`) or everywhere (`@*`). */
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
    departments: [...new Set(document.departments)],
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

/** Where a claim counts: the places of its employer that its scope covers, and whether these are all. */
function reachOf(scope: string[] | null, departments: string[]): { places: string[]; isEverywhere: boolean } {
  const places = scope === null ? departments : departments.filter((place) => scope.includes(place));
  return {
    places,
    isEverywhere: scope === null || (places.length > 0 && places.length === departments.length),
  };
}

function claimKeys({ claims, departments }: SearchDocument): string[] {
  const keys = claims.flatMap(({ benefit, state, departments: scope }) => {
    const { places, isEverywhere } = reachOf(scope, departments);
    return [`b:${benefit}`, '*'].flatMap((topic) => [
      claimKey(topic, state, null),
      ...(isEverywhere ? [claimKey(topic, state, '*')] : []),
      ...places.map((place) => claimKey(topic, state, place)),
    ]);
  });
  return [...new Set(keys)];
}

/** A field of its own for each slot and state: an attribute has one order of numbers. */
export const valueKey = (benefit: string, slot: string, state: string): string =>
  `${benefit}_${slot}_${state}`;

/** Departments are read as numbers to the base 36; before them comes « everywhere ». Null for what is no code. */
const placeNumber = (place: string | null): number | null => {
  if (place === null) return 0;
  return /^[0-9A-Z]{1,3}$/.test(place) ? parseInt(place, 36) + 1 : null;
};

/** One number for a place (null = everywhere) and a value, so that a range of numbers asks for both; below 2^53. */
export function valueAt(place: string | null, value: number): number | null {
  const number = placeNumber(place);
  return number === null ? null : number * (MOST_THOUSANDTHS + 1) + value;
}

function valuesOf({ claims, departments }: SearchDocument): Pick<Indexed, 'values' | 'valuesAt'> {
  const values: Record<string, Set<number>> = {};
  const valuesAt: Record<string, Set<number>> = {};
  for (const { benefit, state, values: said, departments: scope } of claims) {
    const { places, isEverywhere } = reachOf(scope, departments);
    for (const [slot, value] of Object.entries(said)) {
      const compared = thousandths(value);
      if (compared === null) continue;
      const key = valueKey(benefit, slot, state);
      (values[key] ??= new Set()).add(compared);
      const all = isEverywhere ? [null] : places;
      for (const at of all.map((place) => valueAt(place, compared)))
        if (at !== null) (valuesAt[key] ??= new Set()).add(at);
    }
  }
  const listed = (sets: Record<string, Set<number>>): Record<string, number[]> =>
    Object.fromEntries(Object.entries(sets).map(([key, set]) => [key, [...set]]));
  return { values: listed(values), valuesAt: listed(valuesAt) };
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
