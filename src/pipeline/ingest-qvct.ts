import { qvctWriter } from '#db/corpus/indicators-write.ts';
import type { Corpus } from '#db/corpus/open.ts';
import type { QvctItem } from '#sources/qvct/index.ts';
import { stateWriter } from './ingest-state.ts';
import type { OpenedArchive } from './ingest-writer.ts';

/** Years add up: nothing is forgotten when an employer publishes again. */
export function openQvctWriter(corpus: Corpus, archive: OpenedArchive) {
  const writer = qvctWriter(corpus, archive.id);
  return stateWriter<QvctItem>(corpus, archive, {
    source: 'qvct',
    clear: () => undefined,
    write({ type: _type, ...row }, isFictional) {
      return writer.write({ ...row, isFictional }) ? 'figures.kept' : 'figures.older';
    },
    isSameSeries: () => false,
  });
}
