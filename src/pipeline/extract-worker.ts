import { parentPort, workerData } from 'node:worker_threads';
import { createExtractor } from '#extraction/extract.ts';
import type { Benefit } from '#domain/benefit.ts';
import type { ExtractJob, ExtractResult } from './extract-pool.ts';

/** Body of one reading thread: benefits come once, texts in batches. */
const { extract } = createExtractor((workerData as { benefits: Benefit[] }).benefits);

parentPort!.on('message', (jobs: ExtractJob[]) => {
  const results: ExtractResult[] = jobs.map(({ text, context }) => extract(text, context));
  parentPort!.postMessage(results);
});
