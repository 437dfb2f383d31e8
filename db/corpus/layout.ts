import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { CORPUS_VERSION } from './open.ts';

export type CorpusLayout = 'none' | 'current' | 'other';

/** Whether there is a corpus this program can read. */
export function layoutOfCorpus(file: string): CorpusLayout {
  if (!existsSync(file)) return 'none';
  const client = new Database(file, { readonly: true, timeout: 10_000 });
  try {
    return client.pragma('user_version', { simple: true }) === CORPUS_VERSION ? 'current' : 'other';
  } finally {
    client.close();
  }
}

/** True for a corpus of any layout that holds the invented sample alone, which can be made again from the repository. */
export function holdsOnlyFiction(file: string): boolean {
  const client = new Database(file, { readonly: true, timeout: 10_000 });
  try {
    return client.prepare('SELECT count(*) FROM agreements WHERE NOT is_fictional').pluck().get() === 0;
  } finally {
    client.close();
  }
}
