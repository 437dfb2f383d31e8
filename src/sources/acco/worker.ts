import { enableCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Batch, BatchResult } from './items.ts';

// Threads do not share compiled code: without a cache each spends three times longer on its start.
enableCompileCache();
const { readBatch } = await import('./read-batch.ts');

/** Texts are handed over, not copied. */
const buffersOf = (items: BatchResult): ArrayBuffer[] =>
  items.flatMap((item) => (item.type === 'text' && item.utf8 ? [item.utf8.buffer] : []));

// Batches are answered one by one, in the order received.
let queue = Promise.resolve();
parentPort!.on('message', (batch: Batch) => {
  queue = queue.then(async () => {
    const items = await readBatch(batch);
    parentPort!.postMessage(items, buffersOf(items));
  });
});
