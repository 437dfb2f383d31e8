import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren, Siret } from '#domain/ids.ts';

/** Legal units of employers that another source names. */
export const sireneUnits = sqliteTable('sirene_units', {
  siren: text('siren').$type<Siren>().primaryKey(),
  /** Empty for units that may not be published: nothing of them is kept but the refusal. */
  legalName: text('legal_name').notNull(),
  acronym: text('acronym'),
  tradeNames: text('trade_names', { mode: 'json' }).$type<string[]>().notNull(),
  nafCode: text('naf_code'),
  naf2025Code: text('naf_2025_code'),
  headcountBand: text('headcount_band'),
  headcountYear: integer('headcount_year'),
  groupCategory: text('group_category'),
  groupCategoryYear: integer('group_category_year'),
  legalCategory: text('legal_category'),
  isEss: integer('is_ess', { mode: 'boolean' }),
  isMission: integer('is_mission', { mode: 'boolean' }),
  /** Last five digits of the head office's SIRET. */
  headOfficeNic: text('head_office_nic'),
  /** Number of open establishments, where the source tells it without listing them all. */
  openEstablishments: integer('open_establishments'),
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
    lat: real('lat'),
    lon: real('lon'),
    isHeadOffice: integer('is_head_office', { mode: 'boolean' }).notNull(),
    isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
    /** False where INSEE says that nobody is employed there. */
    isEmploying: integer('is_employing', { mode: 'boolean' }).notNull(),
    isFictional: integer('is_fictional', { mode: 'boolean' }).notNull(),
    archiveId: integer('archive_id').notNull(),
  },
  (table) => [index('sirene_establishments_siren').on(table.siren)],
);

/** Establishments of one unit that went on as establishments of another, with economic continuity. */
export const sireneLinks = sqliteTable(
  'sirene_links',
  {
    from: text('from_siret').$type<Siret>().notNull(),
    to: text('to_siret').$type<Siret>().notNull(),
    fromSiren: text('from_siren').$type<Siren>().notNull(),
    toSiren: text('to_siren').$type<Siren>().notNull(),
    on: text('linked_on').$type<IsoDate>().notNull(),
    isFictional: integer('is_fictional', { mode: 'boolean' }).notNull(),
    archiveId: integer('archive_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.from, table.to, table.on] }),
    index('sirene_links_from').on(table.fromSiren),
    index('sirene_links_to').on(table.toSiren),
  ],
);

/** The same tables, as SQLite creates them. */
export const SIRENE_DDL = `
CREATE TABLE IF NOT EXISTS sirene_units (
  siren TEXT PRIMARY KEY,
  legal_name TEXT NOT NULL,
  acronym TEXT,
  trade_names TEXT NOT NULL,
  naf_code TEXT,
  naf_2025_code TEXT,
  headcount_band TEXT,
  headcount_year INTEGER,
  group_category TEXT,
  group_category_year INTEGER,
  legal_category TEXT,
  is_ess INTEGER,
  is_mission INTEGER,
  head_office_nic TEXT,
  open_establishments INTEGER,
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
  lat REAL,
  lon REAL,
  is_head_office INTEGER NOT NULL,
  is_open INTEGER NOT NULL,
  is_employing INTEGER NOT NULL,
  is_fictional INTEGER NOT NULL,
  archive_id INTEGER NOT NULL REFERENCES archives (id)
) STRICT;
CREATE INDEX IF NOT EXISTS sirene_establishments_siren ON sirene_establishments (siren);
CREATE TABLE IF NOT EXISTS sirene_links (
  from_siret TEXT NOT NULL,
  to_siret TEXT NOT NULL,
  from_siren TEXT NOT NULL,
  to_siren TEXT NOT NULL,
  linked_on TEXT NOT NULL,
  is_fictional INTEGER NOT NULL,
  archive_id INTEGER NOT NULL REFERENCES archives (id),
  PRIMARY KEY (from_siret, to_siret, linked_on)
) STRICT;
CREATE INDEX IF NOT EXISTS sirene_links_from ON sirene_links (from_siren);
CREATE INDEX IF NOT EXISTS sirene_links_to ON sirene_links (to_siren);
`;
