import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { IsoDate } from '#domain/dates.ts';
import type { Declaration } from './declarations.ts';
import type { AppWriter } from './people.ts';
import { declarations, reminders } from './schema-declarations.ts';

/** Published declarations that expire after this day and up to that one. */
export const listExpiring = (app: AppWriter, after: IsoDate, upTo: IsoDate): Declaration[] =>
  app
    .select()
    .from(declarations)
    .where(
      and(
        eq(declarations.status, 'published'),
        gt(declarations.expiresOn, after),
        lte(declarations.expiresOn, upTo),
      ),
    )
    .orderBy(asc(declarations.siren), asc(declarations.expiresOn), asc(declarations.id))
    .all();

type Reminder = Pick<Declaration, 'id' | 'expiresOn'> & { days: number };

/** Writes down that a reminder is being sent. @returns false when it was sent already */
export const claimReminder = (app: AppWriter, { id, expiresOn, days }: Reminder, now: Date): boolean =>
  app
    .insert(reminders)
    .values({ declarationId: id, expiresOn, days, sentAt: now.toISOString() })
    .onConflictDoNothing()
    .run().changes === 1;

/** Forgets a reminder that could not be sent: the next run tries again. */
export function unclaimReminder(app: AppWriter, { id, expiresOn, days }: Reminder): void {
  app
    .delete(reminders)
    .where(and(eq(reminders.declarationId, id), eq(reminders.expiresOn, expiresOn), eq(reminders.days, days)))
    .run();
}
