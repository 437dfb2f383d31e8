import { dataPath, env } from '#env';
import { openCorpus } from '#db/corpus/open.ts';
import { InputError, SourceError } from '#domain/errors.ts';
import { ingestArchive, type ArchiveOptions } from './ingest-archive.ts';
import { planIngest } from './ingest-plan.ts';
import { sumCounts, writeReport, type ArchiveReport, type IngestReport } from './ingest-report.ts';
import { INGEST_SOURCES } from './ingest-sources.ts';

export type IngestOptions = {
  /** Default: `corpus.db` under DATA_DIR. */
  corpusFile?: string;
  /** Default: `reports/ingest-<source>.json` under DATA_DIR. */
  reportFile?: string;
  /** Default: `downloads/<source>` under DATA_DIR. */
  downloads?: string;
  workers?: number;
  /** Takes full files that hold less than half of the rows of the ones before. */
  acceptShrink?: boolean;
  /** Told what happens, a line at a time. */
  log?: (line: string) => void;
};

const PROGRESS_MS = 2000;

/**
 * Brings files of a source into the corpus: full dump first, then increments from the oldest to the newest, each in a
 * transaction of its own. Applied files are known by their sha256 and change nothing.
 * @param inputs files, folders or URLs; none = the source's index page, and only what is new on it
 * @returns the report, also written to `reportFile`; `error` is set when the run stopped
 * @throws InputError for an unknown source or an input that is none of its files
 */
export async function ingest(
  sourceId: string,
  inputs: readonly string[],
  options: IngestOptions = {},
): Promise<IngestReport> {
  const pair = INGEST_SOURCES[sourceId];
  if (!pair)
    throw new InputError(
      `ingest: no source named "${sourceId}". Known: ${Object.keys(INGEST_SOURCES).join(', ')}.`,
    );
  const { log = () => undefined, workers = env.WORKERS, acceptShrink = false } = options;
  const started = performance.now();
  const startedAt = new Date().toISOString();
  const archives: ArchiveReport[] = [];
  let failure: unknown = null;
  const plan = { downloads: options.downloads ?? dataPath('downloads', sourceId), log };
  const corpus = openCorpus(options.corpusFile ?? dataPath('corpus.db'));
  try {
    for await (const { archive, release } of planIngest(corpus, pair.source, inputs, plan)) {
      const onProgress = progressLines(sourceId, archive.name, log);
      const report = await pair
        .run((source, open) =>
          ingestArchive(corpus, source, open, archive, { workers, onProgress, acceptShrink }),
        )
        .catch(async (error: unknown) => {
          // A bad download is fetched again by the next run; one that was only interrupted is kept.
          if (error instanceof SourceError) await release();
          throw error;
        });
      archives.push(report);
      await release();
      log(`${sourceId}: ${archive.name}: ${report.outcome} in ${report.seconds.toFixed(1)} s`);
    }
  } catch (error) {
    failure = error;
  } finally {
    corpus.$client.close();
  }
  const report: IngestReport = {
    ...{ command: 'ingest', source: sourceId, startedAt, seconds: (performance.now() - started) / 1000 },
    ...{ isComplete: failure === null, error: failure === null ? null : describe(failure) },
    ...{ archives, totals: sumCounts(archives), peakMemoryMb: process.resourceUsage().maxRSS / 1024 },
  };
  writeReport(options.reportFile ?? dataPath('reports', `ingest-${sourceId}.json`), report);
  if (failure instanceof InputError) throw failure;
  return report;
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A line every two seconds: records, documents, share of the file, rate. */
function progressLines(
  source: string,
  name: string,
  log: (line: string) => void,
): ArchiveOptions['onProgress'] {
  const started = performance.now();
  let last = started;
  return (counts, bytesRead, bytes) => {
    const now = performance.now();
    if (now - last < PROGRESS_MS) return;
    last = now;
    const records = counts['records'] ?? 0;
    const documents = counts['documents'] === undefined ? '' : `, ${counts['documents']} documents`;
    const rate = bytesRead / 1e6 / ((now - started) / 1000);
    const share = bytes > 0 ? Math.round((100 * bytesRead) / bytes) : 100;
    log(`${source}: ${name}: ${records} records${documents}, ${share} %, ${rate.toFixed(1)} MB/s`);
  };
}
