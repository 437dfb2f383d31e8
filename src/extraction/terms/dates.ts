import { parseIsoDate } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';

const MONTHS: Record<string, number> = {
  janvier: 1, janv: 1, fevrier: 2, fevr: 2, fev: 2, mars: 3, avril: 4, avr: 4, mai: 5, juin: 6, juillet: 7, juil: 7, aout: 8,
  septembre: 9, sept: 9, octobre: 10, oct: 10, novembre: 11, nov: 11, decembre: 12, dec: 12,
}; // prettier-ignore

/** Source of an expression for the name of a month, on normalized text. No capture. */
export const MONTH = '(?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)[a-z]*\\.?';

/** Source of an expression for one printed date, on normalized text. No capture. */
export const DATE = `(?:(?:\\d{1,2}|premier)(?: ?er)? ?${MONTH} \\d{4}|\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?(?:19|20)?\\d{2}(?!\\d))`;

/** Number of a month printed as a word; null when it is none. */
export const parseMonth = (word: string): number | null => MONTHS[word.replace(/\.$/, '')] ?? null;

/** « 1er janvier 2023 », « 01/01/2023 », « 1.1.23 » as normalized text; null when it is no day of the calendar. */
export function parsePrintedDate(text: string): IsoDate | null {
  const words = /^(\d{1,2}|premier)(?: ?er(?= ))? ?([a-z]+)\.? (\d{4})$/.exec(text.trim());
  if (words)
    return toDate(words[3]!, parseMonth(words[2]!) ?? 0, words[1] === 'premier' ? 1 : Number(words[1]));
  const figures = /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{2}|\d{4})$/.exec(text.trim());
  if (!figures) return null;
  const year = figures[3]!.length === 2 ? `20${figures[3]}` : figures[3]!;
  return toDate(year, Number(figures[2]), Number(figures[1]));
}

const pad = (n: number): string => String(n).padStart(2, '0');

function toDate(year: string, month: number, day: number): IsoDate | null {
  if (Number(year) < 1950 || Number(year) > 2100) return null;
  return parseIsoDate(`${year}-${pad(month)}-${pad(day)}`);
}
