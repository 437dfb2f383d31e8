import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Corpus } from '#db/corpus/open.ts';
import { listArchives } from '#db/corpus/read.ts';
import { InputError, SourceError } from '#domain/errors.ts';
import { download, receivedLines } from '#sources/download.ts';
import {
  compareArchives,
  type ArchiveFile,
  type ArchiveName,
  type ListedFile,
  type Source,
} from '#sources/source.ts';

/** A file ready to be read; `release` is called once it is applied, or found bad. */
export type PlannedArchive = { archive: ArchiveFile; release: () => Promise<void> };

type AnySource = Omit<Source<unknown>, 'read'>;

export type PlanOptions = {
  /** Downloads are kept here until they are applied. */
  downloads: string;
  log: (line: string) => void;
};

const isUrl = (input: string): boolean => /^https?:\/\//.test(input);

/**
 * Files to apply, in order: full dump first, then increments from the oldest to the newest. Remote ones are downloaded
 * one at a time, when their turn comes.
 * @throws InputError when an input is missing or none of the source's files; SourceError when a download fails
 */
export async function* planIngest(
  corpus: Corpus,
  source: AnySource,
  inputs: readonly string[],
  { downloads, log }: PlanOptions,
): AsyncGenerator<PlannedArchive> {
  const applied = listArchives(corpus)
    .filter((archive) => archive.source === source.card.id && !archive.isFictional)
    .map((archive) => ({ ...archive, name: archive.file }));
  const planned: (ArchiveFile | ListedFile)[] = [];
  for (const input of inputs.length > 0 ? inputs : [indexOf(source)]) {
    if (!isUrl(input)) planned.push(...(await findFiles(source, input)));
    else planned.push(...(listedFile(source, input) ?? (await listPending(source, input, applied, log))));
  }
  await removeStrays(downloads, planned);
  for (const file of planned.sort(compareArchives)) {
    if ('path' in file) yield { archive: file, release: async () => undefined };
    else {
      const target = path.join(downloads, file.name);
      await download(file.url, target, { onProgress: receivedLines(source.card.id, file.name, log) });
      const { size } = await stat(target);
      yield { archive: { ...file, path: target, bytes: size }, release: () => rm(target, { force: true }) };
    }
  }
}

/**
 * What of a listing is still to be applied: the newest full dump, then increments newer than the newest full dump known,
 * listed or applied (older ones are contained in it).
 */
export function selectPending<File extends ArchiveName>(
  listed: File[],
  applied: readonly ArchiveName[],
): File[] {
  const names = new Set(applied.map(({ name }) => name));
  const fulls = [...listed, ...applied].filter(({ kind }) => kind === 'full').map(({ stamp }) => stamp);
  const newestFull = fulls.sort().at(-1) ?? '';
  return listed
    .filter(({ name }) => !names.has(name))
    .filter(({ kind, stamp }) => (kind === 'full' ? stamp === newestFull : stamp > newestFull))
    .sort(compareArchives);
}

async function listPending(
  source: AnySource,
  indexUrl: string,
  applied: readonly ArchiveName[],
  log: (line: string) => void,
): Promise<ListedFile[]> {
  const listed = await source.list(indexUrl);
  if (listed.length === 0)
    throw new SourceError(
      `${source.card.id}: ${indexUrl} lists no archive. Check the address of the index page.`,
    );
  const pending = selectPending(listed, applied);
  log(`${source.card.id}: ${listed.length} archives listed, ${pending.length} to apply`);
  return pending;
}

function indexOf(source: AnySource): string {
  if (source.indexUrl !== null) return source.indexUrl;
  throw new InputError(`ingest: ${source.card.id} has no index page: name a file or a folder.`);
}

function listedFile(source: AnySource, url: string): ListedFile[] | null {
  const name = source.parseName(decodeURIComponent(new URL(url).pathname.split('/').at(-1)!));
  return name && [{ ...name, url }];
}

/** Downloads of archives that were applied, or are no longer wanted, hold texts that may have been withdrawn. */
async function removeStrays(downloads: string, planned: readonly ArchiveName[]): Promise<void> {
  const wanted = new Set(planned.map(({ name }) => name));
  for (const name of await readdir(downloads).catch(() => []))
    if (!wanted.has(name.replace(/\.(part|tag)$/, ''))) await rm(path.join(downloads, name), { force: true });
}

async function findFiles(source: AnySource, input: string): Promise<ArchiveFile[]> {
  const info = await stat(input).catch(() => null);
  if (!info) throw new InputError(`ingest: ${input} does not exist.`);
  if (!info.isDirectory()) {
    const file = await describeFile(source, input);
    if (file) return [file];
    throw new InputError(`ingest: ${path.basename(input)} is not a file of the source ${source.card.id}.`);
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
