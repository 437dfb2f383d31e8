import { setFlagsFromString } from 'node:v8';
import type { Benefit } from '#domain/benefit.ts';
import { createExtractor, type Extractor } from '#extraction/extract.ts';

/**
 * The extractor as programs run it. Each of its expressions runs on many texts: compiled at once, and not first interpreted, the same
 * texts take a quarter less time (`npm run bench extraction`).
 */
export function createReader(benefits: readonly Benefit[]): Extractor {
  setFlagsFromString('--no-regexp-tier-up');
  return createExtractor(benefits);
}
