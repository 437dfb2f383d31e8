import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { IsoDate } from '#domain/dates.ts';
import { InputError } from '#domain/errors.ts';
import { unpack } from '#sources/acco/archive.ts';
import { BufferStock } from '#sources/acco/stock.ts';
import { HashedFile } from '#pipeline/hashed-file.ts';

export type NamedDocument = { name: string; bytes: Buffer };

/**
 * Every .docx of a folder (and those below), of an archive of the base, or one file.
 * @throws InputError when there is no such file or folder; SourceError when the archive is damaged
 */
export async function* listDocuments(input: string): AsyncGenerator<NamedDocument> {
  const info = await stat(input).catch(() => null);
  if (!info) throw new InputError(`compare-words: ${input} does not exist.`);
  if (info.isDirectory()) {
    for (const name of (await readdir(input, { recursive: true })).sort())
      if (isDocx(name)) yield { name, bytes: await readFile(path.join(input, name)) };
  } else if (isDocx(input)) yield { name: path.basename(input), bytes: await readFile(input) };
  else yield* listArchived(input);
}

async function* listArchived(file: string): AsyncGenerator<NamedDocument> {
  const input = new HashedFile(file);
  const bytes = { chunks: input.chunks(), release: (chunk: Buffer) => input.release(chunk) };
  for await (const piece of unpack(bytes, '' as IsoDate, new BufferStock())) {
    if (!('batch' in piece)) continue;
    for (const { kind, name, start, end } of piece.batch.entries)
      if (kind === 'document' && isDocx(name))
        yield { name, bytes: Buffer.from(Buffer.from(piece.batch.buffer, start, end - start)) };
  }
}

const isDocx = (name: string): boolean => /\.docx$/i.test(name);
