/** Tables of schema.ts, as SQLite creates them. A test compares the two. */
export const CORPUS_DDL = `
CREATE TABLE IF NOT EXISTS archives (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  stamp TEXT NOT NULL,
  published_on TEXT NOT NULL,
  url TEXT,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  scope TEXT NOT NULL,
  is_fictional INTEGER NOT NULL,
  applied_at TEXT NOT NULL,
  counts TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS archives_content ON archives (source, sha256, scope);

CREATE TABLE IF NOT EXISTS agreements (
  id TEXT PRIMARY KEY,
  nature TEXT,
  title TEXT NOT NULL,
  number TEXT,
  siret TEXT NOT NULL,
  siren TEXT NOT NULL,
  legal_name TEXT NOT NULL,
  signed_on TEXT,
  filed_on TEXT,
  effective_on TEXT,
  ends_on TEXT,
  has_no_end INTEGER NOT NULL,
  published_on TEXT,
  updated_on TEXT,
  naf_code TEXT,
  idcc_code TEXT,
  sector_label TEXT,
  is_complete INTEGER,
  themes TEXT NOT NULL,
  signatory_unions TEXT NOT NULL,
  signatory_codes TEXT NOT NULL,
  document_name TEXT,
  is_fictional INTEGER NOT NULL,
  document_stem TEXT,
  digest TEXT NOT NULL,
  archive_id INTEGER NOT NULL REFERENCES archives (id),
  seen_stamp TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS agreements_siren ON agreements (siren, id);
CREATE INDEX IF NOT EXISTS agreements_document ON agreements (document_stem);

CREATE TABLE IF NOT EXISTS texts (
  stem TEXT PRIMARY KEY,
  document_name TEXT NOT NULL,
  status TEXT NOT NULL,
  reason TEXT,
  hash TEXT,
  archive_id INTEGER NOT NULL REFERENCES archives (id),
  seen_stamp TEXT NOT NULL,
  is_fictional INTEGER NOT NULL,
  text TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS texts_hash ON texts (hash);

CREATE TABLE IF NOT EXISTS rejects (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  archive_id INTEGER NOT NULL REFERENCES archives (id),
  kind TEXT NOT NULL,
  entry TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS rejects_archive ON rejects (archive_id);

CREATE TABLE IF NOT EXISTS withdrawals (
  id TEXT PRIMARY KEY,
  siren TEXT,
  document_stem TEXT,
  withdrawn_on TEXT NOT NULL,
  stamp TEXT NOT NULL,
  archive_id INTEGER NOT NULL REFERENCES archives (id)
) STRICT;
CREATE INDEX IF NOT EXISTS withdrawals_document ON withdrawals (document_stem);
`;
