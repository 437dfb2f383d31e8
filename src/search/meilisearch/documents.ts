import { createHash } from 'node:crypto';
import { isLiveState, SHOWN_STATES } from '#domain/claim.ts';
import { nameKey } from '#domain/search-order.ts';
import { isEnough, thousandths, valueOrderOf } from '#domain/search-values.ts';
import { foldedWords } from '#domain/search-words.ts';
import type { SearchDocument } from '#domain/search.ts';
import type { SearchedBenefit } from '../engine.ts';
import { claimKey, EVERYWHERE, reachOf, standingKey, statesWritten, topicsOf, valueKey, valueNumber } from './keys.ts'; // prettier-ignore
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
  /** By `valueKey`, `valueNumber` of each: values of the claims wherever they count. */
  values: Record<string, number[]>;
  /** `writeRow` of the document: one value for each employer. */
  row: string;
  /** The document itself, as JSON: given back as it was, never searched. */
  document: string;
  /** `printOf` the document. */
  print: string;
};

export type Catalogued = {
  benefits: readonly SearchedBenefit[];
  familyOf: ReadonlyMap<string, string>;
  /** Of the format, and of what the catalogue has a part in. */
  seal: string;
};

export const catalogued = (benefits: readonly SearchedBenefit[]): Catalogued => ({
  benefits,
  familyOf: familiesOf(benefits),
  seal: JSON.stringify([
    FORMAT,
    benefits.map((benefit) => [benefit.id, benefit.family, valueOrderOf(benefit)]),
  ]),
});

export const familiesOf = (benefits: readonly SearchedBenefit[]): Map<string, string> =>
  new Map(benefits.map(({ id, family }) => [id as string, family]));

export function indexed(document: SearchDocument, catalogue: Catalogued): Indexed {
  const nameWords = foldedWords(document.name);
  const others = [...document.aliases, document.communeName ?? ''].flatMap(foldedWords);
  const isScoped = document.claims.some((claim) => reachOf(claim, document) !== null);
  return {
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
    values: valuesOf(document),
    row: writeRow(document),
    document: JSON.stringify(document),
    print: printOf(document, catalogue),
  };
}

/** Its SIREN, and a hash of all that is written of it: two documents of the same print are the same. */
export const printOf = (document: SearchDocument, { seal }: Catalogued): string =>
  `${document.siren} ${createHash('sha256').update(seal).update(JSON.stringify(document)).digest('base64url')}`;

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

function valuesOf({ claims }: SearchDocument): Record<string, number[]> {
  const sets = new Map<string, Set<number>>();
  for (const { benefit, state, values } of claims)
    for (const [slot, said] of Object.entries(values)) {
      const compared = thousandths(said);
      if (compared === null) continue;
      const key = valueKey(benefit, slot);
      const numbers = sets.get(key) ?? new Set();
      for (const written of statesWritten(state)) numbers.add(valueNumber(written, compared));
      sets.set(key, numbers);
    }
  return Object.fromEntries(Array.from(sets, ([key, numbers]) => [key, [...numbers]]));
}
