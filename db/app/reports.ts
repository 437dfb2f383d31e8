import { and, asc, count, desc, eq, inArray, isNotNull, lt, lte, notInArray } from 'drizzle-orm';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import type { ReportKind, ReportStatus } from '#domain/report.ts';
import type { AppWriter } from './people.ts';
import { people } from './schema-accounts.ts';
import { reportEvents, reports } from './schema-corrections.ts';

type Row = typeof reports.$inferSelect;
export type Report = Omit<Row, 'siren' | 'dueOn'> & { siren: Siren; dueOn: IsoDate };
export type ReportEvent = {
  id: number;
  at: string;
  action: string;
  reason: string | null;
  note: string | null;
  personId: number | null;
  /** How the desk names that person; null for whoever wrote, and for people erased since. */
  label: string | null;
};

const CLOSED: readonly ReportStatus[] = ['accepted', 'refused'];

export function insertReport(app: AppWriter, report: Omit<Report, 'id' | 'answer' | 'closedAt'>): number {
  return app.insert(reports).values(report).returning({ id: reports.id }).get().id;
}

export const findReport = (app: AppWriter, id: number): Report | null =>
  (app.select().from(reports).where(eq(reports.id, id)).get() as Report | undefined) ?? null;

export const findByReceipt = (app: AppWriter, receipt: string): Report | null =>
  (app.select().from(reports).where(eq(reports.receipt, receipt)).get() as Report | undefined) ?? null;

/** Open reports, those whose delay ends first before the others. */
export const listOpenReports = (app: AppWriter, limit = 200): Report[] =>
  app
    .select()
    .from(reports)
    .where(notInArray(reports.status, [...CLOSED]))
    .orderBy(asc(reports.dueOn), asc(reports.id))
    .limit(limit)
    .all() as Report[];

/** Every report about one employer, latest first. */
export const listReportsOf = (app: AppWriter, siren: Siren, limit = 100): Report[] =>
  app
    .select()
    .from(reports)
    .where(eq(reports.siren, siren))
    .orderBy(desc(reports.id))
    .limit(limit)
    .all() as Report[];

const isAbout = (kind: ReportKind, key: string) => and(eq(reports.kind, kind), eq(reports.key, key));
const isOpen = notInArray(reports.status, [...CLOSED]);

/** Open reports about the same thing. */
export const listOpenAbout = (app: AppWriter, kind: ReportKind, key: string): Report[] =>
  app
    .select()
    .from(reports)
    .where(and(isAbout(kind, key), isOpen))
    .orderBy(asc(reports.id))
    .all() as Report[];

export const countOpen = (app: AppWriter): number =>
  app.select({ n: count() }).from(reports).where(isOpen).get()?.n ?? 0;

/** Words and address go with the case they were given for; null leaves them. */
export function updateReport(
  app: AppWriter,
  id: number,
  change: Partial<Pick<Row, 'status' | 'answer' | 'dueOn' | 'closedAt' | 'email' | 'words'>>,
): void {
  app.update(reports).set(change).where(eq(reports.id, id)).run();
}

export function addReportEvent(
  app: AppWriter,
  event: {
    reportId: number;
    personId: number | null;
    action: string;
    reason?: string | null;
    note?: string | null;
  },
  now: Date,
): void {
  app
    .insert(reportEvents)
    .values({ ...event, at: now.toISOString() })
    .run();
}

/** The trail of one report, in order. */
export const listReportEvents = (app: AppWriter, reportId: number): ReportEvent[] =>
  app
    .select({
      id: reportEvents.id,
      at: reportEvents.at,
      action: reportEvents.action,
      reason: reportEvents.reason,
      note: reportEvents.note,
      personId: reportEvents.personId,
      label: people.label,
    })
    .from(reportEvents)
    .leftJoin(people, eq(people.id, reportEvents.personId))
    .where(eq(reportEvents.reportId, reportId))
    .orderBy(asc(reportEvents.id))
    .all();

/** Open reports that wait for a moderator, and of which no line of the trail says this yet; first due first. */
export const listUntold = (app: AppWriter, action: string, dueBy: IsoDate | null = null): Report[] =>
  app
    .select()
    .from(reports)
    .where(
      and(
        inArray(reports.status, ['received', 'proposed']),
        dueBy === null ? undefined : lte(reports.dueOn, dueBy),
        notInArray(
          reports.id,
          app.select({ id: reportEvents.reportId }).from(reportEvents).where(eq(reportEvents.action, action)),
        ),
      ),
    )
    .orderBy(asc(reports.dueOn), asc(reports.id))
    .all() as Report[];

/** Takes what people wrote out of cases closed before this instant; the case itself stays. @returns how many */
export function eraseWords(app: AppWriter, closedBefore: Date): number {
  const old = app
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        isNotNull(reports.words),
        isNotNull(reports.closedAt),
        lt(reports.closedAt, closedBefore.toISOString()),
      ),
    )
    .all()
    .map(({ id }) => id);
  if (old.length === 0) return 0;
  app.update(reports).set({ words: null, email: null }).where(inArray(reports.id, old)).run();
  app.update(reportEvents).set({ note: null }).where(inArray(reportEvents.reportId, old)).run();
  return old.length;
}
