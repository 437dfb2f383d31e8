import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CLAIM_STATES, SHOWN_STATES, type Claim } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { AgreementId, BenefitId, Siren } from '#domain/ids.ts';
import type { AgreementPage, EmployerProfile } from '#domain/profile.ts';
import type { SearchDocument } from '#domain/search.ts';

const siren = () => text('siren').$type<Siren>().notNull();

/** One row an employer page. Everything in this database may be published. */
export const employers = sqliteTable(
  'employers',
  {
    siren: siren().primaryKey(),
    name: text('name').notNull(),
    /** sha256 over the profile with its states of the day, and the content files. */
    digest: text('digest').notNull(),
    changesOn: text('changes_on').$type<IsoDate>(),
    isFictional: integer('is_fictional', { mode: 'boolean' }).notNull(),
    isIndexable: integer('is_indexable', { mode: 'boolean' }).notNull(),
    /** False for one that only declares: it is in no group that figures are given over. */
    hasAgreements: integer('has_agreements', { mode: 'boolean' }).notNull(),
    place: text('place'),
    nafDivision: text('naf_division'),
    headcountBand: text('headcount_band'),
    profile: text('profile', { mode: 'json' }).$type<EmployerProfile>().notNull(),
  },
  (table) => [
    index('employers_keys').on(table.siren, table.digest, table.isIndexable),
    index('employers_changes').on(table.changesOn),
  ],
);

export const agreements = sqliteTable(
  'agreements',
  {
    id: text('id').$type<AgreementId>().primaryKey(),
    /** The employer that filed. */
    siren: siren(),
    digest: text('digest').notNull(),
    sourceFile: text('source_file').notNull(),
    isTextRead: integer('is_text_read', { mode: 'boolean' }).notNull(),
    signedOn: text('signed_on').$type<IsoDate>(),
    filedOn: text('filed_on').$type<IsoDate>(),
    publishedOn: text('published_on').$type<IsoDate>(),
    /** Last day of effect, stated or presumed. */
    endsOn: text('ends_on').$type<IsoDate>(),
    state: text('state', { enum: CLAIM_STATES }),
    page: text('page', { mode: 'json' }).$type<AgreementPage>().notNull(),
  },
  (table) => [
    index('agreements_of').on(table.siren),
    index('agreements_keys').on(table.id, table.digest),
    index('agreements_read').on(table.isTextRead),
    index('agreements_source').on(table.sourceFile),
    index('agreements_ending').on(table.endsOn, table.state),
  ],
);

/** One row for each claim of each employer: a claim of a UES stands under every member. */
export const claims = sqliteTable(
  'claims',
  {
    siren: siren(),
    id: text('id').notNull(),
    benefit: text('benefit').$type<BenefitId>().notNull(),
    state: text('state', { enum: SHOWN_STATES }).notNull(),
    /** Null for a declaration. */
    agreementId: text('agreement_id').$type<AgreementId>(),
    isLead: integer('is_lead', { mode: 'boolean' }).notNull(),
    effectiveOn: text('effective_on').$type<IsoDate>(),
    /** How the claim stands to the law (`Gap`); null where that is not known. */
    gap: text('gap', { enum: ['beyond', 'at-floor', 'below', 'optional', 'not-comparable'] }),
    values: text('values', { mode: 'json' }).$type<Claim['values']>().notNull(),
    departments: text('departments', { mode: 'json' }).$type<string[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.siren, table.id] }),
    index('claims_of_benefit').on(table.benefit, table.isLead, table.state, table.effectiveOn, table.siren),
    index('claims_of_agreement').on(table.agreementId),
  ],
);

/** Departments an employer is in: what territories are counted by. */
export const employerDepartments = sqliteTable(
  'employer_departments',
  { siren: siren(), department: text('department').notNull() },
  (table) => [
    primaryKey({ columns: [table.siren, table.department] }),
    index('employers_of_department').on(table.department, table.siren),
  ],
);

/** Communes an employer works in; `places` is counted from it. Positions in hundred-thousandths of a degree. */
export const employerPlaces = sqliteTable(
  'employer_places',
  {
    siren: siren(),
    communeCode: text('commune_code').notNull(),
    communeName: text('commune_name').notNull(),
    departmentCode: text('department_code').notNull(),
    regionCode: text('region_code').notNull(),
    lat: integer('lat'),
    lon: integer('lon'),
  },
  (table) => [
    primaryKey({ columns: [table.siren, table.communeCode] }),
    index('employers_of_commune').on(table.communeCode, table.siren),
  ],
);

/** Communes with an employer of the directory. */
export const places = sqliteTable('places', {
  communeCode: text('commune_code').primaryKey(),
  communeName: text('commune_name').notNull(),
  departmentCode: text('department_code').notNull(),
  regionCode: text('region_code').notNull(),
  lat: integer('lat'),
  lon: integer('lon'),
  employers: integer('employers').notNull(),
});

/** Names employers go by; the key has a space at both ends, so that whole words are found. */
export const employerNames = sqliteTable(
  'employer_names',
  {
    siren: siren(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    isLegal: integer('is_legal', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.siren, table.key] })],
);

/** Units that an employer took over: their address leads to its page unless they have one. */
export const moved = sqliteTable('moved', {
  from: text('from_siren').$type<Siren>().primaryKey(),
  siren: siren(),
  on: text('moved_on').$type<IsoDate>().notNull(),
});

export const searchDocuments = sqliteTable('search_documents', {
  siren: siren().primaryKey(),
  document: text('document', { mode: 'json' }).$type<SearchDocument>().notNull(),
});

/** Files that say something of an employer, its agreements apart. */
export const employerFiles = sqliteTable(
  'employer_files',
  { siren: siren(), file: text('file').notNull() },
  (table) => [
    primaryKey({ columns: [table.siren, table.file] }),
    index('employer_files_file').on(table.file),
  ],
);

/** Files the facts come from, as the licence asks. */
export const sources = sqliteTable('sources', {
  file: text('file').primaryKey(),
  source: text('source').notNull(),
  url: text('url'),
  publishedOn: text('published_on').$type<IsoDate>().notNull(),
  sha256: text('sha256').notNull(),
  /** Rows of the file that were read. */
  records: integer('records').notNull().default(0),
  /** Rows of the facts that rest on this file. */
  agreements: integer('agreements').notNull(),
  employers: integer('employers').notNull(),
});

/** Tombstones: addresses that answer 410. */
export const gone = sqliteTable('gone', {
  path: text('path').primaryKey(),
  kind: text('kind', { enum: ['agreement', 'employer'] }).notNull(),
  /** `withdrawn` by the source, `suppressed` here, `disappeared` without either. */
  cause: text('cause', { enum: ['withdrawn', 'suppressed', 'disappeared'] }).notNull(),
  since: text('since').$type<IsoDate>().notNull(),
});

/** Employers by the state of their leading claim. */
export const benefitFigures = sqliteTable(
  'benefit_figures',
  {
    benefit: text('benefit').$type<BenefitId>().notNull(),
    state: text('state', { enum: SHOWN_STATES }).notNull(),
    employers: integer('employers').notNull(),
  },
  (table) => [primaryKey({ columns: [table.benefit, table.state] })],
);

export const meta = sqliteTable('meta', { key: text('key').primaryKey(), value: text('value').notNull() });

export const TABLES = [
  employers, employerDepartments, agreements, claims, searchDocuments, sources, employerFiles, gone, benefitFigures, meta,
  employerPlaces, places, moved, employerNames,
] as const; // prettier-ignore
