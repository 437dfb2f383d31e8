import { createHash } from 'node:crypto';
import {
  beginArchive,
  finishArchive,
  hasArchiveOfSize,
  insertReject,
  inTransaction,
  isApplied,
  listFullArchives,
  listRejects,
} from '#db/corpus/archives.ts';
import type { Corpus } from '#db/corpus/open.ts';
import { listSirens } from '#db/corpus/read.ts';
import { listLinkedSirens } from '#db/corpus/sirene-links.ts';
import { SourceError } from '#domain/errors.ts';
import { checkShrinkage, seriesOf } from '#sources/drift.ts';
import type { ArchiveFile, CommonItem, Source } from '#sources/source.ts';
import { readClaimed } from './claimed.ts';
import { HashedFile } from './hashed-file.ts';
import { summariseRejects, type ArchiveReport } from './ingest-report.ts';
import type { ArchiveWriter, OpenWriter } from './ingest-writer.ts';

/** A few bad records are usual (under 1 % of the base); beyond this the archive itself is bad. */
const REJECTED_SHARE_MAX = 0.05;
const REJECTED_FREE = 20;

/** Different values listed in a report; codes are a few hundred. */
const NOTICES_MAX = 2000;

export type Progress = (counts: Record<string, number>, bytesRead: number, bytes: number) => void;

export type ArchiveOptions = {
  workers: number;
  onProgress?: Progress;
  /** Takes a full file that holds less than half of the rows of the one before. */
  acceptShrink?: boolean;
};

/** Thrown inside the transaction when the hash, known at the end, is that of a file applied before. */
class KnownArchive extends Error {}

/**
 * Applies one file in one transaction: everything in it, or nothing.
 * @throws SourceError when the file is truncated, corrupt, or holds too few or too many bad records
 */
export async function ingestArchive<Item>(
  corpus: Corpus,
  source: Source<Item>,
  openWriter: OpenWriter<Item>,
  archive: ArchiveFile,
  options: ArchiveOptions,
): Promise<ArchiveReport> {
  const started = performance.now();
  const { path: _path, ...facts } = archive;
  const wanted = source.wantsLinked?.(archive.name) ? listLinkedSirens : listSirens;
  const employers = source.isScopedToEmployers
    ? [...new Set([...wanted(corpus), ...readClaimed()])].sort()
    : [];
  const scope = source.isScopedToEmployers ? sha256(employers.join('\n')) : '';
  const known = (hash: string): ArchiveReport => ({
    ...{ ...facts, outcome: 'known', sha256: hash, isFictional: false, counts: {}, notices: [] },
    ...{ rejectCounts: {}, rejects: [], seconds: (performance.now() - started) / 1000 },
  });

  if (hasArchiveOfSize(corpus, source.card.id, archive.bytes)) {
    const hash = await hashFile(archive.path);
    if (isApplied(corpus, source.card.id, hash, scope)) return known(hash);
  }
  const input = new HashedFile(archive.path);
  try {
    return await inTransaction(corpus, async () => {
      const id = beginArchive(corpus, { ...facts, source: source.card.id, scope });
      const writer = openWriter(corpus, { ...facts, id });
      const collector = new Collector(corpus, id, writer);
      const context = {
        chunks: input.chunks(),
        release: (chunk: Buffer) => input.release(chunk),
        workers: options.workers,
        employers: () => new Set(employers),
      };
      for await (const items of source.read(archive, context)) {
        for (const item of items) collector.take(item);
        options.onProgress?.(writer.counts, input.bytesRead, archive.bytes);
      }
      writer.finish();
      checkCounts(archive, source, writer.counts);
      if (archive.kind === 'full' && !options.acceptShrink) {
        const { isFictional: isInvented } = collector;
        const before = recordsBefore(
          corpus,
          { id, source: source.card.id, isFictional: isInvented },
          archive.name,
        );
        checkShrinkage({
          source: source.card.id,
          file: archive.name,
          rows: writer.counts['records'] ?? 0,
          before,
        });
      }
      const hash = input.bytesRead === archive.bytes ? input.digest() : await hashFile(archive.path);
      if (isApplied(corpus, source.card.id, hash, scope)) throw new KnownArchive(hash);
      const { isFictional } = collector;
      finishArchive(corpus, id, { sha256: hash, isFictional, counts: writer.counts });
      return {
        ...facts,
        publishedOn: writer.publishedOn ?? facts.publishedOn,
        ...{ outcome: 'applied', sha256: hash, isFictional, counts: writer.counts },
        ...{ notices: collector.notices(), ...summariseRejects(listRejects(corpus, id)) },
        seconds: (performance.now() - started) / 1000,
      };
    });
  } catch (error) {
    if (error instanceof KnownArchive) return known(error.message);
    throw error;
  }
}

