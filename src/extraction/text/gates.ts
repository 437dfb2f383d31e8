import { isNumberWord } from '../numbers/words.ts';
import { needsOf } from './needs.ts';

/** Patterns that the words of a sentence let match, as bits. */
export type Bits = number[];
type Node = { next: Map<string, Node>; parts: Bits | null; wholes: Bits | null };

const SETS_MAX = 50_000;

/** Read as shares: « à parts égales ». */
const HALVES = /^(?:egales?|moitie|parite)$/;

const GATED: RegExp[] = [];

/** For an expression that runs on many sentences and matches few: their words tell first whether it may. */
export const gated = (pattern: RegExp): RegExp => {
  GATED.push(pattern);
  return pattern;
};
export const gatedPatterns = (): readonly RegExp[] => GATED;

/** Whether a sentence or a title matches, asked of its words first. */
export const holds = ({ plain, opened }: { plain: string; opened: Opened }, pattern: RegExp): boolean =>
  opened.allows(pattern) && pattern.test(plain);

/** What the words of one text or of several together allow. */
export class Opened {
  readonly #places: ReadonlyMap<RegExp, number>;
  readonly #bits: Bits;

  constructor(places: ReadonlyMap<RegExp, number>, bits: Bits) {
    this.#places = places;
    this.#bits = bits;
  }

  /** False when the pattern cannot match: no word of the text holds letters that it needs. */
  allows(pattern: RegExp): boolean {
    const place = this.#places.get(pattern);
    return place === undefined || ((this.#bits[place >> 5]! >> (place & 31)) & 1) === 1;
  }

  with(other: Opened): Opened {
    const bits = this.#bits.slice();
    for (let i = 0; i < bits.length; i++) bits[i]! |= other.#bits[i]!;
    return new Opened(this.#places, bits);
  }
}

/**
 * Rules patterns out before they run. Most sentences hold no word that most patterns need, and the words are looked up once, for
 * all patterns together.
 */
export class Gates {
  readonly #places = new Map<RegExp, number>();
  readonly #root: Node = { next: new Map(), parts: null, wholes: null };
  readonly #nothing: Bits;
  /** What words allow, each set once: most words allow the same few. */
  readonly #sets = new Map<string, Bits>();

  constructor(patterns: Iterable<RegExp>) {
    const needed = [...new Set(patterns)].flatMap((pattern) => {
      const needs = needsOf(pattern.source);
      return needs ? [{ pattern, needs }] : [];
    });
    this.#nothing = new Array<number>(Math.ceil(needed.length / 32)).fill(0);
    needed.forEach(({ pattern, needs }, place) => {
      this.#places.set(pattern, place);
      for (const { part, isWhole } of needs) {
        const node = this.#nodeOf(part);
        const bits = isWhole ? (node.wholes ??= this.none()) : (node.parts ??= this.none());
        bits[place >> 5]! |= 1 << (place & 31);
      }
    });
  }

  #nodeOf(part: string): Node {
    let node = this.#root;
    for (const letter of part) {
      let next = node.next.get(letter);
      if (!next) node.next.set(letter, (next = { next: new Map(), parts: null, wholes: null }));
      node = next;
    }
    return node;
  }

  none(): Bits {
    return this.#nothing.slice();
  }

  /** What a number allows that no word prints: « ½ ». */
  get openedByNumber(): Bits {
    return this.#root.parts ?? this.none();
  }

  /** What one word allows, or null when that is nothing. */
  openedBy(word: string): Bits | null {
    let found: Bits | null = null;
    const add = (bits: Bits | null): void => {
      if (!bits) return;
      found ??= this.none();
      for (let i = 0; i < bits.length; i++) found[i]! |= bits[i]!;
    };
    for (const letters of word.match(/[a-z0-9]+/g) ?? []) {
      if (/\d/.test(letters) || isNumberWord(letters) || HALVES.test(letters)) add(this.#root.parts);
      for (let start = 0; start < letters.length; start++) {
        let node: Node | undefined = this.#root;
        for (let i = start; i < letters.length; i++) {
          node = node.next.get(letters[i]!);
          if (!node) break;
          add(node.parts);
          if (start === 0 && i === letters.length - 1) add(node.wholes);
        }
      }
    }
    return found && this.#shared(found);
  }

  #shared(bits: Bits): Bits {
    const key = bits.join();
    const known = this.#sets.get(key);
    if (this.#sets.size >= SETS_MAX) this.#sets.clear();
    if (!known) this.#sets.set(key, bits);
    return known ?? bits;
  }

  opened(bits: Bits): Opened {
    return new Opened(this.#places, bits);
  }
}
