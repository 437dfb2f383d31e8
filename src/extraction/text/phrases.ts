import type { Bits, Gates, Opened } from './gates.ts';
import { stripAccents } from './normalize.ts';
import { Vocabulary } from './vocabulary.ts';
import type { WordEntry } from './vocabulary.ts';

type Word = { text: string; isPrefix: boolean; gapBefore: number };
type Phrase = { owner: number; isHiding: boolean; isAcronym: boolean; words: Word[] };

/** Offsets in the text that was searched. */
export type PhraseHit = { owner: number; start: number; end: number };

/** What one word may begin, and which patterns it allows. */
type Entry = WordEntry & { phrases: readonly Phrase[] | null; opened: Bits | null };

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 0x153 || code === 0xe6;
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
      words.push({ text: isPrefix ? part.slice(0, -1) : stem(part), isPrefix, gapBefore });
      gapBefore = 0;
    }
  }
  return { owner, isHiding, isAcronym: /^[A-Z]{2,6}$/.test(source), words };
}

/**
 * Finds many phrases in one pass over the words of a text, at a cost that does not depend on how many phrases there are, and tells
 * which patterns these words allow.
 */
export class PhraseFinder {
  readonly #byWord = new Map<string, Phrase[]>();
  /** By their first two letters. */
  readonly #prefixes = new Map<string, Phrase[]>();
  readonly #vocabulary = new Vocabulary<Entry>();
  readonly #gates: Gates;

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
    const [index, key] = first.isPrefix
      ? [this.#prefixes, first.text.slice(0, 2)]
      : [this.#byWord, first.text];
    index.set(key, [...(index.get(key) ?? []), phrase]);
  }

  #entryOf(plain: string, start: number, end: number, hash: number): Entry {
    const known = this.#vocabulary.find(plain, start, end, hash);
    if (known) return known;
    const word = plain.slice(start, end);
    const phrases = [
      ...(this.#byWord.get(stem(word)) ?? []),
      ...(this.#prefixes.get(word.slice(0, 2)) ?? []).filter((phrase) =>
        word.startsWith(phrase.words[0]!.text),
      ),
    ];
    const entry = { word, phrases: phrases.length > 0 ? phrases : null, opened: this.#gates.openedBy(word) };
    this.#vocabulary.add(entry, hash);
    return entry;
  }

  /**
   * Terms found in normalized text (`raw`: the same as printed, for acronyms), those that a hiding phrase of the same owner covers
   * left out, and what its words allow.
   */
  find(plain: string, raw: string): { hits: PhraseHit[]; opened: Opened } {
    const words: string[] = [];
    const starts: number[] = [];
    const pending: { at: number; phrases: readonly Phrase[] }[] = [];
    const bits = this.#gates.none();
    const open = (opened: Bits): void => {
      for (let i = 0; i < opened.length; i++) bits[i]! |= opened[i]!;
    };
    for (let i = 0; i < plain.length; i++) {
      let code = plain.charCodeAt(i);
      if (code === HALF) open(this.#gates.openedByNumber);
      if (!isWordCode(code)) continue;
      const start = i;
      let hash = 0;
      do {
        hash = (Math.imul(hash, 31) + code) | 0;
        code = plain.charCodeAt(++i);
      } while (isWordCode(code));
      const { word, phrases, opened } = this.#entryOf(plain, start, i, hash);
      if (opened) open(opened);
      if (phrases) pending.push({ at: words.length, phrases });
      words.push(word);
      starts.push(start);
      i--;
    }
    const opened = this.#gates.opened(bits);
    const hits: PhraseHit[] = [];
    const hidden: PhraseHit[] = [];
    for (const { at, phrases } of pending) {
      for (const phrase of phrases) {
        const last = matchFrom(words, at, phrase);
        if (last < 0) continue;
        if (phrase.isAcronym && !isUpperCase(raw, starts[at]!, words[at]!.length)) continue;
        const hit = { owner: phrase.owner, start: starts[at]!, end: starts[last]! + words[last]!.length };
        (phrase.isHiding ? hidden : hits).push(hit);
      }
    }
    if (hidden.length === 0) return { hits, opened };
    const isHidden = (hit: PhraseHit): boolean =>
      hidden.some((h) => h.owner === hit.owner && h.start < hit.end && hit.start < h.end);
    return { hits: hits.filter((hit) => !isHidden(hit)), opened };
  }
}

/** « CET » but neither « cet » nor « Cet »: a plural s may follow. */
const isUpperCase = (raw: string, start: number, length: number): boolean =>
  /^[A-Z]{2,6}s?$/.test(raw.slice(start, start + length));

/** Index of the last word of the phrase, or -1. Every gap takes the nearest word that fits. */
function matchFrom(words: string[], at: number, phrase: Phrase): number {
  let last = at;
  for (let k = 1; k < phrase.words.length; k++) {
    const wanted = phrase.words[k]!;
    let found = -1;
    for (let i = last + 1; i <= last + 1 + wanted.gapBefore && i < words.length; i++) {
      const word = words[i]!;
      if (
        wanted.isPrefix ? word.startsWith(wanted.text) : word === wanted.text || stem(word) === wanted.text
      ) {
        found = i;
        break;
      }
    }
    if (found < 0) return -1;
    last = found;
  }
  return last;
}
