import { z } from 'zod';

/** Why something is withheld. A closed list: each one is a legal ground or a plain fault, never a wish to look better. */
export const SUPPRESSION_REASONS = {
  'withdrawn-by-source': 'Retiré de la base nationale par l’administration',
  'personal-data': 'Le texte publié contient des données personnelles',
  'court-order': 'Décision de justice',
  'wrong-employer': 'Texte attribué au mauvais employeur',
  'wrong-reading': 'Extrait mal interprété',
  'right-to-object': 'Opposition de la personne concernée (entreprise individuelle)',
} as const;

/** The text never said what was read in it: it neither grants, nor ends or replaces anything. */
export const isOurFault = (reason: SuppressionReason): boolean =>
  reason === 'wrong-reading' || reason === 'wrong-employer';

/** Grounds that fit each kind of thing, for people who decide on a screen; an administration's own withdrawal comes by its source. */
const REASONS_OF: Record<'claim' | 'agreement' | 'employer', readonly (keyof typeof SUPPRESSION_REASONS)[]> =
  {
    claim: ['wrong-reading', 'wrong-employer', 'personal-data', 'court-order'],
    agreement: ['wrong-employer', 'personal-data', 'court-order'],
    employer: ['right-to-object', 'personal-data', 'court-order'],
  };
export const reasonsOf = (kind: keyof typeof REASONS_OF): Readonly<Record<string, string>> =>
  Object.fromEntries(REASONS_OF[kind].map((reason) => [reason, SUPPRESSION_REASONS[reason]]));

export const SuppressionReason = z.enum(
  Object.keys(SUPPRESSION_REASONS) as [
    keyof typeof SUPPRESSION_REASONS,
    ...(keyof typeof SUPPRESSION_REASONS)[],
  ],
);
export type SuppressionReason = z.infer<typeof SuppressionReason>;
