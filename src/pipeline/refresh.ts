import { existsSync } from 'node:fs';
import { SourceError } from '#domain/errors.ts';
import { currentDay, dataPath, env } from '#env';
import type { Progress } from './command.ts';
import { derive, type DeriveReport } from './derive.ts';
import { dump, isDumpDue, type DumpReport } from './dump.ts';
import { refreshHiring } from './hiring.ts';
import { ingest } from './ingest.ts';
import type { IngestReport } from './ingest-report.ts';
import { INGEST_SOURCES } from './ingest-sources.ts';
import { withRunLock } from './lock.ts';
import { readClaimed } from './claimed.ts';
import { lookUpMissing } from './lookup.ts';
import { publish, type PublishReport } from './publish.ts';
import { refreshFeeds, type FeedRun } from './refresh-feeds.ts';

export type RefreshReport = {
  ingests: IngestReport[];
  failures: FeedRun['failures'];
  derivation: DeriveReport;
  publication: PublishReport;
  /** Null when the open data were those of these facts already. */
  dump: DumpReport | null;
};

type Options = { log: (line: string) => void; progress: Progress };

/**
 * Everything from the configured addresses, only what is new: archives not yet applied, facts, pages and index; then the
 * open data, without the lock, so that no publication waits for them.
 * @throws SourceError at the end, when a source could not be read: what it said before stands, the others are refreshed
 */
export async function refresh({ log, progress }: Options): Promise<RefreshReport> {
  const report = await withRunLock(
    'refresh',
    async () => ({ ...(await ingestChanged(log)), ...(await deriveAndPublish(progress)) }),
    { onWait: (holder) => log(`refresh: waiting for ${holder}`) },
  );
  const { failures } = report;
  if (failures.length > 0)
    throw new SourceError(
      `${failures.map(({ error }) => error).join('\n')}\nrefresh: ${failures.length} failed; everything else was refreshed and published.`,
    );
  return { ...report, dump: isDumpDue(currentDay()) ? await dump({ progress }) : null };
}

/**
 * New files on the index page of each source that has one, then the feeds that changed. A source that fails stops
 * neither the others nor the publication of what is there.
 */
async function ingestChanged(log: Options['log']): Promise<FeedRun> {
  const chosen = Object.fromEntries(
    Object.entries(INGEST_SOURCES).filter(([id]) => env.REFRESH_SOURCES?.includes(id) ?? true),
  );
  const run: FeedRun = { ingests: [], failures: [] };
  for (const [id, { source }] of Object.entries(chosen)) {
    if (source.indexUrl === null) continue;
    const report = await ingest(id, [], { log });
    run.ingests.push(report);
    if (report.error !== null) run.failures.push({ source: id, error: report.error });
  }
  const feeds = await refreshFeeds(chosen, log);
  run.ingests.push(...feeds.ingests);
  run.failures.push(...feeds.failures);
  if (chosen['sirene'] && env.SIRENE_LOOKUPS_MAX > 0) await lookUpNew(run, log);
  if (env.REFRESH_SOURCES?.includes('hiring') ?? true) await askHiring(run, log);
  return run;
}

/** Signals of hirings, where the service is configured. */
async function askHiring(run: FeedRun, log: Options['log']): Promise<void> {
  try {
    const report = await refreshHiring({ log });
    if (report) log(`hiring: ${report.asked} establishments asked, ${report.signals} signals stand`);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    run.failures.push({ source: 'hiring', error: error.message });
  }
}

/** Employers that came since the last stock. */
async function lookUpNew(run: FeedRun, log: Options['log']): Promise<void> {
  if (!existsSync(dataPath('corpus.db'))) return;
  try {
    const { asked, found } = await lookUpMissing({ log, claimed: readClaimed() });
    if (asked > 0) log(`sirene: ${asked} employers without a unit looked up, ${found.length} found`);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    run.failures.push({ source: 'sirene', error: error.message });
  }
}

/** Ingests these inputs with every source that knows one of the files. */
export async function ingestOrFail(id: string, inputs: string[], log: Options['log']): Promise<IngestReport> {
  const report = await ingest(id, inputs, { log });
  if (report.error !== null) throw new SourceError(report.error);
  return report;
}

export async function deriveAndPublish(progress: Progress) {
  const derivation = await derive({ progress });
  return { derivation, publication: await publish({ progress }) };
}
