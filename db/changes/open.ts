import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { layTables } from '../create-tables.ts';
import * as schema from './schema.ts';

export type ChangesDatabase = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/** Raised with schema.ts: a log of another layout begins anew. */
const VERSION = 1;

/** Opens (and makes) the change log. WAL: pages read it while a publication writes. */
export function openChanges(file: string): ChangesDatabase {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const client = new Database(file, { timeout: 10_000 });
  client.pragma('journal_mode = WAL');
  client.pragma('secure_delete = ON');
  layTables(client, schema.TABLES, VERSION);
  return drizzle(client, { schema });
}

/** For readers; null before the first publication. */
export const openChangesIfThere = (file: string): ChangesDatabase | null =>
  existsSync(file) ? openChanges(file) : null;
