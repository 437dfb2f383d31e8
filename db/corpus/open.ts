import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { SourceError } from '#domain/errors.ts';
import { CORPUS_DDL } from './ddl.ts';
import { INDICATOR_DDL } from './indicator-schema.ts';
import * as schema from './schema.ts';
import { SIRENE_DDL } from './sirene-schema.ts';

export type Corpus = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

/** Every source with tables of its own adds its DDL here (`CREATE … IF NOT EXISTS` only). */
const DDL: readonly string[] = [CORPUS_DDL, SIRENE_DDL, INDICATOR_DDL];

/** Raised when a table changes shape: the corpus is made again from its archives, never migrated. */
export const CORPUS_VERSION = 3;

/**
 * Opens corpus.db, and creates it unless `readonly`. The rollback journal (not WAL) and `secure_delete` make sure that
 * a withdrawn text stands in no file once its deletion is committed.
 * @throws SourceError when the file is missing (readonly) or was made by another version
 */
export function openCorpus(file: string, { readonly = false }: { readonly?: boolean } = {}): Corpus {
  if (readonly && !existsSync(file))
    throw new SourceError(`corpus: ${file} does not exist. Run \`npm run ingest -- acco <archives>\` first.`);
  if (!readonly && file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  if (readonly && (existsSync(`${file}-journal`) || lacksTables(file))) openCorpus(file).$client.close();
  const client = new Database(file, { readonly, timeout: 10_000 });
  client.pragma('cache_size = -16384');
  if (!readonly) prepare(client);
  const version = client.pragma('user_version', { simple: true });
  if (version !== CORPUS_VERSION) {
    client.close();
    throw new SourceError(
      `corpus: ${file} has layout ${String(version)}, this program reads layout ${CORPUS_VERSION}. Move the file away and ingest again.`,
    );
  }
  return drizzle(client, { schema });
}

/** True for a corpus made before the newest table came: opening it to write adds the table. */
function lacksTables(file: string): boolean {
  const client = new Database(file, { readonly: true, timeout: 10_000 });
  try {
    return !client.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'hiring_rows'").get();
  } finally {
    client.close();
  }
}

function prepare(client: Database.Database): void {
  client.pragma('journal_mode = DELETE');
  client.pragma('secure_delete = ON');
  client.pragma('foreign_keys = ON');
  const isNew = client.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
  if (!isNew && client.pragma('user_version', { simple: true }) !== CORPUS_VERSION) return;
  client
    .transaction(() => {
      for (const sql of DDL) client.exec(sql);
      if (isNew) client.pragma(`user_version = ${CORPUS_VERSION}`);
    })
    .immediate();
}
