import { existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { SourceError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { openApp, type AppDatabase } from './open.ts';
import { erasePerson } from './personal-data.ts';
import { keepCorrections } from './restore-corrections.ts';
import { transact } from './transact.ts';
import { enqueue } from './write.ts';

/** In one step: copied little by little, a database that is written to would be begun again for ever. */
const AT_ONCE = { progress: () => 0x7fffffff };

/** Copies app.db as it is at one instant, while others write. Killed half-way it leaves no file of that name. */
export async function backUpApp(file: string, to: string): Promise<void> {
  const aside = `${to}.part`;
  rmSync(aside, { force: true });
  const source = new Database(file, { readonly: true, timeout: 30_000 });
  try {
    await source.backup(aside, AT_ONCE);
  } finally {
    source.close();
  }
  const copy = new Database(aside);
  // A copy stands alone, without the files of a write-ahead log.
  copy.pragma('journal_mode = DELETE');
  const health = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (health !== 'ok') throw new SourceError(`backup: the copy of ${file} is damaged: ${String(health)}.`);
  renameSync(aside, to);
}

export type Restored = {
  erasedAgain: number;
  withdrawnAgain: number;
  withheldAgain: number;
  /** Lines of the public ledger and cases closed since the copy was made. */
  accountedAgain: number;
  queued: number;
};

/**
 * Puts a copy in the place of app.db, in one transaction, under the feet of whoever has it open. What was withheld,
 * withdrawn or erased since the copy was made stays so.
 * @throws SourceError when the copy is no whole app.db of this version or an earlier one; app.db is then untouched
 */
export async function restoreApp(copyFile: string, file: string, aside: string): Promise<Restored> {
  checkCopy(copyFile);
  rmSync(aside, { force: true });
  const source = new Database(copyFile, { readonly: true });
  await source.backup(aside, AT_ONCE);
  source.close();
  const copy = openApp(aside);
  try {
    const live = openLive(file);
    const restored = transact(copy, () => keepWhatIsGone(copy, live));
    live?.$client.close();
    if (existsSync(file) && !live) renameSync(file, `${file}.broken`);
    await copy.$client.backup(file, AT_ONCE);
    return restored;
  } finally {
    copy.$client.close();
    for (const end of ['', '-wal', '-shm']) rmSync(aside + end, { force: true });
  }
}

function checkCopy(copyFile: string): void {
  if (!existsSync(copyFile)) throw new SourceError(`restore: there is no ${copyFile}.`);
  const copy = new Database(copyFile, { readonly: true });
  try {
    const health = copy.pragma('integrity_check', { simple: true });
    if (health !== 'ok') throw new SourceError(`restore: ${copyFile} is damaged: ${String(health)}.`);
    copy.prepare('SELECT 1 FROM suppressions LIMIT 1').get();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(`restore: ${copyFile} is no copy of app.db.`);
  } finally {
    copy.close();
  }
}

/** Null when what stands there cannot be read any more. */
function openLive(file: string): AppDatabase | null {
  if (!existsSync(file)) return null;
  try {
    return openApp(file);
  } catch (error) {
    if (error instanceof SourceError) throw error;
    return null;
  }
}

function keepWhatIsGone(copy: AppDatabase, live: AppDatabase | null): Restored {
  const touched = new Set<Siren>();
  const sirens = (app: AppDatabase) => {
    for (const { siren } of app.all<{ siren: Siren }>(
      sql`SELECT siren FROM declarations UNION SELECT siren FROM qvct_declarations UNION SELECT siren FROM replies`,
    ))
      touched.add(siren);
  };
  sirens(copy);
  const result: Restored = { erasedAgain: 0, withdrawnAgain: 0, withheldAgain: 0, accountedAgain: 0, queued: 0 }; // prettier-ignore
  if (live) {
    sirens(live);
    for (const row of live.all<Record<string, unknown>>(
      sql`SELECT kind, key, reason, note, since FROM suppressions`,
    ))
      result.withheldAgain += copy.run(
        sql`INSERT OR IGNORE INTO suppressions (kind, key, reason, note, since) VALUES (${row.kind}, ${row.key}, ${row.reason}, ${row.note}, ${row.since})`,
      ).changes;
    for (const { id } of live.all<{ id: number }>(
      sql`SELECT id FROM declarations WHERE status = 'withdrawn'`,
    ))
      result.withdrawnAgain += copy.run(
        sql`UPDATE declarations SET status = 'withdrawn', version = version + 1 WHERE id = ${id} AND status <> 'withdrawn'`,
      ).changes;
    for (const { id, key } of live.all<{ id: number; key: string }>(
      sql`SELECT id, claim_id AS key FROM qvct_declarations WHERE status = 'withdrawn'`,
    ))
      result.withdrawnAgain += copy.run(
        sql`UPDATE qvct_declarations SET status = 'withdrawn', version = version + 1 WHERE id = ${id} AND claim_id = ${key} AND status <> 'withdrawn'`,
      ).changes;
    for (const row of live.all<{ id: number; at: string }>(
      sql`SELECT id, withdrawn_at AS at FROM replies WHERE withdrawn_at IS NOT NULL`,
    ))
      result.withdrawnAgain += copy.run(
        sql`UPDATE replies SET withdrawn_at = ${row.at} WHERE id = ${row.id} AND withdrawn_at IS NULL`,
      ).changes;
    result.accountedAgain = keepCorrections(copy, live);
    const there = new Set(live.all<{ id: number }>(sql`SELECT id FROM people`).map(({ id }) => id));
    for (const { id } of copy.all<{ id: number }>(sql`SELECT id FROM people`))
      if (!there.has(id)) result.erasedAgain += Number(erasePerson(copy, id));
  }
  enqueue(copy, [...touched], 'restore');
  return { ...result, queued: touched.size };
}
