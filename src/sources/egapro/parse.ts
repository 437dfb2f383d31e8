import type { EqualityLayout } from '#domain/equality-row.ts';
import { SourceError } from '#domain/errors.ts';
import { checkColumns } from '../columns.ts';
import { readCsv } from '../csv.ts';
import { openPacked, readEntry } from '../packed.ts';
import type { ArchiveFile } from '../source.ts';
import { openSheet } from '../xlsx.ts';
import { COLUMNS, layoutOf } from './columns.ts';

/** Rows as cells, with where they stand for messages. */
export type EgaproPiece = { layout: EqualityLayout; columns: ReadonlyMap<string, number>; rows: Row[] };
export type Row = { at: string; values: readonly string[] };
export type EgaproFile = { isFictional: boolean; pieces: AsyncIterable<EgaproPiece> };

/** Whatever the format, the columns say which file it is. @throws SourceError when they are none of the known layouts */
export async function openEgapro(archive: ArchiveFile, chunks: AsyncIterable<Buffer>): Promise<EgaproFile> {
  if (archive.name.endsWith('.xlsx')) return openWorkbook(archive);
  const extension = archive.name.includes('.json') ? '.json' : '.csv';
  const { isFictional, bytes } = await openPacked('egapro', archive, chunks, extension);
  return {
    isFictional,
    pieces: extension === '.json' ? jsonPieces(archive, bytes) : csvPieces(archive, bytes),
  };
}

/** Day on which a workbook was made, as it says itself; null where it does not. */
export async function workbookDay(archive: ArchiveFile): Promise<string | null> {
  const text = await readEntry('egapro', archive, 'docProps/core.xml');
  return /<dcterms:modified[^>]*>(\d{4}-\d{2}-\d{2})/.exec(text ?? '')?.[1] ?? null;
}

function shapeOf(header: readonly string[], { name }: ArchiveFile): Omit<EgaproPiece, 'rows'> {
  const layout = layoutOf(header);
  const required = COLUMNS[layout];
  checkColumns(header, { source: 'egapro', file: name, required, code: 'src/sources/egapro/columns.ts' });
  return { layout, columns: new Map(header.map((column, at) => [column, at])) };
}

async function openWorkbook(archive: ArchiveFile): Promise<EgaproFile> {
  const { isFictional, rows } = await openSheet('egapro', archive);
  return { isFictional, pieces: sheetPieces(archive, rows) };
}

async function* sheetPieces(
  archive: ArchiveFile,
  batches: AsyncIterable<string[][]>,
): AsyncGenerator<EgaproPiece> {
  let shape: Omit<EgaproPiece, 'rows'> | null = null;
  let line = 1;
  for await (const batch of batches) {
    let rows = batch;
    if (!shape) {
      shape = shapeOf(
        batch[0]!.map((name) => name.trim()),
        archive,
      );
      rows = batch.slice(1);
    }
    yield { ...shape, rows: rows.map((values) => ({ at: `row ${++line}`, values })) };
  }
  if (!shape)
    throw new SourceError(`egapro: ${archive.name} holds no row. Fetch it again. Nothing was changed.`);
}

async function* csvPieces(archive: ArchiveFile, bytes: AsyncIterable<Buffer>): AsyncGenerator<EgaproPiece> {
  let shape: Omit<EgaproPiece, 'rows'> | null = null;
  const onHeader = (header: string[]): void => void (shape = shapeOf(header, archive));
  const options = { source: 'egapro', file: archive.name, onHeader, encoding: 'detect' as const };
  for await (const batch of readCsv(bytes, options))
    yield { ...shape!, rows: batch.map(({ line, values }) => ({ at: `line ${line}`, values })) };
}

/** `{ data: [ … ], count }`, one object a declaration. */
async function* jsonPieces(archive: ArchiveFile, bytes: AsyncIterable<Buffer>): AsyncGenerator<EgaproPiece> {
  const pieces: Buffer[] = [];
  for await (const piece of bytes) pieces.push(piece);
  const broken = (why: string): SourceError =>
    new SourceError(`egapro: ${archive.name} ${why}. Fetch it again. Nothing was changed.`);
  let content: { data?: unknown; count?: unknown };
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)));
  } catch (error) {
    throw broken(`is truncated or no JSON (${(error as Error).message})`);
  }
  const { data, count } = content;
  if (!Array.isArray(data) || data.length === 0) throw broken('holds no list "data"');
  if (count !== data.length) throw broken(`announces ${String(count)} declarations and holds ${data.length}`);
  const shape = shapeOf(Object.keys(data[0] as object), archive);
  const names = [...shape.columns.keys()];
  const rows = (data as Record<string, unknown>[]).map((each, at) => ({
    at: `data[${at}]`,
    values: names.map((name) => String(each[name] ?? '')),
  }));
  yield { ...shape, rows };
}
