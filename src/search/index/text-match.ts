import type { TextPlan, TextUnit } from '../text-plan.ts';
import { type Bitset, intersect } from './bitset.ts';
import { scratchCopy, scratchSet } from './scratch.ts';
import type { SearchIndex } from './search-index.ts';
import { addDocuments, nearWords, rangesOf, type WordQuery } from './words.ts';

export type UnitMatch = {
  unit: TextUnit;
  /** Employers whose names, commune or SIREN hold the words. */
  everywhere: Bitset;
  /** Employers whose name alone holds them. */
  inName: Bitset;
  /** Benefits the words name, as typed or put right. */
  benefits: string[];
  /** What was read instead of what was typed, when that stands nowhere; null otherwise. */
  corrected: string | null;
};

/** Who answers each part of a text by name, and which benefits it names. */
export const matchText = (index: SearchIndex, plan: TextPlan): UnitMatch[] =>
  plan.units.map((unit) => matchUnit(index, unit));

function matchUnit(index: SearchIndex, unit: TextUnit): UnitMatch {
  const queries = unit.words.map((word, i) => ({
    word,
    isExact: unit.isExact,
    isOpen: unit.isOpen && i === unit.words.length - 1,
  }));
  const direct = matchWords(index, queries);
  const benefits = [...unit.benefits, ...(unit.guess?.benefits ?? [])];
  const isKnown = unit.benefits.length > 0 || direct.isFound || unit.isExact;
  if (isKnown) return { unit, ...direct.sets, benefits, corrected: null };
  const near = matchNear(index, unit);
  return { unit, ...near.sets, benefits, corrected: unit.guess?.spelled ?? near.spelled };
}

/** What was searched, put together again: null when nothing was put right. */
export function correctedText(matches: readonly UnitMatch[]): string | null {
  if (matches.every(({ corrected }) => corrected === null)) return null;
  return matches
    .map(({ unit, corrected }) => corrected ?? (unit.isExact ? `"${unit.typed}"` : unit.typed))
    .join(' ');
}

type Sets = Pick<UnitMatch, 'everywhere' | 'inName'>;

function matchWords(index: SearchIndex, queries: readonly WordQuery[]): { sets: Sets; isFound: boolean } {
  const all = queries.map((query) => {
    const ranges = rangesOf(index.words, query);
    return { ranges, sets: setsOf(index, (add) => ranges.forEach(add)) };
  });
  const [first, ...others] = all;
  for (const { sets } of others) {
    intersect(first!.sets.everywhere, sets.everywhere);
    intersect(first!.sets.inName, sets.inName);
  }
  return { sets: first!.sets, isFound: all.every(({ ranges }) => ranges.length > 0) };
}

function matchNear(index: SearchIndex, unit: TextUnit): { sets: Sets; spelled: string | null } {
  const spelled: string[] = [];
  const all = unit.words.map((word) => {
    const ranges = rangesOf(index.words, { word, isExact: false, isOpen: false });
    const near = ranges.length > 0 ? [] : nearWords(index.words, word);
    spelled.push(near.length > 0 ? index.words.words[near[0]!]! : word);
    return setsOf(index, (add) => {
      ranges.forEach(add);
      near.forEach((number) => add([number, number + 1]));
    });
  });
  const [first, ...others] = all;
  for (const sets of others) {
    intersect(first!.everywhere, sets.everywhere);
    intersect(first!.inName, sets.inName);
  }
  const isChanged = spelled.some((word, i) => word !== unit.words[i]);
  return { sets: first!, spelled: isChanged ? spelled.join(' ') : null };
}

function setsOf(index: SearchIndex, fill: (add: (range: [number, number]) => void) => void): Sets {
  const inName = scratchSet(index.documents);
  fill((range) => addDocuments(inName, index.words, 'name', range));
  const everywhere = scratchCopy(inName);
  fill((range) => addDocuments(everywhere, index.words, 'other', range));
  return { everywhere, inName };
}
