import { DIRECTIVE_INDICATORS, INDEX_INDICATORS, type DirectiveIndicator } from '#domain/equality.ts';
import type {
  DirectiveFigures, EqualityFiguresRow, EqualityLayout, IndexFigures, RepresentationFigures, StatedFigure,
} from '#domain/equality-row.ts'; // prettier-ignore
import { RecordError } from '#domain/errors.ts';
import { isSirenValid, type Siren } from '#domain/ids.ts';
import { INDICATOR_COLUMNS } from './columns.ts';

export type EgaproItem = {
  type: 'declaration';
  layout: EqualityLayout;
  year: number;
  declarant: Siren;
  /** Every employer it covers, the declarant first. */
  sirens: Siren[];
  figures: EqualityFiguresRow;
};

export type Cells = (column: string) => string;

const FIRST_YEAR = 2018;
const LAST_YEAR = 2100;

/**
 * One declaration of one year.
 * @throws RecordError for a SIREN, a year or a figure of another shape
 */
export function toDeclaration(layout: EqualityLayout, cell: Cells): EgaproItem {
  const siren = cell(layout === 'directive' ? 'siren' : 'SIREN').padStart(9, '0');
  if (!isSirenValid(siren)) throw new RecordError(`egapro: "${siren}" is no SIREN.`);
  const year = yearOf(cell(YEAR_COLUMN[layout]), siren);
  const item = { type: 'declaration' as const, layout, year, declarant: siren };
  if (layout === 'representation') return { ...item, sirens: [siren], figures: representation(cell) };
  if (layout === 'directive') return { ...item, sirens: [siren], figures: directive(cell) };
  const members = membersOf(cell('Entreprises UES (SIREN)'));
  const isUes = cell('Structure').startsWith('Unité');
  const sirens = isUes ? [...new Set([siren, ...members])] : [siren];
  const ues = isUes ? { name: cell('Nom UES') || null, members: sirens.length } : null;
  return { ...item, sirens, figures: index(layout, cell, ues) };
}

const YEAR_COLUMN: Record<EqualityLayout, string> = {
  index: 'Année',
  'index-2018': 'Année',
  representation: 'Annee_ecarts',
  directive: 'year',
};

function yearOf(text: string, siren: Siren): number {
  const year = Number(text);
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR)
    throw new RecordError(`egapro: ${siren}: "${text}" is no year.`);
  return year;
}

/** `NOM (123456789),AUTRE, SA (987654321)`: names may hold commas and brackets. */
const membersOf = (text: string): Siren[] =>
  [...text.matchAll(/\((\d{9})\)/g)].map(([, siren]) => siren!).filter(isSirenValid);

/** A number, NC or nothing. @throws RecordError for anything else, or a number out of its bounds */
function figure(text: string, column: string, max: number): StatedFigure {
  if (text === '') return null;
  if (/^nc$/i.test(text)) return 'NC';
  const value = Number(text.replace(',', '.'));
  if (Number.isNaN(value) || value < 0 || value > max)
    throw new RecordError(`egapro: "${column}": "${text}" is neither NC nor a number from 0 to ${max}.`);
  return value;
}

function index(layout: EqualityLayout, cell: Cells, ues: IndexFigures['ues']): IndexFigures {
  if (layout === 'index-2018')
    return { band: null, score: figure(cell('Note'), 'Note', 100), points: {}, ues };
  const points: IndexFigures['points'] = {};
  for (const [column, id] of INDICATOR_COLUMNS) {
    const value = figure(cell(column), column, INDEX_INDICATORS.find((each) => each.id === id)!.points);
    if (value !== null) points[id] = value;
  }
  const band = cell("Tranche d'effectifs") || null;
  return { band, score: figure(cell('Note Index'), 'Note Index', 100), points, ues };
}

function representation(cell: Cells): RepresentationFigures {
  const share = (column: string): StatedFigure => figure(cell(column), column, 100);
  return {
    executives: { women: share('Cadres_pourcentage_femmes'), men: share('Cadres_pourcentage_hommes') },
    boards: { women: share('Membres_pourcentage_femmes'), men: share('Membres_pourcentage_hommes') },
  };
}

/** The export writes `'-12.5` for -12.5, so that spreadsheets take it for no formula. */
function numberOf(text: string, column: string): number | null {
  const bare = text.replace(/^'/, '');
  if (bare === '' || bare === 'null') return null;
  const value = Number(bare);
  if (Number.isNaN(value)) throw new RecordError(`egapro: "${column}": "${text}" is no number.`);
  return value;
}

/** Gaps are stated in percent, shares from 0 to 1: all are kept in percent. */
function directive(cell: Cells): DirectiveFigures {
  const values: Partial<Record<DirectiveIndicator, number>> = {};
  for (const indicator of DIRECTIVE_INDICATORS) {
    const value = numberOf(cell(indicator), indicator);
    if (value === null) continue;
    values[indicator] = indicator.includes('Proportion') ? Math.round(value * 10_000) / 100 : value;
  }
  const number = (column: string) => numberOf(cell(column), column);
  return { workforce: number('workforceEma'), women: number('totalWomen'), men: number('totalMen'), values };
}
