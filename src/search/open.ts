import { loadCatalogue } from '#catalogue/catalogue.ts';
import { dataPath, env } from '#env';
import type { SearchQuery } from '#domain/search.ts';
import type { SearchEngine } from './engine.ts';
import { guard, type SearchHealth } from './guarded.ts';
import { openLive } from './live-index.ts';
import { openMeilisearch } from './meilisearch.ts';

/** Meilisearch sorts up to the place it is asked for: seconds at the 100,000th employer, where a set in memory takes 5 ms. */
const FAR = 5_000;

const isFar = ({ page, pageSize }: SearchQuery): boolean => page * pageSize > FAR;

type Opened = { engine: SearchEngine; health: () => Promise<SearchHealth> };

/** The pages are a bundle with a copy of this module, and what /pret says is about the engine that answers them. */
const OPENED = Symbol.for('star-finder.search');
const processWide = globalThis as { [OPENED]?: Opened };
const opened = (): Opened => (processWide[OPENED] ??= open());

/** The engine of this process; opens itself on the first call, and again whenever the index is replaced. */
export const searchEngine = (): SearchEngine => opened().engine;

/** Which engine answers the pages of this process, since when, and why not the preferred one. Never fails. */
export const searchHealth = (): Promise<SearchHealth> => opened().health();

function open(): Opened {
  const embedded = openLive(dataPath('search.db'));
  if (!env.MEILI_URL) {
    const since = new Date().toISOString();
    return { engine: embedded, health: async () => ({ engine: embedded.name, since, problem: null }) };
  }
  const { benefits } = loadCatalogue();
  const engine = guard(openMeilisearch({ url: env.MEILI_URL, key: env.MEILI_KEY, benefits }), embedded, {
    isForFallback: isFar,
  });
  return { engine, health: engine.health };
}
