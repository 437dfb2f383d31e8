CREATE TABLE outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  siren TEXT NOT NULL,
  reason TEXT NOT NULL,
  created_at TEXT NOT NULL,
  done_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX outbox_open ON outbox (done_at, id);
--> statement-breakpoint
CREATE TABLE suppressions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('agreement', 'claim', 'employer')),
  key TEXT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT,
  since TEXT NOT NULL,
  CONSTRAINT suppressions_once UNIQUE (kind, key)
) STRICT;
