import type { Corpus } from '#db/corpus/open.ts';
import type { IsoDate } from '#domain/dates.ts';

export type OpenedArchive = {
  id: number;
  name: string;
  kind: 'full' | 'increment';
  stamp: string;
  publishedOn: IsoDate;
};

/** Puts the items of one archive into the corpus, inside the transaction of that archive. */
export type ArchiveWriter<Item> = {
  write: (item: Item) => void;
  /** Called once after the last item. */
  finish: () => void;
  /**
   * What was written, for the report. `records` counts what the source counts as records; `records.added` and the like
   * say what became of them.
   */
  readonly counts: Record<string, number>;
  /** Day of the file, where its content says it and its name does not. */
  readonly publishedOn?: IsoDate | null;
};

export type OpenWriter<Item> = (corpus: Corpus, archive: OpenedArchive) => ArchiveWriter<Item>;
