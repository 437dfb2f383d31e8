import { createHash } from 'node:crypto';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { IsoDate } from '#domain/dates.ts';
import type { Corpus } from './open.ts';
import { archives, rejects } from './schema.ts';

export type NewArchive = Omit<
  typeof archives.$inferInsert,
  'id' | 'sha256' | 'isFictional' | 'appliedAt' | 'counts'
>;

export type Reject = { kind: 'record' | 'document' | 'entry' | 'field'; entry: string; reason: string };

/** Row of a file with this content, when it was applied (with the same scope). */
export const findArchive = (
  corpus: Corpus,
  source: string,
  sha256: string,
  scope: string,
): { id: number } | null =>
  corpus
    .select({ id: archives.id })
    .from(archives)
    .where(and(eq(archives.source, source), eq(archives.sha256, sha256), eq(archives.scope, scope)))
    .get() ?? null;

/** True when a file with this content was applied already (with the same scope). */
export const isApplied = (corpus: Corpus, source: string, sha256: string, scope: string): boolean =>
  findArchive(corpus, source, sha256, scope) !== null;

/** True when a file of this size was applied: only then is it worth hashing a file before reading it. */
export const hasArchiveOfSize = (corpus: Corpus, source: string, bytes: number): boolean =>
  corpus
    .select({ id: archives.id })
    .from(archives)
    .where(and(eq(archives.source, source), eq(archives.bytes, bytes)))
    .get() !== undefined;

/** Runs `work` in one transaction, so that a file is applied in full or not at all, even when the process is killed. */
export async function inTransaction<T>(corpus: Corpus, work: () => Promise<T>): Promise<T> {
  corpus.$client.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    corpus.$client.exec('COMMIT');
    return result;
  } catch (error) {
    if (corpus.$client.inTransaction) corpus.$client.exec('ROLLBACK');
    throw error;
  }
}

/** Full files of a source applied so far, in the order they were applied. */
export const listFullArchives = (corpus: Corpus, of: { source: string; isFictional: boolean }) =>
  corpus
    .select({ id: archives.id, name: archives.name, counts: archives.counts })
    .from(archives)
    .where(
      and(
        eq(archives.source, of.source),
        eq(archives.kind, 'full'),
        eq(archives.isFictional, of.isFictional),
        ne(archives.sha256, ''),
      ),
    )
    .orderBy(asc(archives.id))
    .all();

/** Opens the row of an archive whose hash is known only once it is read. @returns its id */
export const beginArchive = (corpus: Corpus, archive: NewArchive): number =>
  corpus
    .insert(archives)
    .values({ ...archive, sha256: '', isFictional: false, appliedAt: new Date().toISOString(), counts: {} })
    .returning({ id: archives.id })
    .get().id;

/** Completes that row. */
export function finishArchive(
  corpus: Corpus,
  id: number,
  outcome: Pick<typeof archives.$inferInsert, 'sha256' | 'isFictional' | 'counts'>,
): void {
  corpus.update(archives).set(outcome).where(eq(archives.id, id)).run();
}

/**
 * The row of one day's answers of a service, `body`, as if they were a file; that of the same answers when it is there.
 * @returns its id
 */
export function keepAnswers(
  corpus: Corpus,
  answers: {
    source: string;
    name: string;
    day: IsoDate;
    url: string;
    body: string;
    counts: Record<string, number>;
  },
): number {
  const { source, name, day, url, body, counts } = answers;
  const sha256 = createHash('sha256').update(body).digest('hex');
  const known = findArchive(corpus, source, sha256, '');
  if (known) return known.id;
  const id = beginArchive(corpus, {
    source, name, url, kind: 'increment', stamp: `${day.replaceAll('-', '')}-000000`, publishedOn: day,
    bytes: Buffer.byteLength(body), scope: '',
  }); // prettier-ignore
  finishArchive(corpus, id, { sha256, isFictional: false, counts });
  return id;
}

/** Keeps what was set aside, with its reason. */
export const insertReject = (corpus: Corpus, archiveId: number, reject: Reject): void => {
  corpus
    .insert(rejects)
    .values({ archiveId, ...reject })
    .run();
};

/** What one archive set aside, in the order met. */
export const listRejects = (corpus: Corpus, archiveId: number): Reject[] =>
  corpus
    .select({ kind: rejects.kind, entry: rejects.entry, reason: rejects.reason })
    .from(rejects)
    .where(eq(rejects.archiveId, archiveId))
    .orderBy(rejects.id)
    .all();
