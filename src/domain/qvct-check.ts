import { readCsvText, type CsvRecord } from './csv-text.ts';
import type { IsoDate } from './dates.ts';
import type { Siren, Siret } from './ids.ts';
import { readCell } from './qvct-cell.ts';
import { checkRow, type QvctValues } from './qvct-coherence.ts';
import type { QvctPerimeter, QvctYear } from './qvct-figures.ts';
import { isFigure, type QvctField, type QvctSchema } from './qvct-schema.ts';
import { typeset } from './typeset.ts';

/** One row of a file in our schema, checked. */
export type QvctRow = Omit<QvctYear, 'basis' | 'provenance' | 'declaration'> & { siren: Siren; line: number };

/** Where it stands (column null: the whole line), what is wrong, and what to do. In French, for the person who wrote the file. */
export type QvctError = { line: number; column: string | null; message: string; remedy: string };

/** `errors`: the first ones, where the caller asked for no more; `errorCount`: all of them. */
export type QvctCheck = { rows: QvctRow[]; errors: QvctError[]; errorCount: number };

/**
 * Checks a CSV text against the schema: every error at once, by line and column, with its remedy. Rows with an error are
 * left out of `rows`; a file is fit for publication when `errors` is empty. An empty cell is « not published », never 0.
 */
export function checkQvctCsv(text: string, schema: QvctSchema): QvctCheck {
  if (text.includes('\ufffd'))
    return failed(1, null, 'Le fichier n’est pas en UTF-8 : des accents sont illisibles.', 'Dans le tableur, enregistrez au format « CSV UTF-8 ».');
  return checkQvctTable(readCsvText(text), schema);
} // prettier-ignore

/** Text of a cell that is longer is none of ours. */
const CELL_MAX = 500;

/** The same for records already cut into cells, the first of which holds the headings. `most`: errors to list. */
export function checkQvctTable(
  [header, ...records]: readonly CsvRecord[],
  schema: QvctSchema,
  { most = Infinity }: { most?: number } = {},
): QvctCheck {
  if (!header) return failed(1, null, 'Le fichier est vide.', 'Partez du fichier d’exemple.');
  const columns = header.cells.map((name) => name.trim());
  const wrong = checkHeader(columns, schema);
  if (wrong.length > 0) return typed({ rows: [], errors: wrong.slice(0, most), errorCount: wrong.length });
  if (records.length === 0) return failed(2, null, 'Le fichier n’a aucune ligne de chiffres.', 'Ajoutez une ligne par année.');
  const layout: Layout = { count: columns.length, fields: schema.fields.map((field) => [field, columns.indexOf(field.name)]) };
  const result: QvctCheck = { rows: [], errors: [], errorCount: 0 };
  const seen = new Map<string, number>();
  for (const { line, cells } of records) {
    const found = checkLine(line, cells, layout, schema);
    const row = found.length === 0 ? toRow(line, readValues(cells, layout), schema) : null;
    const key = row && [row.siren, row.siret, row.year, row.perimeter].join(' ');
    const twin = key && seen.get(key);
    if (twin)
      found.push({
        line, column: 'annee',
        message: `Cette ligne reprend l’année et le périmètre de la ligne ${twin}.`,
        remedy: 'Gardez une seule des deux.',
      });
    result.errorCount += found.length;
    result.errors.push(...found.slice(0, Math.max(0, most - result.errors.length)));
    if (key) seen.set(key, twin || line);
    if (row && !twin) result.rows.push(row);
  }
  return typed(result);
} // prettier-ignore

/** Fields of the schema, each with the place of its column; -1: the file does not have it. */
type Layout = { count: number; fields: [field: QvctField, place: number][] };

const typed = ({ rows, errors, errorCount }: QvctCheck): QvctCheck => ({
  rows,
  errors: errors.map((error) => ({
    ...error,
    message: typeset(error.message),
    remedy: typeset(error.remedy),
  })),
  errorCount,
});

const failed = (line: number, column: string | null, message: string, remedy: string): QvctCheck =>
  typed({ rows: [], errors: [{ line, column, message, remedy }], errorCount: 1 });

function checkHeader(columns: readonly string[], { fields }: QvctSchema): QvctError[] {
  const known = new Set(fields.map(({ name }) => name));
  const required = fields.filter(({ constraints }) => constraints.required);
  return [
    ...required
      .filter(({ name }) => !columns.includes(name))
      .map(({ name }) => ({
        line: 1,
        column: name,
        message: `La colonne ${name} manque.`,
        remedy: 'Ajoutez-la : son nom s’écrit exactement ainsi.',
      })),
    ...columns.flatMap((name, at) => {
      if (columns.indexOf(name) < at)
        return { line: 1, column: name, message: `La colonne ${name} est là deux fois.`, remedy: 'Ôtez l’une des deux.' };
      if (known.has(name)) return [];
      const message = name === '' ? `La colonne ${at + 1} n’a pas de nom.` : `La colonne « ${name} » n’est pas dans le schéma.`;
      return { line: 1, column: name || null, message, remedy: 'Corrigez son nom ou ôtez-la.' };
    }),
  ];
} // prettier-ignore

function checkLine(line: number, cells: readonly string[], layout: Layout, schema: QvctSchema): QvctError[] {
  if (cells.length !== layout.count) {
    const message = `La ligne compte ${cells.length} cases, l’en-tête en compte ${layout.count}.`;
    const remedy = 'Mettez entre guillemets un texte qui contient une virgule, et vérifiez que la ligne est entière.';
    return [{ line, column: null, message, remedy }];
  }
  const errors: QvctError[] = [];
  for (const [field, place] of layout.fields) {
    const cell = cells[place]?.trim() ?? '';
    if (cell === '') {
      if (field.constraints.required)
        errors.push({ line, column: field.name, message: 'La case est vide.', remedy: `Remplissez-la, par exemple ${field.example}.` });
      continue;
    }
    if (cell.length > CELL_MAX) {
      errors.push({ line, column: field.name, message: `La case a ${cell.length} caractères.`, remedy: `Écrivez ${CELL_MAX} caractères au plus.` });
      continue;
    }
    const reading = readCell(field, cell);
    if ('fault' in reading) errors.push({ line, column: field.name, ...reading.fault });
  }
  if (errors.length > 0) return errors;
  return checkRow(readValues(cells, layout), schema).map((each) => ({ line, ...each }));
} // prettier-ignore

function readValues(cells: readonly string[], { fields }: Layout): QvctValues {
  const values: QvctValues = {};
  for (const [field, place] of fields) {
    const cell = cells[place]?.trim() ?? '';
    const reading = cell === '' ? null : readCell(field, cell);
    if (reading && 'value' in reading) values[field.name] = reading.value;
  }
  return values;
}

/** `values` have passed every check. */
function toRow(line: number, values: QvctValues, { fields }: QvctSchema): QvctRow {
  const figures = fields.filter(isFigure).flatMap(({ name }) => (values[name] === undefined ? [] : [[name, values[name]]]));
  const text = (name: string): string | null => (values[name] as string | undefined) ?? null;
  return {
    line,
    siren: values['siren'] as Siren,
    siret: values['siret_declarant'] as Siret,
    year: values['annee'] as number,
    perimeter: values['perimetre'] as QvctPerimeter,
    publishedOn: values['date_publication'] as IsoDate,
    sourceUrl: text('url_source'),
    method: text('methode'),
    figures: Object.fromEntries(figures),
  };
} // prettier-ignore
