import { enableCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Batch, BatchResult } from './items.ts';

// Threads do not share compiled code: without a cache each spends three times longer on its start.
enableCompileCache();
const { readBatch } = await import('./read-batch.ts');

/** Texts in memory of their own are handed over, not copied. */
const buffersOf = (items: BatchResult): ArrayBuffer[] =>
  items
    .map((item) => (item.type === 'text' ? item.utf8?.buffer : null))
    .filter((buffer) => buffer instanceof ArrayBuffer);

// Batches are answered one by one, in the order received.
let queue = Promise.resolve();
parentPort!.on('message', (batch: Batch) => {
  queue = queue.then(async () => {
    const items = await readBatch(batch);
    parentPort!.postMessage(items, buffersOf(items));
  });
});
