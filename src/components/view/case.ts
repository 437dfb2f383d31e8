import { formatDate, todayInParis, type IsoDate } from '#domain/dates.ts';
import {
  CORRECTION_REASONS, QUESTIONS, REFUSAL_REASONS, REPORT_REASONS, type ReportReason, type ReportStatus,
} from '#domain/report.ts'; // prettier-ignore
import { SUPPRESSION_REASONS } from '#domain/suppression.ts';

export const STATUS_LABELS: Record<ReportStatus, string> = {
  received: 'Reçu, en attente d’examen',
  asked: 'Une question vous est posée',
  proposed: 'Examiné une première fois, en attente d’une seconde personne',
  accepted: 'Accepté',
  refused: 'Maintenu',
};

/** The same for moderators. */
export const QUEUE_LABELS: Record<ReportStatus, string> = {
  received: 'À examiner',
  asked: 'Question posée',
  proposed: 'Retrait proposé, à confirmer',
  accepted: 'Accepté',
  refused: 'Refusé',
};

const REASONS: Record<string, string> = {
  ...REPORT_REASONS,
  ...REFUSAL_REASONS,
  ...QUESTIONS,
  ...CORRECTION_REASONS,
  ...SUPPRESSION_REASONS,
};

/** Words of any reason of a closed list; null without one. */
export const reasonWords = (reason: string | null): string | null =>
  reason === null ? null : (REASONS[reason] ?? reason);
export const reportReasonWords = (reason: string): string => REPORT_REASONS[reason as ReportReason] ?? reason;

export const EVENT_LABELS: Record<string, string> = {
  received: 'Signalement reçu',
  answered: 'Réponse de la personne',
  announced: 'Annoncé à la modération par courriel',
  warned: 'Rappel à la modération par courriel\u00a0: fin du délai',
  note: 'Note',
  asked: 'Question posée',
  refused: 'Signalement refusé',
  proposed: 'Retrait proposé',
  rejected: 'Retrait non retenu',
  withdrawn: 'Retrait confirmé',
  corrected: 'Clos\u00a0: la page a été corrigée',
};

const clock = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  hour: '2-digit',
  minute: '2-digit',
});

/** « 21 novembre 2026 » of an instant, in Paris. */
export const dayOf = (at: string): string => formatDate(todayInParis(new Date(at)));
/** « 21 novembre 2026, 14:05 » */
export const momentOf = (at: string): string => `${dayOf(at)}, ${clock.format(new Date(at))}`;

/** Where the delay stands: absolute dates, and late in words. */
export const delayWords = (dueOn: IsoDate, today: IsoDate): { words: string; isLate: boolean } =>
  dueOn < today
    ? { words: `Délai dépassé\u00a0: c’était le ${formatDate(dueOn)}`, isLate: true }
    : { words: `Au plus tard le ${formatDate(dueOn)}`, isLate: false };
