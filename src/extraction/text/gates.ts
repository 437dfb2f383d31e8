import { alternativesOf } from './alternatives.ts';
import { Letters, isSet, join } from './letters.ts';
import type { Bits } from './letters.ts';
import { needsOf } from './needs.ts';

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

/** A word with what it opens; `openedParts` is looked up when first asked for. */
export type OpeningWord = {
  readonly word: string;
  opened: Bits | null;
  openedParts: Bits | null | undefined;
};
/** The place of an expression, and its alternatives from `first` on; `rest`: those that any text may match. */
type Place = {
  place: number;
  parts: { first: number; tests: readonly RegExp[]; rest: RegExp | null } | null;
};
/** What the words of one text or of several together allow. */
export class Opened {
  readonly #places: ReadonlyMap<RegExp, Place>;
  readonly #bits: Bits;
  /** Alternatives that each word allows, looked up when first asked for. */
  readonly #partsOf: () => readonly Bits[];
  #parts: readonly Bits[] | null = null;
  /** Alternatives that all of them allow, 32 at a time. */
  readonly #known: number[] = [];

  constructor(places: ReadonlyMap<RegExp, Place>, bits: Bits, partsOf: () => readonly Bits[]) {
    this.#places = places;
    this.#bits = bits;
    this.#partsOf = partsOf;
  }

  #partsAt(block: number): number {
    const known = this.#known[block];
    if (known !== undefined) return known;
    this.#parts ??= this.#partsOf();
    let parts = 0;
    for (const bits of this.#parts) parts |= bits[block]!;
    return (this.#known[block] = parts);
  }

  /** False when the pattern cannot match: no word of the text holds letters that it needs. */
  allows(pattern: RegExp): boolean {
    const known = this.#places.get(pattern);
    return known === undefined || isSet(this.#bits, known.place);
  }

  /** `pattern.test(text)` for a text of these words: only the alternatives that they allow are tried. */
  matches(pattern: RegExp, text: string): boolean {
    const known = this.#places.get(pattern);
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
    const bits = this.#bits.slice();
    join(bits, other.#bits);
    return new Opened(this.#places, bits, () => [...this.#partsOf(), ...other.#partsOf()]);
  }
}

/**
 * Rules patterns out before they run. Most sentences hold no word that most patterns need, and the words are looked up once, for
 * all patterns together.
 */
export class Gates {
  readonly #places = new Map<RegExp, Place>();
  readonly #wholes: Letters;
  readonly #parts: Letters;

  constructor(patterns: Iterable<RegExp>) {
    const needed = [...new Set(patterns)].flatMap((pattern) => {
      const needs = needsOf(pattern.source);
      return needs ? [{ pattern, needs }] : [];
    });
    this.#wholes = new Letters(needed.map(({ needs }) => needs));
    const needsOfParts: NonNullable<ReturnType<typeof needsOf>>[] = [];
    needed.forEach(({ pattern }, place) => {
      const split = pattern.flags === '' ? alternativesOf(pattern.source) : [];
      const sources = split.length > 1 ? split : [];
      // Few alternatives stand in as few blocks as they can.
      while ((needsOfParts.length & 31) + sources.length > 32 && (needsOfParts.length & 31) !== 0)
        needsOfParts.push([]);
      const first = needsOfParts.length;
      const tests: RegExp[] = [];
      const others: string[] = [];
      for (const source of sources) {
        const needs = needsOf(source);
        if (needs) {
          tests.push(new RegExp(source));
          needsOfParts.push(needs);
        } else others.push(source);
      }
      const rest = others.length > 0 ? new RegExp(others.join('|')) : null;
      this.#places.set(pattern, { place, parts: sources.length > 0 ? { first, tests, rest } : null });
    });
    this.#parts = new Letters(needsOfParts);
  }

  none(): Bits {
    return this.#wholes.none();
  }

  /** What a number allows that no word prints: « ½ ». */
  get openedByNumber(): Bits {
    return this.#wholes.openedByNumber;
  }

  /** What one word allows, or null when that is nothing. */
  openedBy(word: string): Bits | null {
    return this.#wholes.openedBy(word);
  }

  /** `hasNumber`: a number stands among the words that none of them prints. */
  opened(bits: Bits, words: readonly OpeningWord[], hasNumber: boolean): Opened {
    return new Opened(this.#places, bits, () => {
      const parts = hasNumber ? [this.#parts.openedByNumber] : [];
      for (const one of words) {
        if (one.opened === null) continue;
        if (one.openedParts === undefined) one.openedParts = this.#parts.openedBy(one.word);
        if (one.openedParts) parts.push(one.openedParts);
      }
      return parts;
    });
  }
}
