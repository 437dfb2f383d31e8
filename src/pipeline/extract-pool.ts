import { Worker } from 'node:worker_threads';
import { createExtractor } from '#extraction/extract.ts';
import type { Benefit } from '#domain/benefit.ts';
import type { Extraction, ExtractionContext, ExtractorParts } from '#domain/extraction.ts';

export type ExtractJob = { text: string; context: ExtractionContext };
export type ExtractResult = Extraction;

/** Texts sent to a thread at once, and batches that may wait for it: bounds the memory whatever the corpus. */
const BATCH = 16;
const WAITING = 2;

export type ExtractPool = {
  version: string;
  parts: ExtractorParts;
  /** Resolves as soon as another job may be given; `done` is called later, in any order. */
  give(job: ExtractJob, done: (result: ExtractResult) => void): Promise<void>;
  /** Waits for everything given. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

type Batch = { jobs: ExtractJob[]; done: ((result: ExtractResult) => void)[] };

/**
 * Reads texts on `threads` worker threads; none are started before the first full batch, so that a few texts are read
 * here and now.
 */
export function createExtractPool(benefits: readonly Benefit[], threads: number): ExtractPool {
  const own = createExtractor(benefits);
  const workers: { worker: Worker; queue: Batch[] }[] = [];
  const waiting: (() => void)[] = [];
  let batch: Batch = { jobs: [], done: [] };
  let failure: Error | null = null;

  const wake = (): void => waiting.splice(0).forEach((resume) => resume());
  const changed = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  const check = (): void => {
    if (failure) throw failure;
  };

  function start(): void {
    for (let n = 0; n < threads; n++) {
      const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), {
        workerData: { benefits },
        // Without limits each thread lets garbage pile up to gigabytes before it collects.
        resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 16 },
      });
      const seat = { worker, queue: [] as Batch[] };
      worker.on('message', (results: ExtractResult[]) => {
        const finished = seat.queue.shift()!;
        results.forEach((result, at) => finished.done[at]!(result));
        wake();
      });
      worker.on('error', (error) => {
        failure ??= error instanceof Error ? error : new Error(String(error));
        wake();
      });
      workers.push(seat);
    }
  }

  async function send(): Promise<void> {
    const full = batch;
    batch = { jobs: [], done: [] };
    if (workers.length === 0) start();
    for (;;) {
      check();
      const seat = workers.reduce((idle, each) => (each.queue.length < idle.queue.length ? each : idle));
      if (seat.queue.length < WAITING) {
        seat.queue.push(full);
        seat.worker.postMessage(full.jobs);
        return;
      }
      await changed();
    }
  }

  return {
    version: own.version,
    parts: own.parts,
    async give(job, done) {
      batch.jobs.push(job);
      batch.done.push(done);
      if (batch.jobs.length >= BATCH) await send();
    },
    async drain() {
      if (workers.length > 0 && batch.jobs.length > 0) await send();
      batch.jobs.forEach(({ text, context }, at) => batch.done[at]!(own.extract(text, context)));
      batch = { jobs: [], done: [] };
      while (workers.some(({ queue }) => queue.length > 0)) {
        check();
        await changed();
      }
      check();
    },
    close: async () => void (await Promise.all(workers.map(({ worker }) => worker.terminate()))),
  };
}
