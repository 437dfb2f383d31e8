import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';

/** Who publishes a source and on what terms: the text of « Sources et licences ». */
export type SourceCard = {
  id: string;
  /** In French, as screens name it. */
  label: string;
  publisher: string;
  licence: { name: string; url: string };
  homepage: string;
  /** In French: how often it changes. */
  cadence: string;
  /** Mention the licence asks for; the file's name, address and date are added from its provenance. */
  attribution: string;
  /** Fewest records a file of that kind may hold before it is taken for a broken one. */
  expected: { full: number; increment: number };
};

/** A file at a fixed address. `name` is the one its source knows it by, whatever the address ends with. */
export type Feed = { name: string; url: string };

/** What the name of a file says. Files are applied full first, then by `stamp`. */
export type ArchiveName = {
  name: string;
  kind: 'full' | 'increment';
  /** `YYYYMMDD-HHMMSS`: sorts by time. */
  stamp: string;
  publishedOn: IsoDate;
};

export type ArchiveFile = ArchiveName & {
  path: string;
  bytes: number;
  /** Where the file was published, for the mention the licence asks for. */
  url: string | null;
};

/** A file offered on an index page. */
export type ListedFile = ArchiveName & { url: string };

export type ReadContext = {
  /** The file's bytes in order, once; hashed on the way. A source that reads `path` by itself leaves it alone. */
  chunks: AsyncIterable<Buffer>;
  /** Gives a chunk back that nothing reads any more: its memory is used again, which spares the collector. Optional. */
  release: (chunk: Buffer) => void;
  /** Threads to read with. */
  workers: number;
  /** Employers that the corpus names so far. */
  employers: () => ReadonlySet<Siren>;
};

/** Set aside and listed, while the run goes on. `field`: the record is kept without that value. */
export type RejectItem = {
  type: 'reject';
  kind: 'record' | 'document' | 'entry' | 'field';
  entry: string;
  reason: string;
};

/** Something unknown that was kept as it is; counted by value and listed in the report. */
export type NoticeItem = { type: 'notice'; topic: string; value: string };

/** The archive carries the generator's marker: everything in it is fictional. Comes before any record. */
export type FictionalItem = { type: 'fictional' };

/** First and last item of a file that holds a whole state: whether it is fictional, and its day. */
export type StateItem =
  | { type: 'opened'; isFictional: boolean }
  | { type: 'read'; lines: number }
  | { type: 'dated'; publishedOn: IsoDate };

export type CommonItem = RejectItem | NoticeItem | FictionalItem;

/**
 * A source turns files into items of its own kinds and touches no database: src/pipeline/ingest-sources.ts pairs each
 * source with its writer.
 */
export type Source<Item> = {
  card: SourceCard;
  /** Page that lists the files; null when the source is only read from files given by hand. */
  indexUrl: string | null;
  /** Files at configured addresses, in order: a refresh fetches those that changed since they were applied. */
  feeds?: readonly Feed[];
  /**
   * Files of this source on an index page, in any order.
   * @throws SourceError when the page cannot be read
   */
  list: (indexUrl: string) => Promise<ListedFile[]>;
  /** True when the same file must be read again once the corpus names other employers. */
  isScopedToEmployers: boolean;
  /** True for a file that is also read for the units which employers took over, or were taken over by. */
  wantsLinked?: (fileName: string) => boolean;
  /** Null for a file that is none of this source's. */
  parseName: (fileName: string) => ArchiveName | null;
  /** Where a file of that name is published, when the name alone says it. */
  publishedAt: (fileName: string) => string | null;
  /**
   * Items in the order of the file, in batches.
   * @throws SourceError when the file is truncated, corrupt or not what its name says
   */
  read: (archive: ArchiveFile, context: ReadContext) => AsyncIterable<(Item | CommonItem)[]>;
};

/** Full dumps first, then increments from the oldest to the newest. */
export const compareArchives = (a: ArchiveName, b: ArchiveName): number =>
  Number(a.kind === 'increment') - Number(b.kind === 'increment') || (a.stamp < b.stamp ? -1 : 1);
