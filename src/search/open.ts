import { loadCatalogue } from '#catalogue/catalogue.ts';
import { dataPath, env } from '#env';
import type { SearchQuery } from '#domain/search.ts';
import type { SearchEngine } from './engine.ts';
import { guard } from './guarded.ts';
import { openLive } from './live-index.ts';
import { openMeilisearch } from './meilisearch.ts';

/** An order by value near a place is thousands of filters for Meilisearch. */
const isHeavy = ({ order, near }: SearchQuery): boolean => order === 'value' && near !== null;

/** Meilisearch sorts up to the place it is asked for: seconds at the 100,000th employer, where a set in memory takes 5 ms. */
const FAR = 5_000;

let shared: SearchEngine | undefined;

/** The engine of this process; opens itself on the first call, and again whenever the index is replaced. */
export const searchEngine = (): SearchEngine => (shared ??= open());

function open(): SearchEngine {
  const embedded = openLive(dataPath('search.db'));
  if (!env.MEILI_URL) return embedded;
  const { benefits } = loadCatalogue();
  return guard(openMeilisearch({ url: env.MEILI_URL, key: env.MEILI_KEY, benefits }), embedded, {
    isForFallback: (query) => query.page * query.pageSize > FAR || isHeavy(query),
  });
}
