import { readFileSync } from 'node:fs';
import { Meilisearch } from 'meilisearch';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { SearchDocument } from '#domain/search.ts';
import { env } from '#env';
import type { SearchEngine } from '#search/engine.ts';
import { openMeilisearch } from '#search/meilisearch.ts';
import { fillMeilisearch, stateIndexOf } from '#search/meilisearch/publish.ts';
import { hasServer, type Server, startServer } from '../../tests/search/meilisearch-server.ts';
import { benchBenefits, benchDocuments } from './search-documents.ts';

const INDEX = 'starfinder-bench';
const CHANGED = 100;

export type OpenedServer = {
  engine: SearchEngine;
  /** Processor time it took so far, in milliseconds; 0 of a server that was not started here. */
  serverTime(): number;
  printMemory(): void;
  stop(): Promise<void>;
};

/**
 * Meilisearch on the documents of the bench, where MEILI_URL names a server or a program `meilisearch` is on the path:
 * prints the time of a whole filling, of its swap, and of a refresh with a hundred changed documents. Null without one.
 */
export async function openServer(employers: number, catalogue: Catalogue): Promise<OpenedServer | null> {
  if (!hasServer()) {
    console.log('meilisearch  skipped: no Meilisearch server (MEILI_URL, or a program on the path)');
    return null;
  }
  const server = await startServer();
  const client = new Meilisearch({ host: server.url, ...(server.key ? { apiKey: server.key } : {}) });
  for (const name of [INDEX, `${INDEX}-next`, stateIndexOf(INDEX)]) await client.deleteIndexIfExists(name);
  const address = { url: server.url, key: server.key, index: INDEX };
  const benefits = benchBenefits(catalogue);
  const fill = async (generation: string, changed: number): Promise<void> => {
    const start = performance.now();
    const documents = () => withChanges(benchDocuments(employers, catalogue), changed);
    const { sent, isWhole } = await fillMeilisearch(address, documents, { benefits }, generation);
    const swap = isWhole ? `, of which swap ${await lastSwap(client)} ms` : '';
    console.log(`meilisearch  ${sent} of ${employers} documents sent and indexed in ${((performance.now() - start) / 1000).toFixed(1)} s${swap}`); // prettier-ignore
  };
  await fill('one', 0);
  await fill('two', CHANGED);
  return {
    engine: openMeilisearch({ ...address, benefits, timeout: 60_000 }),
    serverTime: () => serverTime(server),
    printMemory: () => printMemory(server),
    stop: server.stop,
  };
}

function* withChanges(documents: Iterable<SearchDocument>, changed: number): Iterable<SearchDocument> {
  let at = 0;
  for (const document of documents)
    yield at++ < changed ? { ...document, agreements: document.agreements + 1 } : document;
}

/** Milliseconds of the last swap, as the server counts them. */
async function lastSwap(client: Meilisearch): Promise<number> {
  const { results } = await client.tasks.getTasks({ types: ['indexSwap'], limit: 1 });
  const [, seconds = '0'] = /^PT([\d.]+)S$/.exec(results[0]?.duration ?? '') ?? [];
  return Math.round(Number(seconds) * 1000);
}

/** The kernel counts in hundredths of a second. */
function serverTime({ pid }: Server): number {
  if (env.MEILI_URL || pid === undefined) return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Of a server started here; of another one nobody knows the process. */
function printMemory({ pid }: Server): void {
  if (env.MEILI_URL || pid === undefined) return;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): string =>
    (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1000).toFixed(0);
  console.log(`meilisearch  ${megabytes('VmRSS')} MB resident now (mapped files included), ${megabytes('VmHWM')} MB at its highest`); // prettier-ignore
}
