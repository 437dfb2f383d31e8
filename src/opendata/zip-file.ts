import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

const LEVEL = 4;

/** A zip of files and texts; `day` dates every entry, so that the same content gives the same bytes. */
export async function writeZip(
  file: string,
  entries: readonly ({ name: string; path: string } | { name: string; text: string })[],
  day: string,
): Promise<void> {
  const zip = new yazl.ZipFile();
  const options = { mtime: new Date(`${day}T12:00:00Z`), forceDosTimestamp: true, compressionLevel: LEVEL };
  for (const entry of entries) {
    if ('path' in entry) zip.addFile(entry.path, entry.name, { ...options, mode: 0o100644 });
    else zip.addBuffer(Buffer.from(entry.text), entry.name, { ...options, mode: 0o100644 });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(file));
}
