import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { TextStatus, Theme } from '#domain/agreement.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { AgreementId, Siren, Siret } from '#domain/ids.ts';

/** One file applied to the corpus. Every other row names the archive it comes from. */
export const archives = sqliteTable(
  'archives',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    source: text('source').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<'full' | 'increment'>().notNull(),
    /** Orders archives of one source: `20260424-063142`. */
    stamp: text('stamp').notNull(),
    publishedOn: text('published_on').$type<IsoDate>().notNull(),
    url: text('url'),
    bytes: integer('bytes').notNull(),
    sha256: text('sha256').notNull(),
    /** Digest of what the reading depended on besides the file; empty for most sources. */
    scope: text('scope').notNull(),
    isFictional: integer('is_fictional', { mode: 'boolean' }).notNull(),
    appliedAt: text('applied_at').notNull(),
    counts: text('counts', { mode: 'json' }).$type<Record<string, number>>().notNull(),
  },
  (table) => [uniqueIndex('archives_content').on(table.source, table.sha256, table.scope)],
);

/** One record of the ACCO base, columns of `AgreementRecord`. */
export const agreements = sqliteTable(
  'agreements',
  {
    id: text('id').$type<AgreementId>().primaryKey(),
    nature: text('nature'),
    title: text('title').notNull(),
    number: text('number'),
    siret: text('siret').$type<Siret>().notNull(),
    siren: text('siren').$type<Siren>().notNull(),
    legalName: text('legal_name').notNull(),
    signedOn: text('signed_on').$type<IsoDate>(),
    filedOn: text('filed_on').$type<IsoDate>(),
    effectiveOn: text('effective_on').$type<IsoDate>(),
    endsOn: text('ends_on').$type<IsoDate>(),
    hasNoEnd: integer('has_no_end', { mode: 'boolean' }).notNull(),
    publishedOn: text('published_on').$type<IsoDate>(),
    updatedOn: text('updated_on').$type<IsoDate>(),
    nafCode: text('naf_code'),
    idccCode: text('idcc_code'),
    sectorLabel: text('sector_label'),
    isComplete: integer('is_complete', { mode: 'boolean' }),
    themes: text('themes', { mode: 'json' }).$type<Theme[]>().notNull(),
    signatoryUnions: text('signatory_unions', { mode: 'json' }).$type<string[]>().notNull(),
    signatoryCodes: text('signatory_codes', { mode: 'json' }).$type<string[]>().notNull(),
    documentName: text('document_name'),
    isFictional: integer('is_fictional', { mode: 'boolean' }).notNull(),
    /** File name of the document without extension: the extension stated may differ from the file's. */
    documentStem: text('document_stem'),
    /** sha256 of the record: the same content again leaves the row alone. */
    digest: text('digest').notNull(),
    /** Archive that brought this content. */
    archiveId: integer('archive_id').notNull(),
    /** Stamp of the newest archive that states it; an older archive never overwrites it. */
    seenStamp: text('seen_stamp').notNull(),
  },
  (table) => [
    index('agreements_siren').on(table.siren, table.id),
    index('agreements_document').on(table.documentStem),
  ],
);

/** Text of one office document. Private: read by the extractor, never served. */
export const texts = sqliteTable(
  'texts',
  {
    stem: text('stem').primaryKey(),
    documentName: text('document_name').notNull(),
    status: text('status').$type<Exclude<TextStatus, 'missing'>>().notNull(),
    /** Why there is no text, when there is none. */
    reason: text('reason'),
    /** sha256 of the text. */
    hash: text('hash'),
    archiveId: integer('archive_id').notNull(),
    seenStamp: text('seen_stamp').notNull(),
    isFictional: integer('is_fictional', { mode: 'boolean' }).notNull(),
    text: text('text'),
  },
  (table) => [index('texts_hash').on(table.hash)],
);

/** What an archive holds that was set aside. `field`: the record is kept without that value. */
export const rejects = sqliteTable(
  'rejects',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    archiveId: integer('archive_id').notNull(),
    kind: text('kind').$type<'record' | 'document' | 'entry' | 'field'>().notNull(),
    /** Agreement id or file name inside the archive. */
    entry: text('entry').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [index('rejects_archive').on(table.archiveId)],
);

/** Agreements named by a deletion list. The row stays so that no older archive brings the text back. */
export const withdrawals = sqliteTable(
  'withdrawals',
  {
    id: text('id').$type<AgreementId>().primaryKey(),
    siren: text('siren').$type<Siren>(),
    documentStem: text('document_stem'),
    withdrawnOn: text('withdrawn_on').$type<IsoDate>().notNull(),
    stamp: text('stamp').notNull(),
    archiveId: integer('archive_id').notNull(),
  },
  (table) => [index('withdrawals_document').on(table.documentStem)],
);
