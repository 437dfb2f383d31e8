CREATE TABLE reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  receipt TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('claim', 'agreement', 'employer')),
  key TEXT NOT NULL,
  siren TEXT NOT NULL,
  shown TEXT NOT NULL,
  reason TEXT NOT NULL,
  words TEXT,
  email TEXT,
  person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  is_employer INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('received', 'asked', 'proposed', 'accepted', 'refused')),
  answer TEXT,
  received_at TEXT NOT NULL,
  due_on TEXT NOT NULL,
  closed_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX reports_open ON reports (status, due_on);
--> statement-breakpoint
CREATE INDEX reports_siren ON reports (siren, id);
--> statement-breakpoint
CREATE INDEX reports_key ON reports (kind, key);
--> statement-breakpoint
CREATE TABLE report_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  at TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  action TEXT NOT NULL,
  reason TEXT,
  note TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX report_events_report ON report_events (report_id, id);
--> statement-breakpoint
CREATE TABLE replies (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  siren TEXT NOT NULL,
  claim_id TEXT,
  words TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  published_at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX replies_one ON replies (siren, ifnull(claim_id, '')) WHERE withdrawn_at IS NULL;
--> statement-breakpoint
CREATE TABLE ledger (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  siren TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('claim', 'agreement', 'employer')),
  key TEXT,
  action TEXT NOT NULL,
  role TEXT NOT NULL,
  reason TEXT,
  before TEXT NOT NULL,
  after TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX ledger_siren ON ledger (siren, id);
