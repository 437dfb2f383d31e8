import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import type { QvctError, QvctRow } from '#domain/qvct-check.ts';
import type { QvctContent } from '#domain/qvct-declaration.ts';
import { people } from './schema-accounts.ts';

/** QVCT figures that an employer declares, one row a year and perimeter. They lapse by the calendar alone. */
export const qvctDeclarations = sqliteTable(
  'qvct_declarations',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    siren: text('siren').$type<Siren>().notNull(),
    /** `qvctId`. */
    claimId: text('claim_id').notNull(),
    status: text('status', { enum: ['published', 'withdrawn'] }).notNull(),
    content: text('content', { mode: 'json' }).$type<QvctContent>().notNull(),
    declaredOn: text('declared_on').$type<IsoDate>().notNull(),
    expiresOn: text('expires_on').$type<IsoDate>().notNull(),
    personId: integer('person_id').references(() => people.id, { onDelete: 'set null' }),
    /** Counts the changes: two editors at once find out. */
    version: integer('version').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('qvct_declarations_one').on(table.claimId).where(sql`${table.status} <> 'withdrawn'`),
    index('qvct_declarations_siren').on(table.siren, table.status),
  ],
); // prettier-ignore

/** A checked file of figures that somebody has sent and not yet accepted; forgotten after a day. */
export const qvctUploads = sqliteTable(
  'qvct_uploads',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** Lines read, without the headings. */
    lines: integer('lines').notNull(),
    rows: text('rows', { mode: 'json' }).$type<QvctRow[]>().notNull(),
    /** The first ones, where there are very many; `errorCount` counts them all. */
    errors: text('errors', { mode: 'json' }).$type<QvctError[]>().notNull(),
    errorCount: integer('error_count').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('qvct_uploads_person').on(table.personId)],
); // prettier-ignore

/** Reminders sent before figures expire: never twice. */
export const qvctReminders = sqliteTable(
  'qvct_reminders',
  {
    siren: text('siren').$type<Siren>().notNull(),
    expiresOn: text('expires_on').notNull(),
    days: integer('days').notNull(),
    sentAt: text('sent_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.siren, table.expiresOn, table.days] })],
);
