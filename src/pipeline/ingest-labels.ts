import { labelWriter } from '#db/corpus/indicators-write.ts';
import type { Corpus } from '#db/corpus/open.ts';
import type { LabelItem } from '#sources/labels/map.ts';
import { labelOf } from '#sources/labels/names.ts';
import { stateWriter } from './ingest-state.ts';
import type { OpenedArchive } from './ingest-writer.ts';

/** Each list is a whole state: whoever left it loses its flag. */
export function openLabelsWriter(corpus: Corpus, archive: OpenedArchive) {
  const writer = labelWriter(corpus, archive.id);
  return stateWriter<LabelItem>(corpus, archive, {
    source: 'labels',
    clear: (isFictional) => void writer.clear(labelOf(archive.name)!, isFictional),
    write({ type: _type, ...row }, isFictional) {
      writer.write({ ...row, since: null, until: null, isFictional });
      return `labels.${row.label}`;
    },
    isSameSeries: (a, b) => labelOf(a) === labelOf(b),
  });
}
