import type { IndexReader, IndexWriter } from '#db/search/store.ts';
import { deletions, isWithinOneEdit, MIN_TYPO_LENGTH, numberForms } from '#domain/search-words.ts';
import { addAll, type Bitset } from './bitset.ts';
import {
  compareText,
  equalRange,
  listAt,
  type Lists,
  packLists,
  prefixRange,
  readHashes,
  readInts,
  readLists,
  readTexts,
  writeLists,
  writeNumbers,
  writeTexts,
} from './parts.ts';

/** Where a word stands: in the name, or in other names, commune and SIREN. */
export type Field = 'name' | 'other';

export type WordIndex = {
  /** Sorted; a word's place is its number. */
  words: string[];
  numbers: Record<Field, Lists>;
  /** Deletion table: sorted hashes of every word with one letter left out, and the word each comes from. */
  typoHashes: Uint32Array;
  typoWords: Int32Array;
};

/** Words have at most 21 bits of number and 32 of hash, so that one float holds and sorts both. */
const WORD_LIMIT = 2 ** 21;

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

const canBeMisspelt = (word: string): boolean => word.length >= MIN_TYPO_LENGTH - 1 && !/^\d+$/.test(word);

/** `lists`: for each field and word, the documents holding it, in order. */
export function writeWords(writer: IndexWriter, lists: Record<Field, Map<string, Int32Array>>): void {
  const words = [...new Set([...lists.name.keys(), ...lists.other.keys()])].sort(compareText);
  const none = new Int32Array(0);
  writeTexts(writer, 'words', words);
  for (const field of ['name', 'other'] as const) {
    const packed = packLists(words.map((word) => lists[field].get(word) ?? none));
    writeLists(writer, `words.${field}`, packed);
  }
  const keys: number[] = [];
  words.slice(0, WORD_LIMIT).forEach((word, number) => {
    if (canBeMisspelt(word)) for (const key of deletions(word)) keys.push(hash(key) * WORD_LIMIT + number);
  });
  const sorted = Float64Array.from(keys).sort();
  writeNumbers(
    writer,
    'typos.hashes',
    Uint32Array.from(sorted, (key) => Math.floor(key / WORD_LIMIT)),
  );
  writeNumbers(
    writer,
    'typos.words',
    Int32Array.from(sorted, (key) => key % WORD_LIMIT),
  );
}

export const readWords = (reader: IndexReader): WordIndex => ({
  words: readTexts(reader, 'words'),
  numbers: { name: readLists(reader, 'words.name'), other: readLists(reader, 'words.other') },
  typoHashes: readHashes(reader, 'typos.hashes'),
  typoWords: readInts(reader, 'typos.words'),
});

export type WordQuery = { word: string; isExact: boolean; isOpen: boolean };

/** Numbers of the words a typed word stands for, as ranges: itself, its plural or singular, what it begins. */
export function rangesOf(index: WordIndex, { word, isExact, isOpen }: WordQuery): [number, number][] {
  const forms = isExact ? [word] : numberForms(word);
  const ranges = forms.map((form) => equalRange(index.words, form));
  if (isOpen && !isExact) ranges.push(prefixRange(index.words, word));
  return ranges.filter(([from, to]) => to > from);
}

/** Words one letter away from a misspelt one, the most frequent first. About ten microseconds. */
export function nearWords(index: WordIndex, word: string): number[] {
  if (!canBeMisspelt(word) || word.length < MIN_TYPO_LENGTH) return [];
  const found = new Set<number>();
  for (const key of deletions(word)) {
    const wanted = hash(key);
    for (let i = firstHash(index.typoHashes, wanted); index.typoHashes[i] === wanted; i++) {
      const number = index.typoWords[i]!;
      if (!found.has(number) && isWithinOneEdit(index.words[number]!, word)) found.add(number);
    }
  }
  const frequency = (number: number): number =>
    listAt(index.numbers.name, number).length + listAt(index.numbers.other, number).length;
  return [...found].sort((a, b) => frequency(b) - frequency(a) || a - b);
}

function firstHash(hashes: Uint32Array, wanted: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds the documents that hold one of the words of a range. */
export function addDocuments(
  target: Bitset,
  index: WordIndex,
  field: Field,
  [from, to]: [number, number],
): void {
  const { offsets, values } = index.numbers[field];
  addAll(target, values, offsets[from], offsets[to]);
}
