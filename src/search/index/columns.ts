import type { IndexReader, IndexWriter } from '#db/search/store.ts';
import { add, type Bitset, emptySet, forEach, sizeOf } from './bitset.ts';
import {
  type Lists,
  packLists,
  readLists,
  readShorts,
  readTexts,
  writeLists,
  writeNumbers,
  writeTexts,
} from './parts.ts';

/** Codes each employer has none, one or several of, with the set of employers of each. */
export type Column = {
  codes: string[];
  places: Map<string, number>;
  sets: Bitset[];
  /** Adds one to `counts[code]` for each code of each employer of the set. */
  count(set: Bitset, counts: Int32Array): void;
  /** Places of the codes of an employer. */
  of(number: number): Int32Array;
};

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
  const sets = codes.map(() => emptySet(reader.documents));
  for (let number = 0; number < reader.documents; number++)
    for (let i = offsets[number]!; i < offsets[number + 1]!; i++) add(sets[values[i]!]!, number);
  // The bare list of everyone is what is asked for most, and the longest to count.
  const totals = sets.map(sizeOf);
  const isSingle =
    values.length <= reader.documents && first.every((_, n) => offsets[n + 1]! - offsets[n]! <= 1);
  return {
    codes,
    places: new Map(codes.map((code, i) => [code, i])),
    sets,
    of: (number) => values.subarray(offsets[number], offsets[number + 1]),
    count(set, counts) {
      if (sizeOf(set) === reader.documents) {
        totals.forEach((total, i) => (counts[i]! += total));
        return;
      }
      if (isSingle) {
        forEach(set, (number) => {
          const code = first[number]!;
          if (code > 0) counts[code - 1]!++;
        });
        return;
      }
      forEach(set, (number) => {
        for (let i = offsets[number]!; i < offsets[number + 1]!; i++) counts[values[i]!]!++;
      });
    },
  };
}
