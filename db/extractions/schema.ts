import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Extraction, ExtractorParts } from '#domain/extraction.ts';
import type { AgreementId, BenefitId, Siren } from '#domain/ids.ts';

/** What the extractor read in a text, so that no text is read twice by the same extractor. Private, like the corpus. */
export const extractions = sqliteTable(
  'extractions',
  {
    textHash: text('text_hash').notNull(),
    /** Digest of what the extractor knew besides the text. */
    contextHash: text('context_hash').notNull(),
    version: text('version').notNull(),
    hasMembers: integer('has_members', { mode: 'boolean' }).notNull(),
    /** Also in `extraction`: asked without reading that. */
    named: text('named', { mode: 'json' }).$type<BenefitId[]>().notNull(),
    extraction: text('extraction', { mode: 'json' }).$type<Extraction>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.textHash, table.contextHash] })],
);

/** What each version that read something was made of. */
export const readers = sqliteTable('readers', {
  version: text('version').primaryKey(),
  parts: text('parts', { mode: 'json' }).$type<ExtractorParts>().notNull(),
});

/** Employers an agreement filed by another one names as its own (UES, group). Made anew by each full derivation. */
export const memberships = sqliteTable(
  'memberships',
  {
    agreementId: text('agreement_id').$type<AgreementId>().notNull(),
    filer: text('filer').$type<Siren>().notNull(),
    member: text('member').$type<Siren>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agreementId, table.member] }),
    index('memberships_member').on(table.member, table.filer),
    index('memberships_filer').on(table.filer),
  ],
);

/** Legal names of employers, to find members that a text names by one exact name. */
export const employerNames = sqliteTable(
  'employer_names',
  { name: text('name').notNull(), siren: text('siren').$type<Siren>().notNull() },
  (table) => [primaryKey({ columns: [table.name, table.siren] })],
);

/** Names met in texts, until all employers are known. */
export const namedMembers = sqliteTable(
  'named_members',
  {
    agreementId: text('agreement_id').$type<AgreementId>().notNull(),
    filer: text('filer').$type<Siren>().notNull(),
    name: text('name').notNull(),
  },
  (table) => [index('named_members_name').on(table.name)],
);

export const TABLES = [extractions, readers, memberships, employerNames, namedMembers] as const;
