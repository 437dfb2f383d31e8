import { z } from 'zod';
import { BenefitId } from './ids.ts';

/** Grammar of `content/presets/<id>.yml`: a life situation = visible, editable priorities, in order, nothing more. */
export const Preset = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  label: z.string(),
  sentence: z
    .string()
    .describe('What usually matters then, in one sentence that supposes nothing of the reader'),
  benefits: z
    .array(
      z.strictObject({
        benefit: BenefitId,
        weight: z.enum(['must', 'nice']).describe('« indispensable » or « souhaité »'),
        why: z.string().describe('One sentence'),
      }),
    )
    .min(2)
    .max(5),
});
export type Preset = z.infer<typeof Preset>;
