import { formatDate } from '#domain/dates.ts';
import { count, enumerate, formatNumber } from '#domain/french.ts';
import { FIGURE_THEMES } from '#domain/qvct.ts';
import { isFigure, type QvctField, type QvctSchema } from '#domain/qvct-schema.ts';
import { PERIMETER_WORDS } from '#domain/qvct-declaration.ts';
import { QVCT_PERIMETERS, type QvctYear } from '#domain/qvct-figures.ts';
import type { Provenance } from '#domain/profile.ts';
import { typeset } from '#domain/typeset.ts';
import type { Table } from './equality.ts';
import { reportHref } from './links.ts';

export type QvctGroup = {
  title: string;
  tables: Table[];
  notes: string[];
  older: string | null;
  /** Where to report an error in the declared years shown. */
  reports: { year: string; href: string }[];
};
export type QvctView = {
  groups: QvctGroup[];
  /** How many establishments are left to the data of the page; null: none is. */
  more: string | null;
  /** Some of it is declared by the employer. */
  hasDeclared: boolean;
  /** What each figure shown measures. */
  definitions: { term: string; words: string }[];
  /** Files; what is declared has none. */
  sources: Provenance[];
};

/** Columns of a table; the JSON beside the page holds every year. */
const YEARS_SHOWN = 5;
/** Establishments with tables of their own: more would bury the rest of the page. */
const SITES_SHOWN = 10;
const PER_CENT = '\u00a0%';

const BASES: Record<QvctYear['basis'], string> = {
  published: 'Publié par l’employeur',
  mapped: 'Calculé par nos soins à partir d’un fichier de l’employeur',
  declared: 'Déclaré par l’employeur',
};

/** Figures by perimeter, theme and year, each as its publisher states it; null where nothing is published. */
export function viewQvct(qvct: readonly QvctYear[], { fields }: QvctSchema): QvctView | null {
  if (qvct.length === 0) return null;
  const groups = Map.groupBy(
    [...qvct].sort((a, b) => QVCT_PERIMETERS.indexOf(a.perimeter) - QVCT_PERIMETERS.indexOf(b.perimeter)),
    (year) => PERIMETER_WORDS[year.perimeter](year),
  );
  const isSite = ([, [first]]: [string, QvctYear[]]): boolean => first!.perimeter === 'etablissement';
  const sites = [...groups].filter(isSite);
  const shown = [...groups].filter((group) => !isSite(group)).concat(sites.slice(0, SITES_SHOWN));
  const named = new Set(shown.flatMap(([, years]) => years.flatMap(({ figures }) => Object.keys(figures))));
  const left = sites.length - SITES_SHOWN;
  return {
    groups: shown.map(([title, years]) => groupOf(title, years, fields)),
    more:
      left > 0
        ? `Les chiffres de ${count(left, 'autre établissement', 'autres établissements')} sont dans les données de cette page.`
        : null,
    hasDeclared: qvct.some(({ basis }) => basis === 'declared'),
    definitions: fields
      .filter((field) => isFigure(field) && named.has(field.name))
      .map(({ title, description }) => ({ term: typeset(title), words: typeset(description) })),
    sources: [
      ...new Map(
        qvct.flatMap(({ basis, provenance }) =>
          basis === 'declared' ? [] : [[provenance.file, provenance] as const],
        ),
      ).values(),
    ],
  };
}

function groupOf(title: string, all: readonly QvctYear[], fields: readonly QvctField[]): QvctGroup {
  // On a phone the first columns are those one sees.
  const sorted = [...all].sort((a, b) => b.year - a.year);
  const years = sorted.slice(0, YEARS_SHOWN);
  const first = sorted.at(-1)!.year;
  const tables = FIGURE_THEMES.flatMap(({ id, label }) => {
    const own = fields.filter(({ theme }) => theme === id);
    const says = ({ figures }: QvctYear): boolean => own.some(({ name }) => figures[name] !== undefined);
    // A year declared beside another source says what it says: a column of silence would only stand in the way.
    const told = years.filter((year) => year.basis !== 'declared' || says(year));
    const rows = own
      .filter(({ name }) => told.some(({ figures }) => figures[name] !== undefined))
      .map((field) => ({
        head: headOf(field),
        cells: told.map(({ figures }) => cellOf(field, figures[field.name])),
      }));
    const head = ['Chiffre', ...told.map(yearWords)];
    return rows.length > 0 ? [{ caption: label, head, rows }] : [];
  });
  const older = years.length < sorted.length ? `Les chiffres remontent à ${first}\u00a0: ils sont tous dans les données de cette page.` : null; // prettier-ignore
  const reports = years.flatMap(({ year, basis, provenance }) =>
    basis === 'declared' ? [{ year: String(year), href: reportHref(provenance.file) }] : [],
  );
  return { title, tables, notes: notesOf(years), older, reports };
}

/** A declared year says so at the head of its column: it may stand beside the same year of another source. */
const yearWords = ({ year, basis }: QvctYear): string =>
  basis === 'declared' ? `${year} (déclaré)` : String(year);

/** The unit follows the title, unless the title or the cell says it. */
function headOf({ title, unit }: QvctField): string {
  const isSaid = unit === null || unit === '%' || unit === 'salariés' || title.toLowerCase().includes(unit);
  return typeset(isSaid ? title : `${title}, ${unit}`);
}

function cellOf({ type, unit }: QvctField, value: number | boolean | string | undefined): string {
  if (value === undefined) return 'non publié';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'string') return type === 'date' ? formatDate(value as QvctYear['publishedOn']) : value;
  return `${formatNumber(value)}${unit === '%' ? PER_CENT : ''}`;
} // prettier-ignore

/**
 * « Publié par l’employeur, 10 mars 2025 et 9 mars 2026. Hors salariés expatriés. », one for each way and method; what
 * is declared also says until when.
 */
function notesOf(years: readonly QvctYear[]): string[] {
  const notes = Map.groupBy(years, ({ basis, method, declaration }) =>
    JSON.stringify([basis, method, declaration && [declaration.declaredOn, declaration.expiresOn]]),
  );
  return [...notes.values()].map((same) => {
    const [{ basis, method, declaration }] = same as [QvctYear];
    const days = enumerate([...new Set(same.map(({ publishedOn }) => formatDate(publishedOn)))]);
    const said = declaration
      ? `${BASES[basis]} dans son espace le ${formatDate(declaration.declaredOn)}, sans vérification ; ${expiryWords(declaration)} Chiffres arrêtés par lui le ${days}.`
      : `${BASES[basis]}, ${days}.`;
    return typeset(method ? `${said} ${method}` : said);
  });
}

const expiryWords = ({ expiresOn, isLapsed }: NonNullable<QvctYear['declaration']>): string =>
  isLapsed
    ? `déclaration expirée le ${formatDate(expiresOn)} : à confirmer.`
    : `expire le ${formatDate(expiresOn)}.`;
