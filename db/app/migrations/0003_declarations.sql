CREATE TABLE drafts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  siren TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  declaration_id INTEGER REFERENCES declarations (id) ON DELETE CASCADE,
  declaration_version INTEGER,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX drafts_siren ON drafts (siren);
--> statement-breakpoint
CREATE TABLE declarations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  siren TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('pending', 'published', 'withdrawn')),
  content TEXT NOT NULL,
  declared_on TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX declarations_one ON declarations (claim_id) WHERE status <> 'withdrawn';
--> statement-breakpoint
CREATE INDEX declarations_siren ON declarations (siren, status);
--> statement-breakpoint
CREATE TABLE documents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  siren TEXT NOT NULL,
  draft_id INTEGER REFERENCES drafts (id) ON DELETE SET NULL,
  declaration_id INTEGER REFERENCES declarations (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  file TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX documents_declaration ON documents (declaration_id);
--> statement-breakpoint
CREATE INDEX documents_draft ON documents (draft_id);
--> statement-breakpoint
CREATE TABLE reminders (
  declaration_id INTEGER NOT NULL REFERENCES declarations (id) ON DELETE CASCADE,
  expires_on TEXT NOT NULL,
  days INTEGER NOT NULL,
  sent_at TEXT NOT NULL,
  PRIMARY KEY (declaration_id, expires_on, days)
) STRICT;
