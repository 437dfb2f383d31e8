import { desc, eq } from 'drizzle-orm';
import type { Siren } from '#domain/ids.ts';
import type { AppWriter } from './people.ts';
import { deskEvents, people } from './schema-accounts.ts';

export type DeskEvent = { at: string; label: string | null; action: string; detail: string | null };

/** Writes down who did what; call it in the transaction that does it. */
export function recordEvent(
  app: AppWriter,
  event: { personId: number | null; siren: Siren | null; action: string; detail?: string | null },
  now: Date,
): void {
  app
    .insert(deskEvents)
    .values({ ...event, at: now.toISOString() })
    .run();
}

export const listEvents = (app: AppWriter, siren: Siren, limit = 100): DeskEvent[] =>
  app
    .select({ at: deskEvents.at, label: people.label, action: deskEvents.action, detail: deskEvents.detail })
    .from(deskEvents)
    .leftJoin(people, eq(people.id, deskEvents.personId))
    .where(eq(deskEvents.siren, siren))
    .orderBy(desc(deskEvents.id))
    .limit(limit)
    .all();
