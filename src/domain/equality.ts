import { z } from 'zod';
import { Provenance } from './provenance.ts';

/** Indicators of the index, with the points each can bring and who is asked for it (D1142-2 and D1142-2-1). */
export const INDEX_INDICATORS = [
  { id: 'pay', points: 40 },
  { id: 'raises', points: 20 },
  { id: 'promotions', points: 15 },
  { id: 'raises-and-promotions', points: 35 },
  { id: 'maternity', points: 15 },
  { id: 'top-pay', points: 10 },
] as const;
export type IndexIndicatorId = (typeof INDEX_INDICATORS)[number]['id'];

/**
 * `stated`: a figure; `not-computable`: the source prints NC (too few people to compute), which is no zero;
 * `not-stated`: the source leaves it empty.
 */
const Status = z.enum(['stated', 'not-computable', 'not-stated']);
export type FigureStatus = z.infer<typeof Status>;

export const Figure = z.strictObject({ status: Status, value: z.number().nullable() });
export type Figure = z.infer<typeof Figure>;

/** A declaration made for several employers at once (unité économique et sociale). */
export const DeclaredUes = z.strictObject({ name: z.string().nullable(), members: z.int() });

/** One year of the index out of 100, as declared. */
export const IndexYear = z.strictObject({
  year: z.int().describe('Year of the data: published by 1 March of the next one'),
  score: Figure,
  /** Only those asked for at this size; none in older files, which give the score alone. */
  indicators: z.array(
    z.strictObject({ id: z.enum(INDEX_INDICATORS.map(({ id }) => id)), points: z.int(), figure: Figure }),
  ),
  headcountBand: z.string().nullable(),
  ues: DeclaredUes.nullable().describe('Set when the declaration covers an UES this employer belongs to'),
  provenance: Provenance,
});
export type IndexYear = z.infer<typeof IndexYear>;

/** Women among senior managers and on governing bodies, in percent (L1142-11); men are the rest. */
export const RepresentationYear = z.strictObject({
  year: z.int(),
  executives: z.strictObject({ women: Figure, men: Figure }),
  boards: z.strictObject({ women: Figure, men: Figure }),
  provenance: Provenance,
});
export type RepresentationYear = z.infer<typeof RepresentationYear>;

/** Indicators that directive (EU) 2023/970 asks for, as the public export names them; all in percent. */
export const DIRECTIVE_INDICATORS = [
  'globalAnnualMeanGap',
  'globalAnnualMedianGap',
  'globalHourlyMeanGap',
  'globalHourlyMedianGap',
  'variableAnnualMeanGap',
  'variableAnnualMedianGap',
  'variableHourlyMeanGap',
  'variableHourlyMedianGap',
  'variableProportionWomen',
  'variableProportionMen',
  'annualQuartile1ProportionWomen',
  'annualQuartile1ProportionMen',
  'annualQuartile2ProportionWomen',
  'annualQuartile2ProportionMen',
  'annualQuartile3ProportionWomen',
  'annualQuartile3ProportionMen',
  'annualQuartile4ProportionWomen',
  'annualQuartile4ProportionMen',
  'hourlyQuartile1ProportionWomen',
  'hourlyQuartile1ProportionMen',
  'hourlyQuartile2ProportionWomen',
  'hourlyQuartile2ProportionMen',
  'hourlyQuartile3ProportionWomen',
  'hourlyQuartile3ProportionMen',
  'hourlyQuartile4ProportionWomen',
  'hourlyQuartile4ProportionMen',
] as const;
export const DirectiveIndicator = z.enum(DIRECTIVE_INDICATORS);
export type DirectiveIndicator = z.infer<typeof DirectiveIndicator>;

/** One year of the pay-gap indicators that replace the index. */
export const DirectiveYear = z.strictObject({
  year: z.int(),
  workforce: z.number().nullable().describe('Mean yearly headcount'),
  women: z.number().nullable(),
  men: z.number().nullable(),
  values: z.partialRecord(DirectiveIndicator, z.number()).describe('What the source states, in percent'),
  provenance: Provenance,
});
export type DirectiveYear = z.infer<typeof DirectiveYear>;

/** Both schemes side by side, oldest year first. */
export const EqualityFigures = z.strictObject({
  index: z.array(IndexYear),
  representation: z.array(RepresentationYear),
  directive: z.array(DirectiveYear),
});
export type EqualityFigures = z.infer<typeof EqualityFigures>;

export const NO_EQUALITY: EqualityFigures = { index: [], representation: [], directive: [] };
