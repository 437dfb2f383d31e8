import type { Heading, Unit } from './units.ts';

/** « 5 » of « 5.2.1 » */
export const rootOf = (article: string | null): string | null => article?.split('.')[0] ?? null;

/** « 5.2.1 » stands below « 5.2 », whatever their titles look like. */
export const isBelow = (article: string, other: string): boolean => article.startsWith(`${other}.`);

/** The last of what stands under a title, however deep. */
export const lastUnder = (units: readonly Unit[], title: Heading): Unit =>
  units.findLast(({ headings }) => headings.some(({ start }) => start === title.start))!;
