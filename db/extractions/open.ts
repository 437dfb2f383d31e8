import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { layTables } from '../create-tables.ts';
import * as schema from './schema.ts';

export type Extractions = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/** Raised with schema.ts: a cache of another layout is emptied and filled again. */
const VERSION = 2;

/** Opens (and makes) the cache. `secure_delete`: what was read in a withdrawn text goes with it. */
export function openExtractions(file: string): Extractions {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const client = new Database(file, { timeout: 10_000 });
  client.pragma('journal_mode = DELETE');
  // A cache: after a power cut the last batches are read again.
  client.pragma('synchronous = NORMAL');
  client.pragma('secure_delete = ON');
  layTables(client, schema.TABLES, VERSION);
  return drizzle(client, { schema });
}
