import { alternativesOf } from './alternatives.ts';
import { Letters, fewOf, isSet, join } from './letters.ts';
import type { Bits, FewBits } from './letters.ts';
import { furtherNeedsOf, needsNumber, needsOf } from './needs.ts';
import type { Need } from './needs.ts';

const GATED: RegExp[] = [];

/** For an expression that runs on many sentences and matches few: their words tell first whether it may. */
export const gated = (pattern: RegExp): RegExp => {
  GATED.push(pattern);
  return pattern;
};
export const gatedPatterns = (): readonly RegExp[] => GATED;

/** Whether a sentence or a title matches, asked of its words first. */
export const holds = ({ plain, opened }: { plain: string; opened: Opened }, pattern: RegExp): boolean =>
  opened.matches(pattern, plain);

/** Where such a line matches, asked of its words first. */
export const matchIn = (line: { plain: string; opened: Opened }, pattern: RegExp): RegExpExecArray | null =>
  line.opened.allows(pattern) ? pattern.exec(line.plain) : null;

/** A word with what it opens; `openedParts` is looked up when first asked for. */
export type OpeningWord = {
  readonly word: string;
  opened: FewBits | null;
  openedParts: Bits | null | undefined;
};
/** The place of an expression, and its alternatives from `first` on; `rest`: those that any text may match. */
type Place = {
  place: number;
  parts: { first: number; tests: readonly RegExp[]; rest: RegExp | null } | null;
};
/**
 * `parts`: in turn which words 32 alternatives need, and which second ones; `free`: those that need no second word, `bare`: those that
 * need no number, 32 at a time; `number`: the place of a number.
 */
type Table = { places: ReadonlyMap<RegExp, Place>; parts: Letters; free: Bits; bare: Bits; number: number };

/** What the words of one text or of several together allow. */
export class Opened {
  readonly #table: Table;
  readonly #bits: Bits;
  readonly #words: readonly OpeningWord[];
  readonly #hasNumber: boolean;
  /** Texts read together with these words. */
  readonly #others: readonly Opened[];
  /** What its words open, looked up when first asked for. */
  #parts: readonly Bits[] | null = null;
  /** One behind the other: a block, its alternatives of which a word is one that they need, those of which one is the second. */
  readonly #known: number[] = [];

  /** `hasNumber`: a number stands among the words that none of them prints. */
  constructor(
    table: Table,
    bits: Bits,
    words: readonly OpeningWord[],
    hasNumber: boolean,
    others: readonly Opened[] = NONE,
  ) {
    this.#table = table;
    this.#bits = bits;
    this.#words = words;
    this.#hasNumber = hasNumber;
    this.#others = others;
  }

  /** Where a block is known. */
  #placeOf(block: number): number {
    const known = this.#known;
    let at = 0;
    while (at < known.length && known[at] !== block) at += 3;
    if (at < known.length) return at;
    let first = 0;
    let second = 0;
    for (const bits of (this.#parts ??= this.#lookUpParts())) {
      first |= bits[2 * block]!;
      second |= bits[2 * block + 1]!;
    }
    for (const other of this.#others) {
      const there = other.#placeOf(block);
      first |= other.#known[there + 1]!;
      second |= other.#known[there + 2]!;
    }
    known.push(block, first, second);
    return at;
  }

  /** Alternatives of a block that all of them allow. */
  #partsAt(block: number): number {
    const at = this.#placeOf(block);
    const open = this.#known[at + 1]! & (this.#known[at + 2]! | this.#table.free[block]!);
    return isSet(this.#bits, this.#table.number) ? open : open & this.#table.bare[block]!;
  }

