import { env } from '#env';
import { SourceError } from '#domain/errors.ts';
import type { ArchiveFile, CommonItem, ReadContext, Source } from '../source.ts';
import { unpack, type ArchivePiece } from './archive.ts';
import { listArchives } from './fetch.ts';
import type { AccoItem, BatchResult } from './items.ts';
import { parseArchiveName } from './names.ts';
import { Pool } from './pool.ts';
import { BufferStock } from './stock.ts';

export type { AccoItem } from './items.ts';

const HOMEPAGE = 'https://echanges.dila.gouv.fr/OPENDATA/ACCO/';

/** Company agreements published by DILA since September 2017. */
export const acco: Source<AccoItem> = {
  card: {
    id: 'acco',
    label: 'Base ACCO – accords d’entreprise',
    publisher: 'DILA (Direction de l’information légale et administrative)',
    licence: { name: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
    homepage: HOMEPAGE,
    cadence: 'chaque semaine',
    attribution: 'Source : DILA, base ACCO (producteur : Direction générale du travail)',
    expected: { full: 1, increment: 0 },
  },
  indexUrl: env.ACCO_INDEX_URL,
  list: listArchives,
  isScopedToEmployers: false,
  parseName: parseArchiveName,
  publishedAt: (fileName) => (parseArchiveName(fileName) ? new URL(fileName, HOMEPAGE).href : null),
  read: readArchive,
};

async function* readArchive(
  archive: ArchiveFile,
  { chunks, release, workers }: ReadContext,
): AsyncGenerator<(AccoItem | CommonItem)[]> {
  if (archive.bytes === 0) throw new SourceError(`acco: ${archive.name} is empty. Fetch it again.`);
  const pool = new Pool(workers);
  // Results are handed on in the order of the archive, so that the last of two duplicates is always the same.
  const pending: (() => Promise<BatchResult>)[] = [];
  const stock = new BufferStock();
  let isFictional = false;
  const mark = (items: BatchResult): BatchResult => (isFictional ? items.map(asFictional) : items);
  try {
    for await (const piece of unpack({ chunks, release }, archive.publishedOn, stock)) {
      isFictional ||= isMarker(piece);
      pending.push(submit(pool, stock, piece));
      while (pending.length >= pool.capacity) yield mark(await pending.shift()!());
    }
    for (const result of pending) yield mark(await result());
  } catch (error) {
    if (error instanceof SourceError) throw new SourceError(`acco: ${archive.name}: ${error.message}`);
    throw error;
  } finally {
    await pool.close();
  }
}

/** @returns how to wait for what a piece holds */
function submit(pool: Pool, stock: BufferStock, piece: ArchivePiece): () => Promise<BatchResult> {
  if ('items' in piece) return () => Promise.resolve(piece.items);
  const { buffer } = piece.batch;
  const result = pool.read(piece.batch);
  return async () => {
    const items = await result;
    stock.giveBack(buffer);
    return items;
  };
}

const isMarker = (piece: ArchivePiece): boolean =>
  'items' in piece && piece.items.some(({ type }) => type === 'fictional');

function asFictional(item: AccoItem | CommonItem): AccoItem | CommonItem {
  if (item.type === 'agreement') return { ...item, record: { ...item.record, isFictional: true } };
  return item.type === 'text' ? { ...item, isFictional: true } : item;
}
