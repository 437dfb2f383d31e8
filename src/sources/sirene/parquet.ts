import zlib from 'node:zlib';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import type { AsyncBuffer, Compressors, DecodedArray, FileMetaData, RowGroup } from 'hyparquet';
import { SourceError } from '#domain/errors.ts';
import { checkColumns } from '../columns.ts';
import { COLUMNS, READ_COLUMNS } from './columns.ts';
import type { StockKind } from './names.ts';
import type { StockPiece, StockRow } from './parse.ts';

/** Codecs beyond Snappy, by Node: many times faster than in JavaScript. */
const COMPRESSORS: Compressors = {
  ZSTD: (input) => zlib.zstdDecompressSync(input),
  GZIP: (input) => zlib.gunzipSync(input),
  BROTLI: (input) => zlib.brotliDecompressSync(input),
};

const SIREN_LENGTH = 9;
const utf8 = new TextDecoder('utf-8', { fatal: true });

type OpenFile = { name: string; file: AsyncBuffer; metadata: FileMetaData };

/**
 * Rows of wanted units in a parquet stock, one piece for each row group. Of a group only the key column is read whole;
 * the others are decoded where a key was wanted, and a group whose keys are all out of range is not read at all.
 * @throws SourceError when a column is missing or unknown, or the file is empty or cut
 */
export async function* readParquet(
  { name, path }: { name: string; path: string },
  kind: StockKind,
  wanted: ReadonlySet<string>,
): AsyncGenerator<StockPiece> {
  const open = await openParquet(name, path);
  checkColumns(
    open.metadata.schema.slice(1).map((element) => element.name),
    { source: 'sirene', file: name, required: COLUMNS[kind], code: 'src/sources/sirene/columns.ts' },
  );
  const { keys, values } = READ_COLUMNS[kind];
  const sirens = [...wanted].sort();
  let start = 0;
  for (const group of open.metadata.row_groups) {
    const end = start + Number(group.num_rows);
    const hits = new Set<number>();
    for (const key of keys)
      if (mayHold(group, key, sirens))
        await readColumn(open, key, [start, end], sirenFromBytes, (page) => {
          for (let at = 0; at < page.columnData.length; at++)
            if (wanted.has(page.columnData[at] as string)) hits.add(page.rowStart + at);
        });
    const rows =
      hits.size > 0
        ? await readRows(
            open,
            [...keys, ...values],
            [...hits].sort((a, b) => a - b),
          )
        : [];
    yield { rows, bad: [], lines: end - start };
    start = end;
  }
}

async function openParquet(name: string, path: string): Promise<OpenFile> {
  try {
    const file = await asyncBufferFromFile(path);
    return { name, file, metadata: await parquetMetadataAsync(file) };
  } catch (error) {
    throw damaged(name, error);
  }
}

const damaged = (name: string, error: unknown): SourceError =>
  new SourceError(
    `sirene: ${name} is truncated or no parquet file (${(error as Error).message}). Fetch it again. Nothing was changed.`,
  );

/** By the smallest and greatest key that the file notes for a group. */
function mayHold(group: RowGroup, key: string, sirens: readonly string[]): boolean {
  const column = group.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === key);
  const { min_value: min, max_value: max } = column?.meta_data?.statistics ?? {};
  if (typeof min !== 'string' || typeof max !== 'string') return true;
  const [first, last] = [min.slice(0, SIREN_LENGTH), max.slice(0, SIREN_LENGTH)];
  return sirens.some((siren) => siren >= first && siren <= last);
}

const sirenFromBytes = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', 0, SIREN_LENGTH);
const asBytes = (bytes: Uint8Array): Uint8Array => bytes;

type Page = { columnData: DecodedArray; rowStart: number; rowEnd: number };
type Range = readonly [start: number, end: number];

async function readColumn(
  { name, file, metadata }: OpenFile,
  column: string,
  [rowStart, rowEnd]: Range,
  stringFromBytes: (bytes: Uint8Array) => unknown,
  onPage: (page: Page) => void,
): Promise<void> {
  const parsers = { stringFromBytes } as never;
  try {
    await parquetRead({ file, metadata, compressors: COMPRESSORS, columns: [column], rowStart, rowEnd, parsers, onPage }); // prettier-ignore
  } catch (error) {
    throw damaged(name, error);
  }
}

async function readRows(open: OpenFile, columns: readonly string[], hits: number[]): Promise<StockRow[]> {
  const rows: StockRow[] = hits.map(() => ({}));
  const range = [hits[0]!, hits.at(-1)! + 1] as const;
  for (const column of columns) {
    let at = 0;
    await readColumn(open, column, range, asBytes, ({ columnData, rowStart, rowEnd }) => {
      for (; at < hits.length && hits[at]! < rowEnd; at++)
        rows[at]![column] = toText(columnData[hits[at]! - rowStart], open.name);
    });
  }
  return rows;
}

/** As the CSV prints it: that is what the mapping reads. */
function toText(value: unknown, name: string): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, -1);
  if (!(value instanceof Uint8Array)) return String(value);
  try {
    return utf8.decode(value);
  } catch {
    throw new SourceError(`sirene: ${name} is not UTF-8. Fetch it again. Nothing was changed.`);
  }
}
