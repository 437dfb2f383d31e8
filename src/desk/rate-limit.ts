import { takeTurn } from '#db/limits/shared.ts';

/**
 * At most `most` times in `withinMs` for each of `who` (an address, a person), all web processes together; kept as a
 * keyed hash and logged nowhere. Returns whether this time is allowed, and counts it.
 */
export const createRateLimit =
  (name: string, limit: { most: number; withinMs: number }, now: () => number = Date.now) =>
  (who: string): boolean =>
    takeTurn(name, who, limit, now());
