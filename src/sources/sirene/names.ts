import { env } from '#env';
import { stateFile } from '../file-names.ts';
import type { ArchiveName, Feed } from '../source.ts';

export const STOCK_KINDS = ['links', 'units', 'establishments'] as const;
export type StockKind = (typeof STOCK_KINDS)[number];

const STEMS: Record<StockKind, string> = {
  links: 'StockEtablissementLiensSuccession',
  units: 'StockUniteLegale',
  establishments: 'StockEtablissement',
};
const NAME =
  /^(StockEtablissementLiensSuccession|StockUniteLegale|StockEtablissement)(?:_utf8)?(?:\.csv|\.csv\.gz|\.csv\.zip|\.zip|\.parquet)$/;

export const stockKindOf = (fileName: string): StockKind =>
  STOCK_KINDS.find((kind) => NAME.exec(fileName)?.[1] === STEMS[kind])!;

/**
 * `StockUniteLegale_utf8.parquet` or `.zip` as INSEE publishes them, or the same file as `.csv`, `.csv.gz` or
 * `.csv.zip`. Links come first: they say which other units are wanted.
 */
export const parseStockName = (fileName: string): ArchiveName | null =>
  NAME.test(fileName) ? stateFile(fileName, STOCK_KINDS.indexOf(stockKindOf(fileName))) : null;

export const isParquet = (fileName: string): boolean => fileName.endsWith('.parquet');

/** The files as CSV in a zip; the addresses that a refresh reads are settings. */
const CSV_PUBLISHED: Record<Exclude<StockKind, 'links'>, string> = {
  units: 'https://www.data.gouv.fr/api/1/datasets/r/825f4199-cadd-486c-ac46-a65a8ea1a047',
  establishments: 'https://www.data.gouv.fr/api/1/datasets/r/0651fb76-bcf3-4f6a-a38d-bc04fa708576',
};

export const FEEDS = {
  links: { name: 'StockEtablissementLiensSuccession_utf8.zip', url: env.SIRENE_LINKS_URL },
  units: { name: 'StockUniteLegale_utf8.parquet', url: env.SIRENE_UNITS_URL },
  establishments: { name: 'StockEtablissement_utf8.parquet', url: env.SIRENE_ESTABLISHMENTS_URL },
} satisfies Record<StockKind, Feed>;

/** Where a file of that name is published, for the mention the licence asks for. */
export function publishedAt(fileName: string): string | null {
  if (!NAME.test(fileName)) return null;
  const kind = stockKindOf(fileName);
  return kind === 'links' || isParquet(fileName) ? FEEDS[kind].url : CSV_PUBLISHED[kind];
}
