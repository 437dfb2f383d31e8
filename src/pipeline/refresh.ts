import { SourceError } from '#domain/errors.ts';
import type { Progress } from './command.ts';
import { currentDay } from './current-day.ts';
import { derive, type DeriveReport } from './derive.ts';
import { dump, isDumpDue, type DumpReport } from './dump.ts';
import { ingest } from './ingest.ts';
import type { IngestReport } from './ingest-report.ts';
import { INGEST_SOURCES } from './ingest-sources.ts';
import { withRunLock } from './lock.ts';
import { publish, type PublishReport } from './publish.ts';

export type RefreshReport = {
  ingests: IngestReport[];
  derivation: DeriveReport;
  publication: PublishReport;
  /** Null when the open data were those of these facts already. */
  dump: DumpReport | null;
};

type Options = { log: (line: string) => void; progress: Progress };

/**
 * Everything from the configured addresses, only what is new: archives not yet applied, facts, pages and index; then the
 * open data, without the lock, so that no publication waits for them.
 * @throws SourceError when a source cannot be read: what is live stays as it is
 */
export async function refresh({ log, progress }: Options): Promise<RefreshReport> {
  const report = await withRunLock(
    'refresh',
    async () => ({ ingests: await ingestListed(log), ...(await deriveAndPublish(progress)) }),
    { onWait: (holder) => log(`refresh: waiting for ${holder}`) },
  );
  return { ...report, dump: isDumpDue(currentDay()) ? await dump({ progress }) : null };
}

/** New files on the index page of each source that has one. */
async function ingestListed(log: Options['log']): Promise<IngestReport[]> {
  const reports: IngestReport[] = [];
  for (const [id, { source }] of Object.entries(INGEST_SOURCES))
    if (source.indexUrl !== null) reports.push(await ingestOrFail(id, [], log));
  return reports;
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
