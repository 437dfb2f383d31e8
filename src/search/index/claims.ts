import type { IndexReader, IndexWriter } from '#db/search/store.ts';
import { SHOWN_STATES } from '#domain/claim.ts';
import {
  add,
  addAll,
  type Bitset,
  emptySet,
  has,
  type Members,
  sizeOfIntersection,
  unite,
} from './bitset.ts';
import {
  listAt,
  offsetsOf,
  packLists,
  readInts,
  readLists,
  readTexts,
  writeLists,
  writeNumbers,
  writeTexts,
} from './parts.ts';

/** A benefit, a family, or any benefit at all: what a claim can be asked to be about. */
export type Topic = string;
export const ANY_TOPIC: Topic = '*';
export const benefitTopic = (id: string): Topic => `b:${id}`;
export const familyTopic = (id: string): Topic => `f:${id}`;

export const STATES = SHOWN_STATES.length;

/** Who holds a claim on what, in which state, and where it counts. A slot is a topic in a state. */
export type ClaimIndex = {
  topics: Map<Topic, number>;
  /** By slot: a claim that counts wherever the employer is. Null = nobody. */
  wide: (Bitset | null)[];
  /** By slot: a claim that counts somewhere. */
  anywhere: (Bitset | null)[];
  /** By slot: claims that count in some places of their employer and not in all. Null = none. */
  scoped: (Scoped | null)[];
  /** The same rows by employer: row `i` of one is slot `slots[i]` and place `places[i]`. Made when first asked for. */
  scopedOf: () => ScopedOf;
};

/** One row for each claim and place where it counts, in order of place, then of employer. */
export type Scoped = { places: Int32Array; numbers: Int32Array };

/** Rows of employer `n`: from `offsets[n]` to `offsets[n + 1]`. */
export type ScopedOf = { offsets: Int32Array; slots: Int32Array; places: Int32Array };

/** Claims of one employer on one topic in one state. `places`: null = wherever the employer is. */
export type ClaimEntry = { topic: number; state: number; number: number; places: number[] | null };

/** Rows of places and employers as `Scoped` has them, each once. */
export function packScoped(rows: readonly (readonly [place: number, number: number])[]): Scoped {
  const sorted = rows.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const once = sorted.filter(([place, number], i) => {
    const before = sorted[i - 1];
    return place !== before?.[0] || number !== before[1];
  });
  return {
    places: Int32Array.from(once, ([place]) => place),
    numbers: Int32Array.from(once, ([, number]) => number),
  };
}

/** Writes claims; entries come in any order. */
export function writeClaims(
  writer: IndexWriter,
  { topics, documents }: { topics: Topic[]; documents: number },
  entries: Iterable<ClaimEntry>,
): void {
  const wide: (Bitset | undefined)[] = [];
  const scoped: ([number, number][] | undefined)[] = [];
  for (const { topic, state, number, places } of entries) {
    const slot = topic * STATES + state;
    if (places === null) add((wide[slot] ??= emptySet(documents)), number);
    for (const place of places ?? []) (scoped[slot] ??= []).push([place, number]);
  }
  const slots = [...wide.keys()].filter((slot) => wide[slot]);
  const packed = Array.from({ length: topics.length * STATES }, (_, slot) => packScoped(scoped[slot] ?? []));
  writeTexts(writer, 'claims.topics', topics);
  writeNumbers(writer, 'claims.wide.slots', Int32Array.from(slots));
  writeLists(writer, 'claims.wide', packLists(slots.map((slot) => wide[slot]!)));
  writeLists(writer, 'claims.scoped.places', packLists(packed.map(({ places }) => places)));
  writeLists(writer, 'claims.scoped.numbers', packLists(packed.map(({ numbers }) => numbers)));
}

export function readClaims(reader: IndexReader): ClaimIndex {
  const topics = readTexts(reader, 'claims.topics');
  const wide = new Array<Bitset | null>(topics.length * STATES).fill(null);
  const wideLists = readLists(reader, 'claims.wide');
  readInts(reader, 'claims.wide.slots').forEach((slot, i) => (wide[slot] = listAt(wideLists, i)));
  const [places, numbers] = [readLists(reader, 'claims.scoped.places'), readLists(reader, 'claims.scoped.numbers')]; // prettier-ignore
  const scoped = wide.map((_, slot): Scoped | null => {
    const rows = { places: listAt(places, slot), numbers: listAt(numbers, slot) };
    return rows.numbers.length > 0 ? rows : null;
  });
  return {
    topics: new Map(topics.map((topic, i) => [topic, i])),
    wide,
    anywhere: withScoped(wide, scoped, reader.documents),
    scoped,
    scopedOf: byEmployer(scoped, reader.documents),
  };
}

