import Database from 'better-sqlite3';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hiringRows } from '#db/corpus/indicator-schema.ts';
import { openCorpus } from '#db/corpus/open.ts';
import * as schema from '#db/corpus/schema.ts';
import { Workspace } from '../fixtures/acco/workspace.ts';

describe('corpus.db', () => {
  let work: Workspace;
  beforeEach(() => void (work = new Workspace()));
  afterEach(() => work.remove());

  const tables = Object.values(schema).filter((each) => is(each, SQLiteTable));

  it.each(tables.map((table) => [getTableName(table), table] as const))(
    'table %s has the columns that the program reads and writes',
    (name, table) => {
      const corpus = openCorpus(work.corpusFile);
      const created = corpus.$client.pragma(`table_info(${name})`) as {
        name: string;
        type: string;
        notnull: number;
      }[];
      corpus.$client.close();
      const expected = Object.values(getTableColumns(table)).map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        // A rowid is never null: SQLite does not mark it.
        notnull: Number(column.notNull && !(column.primary && column.getSQLType() === 'integer')),
      }));
      expect(created.map(({ name, type, notnull }) => ({ name, type, notnull }))).toEqual(expected);
    },
  );

  it('keeps no trace of what is deleted', () => {
    const corpus = openCorpus(work.corpusFile);
    expect(corpus.$client.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(corpus.$client.pragma('secure_delete', { simple: true })).toBe(1);
    corpus.$client.close();
  });

  it('adds a table that came since, also for a reader', () => {
    const older = openCorpus(work.corpusFile);
    older.$client.exec('DROP TABLE hiring_rows');
    older.$client.close();
    const corpus = openCorpus(work.corpusFile, { readonly: true });
    expect(corpus.select().from(hiringRows).all()).toEqual([]);
    corpus.$client.close();
  });

  it('says what to do about a missing file, and about one of another version', () => {
    const file = path.join(work.folder, 'absent.db');
    expect(() => openCorpus(file, { readonly: true })).toThrow(/npm run ingest/);
    const other = new Database(file);
    other.exec('CREATE TABLE x (y)');
    other.pragma('user_version = 99');
    other.close();
    expect(() => openCorpus(file)).toThrow(/layout 99.*ingest again/);
  });
});
