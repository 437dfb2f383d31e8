import path from 'node:path';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { createFlatDatabase } from '#db/dump/flat-database.ts';
import type { FactsDatabase } from '#db/facts/open.ts';
import { readerOf } from '#db/facts/reader.ts';
import { iterateAgreementPages, iterateProfiles } from '#db/facts/rows.ts';
import type { CorrectionLine } from './lines.ts';
import { createCsvFile } from './csv-file.ts';
import { employerRows } from './employer-rows.ts';
import { agreementRow, definitionRows, sourceRow, tombstoneRow } from './other-rows.ts';
import { createParquetFile } from './parquet-file.ts';
import { FLAT_TABLES, type Row } from './tables.ts';

export const csvName = (table: string): string => `${table}.csv`;
export const parquetName = (table: string): string => `${table}.parquet`;
export const SQLITE_NAME = 'star-finder.sqlite';

type Options = {
  catalogue: Catalogue;
  /** Public address, without a trailing slash. */
  site: string;
  /** Said inside the files that can say it. */
  licence: Readonly<Record<string, string>>;
  /** Where CSV files go, until they are in their archive. */
  csvFolder: string;
  /** The public ledger, oldest line first. */
  corrections: readonly CorrectionLine['row'][];
  onProgress: (employers: number) => void;
};

/** Writes each flat table as CSV and Parquet, and all of them as SQLite; returns how many rows each one has. */
export function writeTables(facts: FactsDatabase, folder: string, options: Options): Map<string, number> {
  const { catalogue, site, licence } = options;
  const database = createFlatDatabase(path.join(folder, SQLITE_NAME), FLAT_TABLES, licence);
  const counts = new Map<string, number>();
  const outputs = new Map(
    FLAT_TABLES.map(({ name, columns }) => [
      name,
      [
        createCsvFile(path.join(options.csvFolder, csvName(name)), columns),
        createParquetFile(path.join(folder, parquetName(name)), columns, licence),
      ],
    ]),
  );
  const put = (table: string, rows: Iterable<Row>): void => {
    const files = outputs.get(table)!;
    let count = counts.get(table) ?? 0;
    for (const row of rows) {
      for (const file of files) file.put(row);
      database.put(table, row);
      count += 1;
    }
    counts.set(table, count);
  };
  const reader = readerOf(facts);
  let employers = 0;
  for (const profile of iterateProfiles(facts)) {
    for (const [table, rows] of Object.entries(employerRows(profile, catalogue, site))) put(table, rows);
    options.onProgress((employers += 1));
  }
  for (const page of iterateAgreementPages(facts)) put('accords', [agreementRow(page)]);
  put('retraits', reader.listGone().map(tombstoneRow));
  put('corrections', options.corrections);
  put('sources', reader.listSources().map(sourceRow));
  put('definitions', definitionRows(catalogue));
  for (const files of outputs.values()) for (const file of files) file.close();
  database.close();
  return counts;
}
