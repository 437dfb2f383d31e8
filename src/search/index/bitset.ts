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

export function subtract(target: Bitset, other: Bitset): void {
  for (let i = 0; i < target.length; i++) target[i]! &= ~other[i]!;
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function sizeOf(set: Bitset): number {
  let size = 0;
  for (let i = 0; i < set.length; i++) if (set[i] !== 0) size += bitsIn(set[i]!);
  return size;
}

/** Places of the words of a set that are not empty: work within the set looks at these alone. */
export function usedWords(set: Bitset): Int32Array {
  const places = spareOf(set.length);
  let count = 0;
  for (let i = 0; i < set.length; i++) if (set[i] !== 0) places[count++] = i;
  return places.slice(0, count);
}

/** Who is in every one of the sets, of which there is one at least, with `usedWords` of the result. */
export function intersectionOf([first, ...others]: readonly Bitset[]): { set: Bitset; used: Int32Array } {
  const set = first!.slice();
  const places = spareOf(set.length);
  let count = 0;
  for (let i = 0; i < set.length; i++) {
    let word = set[i]!;
    for (let other = 0; word !== 0 && other < others.length; other++) word &= others[other]![i]!;
    set[i] = word;
    if (word !== 0) places[count++] = i;
  }
  return { set, used: places.slice(0, count) };
}

let spare: Int32Array = new Int32Array(0);
/** Room for this many numbers at least, of any content: whoever asks next has the same. */
export const spareOf = (length: number): Int32Array =>
  spare.length >= length ? spare : (spare = new Int32Array(length));

/** Size of the intersection of a set with the union of others; `used`: `usedWords(set)`. */
export function sizeOfIntersection(set: Bitset, others: readonly Bitset[], used: Int32Array): number {
  let size = 0;
  const [first, second, third, ...rest] = others;
  for (let i = 0; i < used.length; i++) {
    const at = used[i]!;
    let word = 0;
    if (first) word |= first[at]!;
    if (second) word |= second[at]!;
    if (third) word |= third[at]!;
    for (let other = 0; other < rest.length; other++) word |= rest[other]![at]!;
    word &= set[at]!;
    if (word !== 0) size += bitsIn(word);
  }
  return size;
}

/** Calls `visit` with each number of the set in order, until it returns false. */
export function forEach(set: Bitset, visit: (number: number) => boolean | void): void {
  for (let i = 0; i < set.length; i++)
    for (let word = set[i]!; word !== 0; word &= word - 1) {
      const bit = 31 - Math.clz32(word & -word);
      if (visit((i << 5) + bit) === false) return;
    }
}
