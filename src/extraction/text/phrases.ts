import { stripAccents } from './normalize.ts';

type Word = { text: string; isPrefix: boolean; gapBefore: number };
type Phrase = { owner: number; isHiding: boolean; isAcronym: boolean; words: Word[] };

/** Offsets in the text that was searched. */
export type PhraseHit = { owner: number; start: number; end: number };

const WORD = /[a-z0-9œæ]+/g;
const GAP_MAX = 3;
const VOCABULARY_MAX = 60_000;

const stem = (word: string): string => (word.length > 3 && /[sx]$/.test(word) ? word.slice(0, -1) : word);

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

/** Finds many phrases in one pass over the words of a text, at a cost that does not depend on how many phrases there are. */
export class PhraseFinder {
  readonly #byWord = new Map<string, Phrase[]>();
  /** By their first two letters. */
  readonly #prefixes = new Map<string, Phrase[]>();
  #vocabulary = new Map<string, Phrase[] | null>();

  /** `terms[i]` and `hides[i]` belong to owner `i`. */
  constructor(lists: readonly { terms: readonly string[]; hides: readonly string[] }[]) {
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

  #startingWith(word: string): Phrase[] | null {
    const known = this.#vocabulary.get(word);
    if (known !== undefined) return known;
    const found = [
      ...(this.#byWord.get(stem(word)) ?? []),
      ...(this.#prefixes.get(word.slice(0, 2)) ?? []).filter((phrase) =>
        word.startsWith(phrase.words[0]!.text),
      ),
    ];
    if (this.#vocabulary.size > VOCABULARY_MAX) this.#vocabulary = new Map();
    const result = found.length > 0 ? found : null;
    this.#vocabulary.set(word, result);
    return result;
  }

  /** Terms found in normalized text (`raw`: the same as printed, for acronyms), those that a hiding phrase of the same owner covers left out. */
  find(plain: string, raw: string): PhraseHit[] {
    const words: string[] = [];
    const starts: number[] = [];
    const pending: { at: number; phrases: Phrase[] }[] = [];
    WORD.lastIndex = 0;
    for (let match = WORD.exec(plain); match; match = WORD.exec(plain)) {
      const phrases = this.#startingWith(match[0]);
      if (phrases) pending.push({ at: words.length, phrases });
      words.push(match[0]);
      starts.push(match.index);
    }
    if (pending.length === 0) return [];
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
    if (hidden.length === 0) return hits;
    return hits.filter(
      (hit) => !hidden.some((h) => h.owner === hit.owner && h.start < hit.end && hit.start < h.end),
    );
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
