import { readCsvText } from './csv-text.ts';
import type { IsoDate } from './dates.ts';
import type { Siren, Siret } from './ids.ts';
import { readCell } from './qvct-cell.ts';
import { checkRow, type QvctValues } from './qvct-coherence.ts';
import type { QvctPerimeter, QvctYear } from './qvct-figures.ts';
import { isFigure, type QvctSchema } from './qvct-schema.ts';
import { typeset } from './typeset.ts';

/** One row of a file in our schema, checked. */
export type QvctRow = Omit<QvctYear, 'basis' | 'provenance'> & { siren: Siren; line: number };

/** Where it stands (column null: the whole line), what is wrong, and what to do. In French, for the person who wrote the file. */
export type QvctError = { line: number; column: string | null; message: string; remedy: string };

export type QvctCheck = { rows: QvctRow[]; errors: QvctError[] };

/**
 * Checks a CSV text against the schema: every error at once, by line and column, with its remedy. Rows with an error are
 * left out of `rows`; a file is fit for publication when `errors` is empty. An empty cell is « not published », never 0.
 */
export function checkQvctCsv(text: string, schema: QvctSchema): QvctCheck {
  const { rows, errors } = check(text, schema);
  const typed = errors.map((error) => ({
    ...error,
    message: typeset(error.message),
    remedy: typeset(error.remedy),
  }));
  return { rows, errors: typed };
}

function check(text: string, schema: QvctSchema): QvctCheck {
  if (text.includes('\ufffd'))
    return failed(1, null, 'Le fichier n’est pas en UTF-8 : des accents sont illisibles.', 'Dans le tableur, enregistrez au format « CSV UTF-8 ».');
  const [header, ...records] = readCsvText(text);
  if (!header) return failed(1, null, 'Le fichier est vide.', 'Partez du fichier d’exemple.');
  const columns = header.cells.map((name) => name.trim());
  const errors = checkHeader(columns, schema);
  if (errors.length > 0) return { rows: [], errors };
  if (records.length === 0) return failed(2, null, 'Le fichier n’a aucune ligne de chiffres.', 'Ajoutez une ligne par année.');
  const rows: QvctRow[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of records) {
    const found = checkLine(line, cells, columns, schema);
    const row = found.length === 0 ? toRow(line, readValues(cells, columns, schema), schema) : null;
    const key = row && [row.siren, row.siret, row.year, row.perimeter].join(' ');
    const twin = key && seen.get(key);
    if (twin)
      found.push({
        line, column: 'annee',
        message: `Cette ligne reprend l’année et le périmètre de la ligne ${twin}.`,
        remedy: 'Gardez une seule des deux.',
      });
    errors.push(...found);
    if (key) seen.set(key, twin || line);
    if (row && !twin) rows.push(row);
  }
  return { rows, errors };
} // prettier-ignore

const failed = (line: number, column: string | null, message: string, remedy: string) => ({
  rows: [],
  errors: [{ line, column, message, remedy }],
});

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

function checkLine(line: number, cells: readonly string[], columns: readonly string[], schema: QvctSchema): QvctError[] {
  if (cells.length !== columns.length) {
    const message = `La ligne compte ${cells.length} cases, l’en-tête en compte ${columns.length}.`;
    const remedy = 'Mettez entre guillemets un texte qui contient une virgule, et vérifiez que la ligne est entière.';
    return [{ line, column: null, message, remedy }];
  }
  const errors: QvctError[] = [];
  for (const field of schema.fields) {
    const cell = cells[columns.indexOf(field.name)]?.trim() ?? '';
    if (cell === '') {
      if (field.constraints.required)
        errors.push({ line, column: field.name, message: 'La case est vide.', remedy: `Remplissez-la, par exemple ${field.example}.` });
      continue;
    }
    const reading = readCell(field, cell);
    if ('fault' in reading) errors.push({ line, column: field.name, ...reading.fault });
  }
  if (errors.length > 0) return errors;
  return checkRow(readValues(cells, columns, schema), schema).map((each) => ({ line, ...each }));
} // prettier-ignore

function readValues(
  cells: readonly string[],
  columns: readonly string[],
  { fields }: QvctSchema,
): QvctValues {
  const values: QvctValues = {};
  for (const field of fields) {
    const cell = cells[columns.indexOf(field.name)]?.trim() ?? '';
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
