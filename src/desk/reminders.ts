import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { Declaration } from '#db/app/declarations.ts';
import type { AppDatabase } from '#db/app/open.ts';
import { claimReminder, listExpiring, unclaimReminder } from '#db/app/reminders.ts';
import { listHolders } from '#db/app/rights.ts';
import { addDays, formatDate, type IsoDate } from '#domain/dates.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { env } from '#env';
import { nameOf } from './employers.ts';
import { mailDoor, sendMail } from './mail.ts';

/** Days before the expiry on which an employer is reminded. */
export const REMINDER_DAYS = [60, 30, 7] as const;

/**
 * Reminds employers of what expires soon, one mail a person and employer. Run as often as wanted: each reminder leaves
 * once, and one that was missed leaves at the next run.
 * @returns how many mails left
 */
export async function sendReminders(app: AppDatabase, today: IsoDate, now = new Date()): Promise<number> {
  if (mailDoor() === 'off') return 0;
  const due = listExpiring(app, today, addDays(today, REMINDER_DAYS[0])).filter((declaration) =>
    claimReminder(app, { ...declaration, days: stageOf(declaration, today) }, now),
  );
  let sent = 0;
  for (const [siren, declarations] of Map.groupBy(due, (each) => each.siren)) {
    try {
      sent += await remind(app, siren, declarations, now);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const each of declarations) unclaimReminder(app, { ...each, days: stageOf(each, today) });
    }
  }
  return sent;
}

/** The nearest of the stages already reached. */
const stageOf = ({ expiresOn }: Declaration, today: IsoDate): number =>
  REMINDER_DAYS.findLast((days) => addDays(expiresOn, -days) <= today)!;

async function remind(
  app: AppDatabase,
  siren: Siren,
  due: readonly Declaration[],
  now: Date,
): Promise<number> {
  const catalogue = loadCatalogue();
  const lines = due.map(
    ({ content, expiresOn }) =>
      `- ${catalogue.benefitById.get(content.benefit)?.label ?? content.benefit} : expire le ${formatDate(expiresOn)}`,
  );
  const text = [
    'Bonjour,',
    `Des déclarations de ${nameOf(siren)} dans Star finder vont expirer :\n${lines.join('\n')}`,
    `Si elles sont toujours exactes, confirmez-les en une minute : ${new URL(`/espace/${siren}`, env.SITE_URL).href}`,
    'Sans confirmation, elles ne seront plus montrées comme valables.',
    'Star finder',
  ].join('\n\n');
  const addresses = listHolders(app, siren).flatMap(({ isApproved, email, label }) =>
    isApproved ? (email ?? (label.includes('@') ? label : [])) : [],
  );
  for (const to of addresses) await sendMail({ to, subject: 'Vos déclarations expirent bientôt', text }, now);
  return addresses.length;
}
