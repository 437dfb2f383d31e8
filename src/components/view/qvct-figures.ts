import { formatDate } from '#domain/dates.ts';
import { enumerate, formatNumber } from '#domain/french.ts';
import { QVCT_THEMES } from '#domain/qvct.ts';
import { isFigure, type QvctField, type QvctFieldTheme, type QvctSchema } from '#domain/qvct-schema.ts';
import type { QvctYear } from '#domain/qvct-figures.ts';
import type { Provenance } from '#domain/profile.ts';
import { typeset } from '#domain/typeset.ts';
import type { Table } from './equality.ts';
import { spaceNumber } from './links.ts';

export type QvctGroup = { title: string; tables: Table[]; notes: string[]; older: string | null };
export type QvctView = {
  groups: QvctGroup[];
  /** What each figure shown measures. */
  definitions: { term: string; words: string }[];
  sources: Provenance[];
};

/** Columns of a table; the JSON beside the page holds every year. */
const YEARS_SHOWN = 5;
const PER_CENT = '\u00a0%';

const THEMES: readonly { id: QvctFieldTheme; label: string }[] = [
  { id: 'emploi', label: 'Emploi' },
  ...QVCT_THEMES,
  { id: 'mobilite', label: 'Trajets' },
];

const PERIMETERS: Record<QvctYear['perimeter'], (year: QvctYear) => string> = {
  entreprise: () => 'Toute l’entreprise',
  etablissement: ({ siret }) => `Établissement ${spaceNumber(siret)}`,
  ues: () => 'L’UES (unité économique et sociale) entière',
  groupe_france: () => 'Le groupe en France',
};

const BASES: Record<QvctYear['basis'], string> = {
  published: 'Publié par l’employeur',
  mapped: 'Calculé par nos soins à partir d’un fichier de l’employeur',
  declared: 'Déclaré par l’employeur',
};

/** Figures by perimeter, theme and year, each as its publisher states it; null where nothing is published. */
export function viewQvct(qvct: readonly QvctYear[], { fields }: QvctSchema): QvctView | null {
  if (qvct.length === 0) return null;
  const groups = new Map<string, QvctYear[]>();
  for (const year of qvct) {
    const title = PERIMETERS[year.perimeter](year);
    groups.set(title, [...(groups.get(title) ?? []), year]);
  }
  const shown = new Set(qvct.flatMap(({ figures }) => Object.keys(figures)));
  return {
    groups: [...groups].map(([title, years]) => groupOf(title, years, fields)),
    definitions: fields
      .filter((field) => isFigure(field) && shown.has(field.name))
      .map(({ title, description }) => ({ term: typeset(title), words: typeset(description) })),
    sources: [...new Map(qvct.map(({ provenance }) => [provenance.file, provenance])).values()],
  };
}

function groupOf(title: string, all: readonly QvctYear[], fields: readonly QvctField[]): QvctGroup {
  // On a phone the first columns are those one sees.
  const sorted = [...all].sort((a, b) => b.year - a.year);
  const years = sorted.slice(0, YEARS_SHOWN);
  const first = sorted.at(-1)!.year;
  const tables = THEMES.flatMap(({ id, label }) => {
    const rows = fields
      .filter(({ theme, name }) => theme === id && years.some(({ figures }) => figures[name] !== undefined))
      .map((field) => ({
        head: headOf(field),
        cells: years.map(({ figures }) => cellOf(field, figures[field.name])),
      }));
    const head = ['Chiffre', ...years.map(({ year }) => String(year))];
    return rows.length > 0 ? [{ caption: label, head, rows }] : [];
  });
  const older = years.length < sorted.length ? `Les chiffres remontent à ${first}\u00a0: ils sont tous dans les données de cette page.` : null; // prettier-ignore
  return { title, tables, notes: notesOf(years), older };
}

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

/** « Publié par l’employeur, 10 mars 2025 et 9 mars 2026. Hors salariés expatriés. », one for each way and method. */
function notesOf(years: readonly QvctYear[]): string[] {
  const dates = new Map<string, Set<string>>();
  const key = ({ basis, method }: QvctYear): string => JSON.stringify([basis, method]);
  for (const year of years)
    dates.set(key(year), (dates.get(key(year)) ?? new Set()).add(formatDate(year.publishedOn)));
  return [...dates].map(([kind, days]) => {
    const [basis, method] = JSON.parse(kind) as [QvctYear['basis'], string | null];
    return `${BASES[basis]}, ${enumerate([...days])}.${method ? ` ${typeset(method)}` : ''}`;
  });
}