  #lookUpParts(): readonly Bits[] {
    const { parts } = this.#table;
    const found = this.#hasNumber ? [parts.openedByNumber] : [];
    for (const one of this.#words) {
      if (one.openedParts === undefined) one.openedParts = parts.openedBy(one.word);
      if (one.openedParts) found.push(one.openedParts);
    }
    return found;
  }

  /** False when the pattern cannot match: no word of the text holds letters that it needs. */
  allows(pattern: RegExp): boolean {
    const known = this.#table.places.get(pattern);
    return known === undefined || isSet(this.#bits, known.place);
  }

  /** `pattern.test(text)` for a text of these words: only the alternatives that they allow are tried. */
  matches(pattern: RegExp, text: string): boolean {
    const known = this.#table.places.get(pattern);
    if (known === undefined) return pattern.test(text);
    if (!isSet(this.#bits, known.place)) return false;
    if (!known.parts) return pattern.test(text);
    const { first, tests, rest } = known.parts;
    const end = first + tests.length;
    for (let block = first >> 5; block << 5 < end; block++) {
      const start = Math.max(first, block << 5);
      let open = this.#partsAt(block) >>> (start & 31);
      for (let at = start; open !== 0 && at < end; at++, open >>>= 1)
        if ((open & 1) === 1 && tests[at - first]!.test(text)) return true;
    }
    return rest?.test(text) ?? false;
  }

  with(other: Opened): Opened {
    return this.withAll([other]);
  }

  withAll(others: readonly Opened[]): Opened {
    if (others.length === 0) return this;
    const bits = this.#bits.slice();
    for (const other of others) join(bits, other.#bits);
    return new Opened(this.#table, bits, this.#words, this.#hasNumber, [...this.#others, ...others]);
  }
}
const NONE: readonly Opened[] = [];

type Split = Omit<NonNullable<Place['parts']>, 'first'>;
const NOT_SPLIT: Split = { tests: [], rest: null };
const splits = new Map<string, Split>();

/** The alternatives that need some word, each by itself, and all others together: worked out once, however many extractors use them. */
function splitOf(source: string): Split {
  let split = splits.get(source);
  if (!split) {
    const sources = alternativesOf(source);
    const tests = sources.filter((one) => needsOf(one)).map((one) => new RegExp(one));
    const others = sources.filter((one) => !needsOf(one));
    splits.set(source, (split = { tests, rest: others.length > 0 ? new RegExp(others.join('|')) : null }));
  }
  return split;
}

/**
 * Rules patterns out before they run. Most sentences hold no word that most patterns need, and the words are looked up once, for
 * all patterns together.
 */
export class Gates {
  readonly #table: Table;
  readonly #wholes: Letters;

  constructor(patterns: Iterable<RegExp>) {
    const needed = [...new Set(patterns)].flatMap((pattern) => {
      const needs = needsOf(pattern.source);
      return needs ? [{ pattern, needs }] : [];
    });
    this.#wholes = new Letters([...needed.map(({ needs }) => needs), needsOf('\\d')!]);
    const places = new Map<RegExp, Place>();
    const first: (readonly Need[])[] = [];
    const second: (readonly Need[])[] = [];
    const numbered = new Set<number>();
    needed.forEach(({ pattern }, place) => {
      const { tests, rest } = pattern.flags === '' ? splitOf(pattern.source) : NOT_SPLIT;
      // Few alternatives stand in as few blocks as they can.
      while ((first.length & 31) + tests.length > 32 && (first.length & 31) !== 0) first.push([]);
      places.set(pattern, { place, parts: tests.length > 0 ? { first: first.length, tests, rest } : null });
      for (const { source } of tests) {
        second[first.length] = furtherNeedsOf(source) ?? [];
        if (needsNumber(source)) numbered.add(first.length);
        first.push(needsOf(source)!);
      }
    });
    while ((first.length & 31) !== 0) first.push([]);
    const free = new Array<number>(first.length >> 5).fill(0);
    const bare = new Array<number>(first.length >> 5).fill(0);
    first.forEach((_, at) => {
      if (!second[at]?.length) free[at >> 5]! |= 1 << (at & 31);
      if (!numbered.has(at)) bare[at >> 5]! |= 1 << (at & 31);
    });
    const needs: (readonly Need[])[] = [];
    for (let at = 0; at < first.length; at += 32)
      for (const all of [first, second]) for (let i = at; i < at + 32; i++) needs.push(all[i] ?? []);
    const parts = new Letters(needs);
    this.#table = { places, parts, free, bare, number: needed.length };
  }

  none(): Bits {
    return this.#wholes.none();
  }

  /** What a number allows that no word prints: « ½ ». */
  get openedByNumber(): Bits {
    return this.#wholes.openedByNumber;
  }

  /** What one word allows, or null when that is nothing. */
  openedBy(word: string): FewBits | null {
    const bits = this.#wholes.openedBy(word);
    return bits && fewOf(bits);
  }

  opened(bits: Bits, words: readonly OpeningWord[], hasNumber: boolean): Opened {
    return new Opened(this.#table, bits, words, hasNumber);
  }
}
