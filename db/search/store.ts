import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { SourceError } from '#domain/errors.ts';

/** Raised whenever the parts mean something else; an index of another format is refused. */
export const INDEX_FORMAT = '5';

/** Writes an index beside the live one; `publish` puts it in its place, `discard` leaves the live one alone. */
export type IndexWriter = {
  addDocument(ordinal: number, siren: string, document: string): void;
  addPart(name: string, bytes: Uint8Array): void;
  publish(meta: { generation: string; documents: number }): void;
  discard(): void;
};

export type IndexReader = {
  generation: string;
  documents: number;
  /** Bytes of a part, in memory of their own. */
  part(name: string): Uint8Array;
  document(ordinal: number): string;
  close(): void;
};

/** `search.db` → `search.next.db`, in the same folder so that a rename replaces it in one step. */
const nextOf = (file: string): string => {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}.next${ext}`);
};

export function createSearchIndex(file: string): IndexWriter {
  const next = nextOf(file);
  mkdirSync(path.dirname(file), { recursive: true });
  for (const name of [next, `${next}-journal`]) rmSync(name, { force: true });
  const client = new Database(next);
  // Nobody reads this file before it is whole and renamed, so a crash may leave it in any state.
  client.pragma('journal_mode = OFF');
  client.pragma('synchronous = OFF');
  client.exec(`
    CREATE TABLE documents (ordinal INTEGER PRIMARY KEY, siren TEXT NOT NULL UNIQUE, document TEXT NOT NULL);
    CREATE TABLE parts (name TEXT PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    BEGIN`);
  const document = client.prepare('INSERT INTO documents (ordinal, siren, document) VALUES (?, ?, ?)');
  const part = client.prepare('INSERT INTO parts (name, bytes) VALUES (?, ?)');
  const meta = client.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  return {
    addDocument: (ordinal, siren, text) => void document.run(ordinal, siren, text),
    addPart: (name, bytes) => void part.run(name, bytes),
    publish({ generation, documents }) {
      meta.run('format', INDEX_FORMAT);
      meta.run('generation', generation);
      meta.run('documents', String(documents));
      client.exec('COMMIT');
      const counted = client.prepare('SELECT count(*) FROM documents').pluck().get();
      if (counted !== documents)
        throw new SourceError(`search: ${next} holds ${counted} documents, not ${documents}; not published.`);
      client.close();
      renameSync(next, file);
    },
    discard() {
      client.close();
      rmSync(next, { force: true });
    },
  };
}

/** @throws SourceError when there is no index, or one of another format */
export function openSearchIndex(file: string): IndexReader {
  if (!existsSync(file))
    throw new SourceError(`search: ${file} is not there. Run npm run publish (npm start does everything).`);
  const client = new Database(file, { readonly: true, fileMustExist: true });
  const meta = client.prepare('SELECT value FROM meta WHERE key = ?').pluck();
  if (meta.get('format') !== INDEX_FORMAT) {
    client.close();
    throw new SourceError(`search: ${file} was written by another version. Run npm run publish.`);
  }
  const part = client.prepare('SELECT bytes FROM parts WHERE name = ?').pluck();
  const document = client.prepare('SELECT document FROM documents WHERE ordinal = ?').pluck();
  return {
    generation: String(meta.get('generation')),
    documents: Number(meta.get('documents')),
    part(name) {
      const bytes = part.get(name) as Buffer | undefined;
      if (!bytes) throw new SourceError(`search: ${file} has no part « ${name} ». Run npm run publish.`);
      return Uint8Array.from(bytes);
    },
    document: (ordinal) => String(document.get(ordinal)),
    close: () => client.close(),
  };
}

/** Changes when the file is replaced by another one; null when there is none. */
export function searchIndexIdentity(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}:${found.birthtimeMs}` : null;
}
