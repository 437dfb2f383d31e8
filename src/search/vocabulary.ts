import type { BenefitId } from '../domain/ids.ts';
import {
  deletions,
  fold,
  isWithinOneEdit,
  MIN_TYPO_LENGTH,
  singular,
  STOP_WORDS,
} from '../domain/search-words.ts';
import type { SearchedBenefit } from './engine.ts';

/** The words people use for benefits, ready to be looked up. */
export type Vocabulary = {
  /** Longest term, in words that count. */
  maxWords: number;
  /** Benefits named by exactly these folded words, nothing left out. */
  exact(words: readonly string[]): BenefitId[];
  /** Benefits named by these words, plurals and small words aside. */
  named(words: readonly string[]): BenefitId[];
  /** Benefits of which a name begins with these words, the last one perhaps unfinished. */
  begunBy(words: readonly string[]): BenefitId[];
  isKnown(word: string): boolean;
  /** The word of the vocabulary one letter away, spelled as in the catalogue; null when there is none. */
  correct(word: string): { word: string; spelled: string } | null;
};

/** Words of a term that count, in the singular. */
const countedWords = (words: readonly string[]): string[] => {
  const counted = words.filter((word) => !STOP_WORDS.has(word));
  return (counted.length > 0 ? counted : words).map(singular);
};

/** « Complémentaire santé : part payée par l’employeur » is asked for as « complémentaire santé ». */
const beforeColon = (label: string): string => label.split(/ ?:/u)[0]!;

/** « Vélo, covoiturage (bornes, parking) » is asked for by each of its four parts. */
const partsOf = (label: string): string[] => beforeColon(label).split(/, | ?\(|\)/u);

const termsOf = ({ label, shortLabel, synonyms }: SearchedBenefit): string[] => [
  shortLabel,
  label,
  ...partsOf(shortLabel),
  ...partsOf(label),
  ...synonyms,
];

export function createVocabulary(benefits: readonly SearchedBenefit[]): Vocabulary {
  const exactTerms = new Map<string, Set<BenefitId>>();
  const terms = new Map<string, Set<BenefitId>>();
  const spellings = new Map<string, string>();
  const add = (map: Map<string, Set<BenefitId>>, key: string, id: BenefitId): void => {
    const ids = map.get(key);
    if (ids) ids.add(id);
    else map.set(key, new Set([id]));
  };
  for (const benefit of benefits)
    for (const term of termsOf(benefit)) {
      const words = fold(term).split(' ');
      if (words[0] === '') continue;
      add(exactTerms, words.join(' '), benefit.id);
      add(terms, countedWords(words).join(' '), benefit.id);
      for (const written of term.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
        const word = singular(fold(written));
        if (word.length >= MIN_TYPO_LENGTH && !spellings.has(word)) spellings.set(word, written);
      }
    }
  const sorted = [...terms.keys()].sort();
  const byDeletion = new Map<string, string[]>();
  for (const word of spellings.keys())
    for (const key of deletions(word)) byDeletion.set(key, [...(byDeletion.get(key) ?? []), word]);

  return {
    maxWords: Math.max(1, ...sorted.map((term) => term.split(' ').length)),
    exact: (words) => [...(exactTerms.get(words.join(' ')) ?? [])],
    named: (words) => [...(terms.get(countedWords(words).join(' ')) ?? [])],
    begunBy(words) {
      const before = countedWords(words).slice(0, -1);
      const last = words.at(-1)!;
      const starts = [last, singular(last)].map((end) => [...before, end].join(' '));
      if (starts[0]!.length < 3) return [];
      const isBegun = (term: string): boolean => starts.some((start) => term.startsWith(start));
      const found = sorted.filter(isBegun).flatMap((term) => [...terms.get(term)!]);
      return [...new Set(found)];
    },
    isKnown: (word) => spellings.has(singular(word)),
    correct(word) {
      if (word.length < MIN_TYPO_LENGTH) return null;
      const base = singular(word);
      for (const form of new Set([word, base]))
        for (const key of deletions(form))
          for (const candidate of byDeletion.get(key) ?? [])
            if (isWithinOneEdit(candidate, form))
              return { word: candidate, spelled: spellings.get(candidate)! };
      return null;
    },
  };
}
