import { and, asc, count, gte, isNotNull, isNull } from 'drizzle-orm';
import type { AppWriter } from './people.ts';
import { reports } from './schema-corrections.ts';

export type ResponseTimes = {
  received: number;
  open: number;
  /** Whole days between a report and its decision, shortest first: of those closed since. */
  days: number[];
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** How reports were answered; of those received since this instant (ISO 8601). Says nothing of any of them. */
export function readResponseTimes(app: AppWriter, since: string): ResponseTimes {
  const isRecent = gte(reports.receivedAt, since);
  const closed = app
    .select({ from: reports.receivedAt, to: reports.closedAt })
    .from(reports)
    .where(and(isRecent, isNotNull(reports.closedAt)))
    .orderBy(asc(reports.id))
    .all();
  return {
    received: app.select({ n: count() }).from(reports).where(isRecent).get()?.n ?? 0,
    open: app.select({ n: count() }).from(reports).where(isNull(reports.closedAt)).get()?.n ?? 0,
    days: closed
      .map(({ from, to }) => Math.floor((Date.parse(to!) - Date.parse(from)) / DAY_MS))
      .sort((a, b) => a - b),
  };
}
