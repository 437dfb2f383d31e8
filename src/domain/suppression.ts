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

export const SuppressionReason = z.enum(
  Object.keys(SUPPRESSION_REASONS) as [
    keyof typeof SUPPRESSION_REASONS,
    ...(keyof typeof SUPPRESSION_REASONS)[],
  ],
);
export type SuppressionReason = z.infer<typeof SuppressionReason>;
