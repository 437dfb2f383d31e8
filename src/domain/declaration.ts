import { z } from 'zod';
import { addMonths, type IsoDate } from './dates.ts';
import { BenefitId, Siret } from './ids.ts';

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

/** Shorter says nothing, longer is not read. */
export const WORDS = { least: 20, most: 300 };
export const LABEL_MAX = 80;

/** What an employer declares, once every step is filled. */
export const DeclarationContent = z.strictObject({
  benefit: BenefitId,
  /** By slot of the benefit, in its units. */
  values: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
  /** The benefit in the words of the employer: what stands where a text has its quote. */
  words: z.string().min(WORDS.least).max(WORDS.most),
  scope: z.strictObject({
    kind: z.enum(['employer', 'establishment', 'category']),
    label: z.string().max(LABEL_MAX).nullable(),
    sirets: z.array(Siret).max(20),
  }),
  /** Null = whatever the seniority. */
  seniorityMonths: z.int().min(0).max(600).nullable(),
  excluded: z.string().max(LABEL_MAX).nullable(),
  proof: z.strictObject({
    kind: ProofKind,
    url: z
      .url({ protocol: /^https$/ })
      .max(500)
      .nullable(),
  }),
});
export type DeclarationContent = z.infer<typeof DeclarationContent>;

/** A draft holds what has been filled so far. */
export const DraftContent = DeclarationContent.partial();
export type DraftContent = z.infer<typeof DraftContent>;

/** One line of a table of declarations, as sent: cells by column, and where they stood. */
export type BulkRow = { line: number; cells: Record<string, string> };

/** A declaration as it stands in the public facts' inputs. */
export type PublishedDeclaration = { content: DeclarationContent; declaredOn: IsoDate; expiresOn: IsoDate };
