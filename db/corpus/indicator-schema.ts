import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EqualityFiguresRow, EqualityLayout } from '#domain/equality-row.ts';
import type { LabelId } from '#domain/label.ts';
import type { QVCT_BASES, QvctPerimeter } from '#domain/qvct-figures.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren, Siret } from '#domain/ids.ts';

const archiveId = () => integer('archive_id').notNull();
const isFictional = () => integer('is_fictional', { mode: 'boolean' }).notNull();
const siren = () => text('siren').$type<Siren>().notNull();

/** Branch agreements (IDCC) that establishments declare each month. */
export const branchRows = sqliteTable(
  'branch_rows',
  {
    siret: text('siret').$type<Siret>().notNull(),
    idcc: text('idcc').notNull(),
    siren: siren(),
    isFictional: isFictional(),
    archiveId: archiveId(),
  },
  (table) => [primaryKey({ columns: [table.siret, table.idcc] }), index('branch_rows_siren').on(table.siren)],
);

/** One declaration of one year, under each employer it covers (all members of an UES). */
export const equalityRows = sqliteTable(
  'equality_rows',
  {
    siren: siren(),
    /** Layout of the file: index, older index, representation, directive. */
    layout: text('layout').$type<EqualityLayout>().notNull(),
    year: integer('year').notNull(),
    /** Who declared: the employer itself or another member of its UES. */
    declarant: text('declarant').$type<Siren>().notNull(),
    figures: text('figures', { mode: 'json' }).$type<EqualityFiguresRow>().notNull(),
    isFictional: isFictional(),
    archiveId: archiveId(),
  },
  (table) => [primaryKey({ columns: [table.siren, table.layout, table.year, table.declarant] })],
);

/** QVCT figures of one employer, year and perimeter. */
export const qvctRows = sqliteTable(
  'qvct_rows',
  {
    siren: siren(),
    siret: text('siret').$type<Siret>().notNull(),
    year: integer('year').notNull(),
    perimeter: text('perimeter').$type<QvctPerimeter>().notNull(),
    basis: text('basis').$type<(typeof QVCT_BASES)[number]>().notNull(),
    publishedOn: text('published_on').$type<IsoDate>().notNull(),
    sourceUrl: text('source_url'),
    method: text('method'),
    figures: text('figures', { mode: 'json' }).$type<Record<string, number | boolean | string>>().notNull(),
    isFictional: isFictional(),
    archiveId: archiveId(),
  },
  (table) => [primaryKey({ columns: [table.siren, table.siret, table.year, table.perimeter] })],
);

/** Employers on a public list. */
export const labelRows = sqliteTable(
  'label_rows',
  {
    siren: siren(),
    label: text('label').$type<LabelId>().notNull(),
    scope: text('scope'),
    since: text('since').$type<IsoDate>(),
    until: text('until').$type<IsoDate>(),
    isFictional: isFictional(),
    archiveId: archiveId(),
  },
  (table) => [primaryKey({ columns: [table.siren, table.label] })],
);

/** Employers at which La Bonne Boîte expects hirings; the file's day is the day it said so. */
export const hiringRows = sqliteTable('hiring_rows', {
  siren: siren().primaryKey(),
  siret: text('siret').$type<Siret>().notNull(),
  isFictional: isFictional(),
  archiveId: archiveId(),
});

/** The same tables, as SQLite creates them. */
export const INDICATOR_DDL = `
CREATE TABLE IF NOT EXISTS branch_rows (
  siret TEXT NOT NULL,
  idcc TEXT NOT NULL,
  siren TEXT NOT NULL,
  is_fictional INTEGER NOT NULL,
  archive_id INTEGER NOT NULL REFERENCES archives (id),
  PRIMARY KEY (siret, idcc)
) STRICT;
CREATE INDEX IF NOT EXISTS branch_rows_siren ON branch_rows (siren);
CREATE TABLE IF NOT EXISTS equality_rows (
  siren TEXT NOT NULL,
  layout TEXT NOT NULL,
  year INTEGER NOT NULL,
  declarant TEXT NOT NULL,
  figures TEXT NOT NULL,
  is_fictional INTEGER NOT NULL,
  archive_id INTEGER NOT NULL REFERENCES archives (id),
  PRIMARY KEY (siren, layout, year, declarant)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS qvct_rows (
  siren TEXT NOT NULL,
  siret TEXT NOT NULL,
  year INTEGER NOT NULL,
  perimeter TEXT NOT NULL,
  basis TEXT NOT NULL,
  published_on TEXT NOT NULL,
  source_url TEXT,
  method TEXT,
  figures TEXT NOT NULL,
  is_fictional INTEGER NOT NULL,
  archive_id INTEGER NOT NULL REFERENCES archives (id),
  PRIMARY KEY (siren, siret, year, perimeter)
) STRICT;
CREATE TABLE IF NOT EXISTS label_rows (
  siren TEXT NOT NULL,
  label TEXT NOT NULL,
  scope TEXT,
  since TEXT,
  until TEXT,
  is_fictional INTEGER NOT NULL,
  archive_id INTEGER NOT NULL REFERENCES archives (id),
  PRIMARY KEY (siren, label)
) STRICT;
CREATE TABLE IF NOT EXISTS hiring_rows (
  siren TEXT PRIMARY KEY NOT NULL,
  siret TEXT NOT NULL,
  is_fictional INTEGER NOT NULL,
  archive_id INTEGER NOT NULL REFERENCES archives (id)
) STRICT;
`;
