import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { SourceError } from '#domain/errors.ts';

/** Written by the generator of fictional employers beside the CSV. */
const FICTIONAL_MARKER = 'FICTIF.txt';

export type StockFile = { isFictional: boolean; bytes: AsyncIterable<Buffer> };

/**
 * The CSV inside a stock file. `chunks` are the bytes of the file itself; a zip is read at random from `path` instead
 * (its directory stands at the end), so that neither is ever in memory whole.
 * @throws SourceError when the zip cannot be opened or holds no CSV
 */
export async function openStock(
  file: { name: string; path: string },
  chunks: AsyncIterable<Buffer>,
): Promise<StockFile> {
  if (file.name.endsWith('.zip')) return openZip(file.path, file.name);
  if (!file.name.endsWith('.gz')) return { isFictional: false, bytes: chunks };
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const source = Readable.from(chunks);
  source.on('error', (error) => gunzip.destroy(error));
  return { isFictional: false, bytes: source.pipe(gunzip) };
}

async function openZip(path: string, name: string): Promise<StockFile> {
  const damaged = (error: unknown): SourceError =>
    new SourceError(`sirene: ${name} is truncated or no zip (${String(error)}). Fetch it again.`);
  const zip = await yauzl
    .openPromise(path, { lazyEntries: true, autoClose: false })
    .catch((error: unknown) => {
      throw damaged(error);
    });
  let entry: yauzl.Entry | null = null;
  let isFictional = false;
  try {
    for await (const one of zip.eachEntry()) {
      if (one.fileName === FICTIONAL_MARKER) isFictional = true;
      if (one.fileName.endsWith('.csv')) entry = one;
    }
    if (!entry) throw new SourceError(`sirene: ${name} holds no CSV file.`);
    const stream = await zip.openReadStreamPromise(entry);
    stream.on('close', () => zip.close());
    return { isFictional, bytes: stream };
  } catch (error) {
    zip.close();
    throw error instanceof SourceError ? error : damaged(error);
  }
}
