CREATE TABLE qvct_declarations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  siren TEXT NOT NULL,
  claim_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('published', 'withdrawn')),
  content TEXT NOT NULL,
  declared_on TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX qvct_declarations_one ON qvct_declarations (claim_id) WHERE status <> 'withdrawn';
--> statement-breakpoint
CREATE INDEX qvct_declarations_siren ON qvct_declarations (siren, status);
--> statement-breakpoint
CREATE TABLE qvct_uploads (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  lines INTEGER NOT NULL,
  rows TEXT NOT NULL,
  errors TEXT NOT NULL,
  error_count INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX qvct_uploads_person ON qvct_uploads (person_id);
--> statement-breakpoint
CREATE TABLE qvct_reminders (
  siren TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  days INTEGER NOT NULL,
  sent_at TEXT NOT NULL,
  PRIMARY KEY (siren, expires_on, days)
) STRICT;
