import type { IsoDate } from '#domain/dates.ts';
import { SourceError } from '#domain/errors.ts';
import { GROUP_MIN } from '#domain/qvct-coherence.ts';
import type { QvctRow } from '#domain/qvct-check.ts';
import type { QvctMapping } from '#domain/qvct-mapping.ts';
import { readCsvText } from '#domain/csv-text.ts';
import { checkColumns } from '../columns.ts';

type Line = Record<string, string>;
type Sums = Map<number, number>;

/**
 * Rows of our schema from the files of one employer in its own layout, one a year. Sums by year, then ratios; a ratio
 * over fewer than five people is left out.
 * @param files text of each CSV by its name without extension
 * @throws SourceError when a file or column is missing, or a column is unknown
 */
export function mapFiles(
  mapping: QvctMapping,
  files: ReadonlyMap<string, string>,
  publishedOn: IsoDate,
): QvctRow[] {
  const tables = new Map(Object.entries(mapping.columns).map(([name, columns]) => [name, readTable(mapping, name, columns, files)])); // prettier-ignore
  const sums = new Map<string, Sums>();
  for (const [name, selection] of Object.entries(mapping.selections))
    sums.set(name, sumOf(mapping, selection, tables.get(selection.file) ?? []));
  const years = new Set([...sums.values()].flatMap((sum) => [...sum.keys()]));
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => ({
      line: 0,
      ...{ siren: mapping.siren, siret: mapping.siret, year, perimeter: mapping.perimeter, publishedOn },
      ...{ sourceUrl: mapping.homepage, method: mapping.method, figures: figuresOf(mapping, sums, year) },
    }));
}

function readTable(
  { id }: QvctMapping,
  name: string,
  columns: readonly string[],
  files: ReadonlyMap<string, string>,
): Line[] {
  const text = files.get(name);
  if (text === undefined)
    throw new SourceError(`qvct: ${id}: the zip lacks ${name}.csv. Nothing was changed.`);
  const [header, ...records] = readCsvText(text);
  const names = header?.cells ?? [];
  checkColumns(names, { source: 'qvct', file: `${name}.csv`, required: columns, code: `content/qvct/mappings/${id}.yml` }); // prettier-ignore
  return records.map(({ line, cells }) => {
    if (cells.length !== names.length)
      throw new SourceError(`qvct: ${name}.csv: line ${line} has ${cells.length} cells of ${names.length}. Fetch it again.`); // prettier-ignore
    return Object.fromEntries(names.map((column, at) => [column, cells[at]!.trim()]));
  });
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function sumOf(
  { yearColumn, valueColumn }: QvctMapping,
  { where, filled, empty }: QvctMapping['selections'][string],
  lines: readonly Line[],
): Sums {
  const sums: Sums = new Map();
  for (const line of lines) {
    const isWanted =
      Object.entries(where).every(([column, values]) =>
        [values].flat().some((value) => same(value, line[column] ?? '')),
      ) &&
      filled.every((column) => line[column]) &&
      empty.every((column) => !line[column]);
    const value = Number(line[valueColumn]);
    const year = Number(line[yearColumn]);
    if (!isWanted || line[valueColumn] === '' || Number.isNaN(value) || !Number.isInteger(year)) continue;
    sums.set(year, (sums.get(year) ?? 0) + value);
  }
  return sums;
}

function figuresOf(
  { fields }: QvctMapping,
  sums: ReadonlyMap<string, Sums>,
  year: number,
): QvctRow['figures'] {
  const figures: QvctRow['figures'] = {};
  for (const [name, { value, per, times }] of Object.entries(fields)) {
    const sum = sums.get(value)?.get(year);
    const group = per === undefined ? null : (sums.get(per)?.get(year) ?? 0);
    if (sum === undefined || (group !== null && group < GROUP_MIN)) continue;
    figures[name] = Math.round(((sum * times) / (group ?? 1)) * 100) / 100;
  }
  return figures;
}
