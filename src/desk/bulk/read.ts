import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { BulkRow } from '#domain/declaration.ts';
import { InputError } from '#domain/errors.ts';
import { enumerate } from '#domain/french.ts';
import { decodeTable, entriesOf, parseJsonTable } from '../table-text.ts';
import { COLUMN_NAMES, COLUMNS, ROWS_MAX, type Column } from './columns.ts';

const CELL_MAX = 1000;

/** Rows of a table, CSV or JSON, cells untouched. @throws InputError when it cannot be read as one */
export function readBulk(bytes: Uint8Array): BulkRow[] {
  const text = decodeTable(bytes);
  const rows = /^\s*\[/.test(text) ? readJson(text) : readCsv(text);
  if (rows.length === 0) throw new InputError('Le fichier ne contient aucune ligne sous ses intitulés.');
  if (rows.length > ROWS_MAX)
    throw new InputError(`Le fichier a ${rows.length} lignes : ${ROWS_MAX} au plus. Coupez-le en plusieurs.`);
  return rows;
}

function readCsv(text: string): BulkRow[] {
  const head = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = [';', '\t', ','].find((each) => head.includes(each)) ?? ';';
  try {
    const [first, ...rest] = parse(text, {
      delimiter,
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    const columns = checkColumns((first?.record ?? []).map((name) => name.trim().toLowerCase()));
    return rest.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(
        columns.map((column, place) => [column, (record[place] ?? '').slice(0, CELL_MAX)]),
      ),
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    throw new InputError(
      `Ligne ${lines ?? 'inconnue'} : un guillemet n’est pas fermé, ou se trouve au milieu d’une cellule. Enregistrez le tableau en CSV depuis votre tableur.`,
    );
  }
}

function readJson(text: string): BulkRow[] {
  const list = parseJsonTable(text);
  if (!Array.isArray(list)) throw new InputError('Le JSON doit être une liste d’objets.');
  return list.slice(0, ROWS_MAX + 1).map((item: unknown, place) => {
    const cells = entriesOf(item, place).map(
      ([name, value]) => [name.trim().toLowerCase(), flatten(value)] as const,
    );
    checkColumns(cells.map(([name]) => name));
    return { line: place + 1, cells: Object.fromEntries(cells) };
  });
}

/** `{"Berceaux": 10}` and lists as they would stand in a cell. */
function flatten(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(flatten).join(' ').slice(0, CELL_MAX);
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, each]) => `${name} = ${flatten(each)}`)
      .join(' ; ')
      .slice(0, CELL_MAX);
  return (value === true ? 'oui' : String(value as string | number | boolean)).slice(0, CELL_MAX);
}

function checkColumns(names: readonly string[]): Column[] {
  const unknown = names.filter((name) => !COLUMN_NAMES.includes(name as Column));
  const missing = COLUMN_NAMES.filter((name) => COLUMNS[name].isRequired && !names.includes(name));
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  const faults = [
    unknown.length > 0 && `Colonnes inconnues : ${enumerate(unknown.map(quoted))}.`,
    missing.length > 0 && `Colonnes manquantes : ${enumerate(missing.map(quoted))}.`,
    twice.length > 0 && `Colonnes en double : ${enumerate(twice.map(quoted))}.`,
  ].filter((fault) => fault !== false);
  if (faults.length > 0) throw new InputError(`${faults.join(' ')} Reprenez les intitulés du modèle.`);
  return names as Column[];
}

const quoted = (name: string): string => `« ${name.slice(0, 40)} »`;
