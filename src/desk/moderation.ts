import type { AppDatabase } from '#db/app/open.ts';
import { recordInLedger } from '#db/app/ledger.ts';
import {
  addReportEvent, findReport, listOpenAbout, listReportEvents, updateReport, type Report,
} from '#db/app/reports.ts'; // prettier-ignore
import { transact } from '#db/app/transact.ts';
import { suppressIn } from '#db/app/write.ts';
import type { AppWriter } from '#db/app/people.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { isClosed, type CorrectionReason, type Question, type RefusalReason } from '#domain/report.ts';
import type { SuppressionReason } from '#domain/suppression.ts';
import { cleanWords } from './public-words.ts';

/** Who decides, about which report, having read it up to which line of its trail. */
export type Decision = { reportId: number; moderatorId: number; readUpTo: number; note: string };

/** Somebody to tell: their address is erased from the case by the decision that closes it. */
export type Notice = { to: string; receipt: string; isQuestion: boolean };

const NOTE_MAX = 2000;

/**
 * Does `work` if nobody did anything about the report since the moderator opened it. @returns whom to tell
 * @throws InputError when somebody did, or the case is closed
 */
function decide(
  app: AppDatabase,
  decision: Decision,
  now: Date,
  work: (change: AppWriter, report: Report, tell: (of: Report, isQuestion?: boolean) => void) => Done,
): Notice[] {
  const { reportId, moderatorId, readUpTo } = decision;
  const notices: Notice[] = [];
  const tell = ({ email, receipt }: Report, isQuestion = false): void => {
    if (email !== null) notices.push({ to: email, receipt, isQuestion });
  };
  transact(app, (change) => {
    const report = findReport(change, reportId);
    if (!report) throw new InputError('Ce signalement n’existe pas.');
    if (isClosed(report.status)) throw new InputError('Ce signalement est déjà clos.');
    const last = listReportEvents(change, reportId).at(-1)?.id ?? 0;
    if (last !== readUpTo)
      throw new InputError(
        'Ce signalement a changé depuis que vous l’avez ouvert. Relisez-le ci-dessous\u00a0: rien n’a été enregistré.',
      );
    const { action, reason } = work(change, report, tell);
    const note = cleanWords(decision.note).slice(0, NOTE_MAX) || null;
    addReportEvent(change, { reportId, personId: moderatorId, action, reason, note }, now);
  });
  return notices;
}
type Done = { action: string; reason: string | null };

/** A remark for the other moderators; changes nothing. @throws InputError when it is empty */
export function addNote(app: AppDatabase, decision: Decision, now = new Date()): Notice[] {
  if (cleanWords(decision.note) === '')
    throw new InputError([{ words: 'Écrivez la note avant de l’enregistrer.', field: 'note-note' }]);
  return decide(app, decision, now, () => ({ action: 'note', reason: null }));
}

/** A question from the closed list, to whoever wrote the report: the delay waits for their answer. */
export const ask = (app: AppDatabase, decision: Decision, question: Question, now = new Date()): Notice[] =>
  put(app, decision, { status: 'asked', answer: question }, now);

/** First half of a withdrawal: it waits for another moderator. */
export const propose = (app: AppDatabase, decision: Decision, reason: SuppressionReason, now = new Date()): Notice[] =>
  put(app, decision, { status: 'proposed', answer: reason }, now); // prettier-ignore

/** Leaves the case open in another state. Only a question is told. */
const put = (
  app: AppDatabase,
  decision: Decision,
  next: { status: 'asked' | 'proposed'; answer: string },
  now: Date,
): Notice[] =>
  decide(app, decision, now, (change, report, tell) => {
    updateReport(change, report.id, next);
    if (next.status === 'asked') tell(report, true);
    return { action: next.status, reason: next.answer };
  });

/** The page stays as it is: the case is closed. One person is enough. */
export const refuse = (app: AppDatabase, decision: Decision, reason: RefusalReason, now = new Date()): Notice[] =>
  decide(app, decision, now, (change, report, tell) => {
    tell(report);
    close(change, report, 'refused', reason, now);
    return { action: 'refused', reason };
  }); // prettier-ignore

/** The page already says something else: the case is closed and the change written in the ledger. One person is enough. */
export function closeCorrected(
  app: AppDatabase,
  decision: Decision,
  reason: CorrectionReason,
  { before, after }: { before: string; after: string },
  now = new Date(),
): Notice[] {
  return decide(app, decision, now, (change, report, tell) => {
    tell(report);
    const { kind, key, siren } = report;
    recordInLedger(
      change,
      { siren, kind, key, action: 'corrected', role: 'moderator', reason, before, after },
      now,
    );
    close(change, report, 'accepted', reason, now);
    return { action: 'corrected', reason };
  });
}

/** Who proposed the withdrawal that waits, and why; null when none does, or that person has been erased since. */
export function proposalOf(
  app: AppWriter,
  report: Report,
): { personId: number; reason: SuppressionReason } | null {
  if (report.status !== 'proposed') return null;
  const last = listReportEvents(app, report.id).findLast(({ action }) => action === 'proposed');
  return last?.personId && last.reason
    ? { personId: last.personId, reason: last.reason as SuppressionReason }
    : null;
}

/** The proposal is not taken up; the report waits again. Whoever proposed may also think better of it. */
export function reject(app: AppDatabase, decision: Decision, now = new Date()): Notice[] {
  return decide(app, decision, now, (change, report) => {
    if (report.status !== 'proposed') throw new InputError('Aucun retrait n’est proposé.');
    updateReport(change, report.id, { status: 'received', answer: null });
    return { action: 'rejected', reason: report.answer };
  });
}

/**
 * Second half: withholds the thing, queues its pages, writes the ledger and closes every report about it, all at once.
 * @throws InputError when the same person proposed it
 */
export function confirm(
  app: AppDatabase,
  decision: Decision,
  { before, sirens }: { before: string; sirens: readonly Siren[] },
  now = new Date(),
): Notice[] {
  return decide(app, decision, now, (change, report, tell) => {
    const proposal = proposalOf(change, report);
    if (!proposal) throw new InputError('Aucun retrait n’est proposé. Proposez-le d’abord.');
    if (proposal.personId === decision.moderatorId)
      throw new InputError('Une autre personne que celle qui l’a proposé doit confirmer ce retrait.');
    const { reason } = proposal;
    suppressIn(change, { kind: report.kind, key: report.key, reason, note: `report ${report.id}` }, sirens, {
      role: 'moderators',
      siren: report.siren,
      before,
      now,
    });
    for (const other of listOpenAbout(change, report.kind, report.key)) {
      tell(other);
      close(change, other, 'accepted', reason, now);
      if (other.id !== report.id)
        addReportEvent(
          change,
          { reportId: other.id, personId: decision.moderatorId, action: 'withdrawn', reason },
          now,
        );
    }
    return { action: 'withdrawn', reason };
  });
}

function close(
  change: AppWriter,
  { id }: Report,
  status: 'accepted' | 'refused',
  answer: string,
  now: Date,
): void {
  updateReport(change, id, { status, answer, closedAt: now.toISOString(), email: null });
}
