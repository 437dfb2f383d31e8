import { z } from 'zod';

/** Arithmetic stands apart from the schema, for threads that start without zod. */
export { addDays, addMonths, addYears, NO_END, parseIsoDate } from './calendar.ts';

/** A calendar day, `YYYY-MM-DD`, kept as text: `Date` shifts days across time zones. */
export const IsoDate = z.iso.date().brand<'IsoDate'>();
export type IsoDate = z.infer<typeof IsoDate>;

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

const MONTHS = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin',
  'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
]; // prettier-ignore

/** « 1er septembre 2026 » */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day === 1 ? '1er' : day} ${MONTHS[month - 1]} ${year}`;
}
