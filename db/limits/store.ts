import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/** How often each key came. Keys say nothing about whom they stand for (`shared.ts`). Times are in milliseconds. */
export type LimitStore = {
  /** Whether the key came fewer than `most` times in the `withinMs` that end now; only then is this time counted. */
  take(key: string, limit: { most: number; withinMs: number }, now: number): boolean;
  /** Counts this time in the window of `withinMs` that began with the key's first one. */
  count(key: string, withinMs: number, now: number): { since: number; used: number };
  close(): void;
};

/** What a flood of ever new keys may leave on the disk; the oldest are forgotten first. */
const KEPT = 200_000;
const SWEEP_EVERY_MS = 60_000;
/** Longer than any of these statements takes; whoever waits for more is answered without the file. */
const BUSY_MS = 200;

const TABLES = `
  CREATE TABLE IF NOT EXISTS times (key TEXT NOT NULL, at INTEGER NOT NULL, until INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS times_key ON times (key, at);
  CREATE INDEX IF NOT EXISTS times_until ON times (until);
  CREATE TABLE IF NOT EXISTS windows (key TEXT PRIMARY KEY, since INTEGER NOT NULL, until INTEGER NOT NULL, used INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS windows_until ON windows (until);
`;

/** Opens limits.db, made where it is not there. What it holds may be lost at any time. @throws whatever SQLite says */
export function openLimitStore(file: string): LimitStore {
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const client = new Database(file, { timeout: BUSY_MS });
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = OFF');
  client.exec(TABLES);
  const came = client.prepare<[string, number], number>('SELECT count(*) FROM times WHERE key = ? AND at > ?').pluck(); // prettier-ignore
  const come = client.prepare('INSERT INTO times (key, at, until) VALUES (?, ?, ?)');
  const used = client.prepare<{ key: string; now: number; until: number }, { since: number; used: number }>(`
    INSERT INTO windows (key, since, until, used) VALUES (@key, @now, @until, 1)
    ON CONFLICT (key) DO UPDATE SET
      used = CASE WHEN windows.until <= @now THEN 1 ELSE windows.used + 1 END,
      since = CASE WHEN windows.until <= @now THEN @now ELSE windows.since END,
      until = CASE WHEN windows.until <= @now THEN @until ELSE windows.until END
    RETURNING since, used`);
  const takeOne = client.transaction((key: string, most: number, withinMs: number, now: number) => {
    if (came.get(key, now - withinMs)! >= most) return false;
    come.run(key, now, now + withinMs);
    return true;
  });
  let sweptAt = 0;
  const sweep = (now: number): void => {
    if (Math.abs(now - sweptAt) < SWEEP_EVERY_MS) return;
    sweptAt = now;
    for (const table of ['times', 'windows']) {
      client.prepare(`DELETE FROM ${table} WHERE until <= ?`).run(now);
      client.prepare(`DELETE FROM ${table} WHERE rowid <= (SELECT max(rowid) FROM ${table}) - ?`).run(KEPT);
    }
  };
  return {
    take(key, { most, withinMs }, now) {
      sweep(now);
      return takeOne.immediate(key, most, withinMs, now);
    },
    count(key, withinMs, now) {
      sweep(now);
      return used.get({ key, now, until: now + withinMs })!;
    },
    close: () => void client.close(),
  };
}

/** Counts under a key that is gone can be read by nobody: a new start begins with none. */
export function removeLimitStore(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
}
