import type { AppDatabase } from '#db/app/open.ts';
import { transact } from '#db/app/transact.ts';
import { applyRetention, type Retention } from '#db/app/retention.ts';
import type { IsoDate } from '#domain/dates.ts';
import { removeFiles } from './declarations/documents.ts';
import { tellModerators } from './moderator-mails.ts';
import { sendReminders } from './reminders.ts';

export type DailyReport = { reminders: number; toModerators: number; forgotten: Omit<Retention, 'files'> };

/** What the desk does once a day: reminders, and forgetting what need not be kept. Run again, it does nothing more. */
export async function runDaily(app: AppDatabase, today: IsoDate, now = new Date()): Promise<DailyReport> {
  const { files, ...forgotten } = transact(app, (change) => applyRetention(change, now));
  removeFiles(files);
  const reminders = await sendReminders(app, today, now);
  return { reminders, toModerators: await tellModerators(app, today, now), forgotten };
}
