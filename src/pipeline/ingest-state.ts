import type { Corpus } from '#db/corpus/open.ts';
import { settleStateFile } from '#db/corpus/state-files.ts';
import type { IsoDate } from '#domain/dates.ts';
import { SourceError } from '#domain/errors.ts';
import { seriesOf } from '#sources/drift.ts';
import type { StateItem } from '#sources/source.ts';
import type { ArchiveWriter, OpenedArchive } from './ingest-writer.ts';

export type StateWriterOptions<Item> = {
  source: string;
  /** Forgets what an older edition of the same file said. */
  clear: (isFictional: boolean) => void;
  /** @returns under what name the row is counted */
  write: (item: Item, isFictional: boolean) => string;
  /** Whether two names are editions of one file; default: they differ in figures and packing alone. */
  isSameSeries?: (a: string, b: string) => boolean;
};

const isState = (item: object): item is StateItem =>
  ['opened', 'read', 'dated'].includes((item as { type: string }).type);

/** Writes a file that holds a whole state: forgets the older edition, counts and dates. */
export function stateWriter<Item extends { type: string }>(
  corpus: Corpus,
  archive: OpenedArchive,
  { source, clear, write, isSameSeries = (a, b) => seriesOf(a) === seriesOf(b) }: StateWriterOptions<Item>,
): ArchiveWriter<Item | StateItem> {
  const counts: Record<string, number> = {};
  const add = (name: string, number = 1): void => void (counts[name] = (counts[name] ?? 0) + number);
  let isFictional = false;
  let publishedOn: IsoDate | null = null;
  return {
    counts,
    get publishedOn() {
      return publishedOn;
    },
    write(item) {
      if (!isState(item)) add(write(item, isFictional));
      else if (item.type === 'opened') {
        ({ isFictional } = item);
        clear(isFictional);
      } else if (item.type === 'read') add('records', item.lines);
      else ({ publishedOn } = item);
    },
    finish() {
      if (!publishedOn) throw new SourceError(`${source}: ${archive.name} has no day.`);
      const { id, name } = archive;
      settleStateFile(corpus, {
        id,
        source,
        name,
        isFictional,
        publishedOn,
        isSameSeries: (other) => isSameSeries(other, name),
      });
    },
  };
}
