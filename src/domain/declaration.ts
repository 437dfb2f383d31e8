import { z } from 'zod';
import { addMonths, type IsoDate } from './dates.ts';

/** What stands behind a declaration. DUE: décision unilatérale de l’employeur. */
export const PROOF_LABELS = {
  due: 'Décision unilatérale de l’employeur (DUE)',
  charter: 'Charte',
  contract: 'Contrat avec un prestataire',
  agreement: 'Accord signé, non publié',
  practice: 'Usage dans l’entreprise',
  other: 'Autre document',
} as const;
export type ProofKind = keyof typeof PROOF_LABELS;
export const ProofKind = z.enum(Object.keys(PROOF_LABELS) as [ProofKind, ...ProofKind[]]);

/** What a claim says of the declaration it comes from. */
export type ClaimDeclaration = {
  declaredOn: IsoDate;
  /** First day on which it does not hold any more. */
  expiresOn: IsoDate;
  /** `url`: a public page the employer points at; null = none. */
  proof: { kind: ProofKind; url: string | null };
};

/** A declaration holds for twelve months; the employer confirms it or it lapses by itself. */
export const VALID_MONTHS = 12;
export const expiryOf = (declaredOn: IsoDate): IsoDate => addMonths(declaredOn, VALID_MONTHS);
