import { z } from 'zod';
import type { AppDatabase } from '#db/app/open.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { ReportReason, WORDS_MAX, type ReportKind, type Shown } from '#domain/report.ts';
import { currentDay } from '#env';
import { readFields, readLine } from './fields.ts';
import { cleanWords } from './public-words.ts';
import { createRateLimit } from './rate-limit.ts';
import { speaksFor } from './replies.ts';
import { submitReport } from './reports.ts';
import type { SignedInPerson } from './sessions.ts';

/** What the form of « Signaler une erreur » brings, as typed. */
export type TypedReport = {
  reason: string;
  words: string;
  email: string;
  trap: string;
  employer: string;
  benefit: string;
};

export const readReport = (form: FormData): TypedReport => ({
  reason: readLine(form, 'motif', 40),
  words: readWords(form, 'texte'),
  email: readLine(form, 'courriel', 254),
  trap: readLine(form, 'site-web', 200),
  employer: readLine(form, 'employeur', 40),
  benefit: readLine(form, 'avantage', 120),
});

/** Several lines of a form, cleaned; empty when they were not sent, or are a file. */
export function readWords(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? cleanWords(value.slice(0, WORDS_MAX * 4)) : '';
}

const HOUR_MS = 3600_000;
const byVisitor = createRateLimit('report', { most: 10, withinMs: HOUR_MS });
const byEverybody = createRateLimit('reports', { most: 300, withinMs: HOUR_MS });
/** Nobody reads a page, chooses a reason and explains it sooner. */
const WRITTEN_IN_MS = 2000;

/**
 * Checks what was typed and files it. @returns the receipt
 * @throws InputError saying what to mend; what was typed is kept by the form
 */
export function fileReport(
  app: AppDatabase,
  sent: {
    typed: TypedReport;
    subject: { kind: ReportKind; key: string; siren: Siren; shown: Shown };
    visitor: string;
    person: SignedInPerson | null;
    formAge: number;
  },
  now = new Date(),
): string {
  const { typed, subject, visitor, person, formAge } = sent;
  const { motif } = readFields({
    motif: () => readReason(typed.reason),
    texte: () => checkWords(typed.words),
    courriel: () => checkEmail(typed.email),
  });
  if (typed.trap !== '' || formAge < WRITTEN_IN_MS)
    throw new InputError(
      'Le formulaire est parti trop vite pour avoir été relu. Vérifiez-le, puis renvoyez-le.',
    );
  if (!byVisitor(visitor) || !byEverybody(''))
    throw new InputError(
      'Trop de signalements viennent d’être envoyés. Gardez votre texte et réessayez dans une heure.',
    );
  const { kind, key, siren, shown } = subject;
  return submitReport(
    app,
    {
      ...{ kind, key, siren, shown, words: typed.words, reason: motif },
      email: typed.email === '' ? null : typed.email,
      employerPersonId: speaksFor(person, siren) ? person.id : null,
    },
    now,
    currentDay(),
  );
}

function readReason(typed: string): ReportReason {
  const reason = ReportReason.safeParse(typed);
  if (!reason.success) throw new InputError('Choisissez ce qui ne va pas dans la liste.');
  return reason.data;
}

function checkWords(words: string): void {
  if (words === '') throw new InputError('Expliquez en quelques mots ce qui ne va pas.');
  if (words.length > WORDS_MAX)
    throw new InputError(
      `Votre explication a ${words.length} caractères : ${WORDS_MAX} au plus. Raccourcissez-la.`,
    );
}

function checkEmail(email: string): void {
  if (email !== '' && !z.email().safeParse(email).success)
    throw new InputError(
      'Cette adresse électronique n’est pas complète. Corrigez-la, ou laissez le champ vide.',
    );
}
