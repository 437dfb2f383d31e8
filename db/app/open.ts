import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { migrate } from './migrate.ts';
import * as schema from './schema.ts';

export type AppDatabase = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/**
 * Opens (and creates, and brings up to date) app.db. WAL: pages write here while the publisher reads.
 * @throws SourceError when the file was written by a newer version of the program
 */
export function openApp(file: string): AppDatabase {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const client = new Database(file, { timeout: 10_000 });
  client.pragma('journal_mode = WAL');
  client.pragma('foreign_keys = ON');
  client.pragma('secure_delete = ON');
  migrate(client, file);
  return drizzle(client, { schema });
}
