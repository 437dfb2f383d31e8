import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getTableColumns } from 'drizzle-orm';
import { z } from 'zod';
import { SourceError } from '#domain/errors.ts';
import type { AgreementPage, EmployerProfile } from '#domain/profile.ts';
import { PublicAgreement } from '#domain/public/agreement.ts';
import { PublicValues } from '#domain/public/claim.ts';
import { PublicEmployer } from '#domain/public/employer.ts';
import { PublicSearchDocument } from '#domain/public/search.ts';
import type { FactsDatabase } from './open.ts';
import { TABLES } from './schema.ts';

/** What a column of JSON holds, by table and column. */
const DOCUMENTS: Record<string, z.ZodType> = {
  'employers.profile': PublicEmployer,
  'agreements.page': PublicAgreement,
  'search_documents.document': PublicSearchDocument,
  'claims.values': PublicValues,
  'claims.departments': z.array(z.string()),
};

type Table = { name: string; table: SQLiteTable; columns: [key: string, column: SQLiteColumn][] };

const tables: Table[] = TABLES.map((table) => ({
  name: getTableConfig(table).name,
  table,
  columns: Object.entries(getTableColumns(table)),
})).sort((a, b) => (a.name < b.name ? -1 : 1));

const isJson = (column: SQLiteColumn): boolean => column.dataType === 'json';

function schemaOfColumn(table: string, column: SQLiteColumn): z.ZodType {
  const plain = (): z.ZodType => {
    if (isJson(column)) {
      const document = DOCUMENTS[`${table}.${column.name}`];
      if (!document)
        throw new TypeError(`facts: ${table}.${column.name} has no public schema (db/facts/rows.ts).`);
      return document;
    }
    if (column.dataType === 'boolean') return z.boolean();
    if (column.dataType === 'number') return z.int();
    return column.enumValues ? z.enum(column.enumValues as [string]) : z.string();
  };
  return column.notNull || column.primary ? plain() : plain().nullable();
}

/** Schema of a row of each table of the facts, by name of the table: made from the tables, so that none is left out. */
export const rowSchemas = (): Record<string, z.ZodObject> =>
  Object.fromEntries(
    tables.map(({ name, columns }) => [
      name,
      z.strictObject(Object.fromEntries(columns.map(([key, column]) => [key, schemaOfColumn(name, column)]))),
    ]),
  );

const keyOf = ({ table, columns }: Table): string => {
  const [key] = getTableConfig(table).primaryKeys;
  const named = key ? key.columns : columns.map(([, column]) => column).filter(({ primary }) => primary);
  return named.map(({ name }) => `"${name}"`).join(', ');
};

/**
 * Every row of the facts as JSON text, table by table, in order of key: the same facts give the same bytes. What is
 * stored as JSON is passed on unread.
 */
export function* iterateRows(facts: FactsDatabase): Generator<{ table: string; json: string }> {
  for (const each of tables) {
    const rows = facts.$client
      .prepare(`SELECT ${each.columns.map(([, { name }]) => `"${name}"`).join(', ')} FROM "${each.name}" ORDER BY ${keyOf(each)}`)
      .raw(true)
      .iterate() as IterableIterator<unknown[]>; // prettier-ignore
    const fields = each.columns.map(([key, column], at) => {
      const head = `${at ? ',' : '{'}${JSON.stringify(key)}:`;
      const isBoolean = column.dataType === 'boolean';
      return { head, isRaw: isJson(column), isBoolean };
    });
    for (const row of rows) {
      let json = '';
      for (const [at, { head, isRaw, isBoolean }] of fields.entries()) {
        const value = row[at] as string | number | null;
        if (value === null) json += `${head}null`;
        else if (isRaw) json += head + value;
        else json += head + (isBoolean ? (value ? 'true' : 'false') : JSON.stringify(value));
      }
      yield { table: each.name, json: `${json}}` };
    }
  }
}

/** Puts rows back, as `iterateRows` gave them; call inside a transaction. */
export function rowWriter(facts: FactsDatabase) {
  const known = new Map(tables.map((each) => [each.name, each]));
  return (name: string, row: Record<string, unknown>): void => {
    const found = known.get(name);
    if (!found)
      throw new SourceError(
        `dump: this version of the program has no table ${name}. Restore with the version that wrote the dump.`,
      );
    facts.insert(found.table).values(row).run();
  };
}

function* documents<T>(facts: FactsDatabase, column: string, table: string, key: string): Generator<T> {
  const rows = facts.$client.prepare(`SELECT ${column} FROM ${table} ORDER BY ${key}`).pluck().iterate();
  for (const json of rows as IterableIterator<string>) yield JSON.parse(json) as T;
}

/** In order of SIREN, one at a time: of a file that nobody writes to meanwhile. */
export const iterateProfiles = (facts: FactsDatabase): Iterable<EmployerProfile> =>
  documents<EmployerProfile>(facts, 'profile', 'employers', 'siren');

/** In order of id, as `iterateProfiles`. */
export const iterateAgreementPages = (facts: FactsDatabase): Iterable<AgreementPage> =>
  documents<AgreementPage>(facts, 'page', 'agreements', 'id');
