import type { Gates, Opened, OpeningWord } from './gates.ts';
import { join, joinFew } from './letters.ts';
import { foldCodes, normalize, stripAccents } from './normalize.ts';
import { Vocabulary } from './vocabulary.ts';
import type { WordEntry } from './vocabulary.ts';

/** `id`: the same for the same text, so that words are compared as numbers. */
type Word = { text: string; id: number; isPrefix: boolean; gapBefore: number };
type Phrase = { owner: number; isHiding: boolean; isAcronym: boolean; words: Word[]; order: number };

/** A text in which phrases are looked for: as printed, which acronyms need, with the codes of it normalized. */
export type Searched = { folded: string; codes: Uint16Array };
export const searched = (folded: string): Searched => ({ folded, codes: foldCodes(folded) });

export type PhraseHit = { owner: number; start: number; end: number };
const NO_HITS: readonly PhraseHit[] = [];

/** What one word may begin, and which patterns it allows. Its ids, as it is and without its plural, are those of words of phrases. */
type Entry = WordEntry &
  OpeningWord & {
    id: number;
    rootId: number;
    begins: Beginnings | null;
    /** The last sentence in which it stood. */
    joinedIn: number;
  };
/** Phrases that a word begins, in order: whatever follows, and those with them that need one word to follow at once. */
type Beginnings = { any: readonly Phrase[]; before: ReadonlyMap<number, readonly Phrase[]> };
/** Of a word that stands in no phrase. */
const UNKNOWN = -1;

/** Whether a unit of the normalized text stands in words, by its code. */
const IN_WORDS = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  Number(/[a-z0-9œæ]/.test(String.fromCharCode(code))),
);
const HALF = 0xbd;
const GAP_MAX = 3;

function stem(word: string): string {
  const last = word.length > 3 ? word.charCodeAt(word.length - 1) : 0;
  return last === 115 || last === 120 ? word.slice(0, -1) : word;
}

function parsePhrase(source: string, owner: number, isHiding: boolean): Phrase {
  const words: Word[] = [];
  let gapBefore = 0;
  for (const part of stripAccents(source.toLowerCase()).match(/_|[a-z0-9œæ]+\*?/g) ?? []) {
    if (part === '_') gapBefore += GAP_MAX;
    else {
      const isPrefix = part.endsWith('*');
      words.push({ text: isPrefix ? part.slice(0, -1) : stem(part), id: UNKNOWN, isPrefix, gapBefore });
      gapBefore = 0;
    }
  }
  return { owner, isHiding, isAcronym: /^[A-Z]{2,6}$/.test(source), words, order: 0 };
}

const inOrder = (phrases: Iterable<Phrase>): Phrase[] => [...phrases].sort((a, b) => a.order - b.order);

function beginningsOf(phrases: readonly Phrase[]): Beginnings | null {
  const any: Phrase[] = [];
  const before = new Map<number, Phrase[]>();
  phrases.forEach((one, order) => {
    const phrase = { ...one, order };
    const next = phrase.words[1];
    if (!next || next.isPrefix || next.gapBefore > 0) any.push(phrase);
    else before.set(next.id, [...(before.get(next.id) ?? []), phrase]);
  });
  for (const [id, needing] of before) before.set(id, inOrder([...any, ...needing]));
  return phrases.length > 0 ? { any, before } : null;
}

/** Those that the next word lets begin here. */
function begunBy({ any, before }: Beginnings, next: Entry | null): readonly Phrase[] {
  if (!next || before.size === 0) return any;
  const byRoot = next.rootId === UNKNOWN ? undefined : before.get(next.rootId);
  const byWord = next.id === UNKNOWN || next.id === next.rootId ? undefined : before.get(next.id);
  if (byRoot && byWord) return inOrder(new Set([...byRoot, ...byWord]));
  return byRoot ?? byWord ?? any;
}

/**
 * Finds many phrases in one pass over the words of a text, at a cost that does not depend on how many phrases there are, and tells
 * which patterns these words allow.
 */
export class PhraseFinder {
  readonly #byWord = new Map<string, Phrase[]>();
  /** By their first two letters. */
  readonly #prefixes = new Map<string, Phrase[]>();
  readonly #ids = new Map<string, number>();
  readonly #vocabulary = new Vocabulary<Entry>();
  readonly #gates: Gates;
  /** Of the text that is being read: used again for the next one. */
  readonly #words: Entry[] = [];
  readonly #starts: number[] = [];
  #sentence = 0;

  /** `terms[i]` and `hides[i]` belong to owner `i`. */
  constructor(lists: readonly { terms: readonly string[]; hides: readonly string[] }[], gates: Gates) {
    this.#gates = gates;
    lists.forEach(({ terms, hides }, owner) => {
      for (const term of terms) this.#add(parsePhrase(term, owner, false));
      for (const hidden of hides) this.#add(parsePhrase(hidden, owner, true));
    });
  }

