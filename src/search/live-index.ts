import { searchIndexIdentity } from '#db/search/store.ts';
import { openEmbedded } from './embedded.ts';
import type { SearchEngine } from './engine.ts';

/**
 * The embedded engine on a file that is replaced while it runs: looks at the file on every call and reopens it when
 * it is another one. A search under way ends on the index it began with.
 */
export function openLive(file: string, report: (message: string) => void = console.error): SearchEngine {
  let identity: string | null = null;
  let engine: SearchEngine | null = null;
  const current = async (): Promise<SearchEngine> => {
    const now = searchIndexIdentity(file);
    if (engine && (now === identity || now === null)) return engine;
    identity = now;
    let opened: SearchEngine;
    try {
      opened = openEmbedded(file);
    } catch (error) {
      // The index in memory is a good one: it keeps answering, and the new file is not tried again.
      if (!engine) throw error;
      report(`search: the new ${file} cannot be read, the one before still answers: ${String(error)}`);
      return engine;
    }
    const old = engine;
    engine = opened;
    await old?.close();
    return opened;
  };
  return {
    name: 'embedded',
    search: async (query) => (await current()).search(query),
    count: async (query) => (await current()).count(query),
    suggest: async (text, limit) => (await current()).suggest(text, limit),
    status: async () => (await current()).status(),
    async close() {
      await engine?.close();
      engine = null;
    },
  };
}
