import { createHmac, randomBytes } from 'node:crypto';

const KEPT = 20_000;
/** Of this process alone: what is kept says nothing about whom it stands for, and dies with the process. */
const KEY = randomBytes(32);

const hashed = (name: string, who: string): string =>
  createHmac('sha256', KEY).update(`${name}\0${who}`).digest('base64');

/**
 * At most `most` times in `withinMs` for each of `who` (an address, a person, a mailbox), kept as a keyed hash in
 * memory and logged nowhere. Returns whether this time is allowed, and counts it.
 */
export function createRateLimit(
  name: string,
  { most, withinMs }: { most: number; withinMs: number },
  now: () => number = Date.now,
) {
  const times = new Map<string, number[]>();
  return (who: string): boolean => {
    const key = hashed(name, who);
    const recent = (times.get(key) ?? []).filter((at) => now() - at < withinMs);
    const isAllowed = recent.length < most;
    if (isAllowed) recent.push(now());
    times.delete(key);
    times.set(key, recent);
    // The one that was quiet the longest is forgotten first.
    if (times.size > KEPT) times.delete(times.keys().next().value!);
    return isAllowed;
  };
}
export type RateLimit = ReturnType<typeof createRateLimit>;
