import { addDays, type IsoDate } from '#domain/dates.ts';

export type Week = { week: string; monday: IsoDate; agreements: number };

/** Monday of an ISO week « 2026-W17 ». */
export function mondayOf(week: string): IsoDate {
  const [year, number] = week.split('-W') as [string, string];
  const fourth = `${year}-01-04` as IsoDate;
  const day = new Date(`${fourth}T00:00:00Z`).getUTCDay() || 7;
  return addDays(fourth, 1 - day + 7 * (Number(number) - 1));
}

/** Every week from the first to the last one counted, those without a text included. */
export function fillWeeks(counts: readonly { week: string; agreements: number }[]): Week[] {
  const known = new Map(counts.map(({ week, agreements }) => [mondayOf(week), { week, agreements }]));
  const mondays = [...known.keys()].sort();
  const weeks: Week[] = [];
  const last = mondays.at(-1);
  for (let monday = mondays[0]; monday && last && monday <= last; monday = addDays(monday, 7))
    weeks.push({
      monday,
      week: known.get(monday)?.week ?? '',
      agreements: known.get(monday)?.agreements ?? 0,
    });
  return weeks;
}
