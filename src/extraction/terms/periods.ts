import { parseIsoDate } from '../../domain/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import { lastDayOf } from '../../domain/term.ts';
import { DATE, MONTH, parseMonth, parsePrintedDate } from './dates.ts';

/** A first day printed without its year, or its month: « du 1er janvier au 31 décembre 2023 ». */
const OPEN_DATE = `(?:${DATE}|(?:\\d{1,2}|premier)(?: ?er)?(?: ${MONTH})?)`;
/** Source of an expression for « du 1er mars 2023 au 28 février 2024 », on normalized text, with named groups `from` and `to`. */
export const PERIOD = `(?:\\bdu|\\bentre le|\\ba compter du|\\ba partir du) (?<from>${OPEN_DATE})(?: inclus)?,? (?:et )?(?:au|jusqu'au|et le) (?<to>${DATE})`;
/** « de janvier à juin 2023 », « d’avril 2022 à mars 2023 » */
export const MONTHS_RUN = `(?:\\bde |\\bd'|\\bentre )${MONTH}(?: \\d{4})? (?:a|et) (?:fin )?(?<last>${MONTH} \\d{4})`;
/** « 2020, 2021 et 2022 », « 2020/2021/2022 », « 2021 - 2023 », « 2020 à 2022 » */
export const YEARS = '(?:19|20)\\d\\d(?:(?:, ?| et | a | ?[-/] ?)(?:20)\\d\\d)*(?!\\d)';

/** The first day of a period that prints no year for it: the last such day before its end. */
function openingDay(printed: string, to: IsoDate): IsoDate | null {
  const month = / ([a-z]+\.?)$/.exec(printed)?.[1];
  const day = printed.startsWith('premier') ? 1 : Number.parseInt(printed, 10);
  const number = month ? parseMonth(month) : Number(to.slice(5, 7));
  if (!number) return null;
  const year = Number(to.slice(0, 4));
  const of = (y: number): IsoDate | null =>
    parseIsoDate(`${y}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  const same = of(year);
  return same && same <= to ? same : of(year - 1);
}

/** First and last day of a period found with `PERIOD`; null when one is no day, or when it ends before it begins. */
export function parsePeriod(from: string, to: string): { from: IsoDate; to: IsoDate } | null {
  const last = parsePrintedDate(to);
  const first = last && (parsePrintedDate(from) ?? openingDay(from, last));
  return first && last && first <= last ? { from: first, to: last } : null;
}

/** « juin 2023 » → its last day. */
export function lastDayOfMonth(printed: string): IsoDate | null {
  const [name = '', year = ''] = printed.split(' ');
  const month = parseMonth(name);
  const first = month && parseIsoDate(`${year}-${String(month).padStart(2, '0')}-01`);
  return first ? lastDayOf(first, 1) : null;
}

/** « 2020, 2021 et 2022 » → 31 December 2022. */
export function lastDayOfYears(printed: string): IsoDate | null {
  const years = printed.match(/(?:19|20)\d\d/g) ?? [];
  return years.length === 0 ? null : parseIsoDate(`${years.sort().at(-1)}-12-31`);
}
