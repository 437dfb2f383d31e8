import { Worker } from 'node:worker_threads';
import type { Batch, BatchResult } from './items.ts';

/** A document that keeps a worker busy longer is given up; real ones take milliseconds, the longest PDF some seconds. */
const BATCH_SECONDS = 60;

/** Batches waiting in a worker while it reads another: it never idles. */
const QUEUE_LENGTH = 2;

type Job = { batch: Batch; resolve: (items: BatchResult) => void };
type Thread = { worker: Worker; jobs: Job[]; timer: NodeJS.Timeout | null };

/**
 * Threads that read batches. A document that crashes its thread, eats its memory or takes too long costs only itself:
 * the batch is read again entry by entry on a new thread and the culprit becomes `unreadable`.
 */
export class Pool {
  readonly #threads: Thread[] = [];
  readonly #waiting: Job[] = [];
  readonly #size: number;
  readonly #batchSeconds: number;

  constructor(size: number, { batchSeconds = BATCH_SECONDS }: { batchSeconds?: number } = {}) {
    this.#size = size;
    this.#batchSeconds = batchSeconds;
  }

  /** Batches worth submitting ahead of the one awaited. */
  get capacity(): number {
    return this.#size * QUEUE_LENGTH + 1;
  }

  read(batch: Batch): Promise<BatchResult> {
    return new Promise((resolve) => {
      this.#waiting.push({ batch, resolve });
      this.#dispatch();
    });
  }

  async close(): Promise<void> {
    this.#waiting.length = 0;
    const threads = this.#threads.splice(0);
    for (const { timer } of threads) if (timer) clearTimeout(timer);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const shortest = this.#threads.toSorted((a, b) => a.jobs.length - b.jobs.length)[0];
      const isBusy = !shortest || shortest.jobs.length > 0;
      const thread = isBusy && this.#threads.length < this.#size ? this.#start() : shortest;
      if (!thread || thread.jobs.length >= QUEUE_LENGTH) return;
      const job = this.#waiting.shift()!;
      thread.jobs.push(job);
      thread.worker.postMessage(job.batch);
      if (thread.jobs.length === 1) this.#watch(thread);
    }
  }

  #start(): Thread {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 },
    });
    const thread: Thread = { worker, jobs: [], timer: null };
    worker.on('message', (items: BatchResult) => {
      thread.jobs.shift()!.resolve(items);
      this.#watch(thread);
      this.#dispatch();
    });
    worker.on('error', (error) => this.#retire(thread, `the reader stopped on it: ${error.message}`));
    worker.on('exit', () => this.#retire(thread, 'the reader stopped on it'));
    this.#threads.push(thread);
    return thread;
  }

  #watch(thread: Thread): void {
    if (thread.timer) clearTimeout(thread.timer);
    thread.timer = null;
    if (thread.jobs.length === 0) return;
    const give = () => this.#retire(thread, `reading took more than ${this.#batchSeconds} seconds`);
    thread.timer = setTimeout(give, this.#batchSeconds * 1000);
  }

  #retire(thread: Thread, reason: string): void {
    const at = this.#threads.indexOf(thread);
    if (at < 0) return;
    this.#threads.splice(at, 1);
    if (thread.timer) clearTimeout(thread.timer);
    void thread.worker.terminate();
    const [current, ...next] = thread.jobs;
    this.#waiting.unshift(...next);
    if (current) this.#retry(current, reason);
    this.#dispatch();
  }

  #retry({ batch, resolve }: Job, reason: string): void {
    if (batch.entries.length === 1) {
      resolve(giveUp(batch, reason));
      return;
    }
    const parts: Job[] = [];
    const results = batch.entries.map(
      (entry) =>
        new Promise<BatchResult>((done) =>
          // No room for texts: parts may be read at the same time.
          parts.push({
            batch: { ...batch, entries: [entry], textsAt: batch.buffer.byteLength },
            resolve: done,
          }),
        ),
    );
    this.#waiting.unshift(...parts);
    void Promise.all(results).then((items) => resolve(items.flat()));
  }
}

function giveUp({ entries }: Batch, reason: string): BatchResult {
  const { kind, name } = entries[0]!;
  const reject = { type: 'reject' as const, kind, entry: name, reason };
  if (kind === 'record') return [reject];
  const nothing = { hash: null, utf8: null, isFictional: false };
  return [{ type: 'text', documentName: name, status: 'unreadable', reason, ...nothing }, reject];
}
