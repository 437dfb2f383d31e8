/** A set of document numbers, 32 to a word. All sets of one index have the same length. */
export type Bitset = Int32Array;

export const wordsFor = (documents: number): number => (documents + 31) >>> 5;

export const emptySet = (documents: number): Bitset => new Int32Array(wordsFor(documents));

export function fullSet(documents: number): Bitset {
  const set = emptySet(documents).fill(-1);
  const rest = documents & 31;
  if (rest > 0) set[set.length - 1] = (1 << rest) - 1;
  return set;
}

export const add = (set: Bitset, number: number): void => {
  set[number >>> 5]! |= 1 << (number & 31);
};

export const remove = (set: Bitset, number: number): void => {
  set[number >>> 5]! &= ~(1 << (number & 31));
};

export const has = (set: Bitset, number: number): boolean =>
  ((set[number >>> 5]! >>> (number & 31)) & 1) === 1;

export function addAll(set: Bitset, numbers: Int32Array, from = 0, to = numbers.length): void {
  for (let i = from; i < to; i++) add(set, numbers[i]!);
}

export function unite(target: Bitset, other: Bitset): void {
  for (let i = 0; i < target.length; i++) target[i]! |= other[i]!;
}

export function intersect(target: Bitset, other: Bitset): void {
  for (let i = 0; i < target.length; i++) target[i]! &= other[i]!;
}

/** A set, and the places of its words of which every other one is empty: work within it looks at these alone. */
export type Members = { set: Bitset; used: Int32Array };

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function sizeOf({ set, used }: Members): number {
  let size = 0;
  for (let i = 0; i < used.length; i++) size += bitsIn(set[used[i]!]!);
  return size;
}

/** Size of the intersection of one, two or three sets. */
export function sizeOfAll(first: Bitset, second = first, third = first): number {
  let size = 0;
  for (let i = 0; i < first.length; i++) size += bitsIn(first[i]! & second[i]! & third[i]!);
  return size;
}

/**
 * Size of the intersection of a set with the union of others. The longest loop of a search: it counts empty words too,
 * for to look whether one is empty takes longer, and it holds the steps of `bitsIn`, which is not always inlined.
 */
export function sizeOfIntersection({ set, used }: Members, others: readonly Bitset[]): number {
  const [first, second = first, third = first] = others;
  if (!first || !second || !third) return 0;
  let size = 0;
  for (let i = 0; i < used.length; i++) {
    const at = used[i]!;
    let word = first[at]! | second[at]! | third[at]!;
    for (let other = 3; other < others.length; other++) word |= others[other]![at]!;
    word &= set[at]!;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    size += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return size;
}

export function subtract({ set, used }: Members, other: Bitset): void {
  for (let i = 0; i < used.length; i++) set[used[i]!]! &= ~other[used[i]!]!;
}

/** Place of the lowest member of a word that is not empty. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);

/** Calls `visit` with each number of the set in order, until it returns false. It may take the number out of the set. */
export function forEach({ set, used }: Members, visit: (number: number) => boolean | void): void {
  for (let i = 0; i < used.length; i++) {
    const at = used[i]!;
    for (let word = set[at]!; word !== 0; word &= word - 1) {
      if (visit((at << 5) + lowestBit(word)) === false) return;
    }
  }
}
