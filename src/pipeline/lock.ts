import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import { ROOT, dataPath } from '#env';
import { SourceError } from '#domain/errors.ts';
import { describeHolder, tryRunLock } from '#db/run-lock.ts';

const POLL_MS = 200;
const holding = new AsyncLocalStorage<true>();

export type LockOptions = {
  /** How long to wait for the run that holds the lock; default 10 minutes. */
  waitSeconds?: number;
  /** Told once, when the wait begins. */
  onWait?: (holder: string) => void;
  signal?: AbortSignal;
};

/**
 * Runs `work` alone: ingest, derive, publish, refresh and the publisher share one lock under DATA_DIR, because each
 * replaces files the next one reads. A run inside a run (refresh calling publish) goes straight on.
 * @throws SourceError when the lock is still taken after `waitSeconds`
 */
export async function withRunLock<T>(
  name: string,
  work: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  if (holding.getStore()) return work();
  const lock = await acquire(name, dataPath('locks', 'run.db'), dataPath(), options);
  try {
    return await holding.run(true, work);
  } finally {
    lock.release();
  }
}

/**
 * Runs one build of the checkout at a time, whatever the data: Astro keeps what it works out in `.astro` at the root, for which two
 * builds would rename the same file.
 * @throws SourceError when another build still goes on after an hour
 */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  const lock = await acquire('build', path.join(ROOT, '.astro', 'build.db'), ROOT, { waitSeconds: 3600 });
  try {
    return await work();
  } finally {
    lock.release();
  }
}

async function acquire(
  name: string,
  file: string,
  place: string,
  { waitSeconds = 600, onWait, signal }: LockOptions,
) {
  const deadline = Date.now() + waitSeconds * 1000;
  for (let isFirst = true; ; isFirst = false) {
    const lock = tryRunLock(file, `${name} (process ${process.pid})`);
    if (lock) return lock;
    const holder = describeHolder(file);
    if (Date.now() >= deadline)
      throw new SourceError(`${name}: ${holder} is at work in ${place}. Run ${name} again when it is done.`);
    if (isFirst) onWait?.(holder);
    await sleep(POLL_MS, undefined, { signal });
  }
}
