import { and, eq } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { EqualityLayout } from '#domain/equality-row.ts';
import type { LabelId } from '#domain/label.ts';
import { branchRows, equalityRows, labelRows, qvctRows } from './indicator-schema.ts';
import type { Corpus } from './open.ts';
import { upsertParts } from './write.ts';

export type BranchRow = Omit<typeof branchRows.$inferInsert, 'archiveId'>;
export type EqualityRowOf = Omit<typeof equalityRows.$inferInsert, 'archiveId'>;
export type QvctRow = Omit<typeof qvctRows.$inferInsert, 'archiveId'>;
export type LabelRow = Omit<typeof labelRows.$inferInsert, 'archiveId'>;

/** Inserts, or takes the place of the row with the same key. */
function upsert(corpus: Corpus, table: SQLiteTable, keys: readonly string[]) {
  const { values, set } = upsertParts(table);
  const columns = table as unknown as Record<string, never>;
  return corpus
    .insert(table)
    .values(values as never)
    .onConflictDoUpdate({ target: keys.map((key) => columns[key]!), set })
    .prepare();
}

/** Each writer runs inside the transaction of one file; `clear` forgets what an older edition of the same file said. */
export function branchWriter(corpus: Corpus, archiveId: number) {
  const statement = upsert(corpus, branchRows, ['siret', 'idcc']);
  return {
    clear: (isFictional: boolean) =>
      corpus.delete(branchRows).where(eq(branchRows.isFictional, isFictional)).run(),
    write: (row: BranchRow) => statement.run({ ...row, archiveId }),
  };
}

export function equalityWriter(corpus: Corpus, archiveId: number) {
  const statement = upsert(corpus, equalityRows, ['siren', 'layout', 'year', 'declarant']);
  return {
    clear: (layout: EqualityLayout, isFictional: boolean) =>
      corpus
        .delete(equalityRows)
        .where(and(eq(equalityRows.layout, layout), eq(equalityRows.isFictional, isFictional)))
        .run(),
    write: (row: EqualityRowOf) => statement.run({ ...row, archiveId }),
  };
}

export function labelWriter(corpus: Corpus, archiveId: number) {
  const statement = upsert(corpus, labelRows, ['siren', 'label']);
  return {
    clear: (label: LabelId, isFictional: boolean) =>
      corpus
        .delete(labelRows)
        .where(and(eq(labelRows.label, label), eq(labelRows.isFictional, isFictional)))
        .run(),
    write: (row: LabelRow) => statement.run({ ...row, archiveId }),
  };
}

/** Years are never forgotten: a newer file adds its years, and corrects the same year and perimeter. */
export function qvctWriter(corpus: Corpus, archiveId: number) {
  const statement = upsert(corpus, qvctRows, ['siren', 'siret', 'year', 'perimeter']);
  return {
    /** @returns false when a later publication of the same year and perimeter stands already */
    write(row: QvctRow): boolean {
      const known = corpus
        .select({ publishedOn: qvctRows.publishedOn })
        .from(qvctRows)
        .where(
          and(
            eq(qvctRows.siren, row.siren),
            eq(qvctRows.siret, row.siret),
            eq(qvctRows.year, row.year),
            eq(qvctRows.perimeter, row.perimeter),
          ),
        )
        .get();
      if (known && known.publishedOn > row.publishedOn) return false;
      statement.run({ ...row, archiveId });
      return true;
    },
  };
}
