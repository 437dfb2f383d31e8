import path from 'node:path';
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { SourceError } from '#domain/errors.ts';
import { ROOT } from '#env';

/** SQL files and their journal, as drizzle-orm's migrator reads them. Forward only: a published file is never edited. */
const FOLDER = path.join(ROOT, 'db/app/migrations');

/**
 * Brings app.db up to date, in one transaction, and whoever opens it first does it for all. Unlike drizzle's own loop,
 * which compares dates, every file not yet recorded is applied: files of two branches may arrive in either order.
 * @throws SourceError when the file was written by a newer version of the program
 */
export function migrate(client: Database.Database, file: string): void {
  const migrations = readMigrationFiles({ migrationsFolder: FOLDER });
  const known = new Set(migrations.map(({ hash }) => hash));
  const applied = listApplied(client);
  // Spares every later opening the write lock.
  if (applied.size === known.size && [...known].every((hash) => applied.has(hash))) return;
  client.transaction(() => applyMissing(client, file, migrations)).immediate();
}

function applyMissing(
  client: Database.Database,
  file: string,
  migrations: ReturnType<typeof readMigrationFiles>,
): void {
  client.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC)',
  );
  const record = client.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  const [first] = migrations;
  if (first && adopts(client, file)) record.run(first.hash, first.folderMillis);
  const applied = listApplied(client);
  for (const stranger of applied)
    if (!migrations.some(({ hash }) => hash === stranger)) throw unknownMigration(file);
  for (const { hash, sql, folderMillis } of migrations) {
    if (applied.has(hash)) continue;
    for (const statement of sql) client.exec(statement);
    record.run(hash, folderMillis);
  }
}

function listApplied(client: Database.Database): Set<string> {
  if (!hasTable(client, '__drizzle_migrations')) return new Set();
  return new Set(client.prepare('SELECT hash FROM __drizzle_migrations').pluck().all() as string[]);
}

const hasTable = (client: Database.Database, name: string): boolean =>
  client.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(name) !== undefined;

/** Before drizzle's table there was one of our own, which knew the first migration only. It becomes drizzle's. */
function adopts(client: Database.Database, file: string): boolean {
  if (!hasTable(client, 'migrations')) return false;
  const names = client.prepare('SELECT name FROM migrations').pluck().all();
  if (names.some((name) => name !== '0001-outbox-and-suppressions')) throw unknownMigration(file);
  client.exec('DROP TABLE migrations');
  return names.length > 0;
}

const unknownMigration = (file: string): SourceError =>
  new SourceError(
    `app: ${file} holds a migration unknown to this version. Run the version that wrote it, or a later one.`,
  );
