import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { createTables } from '../create-tables.ts';
import * as schema from './schema.ts';

export type Extractions = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/** Raised with schema.ts: a cache of another layout is emptied and filled again. */
const VERSION = 1;

/** Opens (and makes) the cache. `secure_delete`: what was read in a withdrawn text goes with it. */
export function openExtractions(file: string): Extractions {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const client = new Database(file, { timeout: 10_000 });
  client.pragma('journal_mode = DELETE');
  // A cache: after a power cut the last batches are read again.
  client.pragma('synchronous = NORMAL');
  client.pragma('secure_delete = ON');
  if (client.pragma('user_version', { simple: true }) !== VERSION) {
    client
      .transaction(() => {
        const old = client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
        for (const name of old) client.exec(`DROP TABLE "${String(name)}"`);
        createTables(client, schema.TABLES);
        client.pragma(`user_version = ${VERSION}`);
      })
      .immediate();
  }
  return drizzle(client, { schema });
}
