import type { IndexReader, IndexWriter } from '#db/search/store.ts';
import type { Direction } from '#domain/search-values.ts';
import { add, type Bitset, emptySet } from './bitset.ts';
import { byEmployer, type ClaimIndex, packScoped, STATES, type Where, withScoped } from './claims.ts';
import { readFloats, readInts, readTexts, writeNumbers, writeTexts } from './parts.ts';

/** Values of claims: for each slot, rows from the smallest value to the largest, ties by number of employer. */
export type ValueIndex = {
  slots: Map<string, { from: number; to: number }>;
  /** Column by column: the value in thousandths, the employer, and `whereKey` of state and place. */
  values: Float64Array;
  numbers: Int32Array;
  keys: Int32Array;
  /** Places an employer can be in, and one more for none of them; a place equal to it is wherever they are. */
  base: number;
};

/** A value of one claim. `places`: null = wherever the employer is. */
export type ValueEntry = {
  slot: string;
  state: number;
  number: number;
  value: number;
  places: number[] | null;
};

export const slotName = (benefit: string, slot: string): string => `${benefit}.${slot}`;

const whereKey = (state: number, place: number, base: number): number => state * (base + 1) + place;

/** `known`: how many places there are. Entries come in any order. */
export function writeValues(writer: IndexWriter, known: number, entries: Iterable<ValueEntry>): void {
  const base = known + 1;
  type Row = { value: number; number: number; key: number };
  const rows = new Map<string, Row[]>();
  for (const { slot, state, number, value, places } of entries) {
    let of = rows.get(slot);
    if (!of) rows.set(slot, (of = []));
    for (const place of places ?? [base]) of.push({ value, number, key: whereKey(state, place, base) });
  }
  const lists = Array.from(rows.values(), (of) =>
    of.sort((a, b) => a.value - b.value || a.number - b.number),
  );
  const all = lists.flat();
  writeTexts(writer, 'values.slots', [...rows.keys()]);
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((of, i) => (offsets[i + 1] = offsets[i]! + of.length));
  writeNumbers(writer, 'values.offsets', offsets);
  writeNumbers(
    writer,
    'values.values',
    Float64Array.from(all, ({ value }) => value),
  );
  writeNumbers(writer, 'values.numbers', Int32Array.from(all, ({ number }) => number)); // prettier-ignore
  writeNumbers(
    writer,
    'values.keys',
    Int32Array.from(all, ({ key }) => key),
  );
}

export function readValues(reader: IndexReader, places: number): ValueIndex {
  const offsets = readInts(reader, 'values.offsets');
  const slots = readTexts(reader, 'values.slots');
  return {
    slots: new Map(slots.map((slot, i) => [slot, { from: offsets[i]!, to: offsets[i + 1]! }])),
    values: readFloats(reader, 'values.values'),
    numbers: readInts(reader, 'values.numbers'),
    keys: readInts(reader, 'values.keys'),
    base: places + 1,
  };
}

/** First row of `[from, to)` whose value is not below `value`. */
function firstFrom(values: Float64Array, from: number, to: number, value: number): number {
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (values[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The claims whose value is enough, as claims on one topic, numbered 0. About a millisecond for 100,000 of them. */
export function enough(
  index: ValueIndex,
  slot: string,
  asked: number,
  direction: Direction,
  documents: number,
): ClaimIndex {
  const { values, numbers, keys, base } = index;
  const { from: first, to: last } = index.slots.get(slot) ?? { from: 0, to: 0 };
  const from = direction === 'more' ? firstFrom(values, first, last, asked) : first;
  const to = direction === 'more' ? last : firstFrom(values, first, last, asked + 1);
  const wide = new Array<Bitset | null>(STATES).fill(null);
  const narrow = Array.from({ length: STATES }, (): [number, number][] => []);
  for (let row = from; row < to; row++) {
    const state = Math.floor(keys[row]! / (base + 1));
    const place = keys[row]! % (base + 1);
    if (place === base) add((wide[state] ??= emptySet(documents)), numbers[row]!);
    else narrow[state]!.push([place, numbers[row]!]);
  }
  const scoped = narrow.map((rows) => (rows.length > 0 ? packScoped(rows) : null));
  return {
    topics: new Map([['', 0]]),
    wide,
    anywhere: withScoped(wide, scoped, documents),
    scoped,
    scopedOf: byEmployer(scoped, documents),
  };
}

/** Does a value at this place of `keys` count there? */
export const isThere = (where: Where, place: number, { base }: ValueIndex): boolean =>
  where === 'anywhere' || place === base || (where !== 'everywhere' && where.marks[place] === 1);

/**
 * Calls `visit` with the employer and the place of each value that counts, the best value first, equal ones in order of number,
 * until it returns false. An employer comes back with each of its values.
 */
export function forEachBest(
  index: ValueIndex,
  slot: string,
  direction: Direction,
  { states, where }: { states: readonly number[]; where: Where },
  visit: (number: number, place: number) => boolean,
): void {
  const { values, numbers, keys, base } = index;
  const rows = index.slots.get(slot);
  if (!rows) return;
  const isCounting = (key: number): boolean => {
    const state = Math.floor(key / (base + 1));
    return states.includes(state) && isThere(where, key % (base + 1), index);
  };
  /** False when the visitor has seen enough. */
  const visitRows = (from: number, to: number): boolean => {
    for (let row = from; row < to; row++)
      if (isCounting(keys[row]!) && !visit(numbers[row]!, keys[row]! % (base + 1))) return false;
    return true;
  };
  if (direction === 'less') return void visitRows(rows.from, rows.to);
  for (let to = rows.to; to > rows.from;) {
    const from = firstFrom(values, rows.from, to, values[to - 1]!);
    if (!visitRows(from, to)) return;
    to = from;
  }
}
