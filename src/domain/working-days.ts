import { addDays, type IsoDate } from './dates.ts';

/** Sunday of Easter in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): IsoDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const skipped = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - skipped - moon + 15) % 30;
  const rest = year % 100;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return [year, String(Math.floor(days / 31)).padStart(2, '0'), String((days % 31) + 1).padStart(2, '0')].join('-') as IsoDate; // prettier-ignore
}

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension Day, Whit Monday, in days from Easter. */
const MOVING = [1, 39, 50];

/**
 * The eleven public holidays of article L3133-1 of the code du travail, in order. Those of some territories alone
 * (Alsace-Moselle, overseas) are ordinary days here: a delay must not depend on where somebody writes from.
 */
export function publicHolidays(year: number): IsoDate[] {
  const easter = easterOf(year);
  return [
    ...FIXED.map((day) => `${year}-${day}` as IsoDate),
    ...MOVING.map((days) => addDays(easter, days)),
  ].sort();
}

const isWeekend = (date: IsoDate): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** Monday to Friday, without public holidays. */
export const isWorkingDay = (date: IsoDate): boolean =>
  !isWeekend(date) && !publicHolidays(Number(date.slice(0, 4))).includes(date);

/** The `count`-th working day after `date`, whose own day never counts: a Friday + 3 = the next Wednesday. */
export function addWorkingDays(date: IsoDate, count: number): IsoDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
