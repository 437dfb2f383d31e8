import { readFileSync } from 'node:fs';
import { env } from '#env';

/** Employers a delta build renders (STARFINDER_DELTA, one SIREN a line); null when every one is asked for. */
export function deltaSirens(file: string | undefined = env.STARFINDER_DELTA): Set<string> | null {
  if (!file) return null;
  return new Set(readFileSync(file, 'utf8').split(/\s+/).filter(Boolean));
}
