import { createHash } from 'node:crypto';
import { isLiveState, SHOWN_STATES } from '#domain/claim.ts';
import { nameKey } from '#domain/search-order.ts';
import { isEnough, thousandths, valueOrderOf } from '#domain/search-values.ts';
import { foldedWords } from '#domain/search-words.ts';
import type { SearchDocument } from '#domain/search.ts';
import type { SearchedBenefit } from '../engine.ts';
import { claimKey, EVERYWHERE, reachOf, standingKey, statesWritten, topicsOf, valueAt, valueIn, valueKey } from './keys.ts'; // prettier-ignore
import { writeRow } from './rows.ts';
import { FORMAT } from './settings.ts';

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
  /** Whether a claim counts in some of its places and not in others. Few are, and these alone have keys by place. */
  isScoped: boolean;
  /** `claimKey` of each claim: somewhere; of who is scoped, also everywhere, or else of each place where it counts. */
  claims: string[];
  /** Benefits and families of which a claim is live: a sum over these values counts each employer once. */
  live: string[];
  /** `standingKey` of each benefit and family. */
  standing: string[];
  /** Best live main value of each benefit, in thousandths: an order of the server. */
  best: Record<string, number>;
  /** By `valueKey`, in thousandths: values of the claims wherever they count. */
  values: Record<string, number[]>;
  /** Of who is scoped: by `valueKey`, `valueAt` of each: where they count everywhere, else in each region and department. */
  valuesAt: Record<string, number[]>;
  /** The same with `valueIn`: in each commune, where they do not count everywhere. */
  valuesIn: Record<string, number[]>;
  /** `writeRow` of the document: one value for each employer. */
  row: string;
  /** The document itself, as JSON: given back as it was, never searched. */
  document: string;
  /** Of all the above and the format: two documents of the same hash are the same. */
  hash: string;
};

export type Catalogued = { benefits: readonly SearchedBenefit[]; familyOf: ReadonlyMap<string, string> };

export const catalogued = (benefits: readonly SearchedBenefit[]): Catalogued => ({
  benefits,
  familyOf: familiesOf(benefits),
});

export const familiesOf = (benefits: readonly SearchedBenefit[]): Map<string, string> =>
  new Map(benefits.map(({ id, family }) => [id as string, family]));

export function indexed(document: SearchDocument, catalogue: Catalogued): Indexed {
  const nameWords = foldedWords(document.name);
  const others = [...document.aliases, document.communeName ?? ''].flatMap(foldedWords);
  const isScoped = document.claims.some((claim) => reachOf(claim, document) !== null);
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
    isScoped,
    claims: claimKeys(document, isScoped, catalogue),
    live: liveTopics(document, catalogue),
    standing: standingKeys(document, catalogue),
    best: bestValues(document, catalogue),
    ...valuesOf(document, isScoped),
    row: writeRow(document),
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

function claimKeys(document: SearchDocument, isScoped: boolean, { familyOf }: Catalogued): string[] {
  const keys = document.claims.flatMap((claim) => {
    const places = isScoped ? (reachOf(claim, document) ?? [EVERYWHERE]) : [];
    return topicsOf(claim.benefit, familyOf).flatMap((topic) =>
      statesWritten(claim.state).flatMap((state) =>
        [null, ...places].map((place) => claimKey(topic, state, place)),
      ),
    );
  });
  return [...new Set(keys)];
}

const liveTopics = ({ claims }: SearchDocument, { familyOf }: Catalogued): string[] => [
  ...new Set(claims.flatMap(({ benefit, state }) => (isLiveState(state) ? topicsOf(benefit, familyOf) : []))),
];

function standingKeys({ claims }: SearchDocument, { familyOf }: Catalogued): string[] {
  const states = new Map<string, number>();
  for (const { benefit, state } of claims)
    for (const topic of topicsOf(benefit, familyOf))
      states.set(topic, (states.get(topic) ?? 0) | (1 << SHOWN_STATES.indexOf(state)));
  return Array.from(states, ([topic, bits]) => standingKey(topic, bits));
}

function bestValues({ claims }: SearchDocument, { benefits }: Catalogued): Record<string, number> {
  const best: Record<string, number> = {};
  for (const known of benefits) {
    const order = valueOrderOf(known);
    if (!order) continue;
    for (const { benefit, state, values } of claims) {
      const value = benefit === known.id && isLiveState(state) ? thousandths(values[order.slot]) : null;
      if (value !== null && isEnough(value, best[benefit] ?? value, order.direction)) best[benefit] = value;
    }
  }
  return best;
}

function valuesOf(
  document: SearchDocument,
  isScoped: boolean,
): Pick<Indexed, 'values' | 'valuesAt' | 'valuesIn'> {
  const sets = { values: new Map(), valuesAt: new Map(), valuesIn: new Map() } satisfies Record<
    string,
    Map<string, Set<number>>
  >;
  const put = (map: Map<string, Set<number>>, key: string, value: number | null): void => {
    if (value !== null) map.set(key, (map.get(key) ?? new Set()).add(value));
  };
  for (const claim of document.claims) {
    const places = isScoped ? (reachOf(claim, document) ?? [null]) : [];
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
