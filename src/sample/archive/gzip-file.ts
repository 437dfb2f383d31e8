import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Gzip } from 'fflate';

/** Bytes handed to the compressor at once: small pieces compress worse and slower. */
const CHUNK = 256 * 1024;

export type GzipFile = { write(bytes: Uint8Array): Promise<void>; close(): Promise<number> };

/**
 * A gzip file without name or time in its header, so that equal content gives equal bytes. Memory stays at one chunk:
 * `write` waits for the disk. `close` returns the size of the file.
 */
export function openGzip(path: string): GzipFile {
  const file = createWriteStream(path, { highWaterMark: 1024 * 1024 });
  let size = 0;
  let waiting: Uint8Array[] = [];
  let waitingSize = 0;
  let isFull = false;
  const gzip = new Gzip({ level: 6, mtime: 0, mem: 6 }, (bytes) => {
    size += bytes.length;
    isFull = !file.write(bytes);
  });
  const flush = async (isLast: boolean): Promise<void> => {
    gzip.push(Buffer.concat(waiting), isLast);
    waiting = [];
    waitingSize = 0;
    if (isFull && !isLast) await once(file, 'drain');
    isFull = false;
  };
  return {
    async write(bytes) {
      waiting.push(bytes);
      waitingSize += bytes.length;
      if (waitingSize >= CHUNK) await flush(false);
    },
    async close() {
      await flush(true);
      file.end();
      await finished(file);
      return size;
    },
  };
}
