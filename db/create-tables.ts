import type Database from 'better-sqlite3';
import { getTableConfig, type IndexColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';

const quote = (name: string): string => `"${name}"`;

const columnName = (column: Partial<IndexColumn>): string => {
  if (!('name' in column) || typeof column.name !== 'string')
    throw new TypeError('indexes over expressions are not supported');
  return quote(column.name);
};

/**
 * The statements that create one table and its indexes, read from its drizzle schema: a derived database is made
 * new at each run, so its schema needs no migration and is written once.
 */
export function createStatements(table: SQLiteTable): string[] {
  const { name, columns, primaryKeys, indexes } = getTableConfig(table);
  const lines = columns.map((column) =>
    [
      quote(column.name),
      column.getSQLType().toUpperCase(),
      column.primary ? 'PRIMARY KEY' : '',
      column.notNull ? 'NOT NULL' : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
  for (const key of primaryKeys) lines.push(`PRIMARY KEY (${key.columns.map(columnName).join(', ')})`);
  return [
    `CREATE TABLE ${quote(name)} (${lines.join(', ')}) STRICT`,
    ...indexes.map(
      ({ config }) =>
        `CREATE INDEX ${quote(config.name)} ON ${quote(name)} (${config.columns.map((column) => columnName(column as IndexColumn)).join(', ')})`,
    ),
  ];
}

export function createTables(client: Database.Database, tables: readonly SQLiteTable[]): void {
  for (const table of tables) for (const statement of createStatements(table)) client.exec(statement);
}

/**
 * Lays the tables of a file that can be made again; one of another `version` (raised with its schema) is emptied first.
 * In one transaction, so that a killed process leaves the file as it was.
 */
export function layTables(client: Database.Database, tables: readonly SQLiteTable[], version: number): void {
  const isLaid = (): boolean => client.pragma('user_version', { simple: true }) === version;
  if (isLaid()) return;
  client
    .transaction(() => {
      // Another process may have come first.
      if (isLaid()) return;
      const old = client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
      for (const name of old) client.exec(`DROP TABLE "${String(name)}"`);
      createTables(client, tables);
      client.pragma(`user_version = ${version}`);
    })
    .immediate();
}
