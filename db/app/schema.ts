import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';

/** What has to be derived and published again, oldest first. A row stays until its pages are live. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    siren: text('siren').notNull(),
    reason: text('reason').notNull(),
    createdAt: text('created_at').notNull(),
    doneAt: text('done_at'),
  },
  (table) => [index('outbox_open').on(table.doneAt, table.id)],
);

/** What must never be published, whatever the sources say; an input of every derivation. */
export const suppressions = sqliteTable(
  'suppressions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind', { enum: ['agreement', 'claim', 'employer'] }).notNull(),
    /** An agreement's id, a claim's id or a SIREN. */
    key: text('key').notNull(),
    reason: text('reason').notNull(),
    note: text('note'),
    since: text('since').notNull(),
  },
  (table) => [unique('suppressions_once').on(table.kind, table.key)],
);
