import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { AppDatabase } from '#db/app/open.ts';
import { claimQvctReminder, listExpiringQvct, unclaimQvctReminder } from '#db/app/qvct.ts';
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

/** Something that expires, whose reminder has just been written down as sent; `takeBack` forgets that. */
type Due = { siren: Siren; label: string; expiresOn: IsoDate; takeBack: () => void };

/**
 * Reminds employers of what expires soon, one mail a person and employer. Run as often as wanted: each reminder leaves
 * once, and one that was missed leaves at the next run.
 * @returns how many mails left
 */
export async function sendReminders(app: AppDatabase, today: IsoDate, now = new Date()): Promise<number> {
  if (mailDoor() === 'off') return 0;
  const due = [...dueDeclarations(app, today, now), ...dueFigures(app, today, now)];
  let sent = 0;
  for (const [siren, expiring] of Map.groupBy(due, (each) => each.siren)) {
    try {
      sent += await remind(app, siren, expiring, now);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const { takeBack } of expiring) takeBack();
    }
  }
  return sent;
}

function dueDeclarations(app: AppDatabase, today: IsoDate, now: Date): Due[] {
  const catalogue = loadCatalogue();
  return listExpiring(app, today, addDays(today, REMINDER_DAYS[0])).flatMap((declaration) => {
    const { siren, content, expiresOn } = declaration;
    const reminder = { ...declaration, days: stageOf(declaration, today) };
    if (!claimReminder(app, reminder, now)) return [];
    const label = catalogue.benefitById.get(content.benefit)?.label ?? content.benefit;
    return { siren, label, expiresOn, takeBack: () => unclaimReminder(app, reminder) };
  });
}

/** All the figures of an employer that expire on one day make one line. */
function dueFigures(app: AppDatabase, today: IsoDate, now: Date): Due[] {
  return listExpiringQvct(app, today, addDays(today, REMINDER_DAYS[0])).flatMap((figures) => {
    const reminder = { ...figures, days: stageOf(figures, today) };
    if (!claimQvctReminder(app, reminder, now)) return [];
    return { ...figures, label: 'Chiffres de QVCT', takeBack: () => unclaimQvctReminder(app, reminder) };
  });
}

/** The nearest of the stages already reached. */
const stageOf = ({ expiresOn }: { expiresOn: IsoDate }, today: IsoDate): number =>
  REMINDER_DAYS.findLast((days) => addDays(expiresOn, -days) <= today)!;

async function remind(app: AppDatabase, siren: Siren, due: readonly Due[], now: Date): Promise<number> {
  const lines = due.map(({ label, expiresOn }) => `- ${label} : expire le ${formatDate(expiresOn)}`);
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
