import { searchIndexIdentity } from '#db/search/store.ts';
import { openEmbedded } from './embedded.ts';
import type { SearchEngine } from './engine.ts';

/**
 * The embedded engine on a file that is replaced while it runs: looks at the file on every call and reopens it when
 * it is another one. A search under way ends on the index it began with.
 */
export function openLive(file: string): SearchEngine {
  let identity: string | null = null;
  let engine: SearchEngine | null = null;
  const current = async (): Promise<SearchEngine> => {
    const now = searchIndexIdentity(file);
    if (engine && now === identity) return engine;
    // The last index keeps answering when the file was taken away, or cannot be read.
    if (engine && now === null) return engine;
    const opened = openEmbedded(file);
    const old = engine;
    engine = opened;
    identity = now;
    await old?.close();
    return opened;
  };
  return {
    name: 'embedded',
    search: async (query) => (await current()).search(query),
    suggest: async (text, limit) => (await current()).suggest(text, limit),
    status: async () => (await current()).status(),
    async close() {
      await engine?.close();
      engine = null;
    },
  };
}
