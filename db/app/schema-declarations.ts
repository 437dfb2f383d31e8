import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';
import type { IsoDate } from '#domain/dates.ts';
import type { BulkRow, DeclarationContent, DraftContent } from '#domain/declaration.ts';
import type { Siren } from '#domain/ids.ts';
import { people } from './schema-accounts.ts';

const person = () => integer('person_id').references(() => people.id, { onDelete: 'set null' });

/** What an employer declares. Published ones are an input of every derivation; they lapse by the calendar alone. */
export const declarations = sqliteTable(
  'declarations',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    siren: text('siren').$type<Siren>().notNull(),
    /** Id of the claim it makes (`declarationClaimId`). */
    claimId: text('claim_id').notNull(),
    /** `pending`: asked for by somebody whose access is not approved yet. */
    status: text('status', { enum: ['pending', 'published', 'withdrawn'] }).notNull(),
    content: text('content', { mode: 'json' }).$type<DeclarationContent>().notNull(),
    declaredOn: text('declared_on').$type<IsoDate>().notNull(),
    expiresOn: text('expires_on').$type<IsoDate>().notNull(),
    personId: person(),
    /** Counts the changes: two editors at once find out. */
    version: integer('version').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('declarations_one').on(table.claimId).where(sql`${table.status} <> 'withdrawn'`),
    index('declarations_siren').on(table.siren, table.status),
  ],
); // prettier-ignore

/** A declaration being written, saved at each step; with `declarationId`, the next version of a published one. */
export const drafts = sqliteTable(
  'drafts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    siren: text('siren').$type<Siren>().notNull(),
    personId: person(),
    declarationId: integer('declaration_id').references(() => declarations.id, { onDelete: 'cascade' }),
    declarationVersion: integer('declaration_version'),
    content: text('content', { mode: 'json' }).$type<DraftContent>().notNull(),
    version: integer('version').notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
  },
  (table) => [index('drafts_siren').on(table.siren)],
);

/** A private proof: its bytes lie under DATA_DIR/documents, outside of what is served. */
export const documents = sqliteTable(
  'documents',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    siren: text('siren').$type<Siren>().notNull(),
    draftId: integer('draft_id').references(() => drafts.id, { onDelete: 'set null' }),
    declarationId: integer('declaration_id').references(() => declarations.id, { onDelete: 'set null' }),
    /** As the person named it; for moderators. */
    name: text('name').notNull(),
    type: text('type').notNull(),
    bytes: integer('bytes').notNull(),
    /** Random name under DATA_DIR/documents. */
    file: text('file').notNull(),
    personId: person(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    index('documents_declaration').on(table.declarationId),
    index('documents_draft').on(table.draftId),
  ],
);

/** Reminders sent before an expiry: never twice. */
export const reminders = sqliteTable(
  'reminders',
  {
    declarationId: integer('declaration_id').notNull().references(() => declarations.id, { onDelete: 'cascade' }),
    expiresOn: text('expires_on').notNull(),
    days: integer('days').notNull(),
    sentAt: text('sent_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.declarationId, table.expiresOn, table.days] })],
); // prettier-ignore

/** A table of declarations that somebody has sent and not yet accepted; forgotten after a day. */
export const bulkUploads = sqliteTable(
  'bulk_uploads',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    personId: integer('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    rows: text('rows', { mode: 'json' }).$type<BulkRow[]>().notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [index('bulk_uploads_person').on(table.personId)],
); // prettier-ignore
