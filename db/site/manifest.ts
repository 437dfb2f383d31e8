import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { asc, count, eq, lte } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { IsoDate } from '#domain/dates.ts';
import { createTables } from '../create-tables.ts';
import { assets, meta, pages, TABLES } from './schema.ts';

export type ManifestPage = typeof pages.$inferSelect;
export type ManifestAsset = typeof assets.$inferSelect;

/** `code`: hash of the last full build. Others: generation of the facts that pages and search indexes were made from. */
export type ManifestKey = 'code' | 'generation' | 'search' | 'meilisearch';

export type ManifestChange = {
  put: ManifestPage[];
  /** Paths of pages. */
  remove: string[];
  assets?: ManifestAsset[];
  meta?: Partial<Record<ManifestKey, string>>;
};

/** What the live site consists of; stands beside `client/` and is never served. */
export type Manifest = {
  /** In order of path. */
  listPages(): ManifestPage[];
  listAssets(): ManifestAsset[];
  read(key: ManifestKey): string | null;
  /** All or nothing; doing it twice changes nothing. */
  apply(change: ManifestChange): void;
  /** Pages that stopped saying the truth on or before this day. */
  countOverdue(day: IsoDate): number;
  close(): void;
};

/** Opens the manifest, and creates it empty when it is not there. */
export function openManifest(file: string): Manifest {
  const isNew = !existsSync(file);
  const client = new Database(file, { timeout: 10_000 });
  client.pragma('journal_mode = DELETE');
  client.pragma('secure_delete = ON');
  if (isNew) createTables(client, TABLES);
  const manifest = drizzle(client);
  return {
    listPages: () => manifest.select().from(pages).orderBy(asc(pages.path)).all(),
    listAssets: () => manifest.select().from(assets).orderBy(asc(assets.name)).all(),
    read: (key) => manifest.select().from(meta).where(eq(meta.key, key)).get()?.value ?? null,
    apply: (change) =>
      client.transaction(() => {
        const putPage = client.prepare(
          `INSERT OR REPLACE INTO pages (path, digest, since, changes_on, is_indexable)
           VALUES (:path, :digest, :since, :changesOn, :isIndexable)`,
        );
        for (const page of change.put) putPage.run({ ...page, isIndexable: page.isIndexable ? 1 : 0 });
        const removePage = client.prepare('DELETE FROM pages WHERE path = ?');
        for (const path of change.remove) removePage.run(path);
        const putAsset = client.prepare('INSERT OR REPLACE INTO assets (name, retired_on) VALUES (?, ?)');
        for (const { name, retiredOn } of change.assets ?? []) putAsset.run(name, retiredOn);
        const putMeta = client.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
        for (const [key, value] of Object.entries(change.meta ?? {})) putMeta.run(key, value);
      })(),
    countOverdue: (day) =>
      manifest.select({ total: count() }).from(pages).where(lte(pages.changesOn, day)).get()?.total ?? 0,
    close: () => client.close(),
  };
}
