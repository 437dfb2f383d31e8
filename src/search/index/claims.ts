import type { IndexReader, IndexWriter } from '#db/search/store.ts';
import { SHOWN_STATES } from '#domain/claim.ts';
import { add, addAll, type Bitset, emptySet, has, sizeOfIntersection, unite } from './bitset.ts';
import {
  listAt,
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

/** Who holds a claim on what, in which state, and where it counts. */
export type ClaimIndex = {
  topics: Map<Topic, number>;
  /** By topic and state: a claim that counts wherever the employer is. Null = nobody. */
  wide: (Bitset | null)[];
  /** By topic and state: a claim that counts somewhere. */
  anywhere: (Bitset | null)[];
  /** By topic, state and department: a claim that counts there and not everywhere; sorted. */
  scoped: Map<number, Int32Array>;
  /** Base of the keys of `scoped`: departments an employer can be in, and one more for none of them. */
  base: number;
};

/** Claims of one employer on one topic in one state. `departments`: null = wherever the employer is. */
export type ClaimEntry = { topic: number; state: number; number: number; departments: number[] | null };

/** Writes claims; entries come in any order. */
export function writeClaims(
  writer: IndexWriter,
  { topics, documents, departments }: { topics: Topic[]; documents: number; departments: number },
  entries: Iterable<ClaimEntry>,
): void {
  const wide: (Bitset | undefined)[] = [];
  const scoped = new Map<number, Set<number>>();
  for (const { topic, state, number, departments: places } of entries) {
    const slot = topic * STATES + state;
    if (places === null) add((wide[slot] ??= emptySet(documents)), number);
    for (const place of places ?? []) {
      const key = slot * (departments + 1) + place;
      let numbers = scoped.get(key);
      if (!numbers) scoped.set(key, (numbers = new Set()));
      numbers.add(number);
    }
  }
  const slots = [...wide.keys()].filter((slot) => wide[slot]);
  const keys = [...scoped.keys()].sort((a, b) => a - b);
  writeTexts(writer, 'claims.topics', topics);
  writeNumbers(writer, 'claims.wide.slots', Int32Array.from(slots));
  writeLists(writer, 'claims.wide', packLists(slots.map((slot) => wide[slot]!)));
  writeNumbers(writer, 'claims.scoped.keys', Int32Array.from(keys));
  writeLists(writer, 'claims.scoped', packLists(keys.map((key) => Int32Array.from(scoped.get(key)!).sort())));
}

export function readClaims(reader: IndexReader, departments: number): ClaimIndex {
  const topics = readTexts(reader, 'claims.topics');
  const wide = new Array<Bitset | null>(topics.length * STATES).fill(null);
  const wideLists = readLists(reader, 'claims.wide');
  readInts(reader, 'claims.wide.slots').forEach((slot, i) => (wide[slot] = listAt(wideLists, i)));
  const anywhere = [...wide];
  const base = departments + 1;
  const scoped = new Map<number, Int32Array>();
  const scopedLists = readLists(reader, 'claims.scoped');
  readInts(reader, 'claims.scoped.keys').forEach((key, i) => {
    const numbers = listAt(scopedLists, i);
    scoped.set(key, numbers);
    const slot = Math.floor(key / base);
    if (anywhere[slot] === wide[slot]) anywhere[slot] = wide[slot]?.slice() ?? emptySet(reader.documents);
    addAll(anywhere[slot]!, numbers);
  });
  return { topics: new Map(topics.map((topic, i) => [topic, i])), wide, anywhere, scoped, base };
}

/** Where a claim has to count: anywhere, in one of some departments, or wherever its employer is. */
export type Where = 'anywhere' | 'everywhere' | number[];

/** Adds who holds a claim on the topic, in one of the states, that counts there. */
export function addHolders(
  target: Bitset,
  claims: ClaimIndex,
  topic: number,
  states: readonly number[],
  where: Where,
): void {
  for (const state of states) {
    const slot = topic * STATES + state;
    const set = where === 'anywhere' ? claims.anywhere[slot] : claims.wide[slot];
    if (set) unite(target, set);
    if (typeof where === 'string') continue;
    for (const place of where) {
      const numbers = claims.scoped.get(slot * claims.base + place);
      if (numbers) addAll(target, numbers);
    }
  }
}

/** How many of `set` hold such a claim; `used`: places of the words of `set` that are not empty. */
export function countHolders(
  claims: ClaimIndex,
  { set, used }: { set: Bitset; used: Int32Array },
  topic: number,
  states: readonly number[],
  where: Where,
): number {
  const sets = (where === 'anywhere' ? claims.anywhere : claims.wide).slice(
    topic * STATES,
    (topic + 1) * STATES,
  );
  const wide = states.flatMap((state) => sets[state] ?? []);
  let count = sizeOfIntersection(set, wide, used);
  if (typeof where === 'string') return count;
  const counted = new Set<number>();
  for (const state of states)
    for (const place of where)
      for (const number of claims.scoped.get((topic * STATES + state) * claims.base + place) ?? [])
        if (has(set, number) && !counted.has(number) && !wide.some((other) => has(other, number))) {
          counted.add(number);
          count++;
        }
  return count;
}

/** Does this employer, who is in the department, hold such a claim there? */
export function isHolder(
  claims: ClaimIndex,
  topic: number,
  states: readonly number[],
  place: number,
  number: number,
): boolean {
  return states.some((state) => {
    const slot = topic * STATES + state;
    const set = claims.wide[slot];
    if (set && has(set, number)) return true;
    const numbers = claims.scoped.get(slot * claims.base + place);
    return numbers !== undefined && includesSorted(numbers, number);
  });
}

function includesSorted(numbers: Int32Array, wanted: number): boolean {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === wanted;
}
