import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

export type RunLock = { release(): void };

/**
 * Takes the lock file for this connection, or returns null when another one holds it. The operating system drops the
 * lock with its process, so a killed run leaves nothing to clean and no process number to be reused.
 */
export function tryRunLock(file: string, holder: string): RunLock | null {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new Database(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  writeFileSync(`${file}.holder`, holder);
  return {
    release: () => {
      rmSync(`${file}.holder`, { force: true });
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

/** Who wrote the lock last; for messages only. */
export function describeHolder(file: string): string {
  try {
    return readFileSync(`${file}.holder`, 'utf8');
  } catch {
    return 'another run';
  }
}
