import { randomBytes } from 'node:crypto';
import type { AppDatabase } from '#db/app/open.ts';
import {
  addReportEvent, countOpen, findByReceipt, insertReport, listOpenAbout, updateReport, type Report,
} from '#db/app/reports.ts'; // prettier-ignore
import { transact } from '#db/app/transact.ts';
import { todayInParis, type IsoDate } from '#domain/dates.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { ANSWER_WITHIN, WORDS_MAX, type ReportKind, type ReportReason, type Shown } from '#domain/report.ts';
import { addWorkingDays } from '#domain/working-days.ts';
import { cleanWords } from './public-words.ts';

/** Letters and digits that nobody takes for another (Crockford's base 32, without I, L, O and U). */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RECEIPT = /^(?:[0-9a-hjkmnp-tv-z]{5}-){3}[0-9a-hjkmnp-tv-z]{5}$/;

/** 100 random bits: `k7f2q-9xm3c-…`, four groups of five. */
export function newReceipt(): string {
  const letters = Array.from(randomBytes(20), (byte) => ALPHABET[byte & 31]!).join('');
  return letters.match(/.{5}/g)!.join('-');
}

/** As people copy it, in capitals, with spaces or no hyphens at all; null when it cannot be one. */
export function readReceipt(text: string): string | null {
  const letters = text.toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replace(/o/g, '0');
  const receipt = letters.match(/.{1,5}/g)?.join('-') ?? '';
  return RECEIPT.test(receipt) ? receipt : null;
}

/** More of them about one thing tell nothing new, and would bury the others. */
const OPEN_ABOUT_ONE = 20;
/** A flood stops here, before the disk and the moderators do. */
const OPEN_AT_ALL = 5000;

/** A second click on the button, or the page sent again: the same report, the same receipt. */
const SENT_TWICE_MS = 600_000;

export type NewReport = {
  kind: ReportKind;
  key: string;
  siren: Siren;
  shown: Shown;
  reason: ReportReason;
  words: string;
  email: string | null;
  /** Somebody signed in who answers for this SIREN; null for everybody else. */
  employerPersonId: number | null;
};

/**
 * Files a report and starts its delay. @returns the receipt
 * @throws InputError when there are too many open ones
 */
export function submitReport(
  app: AppDatabase,
  report: NewReport,
  now: Date,
  today = todayInParis(now),
): string {
  const { kind, key, siren, shown, reason, email, employerPersonId } = report;
  const words = cleanWords(report.words).slice(0, WORDS_MAX);
  return transact(app, (change) => {
    const open = listOpenAbout(change, kind, key);
    const twin = open.find((each) => each.reason === reason && each.words === words && each.email === email);
    if (twin && now.getTime() - Date.parse(twin.receivedAt) < SENT_TWICE_MS) return twin.receipt;
    if (open.length >= OPEN_ABOUT_ONE)
      throw new InputError(
        'Plusieurs signalements sur ce point sont déjà en cours d’examen. La réponse paraîtra sur la page ou dans le registre des corrections.',
      );
    if (countOpen(change) >= OPEN_AT_ALL)
      throw new InputError(
        'Trop de signalements attendent une réponse\u00a0: nous n’en recevons plus pour l’instant. Copiez votre texte et revenez demain.',
      );
    const receipt = newReceipt();
    const id = insertReport(change, {
      receipt,
      kind,
      key,
      siren,
      shown,
      reason,
      words,
      email,
      personId: employerPersonId,
      isEmployer: employerPersonId !== null,
      status: 'received',
      receivedAt: now.toISOString(),
      dueOn: addWorkingDays(today, ANSWER_WITHIN),
    });
    addReportEvent(change, { reportId: id, personId: employerPersonId, action: 'received', reason }, now);
    return receipt;
  });
}

/**
 * What the person adds to answer a question: the case is open again, with a new delay.
 * @throws InputError when nothing was asked, or nothing was written
 */
export function answerQuestion(
  app: AppDatabase,
  receipt: string,
  words: string,
  now: Date,
  today: IsoDate = todayInParis(now),
): void {
  const note = cleanWords(words).slice(0, WORDS_MAX);
  if (note === '')
    throw new InputError([{ words: 'Écrivez votre réponse avant de l’envoyer.', field: 'texte' }]);
  transact(app, (change) => {
    const report = findByReceipt(change, receipt);
    if (report?.status !== 'asked')
      throw new InputError('Aucune question n’attend de réponse sur ce signalement.');
    updateReport(change, report.id, {
      status: 'received',
      answer: null,
      dueOn: addWorkingDays(today, ANSWER_WITHIN),
    });
    addReportEvent(change, { reportId: report.id, personId: null, action: 'answered', note }, now);
  });
}

/** The case of a receipt as somebody typed it; null when there is none. */
export function readCase(app: AppDatabase, text: string): Report | null {
  const receipt = readReceipt(text);
  return receipt === null ? null : findByReceipt(app, receipt);
}
