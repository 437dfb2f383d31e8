import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openCorpus } from '#db/corpus/open.ts';
import { listSirens } from '#db/corpus/read.ts';
import { dataPath } from '#env';
import { download, receivedLines } from '#sources/download.ts';
import { askValidators, isSameEdition, type Validators } from '#sources/freshness.ts';
import type { Feed } from '#sources/source.ts';
import { readFeedState, writeFeedState } from './feed-state.ts';
import { ingest } from './ingest.ts';
import type { IngestReport } from './ingest-report.ts';
import type { IngestPair } from './ingest-sources.ts';

const DOWNLOADS_AT_ONCE = 3;

/**
 * A file that is read for certain employers is fetched again when others have come, unless it is larger than this: of
 * the Sirene stock, they are looked up one by one until its next edition.
 */
const FETCHED_AGAIN_BYTES_MAX = 200e6;

export type FeedRun = { ingests: IngestReport[]; failures: { source: string; error: string }[] };

type Fetched = { source: string; feed: Feed; file: string; validators: Validators; scope: string };

/**
 * Feeds that changed since they were applied: fetched side by side (a download that was cut goes on where it stopped),
 * then applied one after the other. What one of them lacks stops that one alone; its last good state stays.
 */
export async function refreshFeeds(
  sources: Readonly<Record<string, IngestPair>>,
  log: (line: string) => void,
): Promise<FeedRun> {
  const run: FeedRun = { ingests: [], failures: [] };
  const employers = scopeOfCorpus();
  const feeds = Object.entries(sources).flatMap(([source, { source: { feeds: its = [], isScopedToEmployers } }]) =>
    its.map((feed) => ({ source, feed, scope: isScopedToEmployers ? employers : '' })),
  ); // prettier-ignore
  const fail = (source: string, name: string, error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    log(`${source}: ${name}: ${message}`);
    run.failures.push({ source, error: message });
  };
  const fetched = new Map<Feed, Fetched>();
  const waiting = [...feeds];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { source, feed, scope } = next;
      await fetchFeed(source, feed, scope, log)
        .then((found) => void (found && fetched.set(feed, found)))
        .catch((error: unknown) => fail(source, feed.name, error));
    }
  };
  await Promise.all(Array.from({ length: DOWNLOADS_AT_ONCE }, worker));
  for (const { source, feed } of feeds) {
    const found = fetched.get(feed);
    if (!found) continue;
    const report = await applyFeed(found, log);
    run.ingests.push(report);
    if (report.error !== null) fail(source, feed.name, report.error);
  }
  return run;
}

/** Null when the edition on the server is the one applied. */
async function fetchFeed(
  source: string,
  feed: Feed,
  scope: string,
  log: (line: string) => void,
): Promise<Fetched | null> {
  const validators = await askValidators(feed.url);
  const known = readFeedState()[feed.url];
  const isLarge = (validators.bytes ?? Infinity) > FETCHED_AGAIN_BYTES_MAX;
  if (known && isSameEdition(known.validators, validators) && (known.scope === scope || isLarge)) {
    log(`${source}: ${feed.name}: unchanged`);
    return null;
  }
  const file = dataPath('feeds', source, feed.name);
  await forgetOther(file, validators);
  log(`${source}: ${feed.name}: ${validators.bytes ? `${(validators.bytes / 1e6).toFixed(1)} MB` : 'a file'} to fetch`); // prettier-ignore
  await download(feed.url, file, { onProgress: receivedLines(source, feed.name, log) });
  return { source, feed, file, validators, scope };
}

/** What is left of a download of another edition is thrown away. */
async function forgetOther(file: string, validators: Validators): Promise<void> {
  const mark = `${file}.edition`;
  const text = JSON.stringify(validators);
  const isOther = (await readFile(mark, 'utf8').catch(() => '')) !== text;
  if (isOther) for (const end of ['', '.part', '.tag']) await rm(file + end, { force: true });
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(mark, text);
}

async function applyFeed({ source, feed, file, validators, scope }: Fetched, log: (line: string) => void) {
  const report = await ingest(source, [file], {
    log,
    reportFile: dataPath('reports', `ingest-${source}-${feed.name}.json`),
  });
  if (report.error === null) writeFeedState({ ...readFeedState(), [feed.url]: { validators, scope } });
  for (const end of ['', '.edition']) await rm(file + end, { force: true });
  return report;
}

function scopeOfCorpus(): string {
  const file = dataPath('corpus.db');
  if (!existsSync(file)) return '';
  const corpus = openCorpus(file, { readonly: true });
  try {
    return createHash('sha256').update(listSirens(corpus).join('\n')).digest('hex');
  } finally {
    corpus.$client.close();
  }
}
