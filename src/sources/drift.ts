import { SourceError } from '#domain/errors.ts';

/** A file may lose so much of the rows of the one before; beyond it, half of it is missing. */
const KEPT_SHARE_MIN = 0.5;

/** Below this number of rows any change is an ordinary one. */
const ROWS_COMPARED = 50;

export type Shrinkage = {
  source: string;
  file: string;
  /** Records of the file. */
  rows: number;
  /** Records of the last file of the same series that was applied; null for the first one. */
  before: number | null;
};

/**
 * What is left of a publication that went wrong looks like a file in order: what was applied before stands instead.
 * Called for every full file of every source; a source does nothing for it but count its `records`.
 * @throws SourceError when more than half of the rows are gone
 */
export function checkShrinkage({ source, file, rows, before }: Shrinkage): void {
  if (before === null || before < ROWS_COMPARED || rows >= before * KEPT_SHARE_MIN) return;
  throw new SourceError(
    `${source}: ${file} holds ${rows} records where the one before held ${before}. Nothing was changed. ` +
      'If the source has really shrunk, run npm run ingest with --accept-shrink.',
  );
}

/** What editions of one publication have in common: `StockUniteLegale_utf8.zip` and `.parquet`, or a dated dump. */
export const seriesOf = (fileName: string): string =>
  fileName
    .toLowerCase()
    .replace(/\..*$/, '')
    .replace(/utf-?8/, '')
    .replace(/[^a-z]+/g, '-')
    .replace(/-+$/, '');
