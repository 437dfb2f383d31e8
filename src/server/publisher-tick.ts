import { existsSync } from 'node:fs';
import { isReadableFacts } from '#db/facts/open.ts';
import { listChangingBy } from '#db/facts/read.ts';
import { listOutbox } from '#db/app/read.ts';
import { markDone } from '#db/app/write.ts';
import type { AppDatabase } from '#db/app/open.ts';
import type { IsoDate } from '#domain/dates.ts';
import { dataPath } from '#env';
import { deriveEmployers } from '#pipeline/derive.ts';
import { withRunLock } from '#pipeline/lock.ts';
import { publish, type PublishReport } from '#pipeline/publish.ts';

export type TickReport = { requested: number; byCalendar: number; publication: PublishReport };

export type TickOptions = {
  today: IsoDate;
  /** Also takes the employers whose states changed by the calendar alone. */
  isCalendarRun: boolean;
  signal?: AbortSignal;
};

/**
 * Publishes what the outbox asks for: derives these employers, renders their pages, rebuilds the index, and only then
 * marks the rows done, so that whatever interrupts it is done again. The calendar run (at start, and each new day) also
 * makes up for what a killed run, a new version of code or content, or a derivation by hand left undone. Null when
 * nothing was asked for.
 */
export async function publisherTick(app: AppDatabase, options: TickOptions): Promise<TickReport | null> {
  if (listOutbox(app, 1).length === 0 && !options.isCalendarRun) return null;
  return withRunLock('publisher', () => tickLocked(app, options), {
    waitSeconds: 3600,
    signal: options.signal,
  });
}

async function tickLocked(app: AppDatabase, { today, isCalendarRun }: TickOptions): Promise<TickReport> {
  // Read under the lock: a refresh that held it may have done part of the work.
  const rows = listOutbox(app);
  const due = isCalendarRun && isReadableFacts(dataPath('facts.db')) ? listChangingBy(today) : [];
  const sirens = [...new Set([...rows.map(({ siren }) => siren), ...due])].sort();
  if (sirens.length > 0 || (isCalendarRun && existsSync(dataPath('corpus.db'))))
    await deriveEmployers({ sirens, today });
  const publication = await publish({ today });
  markDone(app, rows.map(({ id }) => id)); // prettier-ignore
  return { requested: rows.length, byCalendar: due.length, publication };
}