  #add(phrase: Phrase): void {
    const first = phrase.words[0];
    if (!first) return;
    for (const word of phrase.words) {
      if (!this.#ids.has(word.text)) this.#ids.set(word.text, this.#ids.size);
      word.id = this.#ids.get(word.text)!;
    }
    const [index, key] = first.isPrefix
      ? [this.#prefixes, first.text.slice(0, 2)]
      : [this.#byWord, first.text];
    index.set(key, [...(index.get(key) ?? []), phrase]);
  }

  /** Of a word met for the first time. */
  #newEntry(word: string, hash: number): Entry {
    const root = stem(word);
    const phrases = [
      ...(this.#byWord.get(root) ?? []),
      ...(this.#prefixes.get(word.slice(0, 2)) ?? []).filter((phrase) =>
        word.startsWith(phrase.words[0]!.text),
      ),
    ];
    const opened = this.#gates.openedBy(word);
    const idOf = (text: string): number => this.#ids.get(text) ?? UNKNOWN;
    const entry = {
      word,
      id: idOf(word),
      rootId: idOf(root),
      begins: beginningsOf(phrases),
      opened,
      openedParts: undefined,
      joinedIn: 0,
    };
    this.#vocabulary.add(entry, hash);
    return entry;
  }

  /**
   * Terms found between two offsets of a text, those that a hiding phrase of the same owner covers left out, and what its words
   * allow. Offsets of the hits count from the first.
   */
  find(text: Searched, from: number, to: number): { hits: readonly PhraseHit[]; opened: Opened } {
    const { codes, folded } = text;
    const words = this.#words;
    const starts = this.#starts;
    let count = 0;
    const bits = this.#gates.none();
    const sentence = ++this.#sentence;
    let isPending = false;
    let hasHalf = false;
    for (let i = from; i < to; i++) {
      let code = codes[i]!;
      if (code === HALF) hasHalf = true;
      if (IN_WORDS[code] === 0) continue;
      const start = i;
      let hash = 0;
      do {
        hash = (Math.imul(hash, 31) + code) | 0;
        code = ++i < to ? codes[i]! : 0;
      } while (IN_WORDS[code] === 1);
      if (code === HALF) hasHalf = true;
      const entry =
        this.#vocabulary.find(codes, start, i, hash) ??
        this.#newEntry(normalize(folded.slice(start, i)), hash);
      if (entry.opened !== null && entry.joinedIn !== sentence) {
        entry.joinedIn = sentence;
        joinFew(bits, entry.opened);
      }
      isPending ||= entry.begins !== null;
      words[count] = entry;
      starts[count++] = start;
    }
    if (hasHalf) join(bits, this.#gates.openedByNumber);
    const opened = this.#gates.opened(bits, words.slice(0, count), hasHalf);
    if (!isPending) return { hits: NO_HITS, opened };
    const hits: PhraseHit[] = [];
    const hidden: PhraseHit[] = [];
    for (let at = 0; at < count; at++) {
      const { begins } = words[at]!;
      if (begins === null) continue;
      for (const phrase of begunBy(begins, at + 1 < count ? words[at + 1]! : null)) {
        const last = matchFrom(words, count, at, phrase);
        if (last < 0) continue;
        const start = starts[at]!;
        if (phrase.isAcronym && !isUpperCase(folded, start, words[at]!.word.length)) continue;
        const end = starts[last]! + words[last]!.word.length;
        (phrase.isHiding ? hidden : hits).push({ owner: phrase.owner, start: start - from, end: end - from });
      }
    }
    if (hidden.length === 0) return { hits, opened };
    const isHidden = (hit: PhraseHit): boolean =>
      hidden.some((h) => h.owner === hit.owner && h.start < hit.end && hit.start < h.end);
    return { hits: hits.filter((hit) => !isHidden(hit)), opened };
  }
}

/** « CET » but neither « cet » nor « Cet »: a plural s may follow. */
const isUpperCase = (folded: string, start: number, length: number): boolean =>
  /^[A-Z]{2,6}s?$/.test(folded.slice(start, start + length));

/** Index of the last word of the phrase, or -1. Every gap takes the nearest word that fits. */
function matchFrom(words: readonly Entry[], count: number, at: number, phrase: Phrase): number {
  let last = at;
  for (let k = 1; k < phrase.words.length; k++) {
    const { text, id, isPrefix, gapBefore } = phrase.words[k]!;
    const limit = Math.min(last + 1 + gapBefore, count - 1);
    let found = -1;
    for (let i = last + 1; i <= limit; i++) {
      const word = words[i]!;
      if (isPrefix ? word.word.startsWith(text) : word.rootId === id || word.id === id) {
        found = i;
        break;
      }
    }
    if (found < 0) return -1;
    last = found;
  }
  return last;
}