export function byEmployer(scoped: readonly (Scoped | null)[], documents: number): () => ScopedOf {
  let made: ScopedOf | null = null;
  return () => (made ??= makeByEmployer(scoped, documents));
}

function makeByEmployer(scoped: readonly (Scoped | null)[], documents: number): ScopedOf {
  const offsets = offsetsOf(documents, (visit) =>
    scoped.forEach((rows) => rows?.numbers.forEach((number) => visit(number))),
  );
  const next = offsets.slice();
  const slots = new Int32Array(offsets[documents]!);
  const places = new Int32Array(offsets[documents]!);
  scoped.forEach((rows, slot) =>
    rows?.numbers.forEach((number, row) => {
      const at = next[number]!++;
      slots[at] = slot;
      places[at] = rows.places[row]!;
    }),
  );
  return { offsets, slots, places };
}

/** By slot, who holds a claim that counts somewhere. */
export const withScoped = (
  wide: readonly (Bitset | null)[],
  scoped: readonly (Scoped | null)[],
  documents: number,
): (Bitset | null)[] =>
  wide.map((set, slot) => {
    const rows = scoped[slot];
    if (!rows) return set;
    const all = set?.slice() ?? emptySet(documents);
    addAll(all, rows.numbers);
    return all;
  });

/** Numbers of the places asked for, and the same as marks. */
export type Places = { numbers: number[]; marks: Uint8Array };

/** Where a claim has to count: anywhere, in one of some places, or wherever its employer is. */
export type Where = 'anywhere' | 'everywhere' | Places;

export function placesOf(numbers: readonly number[], known: number): Places {
  const marks = new Uint8Array(known + 1);
  for (const number of numbers) marks[number] = 1;
  return { numbers: [...new Set(numbers)], marks };
}

/** About as long as looking up one place. */
const ROWS_PER_LOOKUP = 16;

/** Calls `visit` with the employer of each row of one of the places. */
function forEachThere(rows: Scoped, { numbers, marks }: Places, visit: (number: number) => void): void {
  if (numbers.length * ROWS_PER_LOOKUP > rows.places.length) {
    for (let row = 0; row < rows.places.length; row++)
      if (marks[rows.places[row]!] === 1) visit(rows.numbers[row]!);
    return;
  }
  for (const place of numbers)
    for (let row = firstRow(rows, place); rows.places[row] === place; row++) visit(rows.numbers[row]!);
}

/** The first row not before this place. */
function firstRow({ places }: Scoped, place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Adds who holds a claim on the topic, in one of the states, that counts there; of sets, the words in the places `used`
 * alone, where given.
 */
export function addHolders(
  target: Bitset,
  claims: ClaimIndex,
  topic: number,
  states: readonly number[],
  where: Where,
  used?: Int32Array,
): void {
  for (const state of states) {
    const slot = topic * STATES + state;
    const set = where === 'anywhere' ? claims.anywhere[slot] : claims.wide[slot];
    if (set && used) for (let i = 0; i < used.length; i++) target[used[i]!]! |= set[used[i]!]!;
    else if (set) unite(target, set);
    const rows = claims.scoped[slot];
    if (rows && typeof where !== 'string') forEachThere(rows, where, (number) => add(target, number));
  }
}

/** How many of them hold such a claim. */
export function countHolders(
  claims: ClaimIndex,
  members: Members,
  topic: number,
  states: readonly number[],
  where: Where,
): number {
  const slots = states.map((state) => topic * STATES + state);
  const sets = where === 'anywhere' ? claims.anywhere : claims.wide;
  const wide = slots.flatMap((slot) => sets[slot] ?? []);
  let count = sizeOfIntersection(members, wide);
  if (typeof where === 'string') return count;
  const counted = new Set<number>();
  for (const slot of slots) {
    const rows = claims.scoped[slot];
    if (!rows) continue;
    forEachThere(rows, where, (number) => {
      if (!has(members.set, number) || counted.has(number) || wide.some((other) => has(other, number)))
        return;
      counted.add(number);
      count++;
    });
  }
  return count;
}
