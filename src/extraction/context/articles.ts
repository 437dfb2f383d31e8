import { articleOpened } from '../text/articles.ts';
import type { Heading, Unit } from './units.ts';

/** « 5 » of « 5.2.1 » */
export const rootOf = (article: string | null): string | null => article?.split('.')[0] ?? null;

/** « 5.2.1 » stands below « 5.2 », whatever their titles look like. */
export const isBelow = (article: string, other: string): boolean => article.startsWith(`${other}.`);

/** The last of what stands under a title, however deep. */
export const lastUnder = (units: readonly Unit[], title: Heading): Unit =>
  units.findLast(({ headings }) => headings.some(({ start }) => start === title.start))!;

const NUMBERED = /^\d{1,2} ?[.)°-] ?[a-z]/;
/**
 * The title that a line in full sentences ends by a number of its own: « 12) Révision … » that of « 11) Restaurant d’entreprise »,
 * « Article 12 : les parties reconduisent … » that of article 11.
 */
export function titleEndedBy(line: string, titles: readonly Heading[]): Heading | null {
  const last = titles.at(-1);
  if (last && NUMBERED.test(line) && NUMBERED.test(last.plain)) return last;
  return (articleOpened(line) && titles.find(({ plain }) => articleOpened(plain))) || null;
}

const DOTTED = /^((?:\d{1,2}\.)+)(\d{1,2})[ .):°-]+["a-z]/;
/** « 2.2.2 Tickets-restaurant : revalorisation à 8,50 € » below « 2.2.1 Repas »: the next number, on a line that gives something itself. */
export function nextOpened(line: string, last: string | null): string | null {
  const number = last === null ? null : DOTTED.exec(line);
  if (!number) return null;
  const [, above, own] = number;
  return last === `${above}${Number(own) - 1}` ? `${above}${own}` : null;
}
