import { z } from 'zod';

/**
 * How the extractor recognises a benefit in a sentence. Sources of regular expressions are matched on lower-case text
 * with straight apostrophes and single spaces; accents are kept.
 */
export const BenefitPatterns = z.strictObject({
  /** The sentence must hold one of these. */
  terms: z.array(z.string()).min(1),
});
export type BenefitPatterns = z.infer<typeof BenefitPatterns>;
