import { and, asc, count, desc, eq, gt, lt, or, sql } from 'drizzle-orm';
import type { AgreementRecord, TextStatus } from '#domain/agreement.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { AgreementId, Siren } from '#domain/ids.ts';
import type { Provenance } from '#domain/profile.ts';
import type { Corpus } from './open.ts';
import { agreements, archives, texts, withdrawals } from './schema.ts';

/** One agreement with what became of its document and the archive that brought it. */
export type CorpusAgreement = {
  record: AgreementRecord;
  textStatus: TextStatus;
  /** sha256 of the text; null unless `textStatus` is `read`. */
  textHash: string | null;
  provenance: Provenance;
};

const PAGE_SIZE = 500;

const selectPage = (corpus: Corpus) =>
  corpus
    .select({ agreement: agreements, status: texts.status, hash: texts.hash, archive: archives })
    .from(agreements)
    .innerJoin(archives, eq(archives.id, agreements.archiveId))
    .leftJoin(texts, eq(texts.stem, agreements.documentStem))
    .orderBy(asc(agreements.siren), asc(agreements.id));

type Row = ReturnType<ReturnType<typeof selectPage>['all']>[number];

function toCorpusAgreement({ agreement, status, hash, archive }: Row): CorpusAgreement {
  const {
    documentStem: _stem,
    digest: _digest,
    archiveId: _archive,
    seenStamp: _seen,
    ...record
  } = agreement;
  return {
    record,
    textStatus: status ?? 'missing',
    textHash: status === 'read' ? hash : null,
    provenance: toProvenance(archive),
  };
}

const toProvenance = (archive: typeof archives.$inferSelect): Provenance => ({
  source: archive.source,
  file: archive.name,
  url: archive.url,
  publishedOn: archive.publishedOn,
  sha256: archive.sha256,
});

/** Every agreement, ordered by SIREN then id. Reads page by page: other reads and writes may happen in between. */
export function* iterateAgreements(corpus: Corpus): Generator<CorpusAgreement> {
  const after = or(
    gt(agreements.siren, sql.placeholder('siren')),
    and(eq(agreements.siren, sql.placeholder('siren')), gt(agreements.id, sql.placeholder('id'))),
  );
  const page = selectPage(corpus).where(after).limit(PAGE_SIZE).prepare();
  for (let [siren, id] = ['', '']; ;) {
    const rows = page.all({ siren, id });
    for (const row of rows) yield toCorpusAgreement(row);
    const last = rows.at(-1)?.agreement;
    if (!last || rows.length < PAGE_SIZE) return;
    [siren, id] = [last.siren, last.id];
  }
}

/** Agreements filed by one employer, ordered by id. */
export const iterateAgreementsOf = (corpus: Corpus, siren: Siren): CorpusAgreement[] =>
  selectPage(corpus).where(eq(agreements.siren, siren)).all().map(toCorpusAgreement);

/** Every SIREN that filed an agreement, in order. */
export const listSirens = (corpus: Corpus): Siren[] =>
  corpus
    .selectDistinct({ siren: agreements.siren })
    .from(agreements)
    .orderBy(asc(agreements.siren))
    .all()
    .map(({ siren }) => siren);

/** The stored text with this sha256: one block (paragraph, list item, table row) a line. Null when it is gone. */
export const readText = (corpus: Corpus, hash: string): string | null =>
  corpus.select({ text: texts.text }).from(texts).where(eq(texts.hash, hash)).limit(1).get()?.text ?? null;

export type AppliedArchive = Provenance & {
  id: number;
  kind: 'full' | 'increment';
  stamp: string;
  isFictional: boolean;
  appliedAt: string;
  counts: Record<string, number>;
};

/** Archives applied so far, oldest first within a source. */
export const listArchives = (corpus: Corpus): AppliedArchive[] =>
  corpus
    .select()
    .from(archives)
    .orderBy(asc(archives.source), asc(archives.stamp), asc(archives.id))
    .all()
    .map((archive) => ({
      ...toProvenance(archive),
      id: archive.id,
      kind: archive.kind,
      stamp: archive.stamp,
      isFictional: archive.isFictional,
      appliedAt: archive.appliedAt,
      counts: archive.counts,
    }));

export type Withdrawal = { id: AgreementId; siren: Siren | null; withdrawnOn: IsoDate; archive: string };

/** Agreements that a deletion list named and no later archive brought back. */
export const listWithdrawals = (corpus: Corpus): Withdrawal[] =>
  corpus
    .select({
      id: withdrawals.id,
      siren: withdrawals.siren,
      withdrawnOn: withdrawals.withdrawnOn,
      archive: archives.name,
    })
    .from(withdrawals)
    .innerJoin(archives, eq(archives.id, withdrawals.archiveId))
    .orderBy(desc(withdrawals.withdrawnOn), asc(withdrawals.id))
    .all();

/** How many agreements stated by the archives of this stamp have their text read, missing, and so on. */
export const countTextStatus = (corpus: Corpus, stamp: string): Partial<Record<TextStatus, number>> =>
  Object.fromEntries(
    corpus
      .select({ status: sql<TextStatus>`coalesce(${texts.status}, 'missing')`.as('status'), count: count() })
      .from(agreements)
      .leftJoin(texts, eq(texts.stem, agreements.documentStem))
      .where(eq(agreements.seenStamp, stamp))
      .groupBy(sql`1`)
      .all()
      .map((row) => [row.status, row.count]),
  );

/** How many real agreements no archive of this stamp or later states. */
export const countOlder = (corpus: Corpus, stamp: string): number =>
  corpus
    .select({ count: count() })
    .from(agreements)
    .where(and(lt(agreements.seenStamp, stamp), eq(agreements.isFictional, false)))
    .get()!.count;

/** Bytes of all texts held. */
export const countTextBytes = (corpus: Corpus): number =>
  corpus
    .select({ bytes: sql<number>`coalesce(sum(octet_length(${texts.text})), 0)` })
    .from(texts)
    .get()!.bytes;
