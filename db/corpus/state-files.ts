import { and, desc, eq, ne } from 'drizzle-orm';
import type { IsoDate } from '#domain/dates.ts';
import { SourceError } from '#domain/errors.ts';
import type { Corpus } from './open.ts';
import { archives } from './schema.ts';

export type StateFile = {
  id: number;
  source: string;
  name: string;
  isFictional: boolean;
  /** Day found in the file or in its name. */
  publishedOn: IsoDate;
  /** Whether a file of this name is an edition of the same file. */
  isSameSeries: (name: string) => boolean;
};

/**
 * Dates a file that holds a whole state and whose name carries no date. Runs inside the transaction of the file.
 * @throws SourceError when it is older than the edition applied before
 */
export function settleStateFile(corpus: Corpus, file: StateFile): void {
  const { id, source, name, isFictional, publishedOn } = file;
  const newest = corpus
    .select({ name: archives.name, publishedOn: archives.publishedOn })
    .from(archives)
    .where(and(eq(archives.source, source), eq(archives.isFictional, isFictional), ne(archives.id, id)))
    .orderBy(desc(archives.publishedOn))
    .all()
    .find((archive) => file.isSameSeries(archive.name));
  if (newest && newest.publishedOn > publishedOn)
    throw new SourceError(
      `${source}: ${name} is of ${publishedOn}, older than the edition of ${newest.publishedOn} applied before. Nothing was changed.`,
    );
  const stamp = `${publishedOn.replaceAll('-', '')}-000000`;
  corpus.update(archives).set({ publishedOn, stamp }).where(eq(archives.id, id)).run();
}
