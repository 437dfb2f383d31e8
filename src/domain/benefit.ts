import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { BenefitId } from './ids.ts';
import { BenefitPatterns } from './benefit-patterns.ts';

/** One typed value a claim of this benefit may carry. */
export const ValueSlot = z.strictObject({
  label: z.string().describe('Shown before the value, e.g. « Jours par semaine »'),
  unit: z.string().describe('As in the taxonomy: jours/semaine, %, €, €/an, oui/non, texte …'),
  shown: z
    .string()
    .optional()
    .describe('Unit as shown, where sentences may leave out its period: jours for jours/an'),
  better: z.enum(['more', 'less', 'none']).default('more').describe('Which direction goes beyond the floor'),
  min: z.number().optional().describe('Below this a number read from a text is taken for a misreading'),
  max: z.number().optional().describe('Above this a number read from a text is taken for a misreading'),
  phrase: z
    .string()
    .includes('{v}')
    .optional()
    .describe('Said after the main value, {v} being this one: « dont {v} payés par l’employeur »'),
  of: z
    .string()
    .optional()
    .describe('A slot of words that stands behind the number of this other slot: « par kilomètre »'),
});
export type ValueSlot = z.infer<typeof ValueSlot>;

const isExpression = (source: string): boolean => {
  try {
    return new RegExp(source, 'iu') instanceof RegExp;
  } catch {
    return false;
  }
};

/** What the law asks during one period. The latest entry whose `since` ≤ effective date applies. */
export const Floor = z.strictObject({
  since: IsoDate,
  rule: z.string().describe('The rule in one plain sentence'),
  article: z.string(),
  url: z.url(),
  verifiedOn: IsoDate.describe('Shown as « vérifié le … »'),
  slot: z.string().optional().describe('Value slot the minimum is comparable with'),
  minimum: z.number().optional().describe('In the unit of that slot'),
  unless: z
    .strictObject({ without: z.string().refine(isExpression, 'not an expression'), reason: z.string() })
    .optional()
    .describe('Not comparable where the passage has none of these words (an expression)'),
});
export type Floor = z.infer<typeof Floor>;

/** Grammar of `content/benefits/<id>.yml`: adding a benefit is adding a file. */
export const Benefit = z.strictObject({
  id: BenefitId,
  label: z.string(),
  shortLabel: z.string().max(28).describe('For chips, facets and the constellation'),
  family: z.string().describe('File name in content/families'),
  place: z
    .int()
    .min(0)
    .max(11)
    .describe('Fixed place of its star inside the sector of the family; never reused'),
  qvctTheme: z.string().describe('One of the six QVCT themes of ANACT'),
  definition: z.string().describe('Plain French, two or three sentences'),
  limits: z.string().describe('« Ce que ça ne veut pas dire »'),
  isOptional: z.boolean().describe('True where the law sets no floor: the card says « avantage facultatif »'),
  floor: z.array(Floor),
  visibility: z.string().describe('Why nothing may be visible even where the benefit exists'),
  values: z.record(z.string(), ValueSlot),
  mainValue: z.string().nullable().describe('Slot shown in large figures'),
  synonyms: z.array(z.string()).describe('Other words people type in the search box'),
  patterns: BenefitPatterns,
  examples: z.strictObject({
    match: z.array(
      z.strictObject({
        text: z.string(),
        values: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])).optional(),
      }),
    ),
    miss: z.array(
      z.strictObject({
        text: z.string(),
        standing: z.enum(['restates-law', 'demanded', 'refused', 'ended', 'none']),
      }),
    ),
  }),
  question: z.string().describe('Neutral interview question; reveals nothing about the person'),
  goodAnswer: z.string().describe('What a precise answer looks like'),
  reviewedOn: IsoDate,
});
export type Benefit = z.infer<typeof Benefit>;

export const Family = z.strictObject({
  id: z.string(),
  label: z.string(),
  order: z.int().min(0).max(9).describe('Fixed sector of the constellation'),
  description: z.string(),
});
export type Family = z.infer<typeof Family>;
