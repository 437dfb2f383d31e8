import { existsSync } from 'node:fs';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { listSearchDocuments, readFigures } from '#db/facts/read.ts';
import { INDEX_FORMAT } from '#db/search/store.ts';
import { openManifest, type Manifest } from '#db/site/manifest.ts';
import { dataPath, env } from '#env';
import { buildEmbedded } from '#search/embedded.ts';
import { FORMAT } from '#search/meilisearch/settings.ts';
import { fillMeilisearch } from '#search/meilisearch/publish.ts';
import type { Progress } from './command.ts';
import { manifestOf } from './publish-tree.ts';

export type SearchFigures = { documents: number; seconds: number };

/**
 * Makes the search indexes those of this generation of the facts: the embedded one always (it answers when Meilisearch
 * cannot), Meilisearch where one is set. Null when they stand already.
 * @throws SourceError when Meilisearch refuses; pages and embedded index are live by then
 */
export async function publishSearch(
  tree: string,
  generation: string,
  progress: Progress,
): Promise<SearchFigures | null> {
  const manifest = openManifest(manifestOf(tree));
  const start = performance.now();
  try {
    const isEmbeddedNew = fillEmbedded(manifest, generation, progress);
    const isMeilisearchNew = await fillServer(manifest, generation);
    if (!isEmbeddedNew && !isMeilisearchNew) return null;
    return { documents: readFigures().employers, seconds: (performance.now() - start) / 1000 };
  } finally {
    manifest.close();
  }
}

/** Facts and form of an index: the same facts are indexed again when the program reads another form. */
const stamp = (generation: string, format: string | number): string => `${generation}/${format}`;

function fillEmbedded(manifest: Manifest, generation: string, progress: Progress): boolean {
  const file = dataPath('search.db');
  const wanted = stamp(generation, INDEX_FORMAT);
  if (manifest.read('search') === wanted && existsSync(file)) return false;
  const total = readFigures().employers;
  let documents = 0;
  const counted = function* () {
    for (const document of listSearchDocuments()) {
      yield document;
      documents += 1;
      progress('search', documents, total);
    }
  };
  buildEmbedded(file, counted(), loadCatalogue(), generation);
  manifest.apply({ put: [], remove: [], meta: { search: wanted } });
  return true;
}

async function fillServer(manifest: Manifest, generation: string): Promise<boolean> {
  const wanted = stamp(generation, FORMAT);
  if (!env.MEILI_URL || manifest.read('meilisearch') === wanted) return false;
  const address = { url: env.MEILI_URL, key: env.MEILI_KEY };
  await fillMeilisearch(address, listSearchDocuments, loadCatalogue(), generation);
  manifest.apply({ put: [], remove: [], meta: { meilisearch: wanted } });
  return true;
}
