import { equalityWriter } from '#db/corpus/indicators-write.ts';
import type { Corpus } from '#db/corpus/open.ts';
import type { EqualityLayout } from '#domain/equality-row.ts';
import type { EgaproItem } from '#sources/egapro/map.ts';
import { stateWriter } from './ingest-state.ts';
import type { OpenedArchive } from './ingest-writer.ts';

/** Each layout is a whole state of its own; a declaration of an UES is written under each of its members. */
export function openEgaproWriter(corpus: Corpus, archive: OpenedArchive) {
  const writer = equalityWriter(corpus, archive.id);
  const cleared = new Set<EqualityLayout>();
  return stateWriter<EgaproItem>(corpus, archive, {
    source: 'egapro',
    clear: () => undefined,
    write({ layout, year, declarant, sirens, figures }, isFictional) {
      if (!cleared.has(layout)) writer.clear(layout, isFictional);
      cleared.add(layout);
      for (const siren of sirens) writer.write({ siren, layout, year, declarant, figures, isFictional });
      return `declarations.${layout}`;
    },
  });
}
