import { createHmac, randomBytes } from 'node:crypto';
import { dataPath, env } from '#env';
import { openLimitStore, type LimitStore } from './store.ts';

/** Of all web processes, given by their supervisor and kept nowhere: it dies with them. */
const KEY = env.LIMITS_KEY ?? randomBytes(32).toString('base64');
/** After a failure of the file, it is left alone this long. */
const RETRY_MS = 10_000;

/** What stands in the file for somebody: a hash under a key that is not there. */
const hashed = (name: string, who: string): string =>
  createHmac('sha256', KEY).update(`${name}\0${who}`).digest('base64');

export type SharedLimits = Pick<LimitStore, 'take' | 'count'>;

/**
 * Counts in limits.db, for all processes together. Where the file is locked, full or damaged, this process counts for
 * itself meanwhile: a fault of the disk neither lets everybody in nor shuts anybody out.
 */
export function shareLimits(file: string, log: (line: string) => void = console.error): SharedLimits {
  let store: LimitStore | null = null;
  let alone: LimitStore | null = null;
  let failedAt: number | null = null;
  const using = <T>(work: (store: LimitStore) => T): T => {
    if (failedAt === null || Math.abs(Date.now() - failedAt) > RETRY_MS)
      try {
        const done = work((store ??= openLimitStore(file)));
        failedAt = null;
        return done;
      } catch (error) {
        const { code } = error as { code?: unknown };
        if (typeof code !== 'string') throw error;
        if (failedAt === null) log(`limits: ${code}; this process counts for itself`);
        failedAt = Date.now();
        store?.close();
        store = null;
      }
    return work((alone ??= openLimitStore(':memory:')));
  };
  return {
    take: (key, limit, now) => using((open) => open.take(key, limit, now)),
    count: (key, withinMs, now) => using((open) => open.count(key, withinMs, now)),
  };
}

let limits: SharedLimits | null = null;
const ours = (): SharedLimits => (limits ??= shareLimits(dataPath('limits.db')));

/** Whether `who` (an address, a person) may do `name` once more; counts it if so. */
export const takeTurn = (
  name: string,
  who: string,
  limit: { most: number; withinMs: number },
  now: number,
): boolean => ours().take(hashed(name, who), limit, now);

/** Counts one request of `who`, in windows that begin with the first one. */
export const countRequest = (name: string, who: string, withinMs: number, now: number) =>
  ours().count(hashed(name, who), withinMs, now);
