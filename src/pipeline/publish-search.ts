import { existsSync } from 'node:fs';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { listSearchDocuments, readFigures } from '#db/facts/read.ts';
import { openManifest } from '#db/site/manifest.ts';
import { dataPath } from '#env';
import { buildEmbedded } from '#search/embedded.ts';
import type { Progress } from './command.ts';
import { manifestOf } from './publish-tree.ts';

export type SearchFigures = { documents: number; seconds: number };

/** Builds the search index of this generation of the facts beside the old one and swaps them; null when it stands already. */
export async function publishSearch(
  tree: string,
  generation: string,
  progress: Progress,
): Promise<SearchFigures | null> {
  const file = dataPath('search.db');
  const manifest = openManifest(manifestOf(tree));
  try {
    if (manifest.read('search') === generation && existsSync(file)) return null;
    const start = performance.now();
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
    manifest.apply({ put: [], remove: [], meta: { search: generation } });
    return { documents, seconds: (performance.now() - start) / 1000 };
  } finally {
    manifest.close();
  }
}
