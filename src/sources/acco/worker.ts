import { parentPort } from 'node:worker_threads';
import type { Batch } from './items.ts';
import { readBatch } from './read-batch.ts';

// Batches are answered one by one, in the order received.
let queue = Promise.resolve();
parentPort!.on('message', (batch: Batch) => {
  queue = queue.then(async () => parentPort!.postMessage(await readBatch(batch)));
});
