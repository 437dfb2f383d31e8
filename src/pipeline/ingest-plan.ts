import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Corpus } from '#db/corpus/open.ts';
import { InputError } from '#domain/errors.ts';
import type { ArchiveFile, Source } from '#sources/source.ts';
import { compareArchives } from '#sources/source.ts';

/** A file ready to be read; `release` is called once it is applied. */
export type PlannedArchive = { archive: ArchiveFile; release: () => void };

type AnySource = Omit<Source<unknown>, 'read'>;

/**
 * Files to apply, in order.
 * @throws InputError when an input is missing or none of the source's files
 */
export async function* planIngest(
  _corpus: Corpus,
  source: AnySource,
  inputs: readonly string[],
  _log: (line: string) => void,
): AsyncGenerator<PlannedArchive> {
  const files = (await Promise.all(inputs.map((input) => findFiles(source, input)))).flat();
  for (const archive of files.sort(compareArchives)) yield { archive, release: () => undefined };
}

async function findFiles(source: AnySource, input: string): Promise<ArchiveFile[]> {
  const info = await stat(input).catch(() => null);
  if (!info) throw new InputError(`ingest: ${input} does not exist.`);
  if (!info.isDirectory()) {
    const file = await describeFile(source, input);
    if (!file)
      throw new InputError(`ingest: ${path.basename(input)} is not a file of the source ${source.card.id}.`);
    return [file];
  }
  const names = await readdir(input);
  const files = await Promise.all(names.map((name) => describeFile(source, path.join(input, name))));
  const found = files.filter((file) => file !== null);
  if (found.length === 0)
    throw new InputError(`ingest: ${input} holds no file of the source ${source.card.id}.`);
  return found;
}

async function describeFile(source: AnySource, file: string): Promise<ArchiveFile | null> {
  const name = source.parseName(path.basename(file));
  if (!name) return null;
  const { size } = await stat(file);
  return { ...name, path: path.resolve(file), bytes: size, url: source.publishedAt(name.name) };
}
