import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { tryRunLock } from '#db/run-lock.ts';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { listLedger, type LedgerEntry } from '#db/app/ledger.ts';
import { openApp } from '#db/app/open.ts';
import { listSuppressions } from '#db/app/read.ts';
import { lastSeq } from '#db/changes/read.ts';
import { openFactsReadOnly, recoverFacts } from '#db/facts/open.ts';
import { listGone, readFigures } from '#db/facts/read.ts';
import { SourceError } from '#domain/errors.ts';
import type { IsoDate } from '#domain/dates.ts';
import { dataPath, env } from '#env';
import { DUMP, readManifest, type DumpManifest } from '#opendata/manifest.ts';
import { writeDump } from '#opendata/write-dump.ts';
import { codeHash } from './build-code-hash.ts';
import { formatCount, type Progress } from './command.ts';
import { withRunLock, type LockOptions } from './lock.ts';

const DUMPS = 'dumps';
/** A copy of the facts that a dump is made from; goes when it is done. */
const COPY = 'facts.copy.db';
const LEDGER_PAGE = 500;

export type DumpReport = DumpManifest & { seconds: number };

/**
 * Writes the open data beside the one being served, and puts it in its place. The lock is held only while the facts are
 * copied, so that no publication waits for a dump.
 * @throws SourceError when there are no facts, or another dump is being written
 */
export async function dump(options: { progress?: Progress; lock?: LockOptions } = {}): Promise<DumpReport> {
  const alone = tryRunLock(dataPath('locks', 'dump.db'), `dump (process ${process.pid})`);
  if (!alone)
    throw new SourceError('dump: another dump is being written. Run npm run dump again when it is done.');
  try {
    return await dumpAlone(options);
  } finally {
    alone.release();
  }
}

async function dumpAlone({
  progress = () => {},
  lock,
}: {
  progress?: Progress;
  lock?: LockOptions;
}): Promise<DumpReport> {
  const start = performance.now();
  const folder = dataPath(DUMPS, `${new Date().toISOString().replace(/\D/g, '')}-${randomBytes(3).toString('hex')}`); // prettier-ignore
  mkdirSync(folder, { recursive: true });
  try {
    const copy = path.join(folder, COPY);
    const { withheld, cursor, corrections } = await withRunLock('dump', async () => copyFacts(copy), lock);
    const facts = openFactsReadOnly(copy);
    const site = env.SITE_URL.replace(/\/+$/, '');
    const manifest = await writeDump(facts, folder, {
      ...{ catalogue: loadCatalogue(), site, withheld, cursor, corrections, code: codeHash() },
      onProgress: progress,
    });
    facts.$client.close();
    rmSync(copy);
    activate(folder);
    return { ...manifest, seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** `cursor`: of the change feed; what follows it may already stand in the copy, and reading it again does no harm. */
function copyFacts(copy: string) {
  const live = dataPath('facts.db');
  if (!existsSync(live)) throw new SourceError('dump: there are no facts yet. Run npm run derive.');
  if (existsSync(`${live}-journal`)) recoverFacts(live);
  copyFileSync(live, copy, constants.COPYFILE_FICLONE);
  return { withheld: withheldNow(), cursor: lastSeq(), corrections: readLedger() };
}

/** Every line of the public ledger, oldest first. */
function readLedger(): LedgerEntry[] {
  if (!existsSync(dataPath('app.db'))) return [];
  const app = openApp(dataPath('app.db'));
  const lines: LedgerEntry[] = [];
  for (let before: number | null = null; ; before = lines.at(-1)!.id) {
    const page = listLedger(app, { before, limit: LEDGER_PAGE });
    lines.push(...page);
    if (page.length < LEDGER_PAGE) break;
  }
  app.$client.close();
  return lines.reverse();
}

/** Changes with everything that is withdrawn or suppressed: what a dump must never hold any longer. */
function withheldNow(): string {
  const hash = createHash('sha256').update(JSON.stringify(listGone()));
  if (existsSync(dataPath('app.db'))) {
    const app = openApp(dataPath('app.db'));
    hash.update(JSON.stringify(listSuppressions(app).map(({ kind, key }) => [kind, key])));
    app.$client.close();
  }
  return hash.digest('hex');
}

/** Whether a dump should be made now: there is none, it was made by another version of the program or of another day's facts, or something was withdrawn since. */
export function isDumpDue(today: IsoDate): boolean {
  if (!existsSync(dataPath('facts.db'))) return false;
  const manifest = readManifest();
  if (!manifest) return true;
  if (manifest.code !== codeHash()) return true;
  if (manifest.generation === readFigures().generation) return false;
  return manifest.derivedOn < today || manifest.withheld !== withheldNow();
}

/** A reader who is in the midst of a file keeps it: its bytes go when it is closed. */
function activate(folder: string): void {
  const next = dataPath(`${DUMP}.next`);
  rmSync(next, { force: true });
  symlinkSync(path.join(DUMPS, path.basename(folder)), next);
  renameSync(next, dataPath(DUMP));
  const live = path.basename(readlinkSync(dataPath(DUMP)));
  for (const name of readdirSync(dataPath(DUMPS)))
    if (name !== live) rmSync(dataPath(DUMPS, name), { recursive: true, force: true });
}

/** One line for the terminal. */
export const summarizeDump = ({ tables, files }: DumpReport): string =>
  `${tables.map(({ name, rows }) => `${formatCount(rows)} ${name}`).join(', ')}; ${files.length} files, ${formatCount(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6)} MB`;
