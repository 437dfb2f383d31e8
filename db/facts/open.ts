import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { SourceError } from '#domain/errors.ts';
import { createStatements, createTables } from '../create-tables.ts';
import { NAME_WORDS } from './names.ts';
import * as schema from './schema.ts';

export type FactsDatabase = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/** Pages are read in any order from a file that fits in memory: mapping it spares a copy for each read. */
const MAPPED_BYTES = 4 * 1024 ** 3;
const BUSY_TIMEOUT_MS = 10_000;

/** Changes with schema.ts: facts of another layout are derived anew, never migrated. */
const LAYOUT = createHash('sha256')
  .update([...schema.TABLES.flatMap(createStatements), ...NAME_WORDS].join('\n'))
  .digest()
  .readInt32BE();

const layoutOf = (client: Database.Database): unknown => client.pragma('user_version', { simple: true });

/** False when there are no facts, or facts of another layout. */
export function isReadableFacts(file: string): boolean {
  if (!existsSync(file)) return false;
  if (existsSync(`${file}-journal`)) recoverFacts(file);
  const client = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  const isReadable = layoutOf(client) === LAYOUT;
  client.close();
  return isReadable;
}

/**
 * `isMapped`: for servers; a run that reads each row once should not count the whole file as its memory.
 * @throws SourceError when there are no facts yet, or those of another version of the program
 */
export function openFactsReadOnly(file: string, { isMapped = false } = {}): FactsDatabase {
  if (file !== ':memory:' && !existsSync(file))
    throw new SourceError(`facts: ${file} is not there. Run npm run derive (npm start does everything).`);
  const client = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  if (layoutOf(client) !== LAYOUT) {
    client.close();
    throw new SourceError(`facts: ${file} was made by another version of the program. Run npm run derive.`);
  }
  if (isMapped) client.pragma(`mmap_size = ${MAPPED_BYTES}`);
  return drizzle(client, { schema });
}

/** An empty facts database; a file that stood there (left by a killed run) is thrown away. */
export function createFacts(file: string): FactsDatabase {
  if (file !== ':memory:') {
    mkdirSync(path.dirname(file), { recursive: true });
    for (const name of [file, `${file}-journal`, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
  }
  const client = new Database(file);
  // Nobody reads this file before it is whole and renamed, so a crash may leave it in any state.
  client.pragma('journal_mode = OFF');
  client.pragma('synchronous = OFF');
  client.pragma('secure_delete = ON');
  createTables(client, schema.TABLES);
  for (const statement of NAME_WORDS) client.exec(statement);
  client.pragma(`user_version = ${LAYOUT}`);
  return drizzle(client, { schema });
}

/** The live facts, for a change of a few employers in one transaction. */
export function openFactsToUpdate(file: string): FactsDatabase {
  if (!existsSync(file))
    throw new SourceError(`facts: ${file} is not there, so nothing can be updated. Run npm run derive.`);
  const client = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  client.pragma('journal_mode = DELETE');
  client.pragma('secure_delete = ON');
  return drizzle(client, { schema });
}

/** Rolls back what a killed writer left half done: a read-only connection may not. */
export function recoverFacts(file: string): void {
  const client = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  client.pragma('schema_version');
  client.close();
}

/** Changes when the file is replaced by another one. */
export function identityOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}:${found.birthtimeMs}` : null;
}
