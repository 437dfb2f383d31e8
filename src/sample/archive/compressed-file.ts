import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Gzip, Zip, ZipDeflate } from 'fflate';

/** Bytes handed to the compressor at once: small pieces compress worse and slower. */
const CHUNK = 256 * 1024;

/** A file written as fast as the disk takes it, and no faster. */
function openFile(path: string) {
  const file = createWriteStream(path, { highWaterMark: 1024 * 1024 });
  let size = 0;
  let isFull = false;
  return {
    put(bytes: Uint8Array): void {
      size += bytes.length;
      isFull = !file.write(bytes);
    },
    async drained(): Promise<void> {
      if (isFull) await once(file, 'drain');
      isFull = false;
    },
    async close(): Promise<number> {
      file.end();
      await finished(file);
      return size;
    },
  };
}

/** Gathers small pieces into chunks. */
function gather(push: (bytes: Uint8Array, isLast: boolean) => void, drained: () => Promise<void>) {
  let waiting: Uint8Array[] = [];
  let size = 0;
  const flush = async (isLast: boolean): Promise<void> => {
    push(Buffer.concat(waiting), isLast);
    waiting = [];
    size = 0;
    await drained();
  };
  return {
    async write(bytes: Uint8Array): Promise<void> {
      waiting.push(bytes);
      size += bytes.length;
      if (size >= CHUNK) await flush(false);
    },
    end: () => flush(true),
  };
}

/**
 * A gzip file without name or time in its header, so that equal content gives equal bytes; fflate for the reason given
 * in docx/zip.ts. Memory stays at one chunk. `close` returns the size of the file.
 */
export function openGzip(path: string) {
  const file = openFile(path);
  const gzip = new Gzip({ level: 6, mtime: 0, mem: 6 }, (bytes) => file.put(bytes));
  const { write, end } = gather((bytes, isLast) => gzip.push(bytes, isLast), file.drained);
  return {
    write,
    async close(): Promise<number> {
      await end();
      return file.close();
    },
  };
}

/** A zip whose entries are written one after the other. */
export function openZip(path: string) {
  const file = openFile(path);
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    file.put(bytes);
  });
  return {
    async write(name: string, pieces: Iterable<Uint8Array>): Promise<void> {
      const entry = new ZipDeflate(name, { level: 6, mem: 6 });
      // Local time, as zips keep it: the same bytes in every time zone.
      entry.mtime = new Date(1980, 0, 1);
      zip.add(entry);
      const { write, end } = gather((bytes, isLast) => entry.push(bytes, isLast), file.drained);
      for (const piece of pieces) await write(piece);
      await end();
    },
    async close(): Promise<number> {
      zip.end();
      return file.close();
    },
  };
}
