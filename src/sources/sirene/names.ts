import type { IsoDate } from '#domain/dates.ts';
import type { ArchiveName } from '../source.ts';

export type StockKind = 'units' | 'establishments';

const NAME = /^(StockUniteLegale|StockEtablissement)_utf8(\.csv|\.csv\.gz|\.csv\.zip|\.zip)$/;

/** Stands until the newest line of the file gives its day: the names carry none. */
const UNDATED = '1970-01-01' as IsoDate;

/** `StockUniteLegale_utf8.zip` as INSEE publishes it, or the same file as `.csv`, `.csv.gz` or `.csv.zip`. */
export function parseStockName(fileName: string): ArchiveName | null {
  if (!NAME.test(fileName)) return null;
  const order = stockKindOf(fileName) === 'units' ? '1' : '2';
  return { name: fileName, kind: 'full', stamp: `19700101-00000${order}`, publishedOn: UNDATED };
}

export const stockKindOf = (fileName: string): StockKind =>
  fileName.startsWith('StockUniteLegale') ? 'units' : 'establishments';

/** Stable addresses of the monthly files, by kind. */
const PUBLISHED: Record<StockKind, string> = {
  units: 'https://www.data.gouv.fr/api/1/datasets/r/825f4199-cadd-486c-ac46-a65a8ea1a047',
  establishments: 'https://www.data.gouv.fr/api/1/datasets/r/0651fb76-bcf3-4f6a-a38d-bc04fa708576',
};

export const publishedAt = (fileName: string): string | null =>
  NAME.test(fileName) ? PUBLISHED[stockKindOf(fileName)] : null;
