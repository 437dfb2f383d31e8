/**
 * The history of app.db, applied in order and never edited: people's words live in this database. A change of
 * schema.ts is a new entry at the end.
 */
export const MIGRATIONS: readonly { name: string; sql: string }[] = [
  {
    name: '0001-outbox-and-suppressions',
    sql: `
      CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        siren TEXT NOT NULL,
        reason TEXT NOT NULL,
        created_at TEXT NOT NULL,
        done_at TEXT
      ) STRICT;
      CREATE INDEX outbox_open ON outbox (done_at, id);
      CREATE TABLE suppressions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('agreement', 'claim', 'employer')),
        key TEXT NOT NULL,
        reason TEXT NOT NULL,
        note TEXT,
        since TEXT NOT NULL,
        CONSTRAINT suppressions_once UNIQUE (kind, key)
      ) STRICT;
    `,
  },
];
