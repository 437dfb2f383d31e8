import type { AppDatabase } from '#db/app/open.ts';
import { addReportEvent, listUntold, type Report } from '#db/app/reports.ts';
import { transact } from '#db/app/transact.ts';
import { formatDate, type IsoDate } from '#domain/dates.ts';
import { count } from '#domain/french.ts';
import { env } from '#env';
import { mailDoor, sendMail } from './mail.ts';

/** Said once of each report: that it arrived, and that its delay ends today or is over. */
const TOLD = ['announced', 'warned'] as const;

/**
 * Tells moderators what waits for them, one mail a day at most, without the words of anybody. Each report is announced
 * once and warned of once; run again it sends nothing more. @returns how many mails left
 */
export async function tellModerators(app: AppDatabase, today: IsoDate, now = new Date()): Promise<number> {
  if (mailDoor() === 'off' || env.MODERATORS.length === 0) return 0;
  const { announced, warned } = transact(app, (change) => {
    const told = { announced: listUntold(change, TOLD[0]), warned: listUntold(change, TOLD[1], today) };
    for (const action of TOLD)
      for (const { id } of told[action])
        addReportEvent(change, { reportId: id, personId: null, action }, now);
    return told;
  });
  if (announced.length + warned.length === 0) return 0;
  const text = [
    'Bonjour,',
    announced.length > 0 && `${count(announced.length, 'nouveau signalement', 'nouveaux signalements')}\u00a0:\n${linesOf(announced)}`,
    warned.length > 0 && `Le délai finit aujourd’hui ou est dépassé\u00a0:\n${linesOf(warned)}`,
    `La file\u00a0: ${new URL('/moderation', env.SITE_URL).href}`,
    'Star finder',
  ].filter(Boolean).join('\n\n'); // prettier-ignore
  let sent = 0;
  for (const to of env.MODERATORS)
    sent += await sendMail({ to, subject: 'Signalements à examiner', text }, now).then(() => 1, () => 0); // prettier-ignore
  return sent;
}

const linesOf = (reports: readonly Report[]): string =>
  reports.map(({ id, dueOn }) => `- n° ${id}, au plus tard le ${formatDate(dueOn)}`).join('\n');
