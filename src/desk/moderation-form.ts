import type { AppDatabase } from '#db/app/open.ts';
import type { Report } from '#db/app/reports.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { CorrectionReason, Question, RefusalReason, type Shown } from '#domain/report.ts';
import { reasonsOf, SuppressionReason } from '#domain/suppression.ts';
import type { z } from 'zod';
import { readLine } from './fields.ts';
import {
  addNote,
  ask,
  closeCorrected,
  confirm,
  propose,
  refuse,
  reject,
  type Decision,
  type Notice,
} from './moderation.ts';
import { readWords } from './report-form.ts';
import type { SignedInPerson } from './sessions.ts';

/** One decision as the form of a case brings it. */
export type TypedDecision = { step: string; reason: string; note: string; readUpTo: number };

export const readDecision = (form: FormData): TypedDecision => ({
  step: readLine(form, 'etape', 40),
  reason: readLine(form, 'motif', 40),
  note: readWords(form, 'note'),
  readUpTo: Number(readLine(form, 'lu', 12)) || 0,
});

/** The thing as it stands on the site now; null = it is not there any more. */
type Standing = { words: string; sirens: Siren[]; shown: Shown } | null;

/** @returns whom to tell. @throws InputError when the decision cannot be taken, or what it names is on no list */
export function takeDecision(
  app: AppDatabase,
  report: Report,
  moderator: SignedInPerson,
  { step, reason, note, readUpTo }: TypedDecision,
  standing: Standing,
  now = new Date(),
): Notice[] {
  const decision: Decision = { reportId: report.id, moderatorId: moderator.id, readUpTo, note };
  if (step === 'note') return addNote(app, decision, now);
  if (step === 'demander') return ask(app, decision, choose(Question, reason, step), now);
  if (step === 'refuser') return refuse(app, decision, choose(RefusalReason, reason, step), now);
  if (step === 'proposer') {
    if (!standing) throw new InputError('Ce passage n’est plus sur le site : il n’y a rien à retirer.');
    if (!(reason in reasonsOf(report.kind))) throw noReason(step);
    return propose(app, decision, SuppressionReason.parse(reason), now);
  }
  if (step === 'ecarter') return reject(app, decision, now);
  if (step === 'confirmer') {
    const { words, sirens } = standing ?? { words: report.shown.title, sirens: [report.siren] };
    return confirm(app, decision, { before: words, sirens }, now);
  }
  if (step === 'corrige') {
    if (standing && isSameShown(standing.shown, report.shown))
      throw new InputError('La page dit encore ce qu’elle disait : rien n’a été corrigé.');
    const after = standing?.words ?? 'N’est plus sur le site';
    return closeCorrected(
      app,
      decision,
      choose(CorrectionReason, reason, step),
      { before: lineOf(report.shown), after },
      now,
    );
  }
  throw new InputError('Choisissez une décision.');
}

function choose<T>(list: z.ZodType<T>, reason: string, step: string): T {
  const chosen = list.safeParse(reason);
  if (!chosen.success) throw noReason(step);
  return chosen.data;
}

/** A case shows one form for each step, so that the name of the field bears it. */
const noReason = (step: string): InputError =>
  new InputError([{ words: 'Choisissez un motif dans la liste.', field: `motif-${step}` }]);

const isSameShown = (a: Shown, b: Shown): boolean => JSON.stringify(a) === JSON.stringify(b);
const lineOf = ({ title, facts }: Shown): string =>
  [title, ...facts.map(({ label, text }) => `${label}\u00a0: ${text}`)].join('\n');
