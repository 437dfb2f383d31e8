import { parseIsoDate } from './dates.ts';
import { isSirenValid, isSiretValid } from './ids.ts';
import { formatNumber } from './french.ts';
import type { QvctField } from './qvct-schema.ts';

/** What is wrong, and what to write instead. */
export type CellFault = { message: string; remedy: string };
export type CellReading = { value: number | boolean | string } | { fault: CellFault };

const fault = (message: string, remedy: string): CellReading => ({ fault: { message, remedy } });

/** Reads one filled cell as its field asks. */
export function readCell(field: QvctField, cell: string): CellReading {
  const { type, constraints } = field;
  if (field.name === 'siren' || field.name === 'siret_declarant') return readNumberOfEmployer(field, cell);
  if (constraints.enum && !constraints.enum.includes(cell))
    return fault(`« ${cell} » n’est pas une valeur admise.`, `Écrivez ${constraints.enum.join(', ')}.`);
  if (type === 'boolean') return readBoolean(cell);
  if (type === 'date')
    return parseIsoDate(cell) ? { value: cell } : fault(`« ${cell} » n’est pas une date.`, 'Écrivez l’année, le mois et le jour : 2026-03-02.');
  if (field.format === 'uri' && !/^https?:\/\/\S+$/.test(cell))
    return fault(`« ${cell} » n’est pas une adresse.`, 'Écrivez l’adresse entière, avec https://.');
  return type === 'string' ? { value: cell } : readNumber(field, cell);
} // prettier-ignore

function readNumberOfEmployer({ name }: QvctField, cell: string): CellReading {
  const isSiren = name === 'siren';
  if (isSiren ? isSirenValid(cell) : isSiretValid(cell)) return { value: cell };
  const length = isSiren ? 9 : 14;
  if (/^\d+$/.test(cell) && cell.length < length)
    return fault(
      `« ${cell} » compte ${cell.length} chiffres au lieu de ${length}.`,
      'Un tableur a pu ôter les zéros du début : mettez la colonne au format texte.',
    );
  return fault(
    `« ${cell} » n’est pas un ${isSiren ? 'SIREN' : 'SIRET'} valide.`,
    `Recopiez les ${length} chiffres sans espace ni point.`,
  );
}

function readBoolean(cell: string): CellReading {
  const word = cell.toLowerCase();
  if (word === 'true' || word === 'false') return { value: word === 'true' };
  return fault(
    `« ${cell} » n’est ni true ni false.`,
    'Écrivez true pour oui, false pour non, ou laissez vide.',
  );
}

function readNumber({ type, constraints, unit }: QvctField, cell: string): CellReading {
  if (/^-?\d+,\d+$/.test(cell))
    return fault(`« ${cell} » s’écrit avec un point.`, `Écrivez ${cell.replace(',', '.')}.`);
  const bare = cell.replace(/\s*%$/, '').replace(/[\s\u00a0\u202f]/g, '');
  if (bare !== cell && /^-?\d+(?:\.\d+)?$/.test(bare))
    return fault(`« ${cell} » porte une unité ou des espaces.`, `Écrivez ${bare}.`);
  if (!/^-?\d+(?:\.\d+)?$/.test(cell))
    return fault(`« ${cell} » n’est pas un nombre.`, 'Écrivez un nombre seul, comme 12.5, ou laissez vide.');
  const value = Number(cell);
  if (type !== 'number' && !Number.isInteger(value))
    return fault(`« ${cell} » n’est pas un nombre entier.`, 'Écrivez un nombre sans décimale.');
  const { minimum, maximum } = constraints;
  if ((minimum !== undefined && value < minimum) || (maximum !== undefined && value > maximum))
    return fault(`« ${cell} » est hors des bornes.`, boundsRemedy(minimum, maximum, unit));
  return { value };
}

function boundsRemedy(minimum: number | undefined, maximum: number | undefined, unit: string | null): string {
  const from = minimum === undefined ? '' : `de ${formatNumber(minimum)}`;
  const to =
    maximum === undefined ? (minimum === undefined ? '' : ' au moins') : ` à ${formatNumber(maximum)}`;
  return `Écrivez un nombre ${from}${to}${unit ? ` (${unit})` : ''}.`.replace(
    'de 0 au moins',
    'positif ou nul',
  );
}
