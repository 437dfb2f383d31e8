import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Siren, Siret } from '#domain/ids.ts';

/** Legal units of employers that another source names. */
export const sireneUnits = sqliteTable('sirene_units', {
  siren: text('siren').$type<Siren>().primaryKey(),
  /** Empty for units that may not be published: nothing of them is kept but the refusal. */
  legalName: text('legal_name').notNull(),
  tradeNames: text('trade_names', { mode: 'json' }).$type<string[]>().notNull(),
  nafCode: text('naf_code'),
  headcountBand: text('headcount_band'),
  headcountYear: integer('headcount_year'),
  category: text('category'),
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
  isPublishable: integer('is_publishable', { mode: 'boolean' }).notNull(),
  isFictional: integer('is_fictional', { mode: 'boolean' }).notNull(),
  archiveId: integer('archive_id').notNull(),
});

export const sireneEstablishments = sqliteTable(
  'sirene_establishments',
  {
    siret: text('siret').$type<Siret>().primaryKey(),
    siren: text('siren').$type<Siren>().notNull(),
    name: text('name'),
    communeCode: text('commune_code'),
    communeName: text('commune_name'),
    departmentCode: text('department_code'),
    isHeadOffice: integer('is_head_office', { mode: 'boolean' }).notNull(),
    isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
    isFictional: integer('is_fictional', { mode: 'boolean' }).notNull(),
    archiveId: integer('archive_id').notNull(),
  },
  (table) => [index('sirene_establishments_siren').on(table.siren)],
);

/** The same tables, as SQLite creates them. */
export const SIRENE_DDL = `
CREATE TABLE IF NOT EXISTS sirene_units (
  siren TEXT PRIMARY KEY,
  legal_name TEXT NOT NULL,
  trade_names TEXT NOT NULL,
  naf_code TEXT,
  headcount_band TEXT,
  headcount_year INTEGER,
  category TEXT,
  is_active INTEGER NOT NULL,
  is_publishable INTEGER NOT NULL,
  is_fictional INTEGER NOT NULL,
  archive_id INTEGER NOT NULL REFERENCES archives (id)
) STRICT;
CREATE TABLE IF NOT EXISTS sirene_establishments (
  siret TEXT PRIMARY KEY,
  siren TEXT NOT NULL,
  name TEXT,
  commune_code TEXT,
  commune_name TEXT,
  department_code TEXT,
  is_head_office INTEGER NOT NULL,
  is_open INTEGER NOT NULL,
  is_fictional INTEGER NOT NULL,
  archive_id INTEGER NOT NULL REFERENCES archives (id)
) STRICT;
CREATE INDEX IF NOT EXISTS sirene_establishments_siren ON sirene_establishments (siren);
`;
