import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { LedgerAction, LedgerRole } from '#domain/ledger.ts';
import { REPORT_KINDS, REPORT_STATUSES, type Shown } from '#domain/report.ts';
import { people } from './schema-accounts.ts';

/** What people say is wrong. Their words and address are for moderators, and erased after the case. */
export const reports = sqliteTable(
  'reports',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    /** Opens the page that follows the case; cannot be guessed. */
    receipt: text('receipt').notNull().unique(),
    kind: text('kind', { enum: REPORT_KINDS }).notNull(),
    /** A claim's id, an agreement's id or a SIREN. */
    key: text('key').notNull(),
    /** On whose page it was read. */
    siren: text('siren').notNull(),
    /** What stood there on that day. */
    shown: text('shown', { mode: 'json' }).$type<Shown>().notNull(),
    reason: text('reason').notNull(),
    words: text('words'),
    email: text('email'),
    personId: integer('person_id').references(() => people.id, { onDelete: 'set null' }),
    /** Written with an account that answers for this SIREN. */
    isEmployer: integer('is_employer', { mode: 'boolean' }).notNull(),
    status: text('status', { enum: REPORT_STATUSES }).notNull(),
    /** Key of the last question, proposal or decision, in its closed list. */
    answer: text('answer'),
    receivedAt: text('received_at').notNull(),
    /** Last day of the delay, Europe/Paris. */
    dueOn: text('due_on').notNull(),
    closedAt: text('closed_at'),
  },
  (table) => [
    index('reports_open').on(table.status, table.dueOn),
    index('reports_siren').on(table.siren, table.id),
    index('reports_key').on(table.kind, table.key),
  ],
);

/** Everything that happened to a report, in order; never changed. Null person: whoever wrote it. */
export const reportEvents = sqliteTable(
  'report_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    reportId: integer('report_id').notNull().references(() => reports.id),
    at: text('at').notNull(),
    personId: integer('person_id').references(() => people.id, { onDelete: 'set null' }),
    action: text('action').notNull(),
    reason: text('reason'),
    note: text('note'),
  },
  (table) => [index('report_events_report').on(table.reportId, table.id)],
); // prettier-ignore

/** What an employer says beside a claim, or on its page as a whole. At most one of each is published. */
export const replies = sqliteTable(
  'replies',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    siren: text('siren').notNull(),
    claimId: text('claim_id'),
    words: text('words').notNull(),
    personId: integer('person_id').references(() => people.id, { onDelete: 'set null' }),
    publishedAt: text('published_at').notNull(),
    withdrawnAt: text('withdrawn_at'),
  },
  (table) => [
    uniqueIndex('replies_one')
      .on(table.siren, sql`ifnull(${table.claimId}, '')`)
      .where(sql`${table.withdrawnAt} IS NULL`),
  ],
);

/** The public account of every change: no name, no private word. */
export const ledger = sqliteTable(
  'ledger',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: text('at').notNull(),
    /** Null, like the key, where the reason forbids to name the employer. */
    siren: text('siren'),
    kind: text('kind', { enum: REPORT_KINDS }).notNull(),
    key: text('key'),
    action: text('action').$type<LedgerAction>().notNull(),
    role: text('role').$type<LedgerRole>().notNull(),
    reason: text('reason'),
    before: text('before').notNull(),
    after: text('after').notNull(),
  },
  (table) => [index('ledger_siren').on(table.siren, table.id)],
);