/** Items of every source go through here: the common kinds are kept, the others handed to the writer. */
class Collector<Item> {
  readonly #corpus: Corpus;
  readonly #archiveId: number;
  readonly #writer: ArchiveWriter<Item>;
  readonly #notices = new Map<string, { topic: string; value: string; count: number }>();
  isFictional = false;

  constructor(corpus: Corpus, archiveId: number, writer: ArchiveWriter<Item>) {
    this.#corpus = corpus;
    this.#archiveId = archiveId;
    this.#writer = writer;
  }

  take(item: Item | CommonItem): void {
    if (!isCommon(item)) return this.#writer.write(item);
    if (item.type === 'fictional') this.isFictional = true;
    else if (item.type === 'reject') {
      const { type: _type, ...reject } = item;
      if (item.kind === 'record') {
        const { counts } = this.#writer;
        counts['records.rejected'] = (counts['records.rejected'] ?? 0) + 1;
      }
      insertReject(this.#corpus, this.#archiveId, reject);
    } else {
      const isListed = this.#notices.size < NOTICES_MAX || this.#notices.has(`${item.topic}\n${item.value}`);
      const value = isListed ? item.value : 'others';
      const key = `${item.topic}\n${value}`;
      const notice = this.#notices.get(key) ?? { topic: item.topic, value, count: 0 };
      notice.count++;
      this.#notices.set(key, notice);
    }
  }

  notices() {
    return [...this.#notices.values()].sort((a, b) => b.count - a.count);
  }
}

const isCommon = (item: unknown): item is CommonItem =>
  ['reject', 'notice', 'fictional'].includes((item as CommonItem).type);

function checkCounts(archive: ArchiveFile, source: Source<unknown>, counts: Record<string, number>): void {
  const records = counts['records'] ?? 0;
  const rejected = counts['records.rejected'] ?? 0;
  const expected = source.card.expected[archive.kind];
  const where = `${source.card.id}: ${archive.name}`;
  if (records < expected)
    throw new SourceError(
      `${where} holds ${records} records, at least ${expected} are expected. Nothing was changed.`,
    );
  if (rejected > REJECTED_FREE && rejected > (records + rejected) * REJECTED_SHARE_MAX)
    throw new SourceError(
      `${where}: ${rejected} records of ${records + rejected} are bad, more than ${REJECTED_SHARE_MAX * 100} %. Nothing was changed.`,
    );
}

/** Records of the last full file of the same series. */
function recordsBefore(
  corpus: Corpus,
  { id, ...of }: { id: number; source: string; isFictional: boolean },
  name: string,
): number | null {
  const series = seriesOf(name);
  const last = listFullArchives(corpus, of).findLast(
    (each) => each.id !== id && seriesOf(each.name) === series,
  );
  return last?.counts['records'] ?? null;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function hashFile(path: string): Promise<string> {
  const file = new HashedFile(path);
  for await (const chunk of file.chunks()) file.release(chunk);
  return file.digest();
}
