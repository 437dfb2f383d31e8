import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import type { IngestReport } from '#pipeline/ingest-report.ts';
import { openCorpus } from '#db/corpus/open.ts';
import { countTextBytes } from '#db/corpus/read.ts';
import { makeArchive, SHAPES, type Shape } from './ingest-archive.ts';

const AGREEMENTS = 3000;
const RUNS = 7;

/** Seconds of `gzip -dc archive | wc -c`: the least that any reader of the archive must do. */
function timeGzip(archive: string): number {
  const started = performance.now();
  const run = spawnSync('sh', ['-c', 'gzip -dc "$1" | wc -c', 'sh', archive]);
  if (run.status !== 0) throw new Error(`bench: gzip: ${run.stderr.toString()}`);
  return (performance.now() - started) / 1000;
}

/** The real command on an empty corpus, in a process of its own, so that memory is only its own. */
function timeIngest(folder: string, archive: string): { report: IngestReport; wall: number } {
  const data = path.join(folder, 'data');
  rmSync(data, { recursive: true, force: true });
  const started = performance.now();
  const run = spawnSync(process.execPath, ['scripts/ingest.ts', 'acco', archive], {
    env: { ...process.env, DATA_DIR: data },
  });
  const wall = (performance.now() - started) / 1000;
  if (run.status !== 0) throw new Error(`bench: ingest: ${run.stdout.toString()}${run.stderr.toString()}`);
  const report = JSON.parse(
    readFileSync(path.join(data, 'reports', 'ingest-acco.json'), 'utf8'),
  ) as IngestReport;
  return { report, wall };
}

/** gzip works on one processor and an ingest on all: whatever else runs costs the ingest more. */
const describeLoad = (before: number): string =>
  `load before: ${before.toFixed(1)} on ${availableParallelism()} processors`;

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/**
 * Ingests archives of 3,000 agreements with their documents into SQLite, beside `gzip -dc` on the same archive. Runs are
 * interleaved, figures are medians; the best runs of both say what the machine can do when nothing else uses it.
 */
export async function benchIngest(): Promise<void> {
  for (const shape of SHAPES) await benchShape(shape);
}

async function benchShape(shape: Shape): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-bench-'));
  try {
    const archive = path.join(folder, 'ACCO_20260424-063142.tar.gz');
    const { bytes, documentBytes } = await makeArchive(archive, AGREEMENTS, shape);
    const size = bytes / 1e6;
    const [loadBefore = 0] = loadavg();
    const gzip: number[] = [];
    const ingest: number[] = [];
    const walls: number[] = [];
    let memory = 0;
    let characters = 0;
    for (let run = 0; run < RUNS; run++) {
      gzip.push(timeGzip(archive));
      const { report, wall } = timeIngest(folder, archive);
      if (report.totals['texts.added'] !== AGREEMENTS) throw new Error('bench: not every text was read');
      ingest.push(report.seconds);
      walls.push(wall);
      memory = Math.max(memory, report.peakMemoryMb);
      characters = textBytes(folder);
    }
    console.log(
      `${shape.label}: ${AGREEMENTS} agreements, ${size.toFixed(1)} MB, documents of ${Math.round(documentBytes / 1000)} kB with ${Math.round(characters / AGREEMENTS / 1000)} kB of text`,
    );
    const line = (label: string, seconds: number, more = ''): void =>
      console.log(
        `  ${label.padEnd(20)} ${seconds.toFixed(2)} s  ${Math.round(AGREEMENTS / seconds)} agreements/s  ${(size / seconds).toFixed(1)} MB/s${more}`,
      );
    const share = (100 * median(gzip)) / median(ingest);
    line('gzip -dc', median(gzip));
    line('ingest with text', median(ingest), `  ${share.toFixed(0)} % of gzip -dc`);
    line('whole command', median(walls), `  peak memory ${Math.round(memory)} MB`);
    const best = (100 * Math.min(...gzip)) / Math.min(...ingest);
    console.log(`  best of ${RUNS} runs: ${best.toFixed(0)} % of gzip -dc; ${describeLoad(loadBefore)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes of all texts stored. */
function textBytes(folder: string): number {
  const corpus = openCorpus(path.join(folder, 'data', 'corpus.db'), { readonly: true });
  try {
    return countTextBytes(corpus);
  } finally {
    corpus.$client.close();
  }
}
