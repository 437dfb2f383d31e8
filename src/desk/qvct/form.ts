import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { AppWriter } from '#db/app/people.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import type { QvctContent } from '#domain/qvct-declaration.ts';
import { readLine } from '../fields.ts';
import type { SignedInPerson } from '../sessions.ts';
import { checkRecords, reportOn, type QvctChecked } from './check.ts';
import { asSchema } from './read.ts';

/** One line of figures as a form holds it: by column, as typed. */
export type TypedFigures = Readonly<Record<string, string>>;

/** Name under which a line that comes from a form waits for its preview. */
export const FORM_NAME = 'formulaire';

export const readFigures = (form: FormData): TypedFigures =>
  Object.fromEntries(loadCatalogue().qvctSchema.fields.map(({ name }) => [name, readLine(form, name)]));

/**
 * Looks at a line typed by a person for one employer, as a file of one line would be.
 * @throws InputError with every fault at its field, in words that name fields by their titles
 */
export function checkFigures(
  app: AppWriter,
  person: SignedInPerson,
  siren: Siren,
  typed: TypedFigures,
): QvctChecked {
  const { fields } = loadCatalogue().qvctSchema;
  const names = fields.map(({ name }) => name);
  const cells = names.map((name) => (name === 'siren' ? siren : (typed[name] ?? '')));
  const checked = checkRecords(
    asSchema(
      [
        { line: 1, cells: names },
        { line: 2, cells },
      ],
      { fields },
    ),
  );
  const { errors, valid } = reportOn(app, person, checked);
  const titles = new Map(fields.map(({ name, title }) => [name, title]));
  const faults = errors.map(({ column, message, remedy }) => ({
    words: inTitles(`${column ? `${titles.get(column)} : ` : ''}${message} ${remedy}`, titles),
    field: column === 'siren' ? null : column,
  }));
  if (faults.length > 0) throw new InputError(faults);
  if (Object.keys(valid[0]?.row.figures ?? {}).length === 0)
    throw new InputError('Remplissez au moins un chiffre.');
  return checked;
}

const inTitles = (words: string, titles: ReadonlyMap<string, string>): string =>
  words.replace(/\b[a-z]+(?:_[a-z0-9]+)+\b/g, (name) => {
    const title = titles.get(name);
    return title ? `« ${title} »` : name;
  });

/** Figures as the form writes them: what was declared can be mended instead of typed again. */
export function typeFigures(content: QvctContent): TypedFigures {
  const { siret, year, perimeter, publishedOn, sourceUrl, method, figures } = content;
  return {
    siret_declarant: siret,
    annee: String(year),
    perimetre: perimeter,
    date_publication: publishedOn,
    url_source: sourceUrl ?? '',
    methode: method ?? '',
    ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, typeFigure(value)])),
  };
}

function typeFigure(value: QvctContent['figures'][string]): string {
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  // Three figures after a comma could be read as thousands: those keep their point.
  return typeof value === 'number' ? String(value).replace(/\.(?!\d{3}$)/, ',') : value;
}
