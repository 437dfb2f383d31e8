import type { IndexReader, IndexWriter } from '#db/search/store.ts';

type Numbers = Int32Array | Uint16Array | Uint32Array | Float64Array;

const bytesOf = (numbers: Numbers): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

export const writeNumbers = (writer: IndexWriter, name: string, numbers: Numbers): void =>
  writer.addPart(name, bytesOf(numbers));

/** `texts` hold no line feed. */
export const writeTexts = (writer: IndexWriter, name: string, texts: readonly string[]): void =>
  writer.addPart(name, Buffer.from(texts.map((text) => `${text}\n`).join('')));

export const readInts = (reader: IndexReader, name: string): Int32Array =>
  new Int32Array(reader.part(name).buffer);

export const readFloats = (reader: IndexReader, name: string): Float64Array =>
  new Float64Array(reader.part(name).buffer);

export const readShorts = (reader: IndexReader, name: string): Uint16Array =>
  new Uint16Array(reader.part(name).buffer);

export const readHashes = (reader: IndexReader, name: string): Uint32Array =>
  new Uint32Array(reader.part(name).buffer);

export const readTexts = (reader: IndexReader, name: string): string[] => {
  const texts = Buffer.from(reader.part(name).buffer).toString().split('\n');
  texts.pop();
  return texts;
};

/** Lists of numbers one after the other: list `i` is `values[offsets[i] … offsets[i + 1]]`. */
export type Lists = { offsets: Int32Array; values: Int32Array };

/** Where each of `size` lists begins when `eachOf` visits the list of every entry; the last number is how many there are. */
export function offsetsOf(size: number, eachOf: (visit: (list: number) => void) => void): Int32Array {
  const offsets = new Int32Array(size + 1);
  eachOf((list) => offsets[list + 1]!++);
  for (let list = 0; list < size; list++) offsets[list + 1]! += offsets[list]!;
  return offsets;
}

export function packLists(lists: readonly (readonly number[] | Int32Array)[]): Lists {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => (offsets[i + 1] = offsets[i]! + list.length));
  const values = new Int32Array(offsets.at(-1)!);
  lists.forEach((list, i) => values.set(list, offsets[i]!));
  return { offsets, values };
}

export function writeLists(writer: IndexWriter, name: string, { offsets, values }: Lists): void {
  writeNumbers(writer, `${name}.offsets`, offsets);
  writeNumbers(writer, `${name}.values`, values);
}

export const readLists = (reader: IndexReader, name: string): Lists => ({
  offsets: readInts(reader, `${name}.offsets`),
  values: readInts(reader, `${name}.values`),
});

export const listAt = ({ offsets, values }: Lists, i: number): Int32Array =>
  values.subarray(offsets[i], offsets[i + 1]);

/** Place of the first entry not before `key`, in texts sorted by code unit. */
export function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Entries that begin with `start`: `[from, to)`. U+FFFF comes after every character in use. */
export const prefixRange = (sorted: readonly string[], start: string): [from: number, to: number] => [
  lowerBound(sorted, start),
  lowerBound(sorted, `${start}\uffff`),
];

/** Entries equal to `key`: `[from, to)`. */
export const equalRange = (sorted: readonly string[], key: string): [from: number, to: number] => [
  lowerBound(sorted, key),
  lowerBound(sorted, `${key}\u0000`),
];

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
