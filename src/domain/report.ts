import { z } from 'zod';

/** What a report says is wrong. Closed, so that the queue can be sorted and the ledger can name it. */
export const REPORT_REASONS = {
  misread: 'La phrase citée est mal comprise',
  'wrong-figure': 'Le chiffre est faux',
  'not-in-force': 'L’accord n’est plus en vigueur, ou a été remplacé',
  'wrong-employer': 'L’accord ne concerne pas cet employeur',
  'person-named': 'Une personne est nommée ou reconnaissable',
  other: 'Autre chose',
} as const;

/** Why a report changes nothing. Each one can be checked by whoever reads it. */
export const REFUSAL_REASONS = {
  'quote-exact': 'La phrase citée dit bien ce que la page affiche',
  'still-in-force': 'Aucun texte publié ne met fin à cet accord',
  'filed-text': 'L’erreur est dans le texte déposé\u00a0: seul un nouveau dépôt peut la corriger',
  'not-enough': 'Les éléments donnés ne permettent pas de vérifier',
  'off-topic': 'Le message ne porte pas sur ce que la page affiche',
  duplicate: 'Un signalement précédent a déjà reçu une réponse',
} as const;

/** What may be asked of the person who wrote; never who they are. */
export const QUESTIONS = {
  'which-part': 'Quelle partie de la phrase est en cause\u00a0?',
  'which-text': 'Quel texte publié dit autre chose, et à quelle date\u00a0?',
  'which-employer': 'Quel employeur est concerné, avec son numéro SIREN\u00a0?',
} as const;

/** How a page came to say something else without anything being withdrawn. */
export const CORRECTION_REASONS = {
  'reading-corrected': 'La lecture du texte a été corrigée',
  'source-updated': 'La source a été mise à jour',
} as const;

const keysOf = <T extends object>(list: T) =>
  z.enum(Object.keys(list) as [keyof T & string, ...(keyof T & string)[]]);

export const ReportReason = keysOf(REPORT_REASONS);
export type ReportReason = z.infer<typeof ReportReason>;
export const RefusalReason = keysOf(REFUSAL_REASONS);
export type RefusalReason = z.infer<typeof RefusalReason>;
export const Question = keysOf(QUESTIONS);
export type Question = z.infer<typeof Question>;
export const CorrectionReason = keysOf(CORRECTION_REASONS);
export type CorrectionReason = z.infer<typeof CorrectionReason>;

/**
 * `received` → `asked` (a question waits for the person) → `received` again; `proposed`: one moderator would withdraw it,
 * another must confirm; `accepted` and `refused` are ends.
 */
export const REPORT_STATUSES = ['received', 'asked', 'proposed', 'accepted', 'refused'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];
export const isClosed = (status: ReportStatus): boolean => status === 'accepted' || status === 'refused';

export const REPORT_KINDS = ['claim', 'agreement', 'employer'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What a page showed of a thing, in its own words: kept with a report, so that before and after can be held side by side. */
export type Shown = { title: string; facts: { label: string; text: string }[] };

/** Working days within which every report is answered. */
export const ANSWER_WITHIN = 3;

export const WORDS_MAX = 2000;
export const REPLY_MAX = 2000;
