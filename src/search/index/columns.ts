import type { IndexReader, IndexWriter } from '#db/search/store.ts';
import { addAll, type Bitset, emptySet, forEach, type Members, sizeOf, unite } from './bitset.ts';
import {
  listAt,
  type Lists,
  offsetsOf,
  packLists,
  readLists,
  readShorts,
  readTexts,
  writeLists,
  writeNumbers,
  writeTexts,
} from './parts.ts';

/** Codes each employer has none, one or several of, with the employers of each. */
export type Column = {
  codes: string[];
  /** How many employers have each code. */
  totals: readonly number[];
  places: Map<string, number>;
  /** Adds the employers that have the code. */
  addMembers(target: Bitset, place: number): void;
  /** The employers that have one of the codes, added to `empty` or in a set of the column: read, never changed. */
  members(places: readonly number[], empty: Bitset): Bitset;
  /** Adds one to `counts[code]` for each code of each of the members. */
  count(members: Members, counts: Int32Array): void;
  /** Places of the codes of an employer. */
  of(number: number): Int32Array;
  /** Place of the only code of an employer; -1 where it has none, -2 where it has several. */
  only(number: number): number;
};

/** A set for each code up to this many: 20 MB at 150,000 employers. Beyond, a list for each. */
const MOST_SETS = 1000;

/** `codesOf[number]`: codes of an employer, each once. */
export function writeColumn(
  writer: IndexWriter,
  name: string,
  codesOf: readonly (readonly string[])[],
): void {
  const codes = [...new Set(codesOf.flat())].sort();
  const places = new Map(codes.map((code, i) => [code, i]));
  writeTexts(writer, `${name}.codes`, codes);
  writeLists(writer, name, packLists(codesOf.map((list) => list.map((code) => places.get(code)!))));
  // The first code again, plus one, in a form quick to count: most employers have one place, all have one sector.
  writeNumbers(
    writer,
    `${name}.first`,
    Uint16Array.from(codesOf, ([code]) => (code ? places.get(code)! + 1 : 0)),
  );
}

export function readColumn(reader: IndexReader, name: string): Column {
  const codes = readTexts(reader, `${name}.codes`);
  const lists: Lists = readLists(reader, name);
  const first = readShorts(reader, `${name}.first`);
  const { offsets, values } = lists;
  const members = invert(lists, codes.length);
  const totals = codes.map((_, place) => listAt(members, place).length);
  const isSparse = codes.length > MOST_SETS;
  const sets = isSparse ? [] : codes.map((_, place) => setOf(listAt(members, place), reader.documents));
  const isSingle =
    values.length <= reader.documents && first.every((_, n) => offsets[n + 1]! - offsets[n]! <= 1);
  const addMembers = (target: Bitset, place: number): void =>
    isSparse ? addAll(target, listAt(members, place)) : unite(target, sets[place]!);
  return {
    codes,
    totals,
    places: new Map(codes.map((code, i) => [code, i])),
    addMembers,
    members(places, empty) {
      const [first] = places;
      if (places.length === 1 && !isSparse) return sets[first!]!;
      for (const place of places) addMembers(empty, place);
      return empty;
    },
    of: (number) => values.subarray(offsets[number], offsets[number + 1]),
    only: (number) => (offsets[number + 1]! - offsets[number]! > 1 ? -2 : first[number]! - 1),
    count(found, counts) {
      // The bare list of everyone is what is asked for most, and the longest to count.
      if (found.used.length === found.set.length && sizeOf(found) === reader.documents) {
        totals.forEach((total, i) => (counts[i]! += total));
        return;
      }
      if (isSingle) {
        forEach(found, (number) => {
          const code = first[number]!;
          if (code > 0) counts[code - 1]!++;
        });
        return;
      }
      forEach(found, (number) => {
        for (let i = offsets[number]!; i < offsets[number + 1]!; i++) counts[values[i]!]!++;
      });
    },
  };
}

function setOf(numbers: Int32Array, documents: number): Bitset {
  const set = emptySet(documents);
  addAll(set, numbers);
  return set;
}

/** The employers of each code, in order, from the codes of each employer. */
function invert({ offsets, values }: Lists, codes: number): Lists {
  const starts = offsetsOf(codes, (visit) => values.forEach(visit));
  const next = starts.slice();
  const members = new Int32Array(values.length);
  for (let number = 0; number < offsets.length - 1; number++)
    for (let i = offsets[number]!; i < offsets[number + 1]!; i++) members[next[values[i]!]!++] = number;
  return { offsets: starts, values: members };
}
