import { asc, eq, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Siren } from '#domain/ids.ts';
import type { Provenance } from '#domain/provenance.ts';
import { branchRows, equalityRows, hiringRows, labelRows, qvctRows } from './indicator-schema.ts';
import type { Corpus } from './open.ts';
import { archives } from './schema.ts';

type Row<T extends SQLiteTable> = Omit<T['$inferSelect'], 'archiveId' | 'isFictional'> & {
  provenance: Provenance;
};

/** Everything the corpus holds of one employer besides agreements and identity, as the files state it. */
export type IndicatorRows = {
  branches: Row<typeof branchRows>[];
  equality: Row<typeof equalityRows>[];
  qvct: Row<typeof qvctRows>[];
  labels: Row<typeof labelRows>[];
  hiring: Row<typeof hiringRows> | null;
};

function prepare(corpus: Corpus) {
  const siren = sql.placeholder('siren');
  return {
    branches: corpus
      .select({ row: branchRows, archive: archives })
      .from(branchRows)
      .innerJoin(archives, eq(archives.id, branchRows.archiveId))
      .where(eq(branchRows.siren, siren))
      .orderBy(asc(branchRows.siret), asc(branchRows.idcc))
      .prepare(),
    equality: corpus
      .select({ row: equalityRows, archive: archives })
      .from(equalityRows)
      .innerJoin(archives, eq(archives.id, equalityRows.archiveId))
      .where(eq(equalityRows.siren, siren))
      .orderBy(asc(equalityRows.layout), asc(equalityRows.year), asc(equalityRows.declarant))
      .prepare(),
    qvct: corpus
      .select({ row: qvctRows, archive: archives })
      .from(qvctRows)
      .innerJoin(archives, eq(archives.id, qvctRows.archiveId))
      .where(eq(qvctRows.siren, siren))
      .orderBy(asc(qvctRows.year), asc(qvctRows.perimeter), asc(qvctRows.siret))
      .prepare(),
    labels: corpus
      .select({ row: labelRows, archive: archives })
      .from(labelRows)
      .innerJoin(archives, eq(archives.id, labelRows.archiveId))
      .where(eq(labelRows.siren, siren))
      .orderBy(asc(labelRows.label))
      .prepare(),
    hiring: corpus
      .select({ row: hiringRows, archive: archives })
      .from(hiringRows)
      .innerJoin(archives, eq(archives.id, hiringRows.archiveId))
      .where(eq(hiringRows.siren, siren))
      .prepare(),
  };
}

/** Derivation asks for one employer after the other: preparing costs more than reading. */
const prepared = new WeakMap<Corpus, ReturnType<typeof prepare>>();

export function readIndicators(corpus: Corpus, siren: Siren): IndicatorRows {
  const statements = prepared.get(corpus) ?? prepare(corpus);
  prepared.set(corpus, statements);
  const hiring = statements.hiring.get({ siren });
  return {
    branches: statements.branches.all({ siren }).map(toRow),
    equality: statements.equality.all({ siren }).map(toRow),
    qvct: statements.qvct.all({ siren }).map(toRow),
    labels: statements.labels.all({ siren }).map(toRow),
    hiring: hiring ? toRow(hiring) : null,
  };
}

function toRow<T extends { archiveId: number; isFictional: boolean }>({
  row,
  archive,
}: {
  row: T;
  archive: typeof archives.$inferSelect;
}): Omit<T, 'archiveId' | 'isFictional'> & { provenance: Provenance } {
  const { archiveId: _archive, isFictional, ...facts } = row;
  const { source, name: file, url, publishedOn, sha256 } = archive;
  return { ...facts, provenance: { source, file, url: isFictional ? null : url, publishedOn, sha256 } };
}
