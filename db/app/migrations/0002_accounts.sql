CREATE TABLE secrets (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  email TEXT UNIQUE,
  subject TEXT UNIQUE,
  label TEXT NOT NULL,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE web_sessions (
  token_hash TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  door TEXT NOT NULL CHECK (door IN ('email', 'openid')),
  id_token TEXT,
  signed_in_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX web_sessions_person ON web_sessions (person_id);
--> statement-breakpoint
CREATE TABLE sign_in_links (
  token_hash TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  siren TEXT,
  created_at TEXT NOT NULL,
  used_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX sign_in_links_email ON sign_in_links (email, created_at);
--> statement-breakpoint
CREATE TABLE sign_in_states (
  state_hash TEXT PRIMARY KEY,
  nonce TEXT NOT NULL,
  verifier TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE rights (
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  siren TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'mandate')),
  is_approved INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  approved_at TEXT,
  approved_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
  PRIMARY KEY (person_id, siren)
) STRICT;
--> statement-breakpoint
CREATE INDEX rights_siren ON rights (siren);
--> statement-breakpoint
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash TEXT NOT NULL UNIQUE,
  siren TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('owner', 'editor', 'mandate')),
  email TEXT NOT NULL,
  invited_by INTEGER REFERENCES people (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL,
  used_at TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX invitations_siren ON invitations (siren);
--> statement-breakpoint
CREATE TABLE desk_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  siren TEXT,
  action TEXT NOT NULL,
  detail TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX desk_events_siren ON desk_events (siren, id);
