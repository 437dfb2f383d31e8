import { isNumberWord } from '../numbers/words.ts';
import type { Need } from './needs.ts';
import { readAs } from './synonyms.ts';

/** Patterns that the words of a sentence let match, as bits. */
export type Bits = number[];
type Node = { next: Map<string, Node>; parts: Bits | null; wholes: Bits | null };

const SETS_MAX = 50_000;

/** Read as shares: « à parts égales ». */
const HALVES = /^(?:egales?|moitie|parite)$/;

export const isSet = (bits: Bits, place: number): boolean => ((bits[place >> 5]! >> (place & 31)) & 1) === 1;

export function join(bits: Bits, others: Bits): void {
  for (let i = 0; i < others.length; i++) bits[i]! |= others[i]!;
}

/** A reading cuts figures off: in « 5chaque » a word by itself stands behind the mark. */
const endsWord = (letters: string, at: number): boolean => {
  const beside = letters[at];
  return beside === undefined || (beside >= '0' && beside <= '9');
};

/** Bits of which most are none: each block that has some, behind its place. */
export type FewBits = readonly number[];
export const fewOf = (bits: Bits): FewBits => bits.flatMap((block, i) => (block === 0 ? [] : [i, block]));

export function joinFew(bits: Bits, others: FewBits): void {
  for (let i = 0; i < others.length; i += 2) bits[others[i]!]! |= others[i + 1]!;
}

/** Which places the letters of a word open: looked up once for all. */
export class Letters {
  readonly #root: Node = { next: new Map(), parts: null, wholes: null };
  readonly #nothing: Bits;
  /** What words allow, each set once: most words allow the same few. */
  readonly #sets = new Map<string, Bits>();

  /** Needs by place. */
  constructor(needs: readonly (readonly Need[])[]) {
    this.#nothing = new Array<number>(Math.ceil(needs.length / 32)).fill(0);
    needs.forEach((needed, place) => {
      for (const { part, isWhole } of needed) {
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

  /** What a number opens that no word prints: « ½ ». */
  get openedByNumber(): Bits {
    return this.#root.parts ?? this.#nothing;
  }

  /** What one word opens, or null when that is nothing. */
  openedBy(word: string): Bits | null {
    let found: Bits | null = null;
    const add = (bits: Bits | null): void => {
      if (bits) join((found ??= this.none()), bits);
    };
    const read = [...(word.match(/[a-z0-9]+/g) ?? []), ...readAs(word)];
    for (const letters of read) {
      if (/\d/.test(letters) || isNumberWord(letters) || HALVES.test(letters)) add(this.#root.parts);
      for (let start = 0; start < letters.length; start++) {
        let node: Node | undefined = this.#root;
        for (let i = start; i < letters.length; i++) {
          node = node.next.get(letters[i]!);
          if (!node) break;
          add(node.parts);
          if (endsWord(letters, start - 1) && endsWord(letters, i + 1)) add(node.wholes);
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
}
