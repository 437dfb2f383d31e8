import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import yauzl from 'yauzl';
import { SourceError } from '#domain/errors.ts';

/** Written by the generator of fictional employers beside its data. */
const FICTIONAL_MARKER = 'FICTIF.txt';

export type PackedFile = { isFictional: boolean; bytes: AsyncIterable<Buffer> };
type Named = { name: string; path: string };

/**
 * The data inside a file: plain, `.gz`, or the one entry of a zip that ends with `extension`. A zip is read at random
 * from `path` (its directory stands at the end), the others from `chunks`: none is ever in memory whole.
 * @throws SourceError when a zip cannot be opened or holds no such entry
 */
export async function openPacked(
  source: string,
  file: Named,
  chunks: AsyncIterable<Buffer>,
  extension: string,
): Promise<PackedFile> {
  if (file.name.endsWith('.zip')) return openEntry(source, file, (name) => name.endsWith(extension));
  if (!file.name.endsWith('.gz')) return { isFictional: false, bytes: chunks };
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  const input = Readable.from(chunks);
  input.on('error', (error) => gunzip.destroy(error));
  return { isFictional: false, bytes: input.pipe(gunzip) };
}

/** One entry of a zip, by name. @throws SourceError when the zip is damaged or has none */
export async function openEntry(
  source: string,
  { name, path }: Named,
  isWanted: (entry: string) => boolean,
): Promise<PackedFile> {
  const damaged = (error: unknown): SourceError =>
    new SourceError(`${source}: ${name} is truncated or no zip (${String(error)}). Fetch it again.`);
  const zip = await yauzl
    .openPromise(path, { lazyEntries: true, autoClose: false })
    .catch((error: unknown) => {
      throw damaged(error);
    });
  let found: yauzl.Entry | null = null;
  let isFictional = false;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === FICTIONAL_MARKER) isFictional = true;
      else if (isWanted(entry.fileName)) found = entry;
    }
    if (!found) throw new SourceError(`${source}: ${name} does not hold the file it should. Fetch it again.`);
    const stream = await zip.openReadStreamPromise(found);
    stream.on('close', () => zip.close());
    return { isFictional, bytes: stream };
  } catch (error) {
    zip.close();
    throw error instanceof SourceError ? error : damaged(error);
  }
}

/** Text of a small entry, in whatever folder; null where the zip has none of that name. */
export async function readEntry(source: string, file: Named, entry: string): Promise<string | null> {
  try {
    const { bytes } = await openEntry(source, file, (name) => name === entry || name.endsWith(`/${entry}`));
    const pieces: Buffer[] = [];
    for await (const piece of bytes) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  } catch (error) {
    if (error instanceof SourceError && error.message.includes('does not hold')) return null;
    throw error;
  }
}
