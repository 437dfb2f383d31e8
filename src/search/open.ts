import { dataPath } from '#env';
import type { SearchEngine } from './engine.ts';
import { openLive } from './live-index.ts';

let shared: SearchEngine | undefined;

/** The engine of this process; opens itself on the first call, and again whenever the index is replaced. */
export function searchEngine(): SearchEngine {
  shared ??= openLive(dataPath('search.db'));
  return shared;
}
