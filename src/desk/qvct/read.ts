import { readCsvText, type CsvRecord } from '#domain/csv-text.ts';
import { InputError } from '#domain/errors.ts';
import type { QvctField, QvctSchema } from '#domain/qvct-schema.ts';
import { decodeTable, entriesOf, parseJsonTable } from '../table-text.ts';

/** Lines of one file; what is above is several files. */
export const ROWS_MAX = 10_000;

/**
 * Records of a file of figures, CSV or JSON, the headings first. What French spreadsheets write of a number, a date or a
 * yes is put as the schema has it.
 * @throws InputError when it cannot be read as a table, or is too long
 */
export function readQvct(bytes: Uint8Array, schema: QvctSchema): CsvRecord[] {
  const text = decodeTable(bytes);
  const [header, ...records] = /^\s*[[{]/.test(text) ? readJson(text) : readCsvText(text);
  if (!header || (records.length === 0 && header.cells.every((name) => name.trim() === '')))
    throw new InputError('Le fichier est vide. Partez du modèle.');
  if (records.length > ROWS_MAX)
    throw new InputError(`Le fichier a ${records.length} lignes : ${ROWS_MAX} au plus. Coupez-le en plusieurs.`);
  // A spreadsheet leaves lines of separators under a table.
  return asSchema([header, ...records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))], schema);
} // prettier-ignore

/** Records, the headings first, with every cell as the schema has it. */
export function asSchema([header, ...records]: CsvRecord[], { fields }: Pick<QvctSchema, 'fields'>): CsvRecord[] {
  if (!header) return [];
  const byName = new Map(fields.map((field) => [field.name, field]));
  const names = header.cells.map((name) => name.trim().toLowerCase());
  const columns = names.map((name) => byName.get(name));
  return [
    { line: header.line, cells: names },
    ...records.map(({ line, cells }) => ({
      line,
      cells: cells.map((cell, place) => cellAsSchema(cell, columns[place])),
    })),
  ];
} // prettier-ignore

function readJson(text: string): CsvRecord[] {
  const list = parseJsonTable(text);
  const items = Array.isArray(list) ? (list as unknown[]) : [list];
  if (items.length > ROWS_MAX)
    throw new InputError(`Le fichier a ${items.length} éléments : ${ROWS_MAX} au plus. Coupez-le en plusieurs.`);
  const objects = items.map((item, place) => new Map(entriesOf(item, place)));
  const names = [...new Set(objects.flatMap((object) => [...object.keys()]))];
  if (names.length > COLUMNS_MAX) throw new InputError('Le fichier a trop de colonnes. Partez du modèle.');
  return [
    { line: 1, cells: names },
    ...objects.map((object, place) => ({ line: place + 1, cells: names.map((name) => cellOf(object.get(name))) })),
  ];
} // prettier-ignore

const COLUMNS_MAX = 200;

const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
};

const WORDS: Record<string, string> = { oui: 'true', vrai: 'true', non: 'false', faux: 'false' };
const SPACES = /[\s\u00a0\u202f]/g;

/** A cell as the schema has it; one that could be read in two ways is left for the check to say so. */
function cellAsSchema(cell: string, field: QvctField | undefined): string {
  const text = cell.trim();
  if (!field || text === '') return text;
  if (field.name === 'siren' || field.name === 'siret_declarant')
    return /^'?[\d\s\u00a0\u202f.]+$/.test(text) ? text.replace(/\D/g, '') : text;
  if (field.type === 'boolean') return WORDS[text.toLowerCase()] ?? text;
  if (field.type === 'date') return text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$2-$1');
  if (field.type === 'string') return text;
  const bare = text.replace(/\s*%$/, '');
  const whole = /^-?\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?:,\d+)?$/.test(bare) ? bare.replace(SPACES, '') : bare;
  // « 1,234 » may be a thousand in an English hand.
  return /^-?\d+,(?!\d{3}$)\d+$/.test(whole) ? whole.replace(',', '.') : whole;
} // prettier-ignore
