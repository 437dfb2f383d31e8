import { createGunzip, type Gunzip } from 'node:zlib';
import { SourceError } from '#domain/errors.ts';
import type { CommonItem, ReadContext } from '../source.ts';
import { parseDeletions } from './deletions.ts';
import type { AccoItem, Batch } from './items.ts';
import { classifyEntry, FICTIONAL_MARKER, type Entry } from './names.ts';
import { textsAt, type BufferStock } from './stock.ts';
import { TarReader, type TarEntry } from './tar.ts';

const CHUNK_SIZE = 1024 * 1024;

/** Real records have 2 kB, real documents 40 kB and, full of photographs, some tens of MB. */
const ENTRY_MAX = { record: 1024 * 1024, document: 96 * 1024 * 1024, deletions: 64 * 1024 * 1024 };

export type ArchiveBytes = Pick<ReadContext, 'chunks' | 'release'>;

export type ArchivePiece = { batch: Batch } | { items: (AccoItem | CommonItem)[] };

/**
 * Unpacks an archive in one pass into batches for the readers; the deletion list comes last, wherever it stands.
 * @throws SourceError when gzip or tar is truncated or corrupt
 */
export async function* unpack(
  input: ArchiveBytes,
  archiveDay: string,
  stock: BufferStock,
): AsyncGenerator<ArchivePiece> {
  const sorter = new Sorter(archiveDay, stock);
  const tar = new TarReader(sorter);
  const gunzip = createGunzip({ chunkSize: CHUNK_SIZE });
  const feeding = feed(gunzip, input).catch((error: Error) => void gunzip.destroy(error));
  try {
    for await (const chunk of gunzip) {
      tar.push(chunk as Buffer);
      yield* sorter.take();
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    const what =
      error.code === 'Z_BUF_ERROR' ? 'the gzip stops early: the file was cut short' : 'the gzip is corrupt';
    throw new SourceError(`${what} (${error.message}). Fetch it again.`);
  } finally {
    gunzip.destroy();
    await feeding;
  }
  tar.end();
  yield* sorter.finish();
}

/** Writes one chunk while the next is read. What goes wrong in `gunzip` is told to its reader. */
async function feed(gunzip: Gunzip, { chunks, release }: ArchiveBytes): Promise<void> {
  let answer = (): void => undefined;
  // A write that fails is never answered: the stream closes.
  gunzip.once('close', () => answer());
  const write = (chunk: Buffer): Promise<void> =>
    new Promise((resolve) => {
      answer = resolve;
      gunzip.write(chunk, () => {
        release(chunk);
        resolve();
      });
    });
  let last = Promise.resolve();
  for await (const chunk of chunks) {
    await last;
    if (gunzip.destroyed) return;
    last = write(chunk);
  }
  await last;
  gunzip.end();
}

const isZlibError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && /^Z_/.test((error as NodeJS.ErrnoException).code ?? '');

/** Sorts entries of the tar as they pass: records and documents into batches, the rest aside. */
class Sorter {
  readonly #archiveDay: string;
  readonly #stock: BufferStock;
  #ready: ArchivePiece[] = [];
  #entries: Batch['entries'] = [];
  #shared = new SharedArrayBuffer(0);
  #buffer = Buffer.from(this.#shared);
  #length = 0;
  #current: Entry | null = null;
  #deletions: Buffer[] = [];
  #hasRecords = false;

  constructor(archiveDay: string, stock: BufferStock) {
    this.#archiveDay = archiveDay;
    this.#stock = stock;
  }

  onEntry({ path, size, isFile }: TarEntry): boolean {
    const entry = classifyEntry(path);
    this.#current = entry;
    if (entry.kind === 'refused') return this.#refuse(entry.name, entry.reason);
    if (!isFile) return path.endsWith('/') ? false : this.#refuse(path, 'a link or a device, not a file');
    if (entry.kind === 'fictional-marker') this.#markFictional();
    if (entry.kind === 'other' || entry.kind === 'fictional-marker') return false;
    const isTooLong = size > ENTRY_MAX[entry.kind];
    if (isTooLong && entry.kind === 'deletions') throw new SourceError(`${path} has ${size} bytes: refused.`);
    if (entry.kind === 'deletions') return true;
    this.#hasRecords = true;
    if (isTooLong) return this.#refuseLong(entry.kind, entry.name, size);
    if (this.#length + size > this.#buffer.length) this.#startBatch(size);
    this.#entries.push({ kind: entry.kind, name: entry.name, start: this.#length, end: this.#length + size });
    return true;
  }

  onData(piece: Buffer): void {
    if (this.#current?.kind === 'deletions') this.#deletions.push(Buffer.from(piece));
    else this.#length += piece.copy(this.#buffer, this.#length);
  }

  onEnd(): void {
    if (this.#current?.kind === 'deletions') this.#deletions.push(Buffer.from('\n'));
  }

  take(): ArchivePiece[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  finish(): ArchivePiece[] {
    this.#startBatch(0);
    const deletions = parseDeletions(Buffer.concat(this.#deletions).toString('utf8'));
    return [...this.take(), { items: deletions }];
  }

  #startBatch(size: number): void {
    if (this.#entries.length > 0) {
      const buffer = this.#shared;
      const batch = {
        archiveDay: this.#archiveDay,
        entries: this.#entries,
        buffer,
        textsAt: textsAt(buffer),
      };
      this.#ready.push({ batch });
      this.#entries = [];
      this.#shared = this.#stock.take(size);
    } else if (size > this.#buffer.length) this.#shared = this.#stock.take(size);
    this.#length = 0;
    this.#buffer = Buffer.from(this.#shared, 0, textsAt(this.#shared));
  }

  #markFictional(): void {
    if (this.#hasRecords)
      throw new SourceError(`${FICTIONAL_MARKER} must be the first file of the archive, before any record.`);
    this.#ready.push({ items: [{ type: 'fictional' }] });
  }

  #refuse(entry: string, reason: string): false {
    this.#ready.push({ items: [{ type: 'reject', kind: 'entry', entry, reason }] });
    return false;
  }

  #refuseLong(kind: 'record' | 'document', name: string, size: number): false {
    const reason = `${size} bytes: longer than any ${kind} of the base, not read`;
    const reject = { type: 'reject' as const, kind, entry: name, reason };
    const nothing = { status: 'unreadable' as const, reason, hash: null, utf8: null, isFictional: false };
    const items: (AccoItem | CommonItem)[] =
      kind === 'record' ? [reject] : [reject, { type: 'text', documentName: name, ...nothing }];
    this.#ready.push({ items });
    return false;
  }
}
