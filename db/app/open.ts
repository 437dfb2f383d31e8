import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { SourceError } from '#domain/errors.ts';
import { MIGRATIONS } from './migrations.ts';
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

function migrate(client: Database.Database, file: string): void {
  client
    .transaction(() => {
      client.exec(
        'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT',
      );
      const applied = client.prepare('SELECT name FROM migrations ORDER BY rowid').pluck().all() as string[];
      const known = MIGRATIONS.map(({ name }) => name);
      const stranger = applied.find((name, place) => known[place] !== name);
      if (stranger)
        throw new SourceError(
          `app: ${file}: migration ${stranger} is unknown to this version. Run the version that wrote it, or a later one.`,
        );
      const record = client.prepare('INSERT INTO migrations (name, applied_at) VALUES (?, ?)');
      for (const { name, sql } of MIGRATIONS.slice(applied.length)) {
        client.exec(sql);
        record.run(name, new Date().toISOString());
      }
    })
    .immediate();
}
