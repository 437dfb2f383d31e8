import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#domain/dates.ts';

/** One row a page of the live site. */
export const pages = sqliteTable(
  'pages',
  {
    /** Address without origin: `/`, `/employeurs/123456782`. */
    path: text('path').primaryKey(),
    /** Employer pages: the digest of their facts. Others: sha256 of their bytes. */
    digest: text('digest').notNull(),
    /** Day on which this digest was first published: the true `lastmod`. */
    since: text('since').$type<IsoDate>().notNull(),
    /** Day from which the page as rendered no longer says the truth. */
    changesOn: text('changes_on').$type<IsoDate>(),
    isIndexable: integer('is_indexable', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('pages_changes').on(table.changesOn)],
);

/** Files of `_astro/`: a page kept in a cache asks for them long after the build that linked them. */
export const assets = sqliteTable('assets', {
  name: text('name').primaryKey(),
  /** First day without a page of the live site linking it; null = current. */
  retiredOn: text('retired_on').$type<IsoDate>(),
});

export const meta = sqliteTable('meta', { key: text('key').primaryKey(), value: text('value').notNull() });

export const TABLES = [pages, assets, meta] as const;
