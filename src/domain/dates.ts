import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`, kept as text: `Date` shifts days across time zones. */
export const IsoDate = z.iso.date().brand<'IsoDate'>();
export type IsoDate = z.infer<typeof IsoDate>;

/** DILA's sentinel for "no end date". */
export const NO_END = '2999-01-01';

/** Strict: null for anything that is not a real calendar day. */
export function parseIsoDate(text: string): IsoDate | null {
  const parsed = IsoDate.safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** Today's day in Europe/Paris, the only "today" of the product. */
export function todayInParis(now: Date = new Date()): IsoDate {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Paris',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
  return IsoDate.parse(parts);
}

const toUtc = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);
const fromUtc = (date: Date): IsoDate => date.toISOString().slice(0, 10) as IsoDate;

export function addDays(date: IsoDate, days: number): IsoDate {
  const moved = toUtc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return fromUtc(moved);
}

/** Same day `months` later, or the last day of that month when it has no such day (29 February + 12 months = 28 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const start = toUtc(date);
  const day = start.getUTCDate();
  const moved = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, lastDay));
  return fromUtc(moved);
}

export const addYears = (date: IsoDate, years: number): IsoDate => addMonths(date, years * 12);

const MONTHS = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin',
  'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
]; // prettier-ignore

/** « 1er septembre 2026 » */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`;
}
