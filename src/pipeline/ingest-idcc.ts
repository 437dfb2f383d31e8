import { branchWriter } from '#db/corpus/indicators-write.ts';
import type { Corpus } from '#db/corpus/open.ts';
import type { BranchItem } from '#sources/idcc/map.ts';
import { stateWriter } from './ingest-state.ts';
import type { OpenedArchive } from './ingest-writer.ts';

/** One file holds every establishment: it takes the place of the one before. */
export function openIdccWriter(corpus: Corpus, archive: OpenedArchive) {
  const writer = branchWriter(corpus, archive.id);
  return stateWriter<BranchItem>(corpus, archive, {
    source: 'idcc',
    clear: writer.clear,
    write({ type: _type, ...row }, isFictional) {
      writer.write({ ...row, isFictional });
      return 'branches.kept';
    },
    isSameSeries: () => true,
  });
}
