import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ChangeKind, Snapshot } from '#domain/changes.ts';
import { SHOWN_STATES } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { AgreementId, BenefitId, Siren } from '#domain/ids.ts';

/** What changed on the site, publication after publication. Public. */
export const changes = sqliteTable(
  'changes',
  {
    seq: integer('seq').primaryKey(),
    /** Instant of the publication, ISO 8601, UTC. */
    at: text('at').notNull(),
    on: text('on_day').$type<IsoDate>().notNull(),
    siren: text('siren').$type<Siren>().notNull(),
    kind: text('kind').$type<ChangeKind>().notNull(),
    claim: text('claim'),
    benefit: text('benefit').$type<BenefitId>(),
    agreement: text('agreement').$type<AgreementId>(),
    before: text('before', { enum: SHOWN_STATES }),
    after: text('after', { enum: SHOWN_STATES }),
  },
  (table) => [index('changes_of_employer').on(table.siren, table.seq), index('changes_at').on(table.at)],
);

/** Departments the employer was in when it changed. */
export const changeDepartments = sqliteTable(
  'change_departments',
  { department: text('department').notNull(), seq: integer('seq').notNull() },
  (table) => [
    primaryKey({ columns: [table.department, table.seq] }),
    index('departments_of_change').on(table.seq),
  ],
);

/** What the last publication said of each employer. */
export const seen = sqliteTable('seen', {
  siren: text('siren').$type<Siren>().primaryKey(),
  /** Digest of the page: the same, and the rest is not looked at. */
  digest: text('digest').notNull(),
  snapshot: text('snapshot', { mode: 'json' }).$type<Snapshot>().notNull(),
});

/** `generation` of the facts last looked at; `seq`: the last one given. */
export const meta = sqliteTable('meta', { key: text('key').primaryKey(), value: text('value').notNull() });

export const TABLES = [changes, changeDepartments, seen, meta] as const;
