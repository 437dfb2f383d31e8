import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { BenefitId } from './ids.ts';

const Count = z.int().min(0);

/** What came out of a measure. Unit: one text and one benefit, standing « granted ». */
export const Tally = z.strictObject({
  truePositives: Count.describe('Granted in the text, and found'),
  falsePositives: Count.describe('Found, and not granted in the text'),
  falseNegatives: Count.describe('Granted in the text, and not found'),
  slots: Count.describe('Values that careful readers wrote down, of those found'),
  rightSlots: Count.describe('Of these, read the same'),
});
export type Tally = z.infer<typeof Tally>;

/** The two measures are never added up: one is on real texts, the other on sentences written for the project. */
const Measured = z.strictObject({ real: Tally, own: Tally });

const Measurement = z.strictObject({
  measuredOn: IsoDate,
  extractor: z.string().describe('Version of the extractor that was measured'),
});
export type Measurement = z.infer<typeof Measurement>;

/**
 * `content/quality.json`: figures only, written by `npm run eval -- DIR --quality FILE`. Each set has its day and
 * version: without the real texts at hand, the own set can still be measured anew.
 */
export const Quality = z.strictObject({
  real: Measurement.extend({ texts: Count, passages: Count, employers: Count }),
  own: Measurement.extend({
    grants: Count.describe('Sentences that grant'),
    traps: Count.describe('Sentences that only look as if'),
  }),
  unseen: Measurement.extend({ passages: Count, tally: Tally })
    .optional()
    .describe(
      'Real passages drawn at random and annotated blind; no rule was mended on them before the count',
    ),
  reading: Measurement.extend({ texts: Count, shown: Count, wrong: Count, missed: Count })
    .optional()
    .describe(
      'Real texts read whole beside what was shown of them; typed by hand. Wrong: also a limit of the text that was not shown',
    ),
  cards: Measurement.extend({ employers: Count, shown: Count, wrong: Count, unlimited: Count })
    .optional()
    .describe(
      'Cards of employer pages read one by one against their whole text, with all that a card prints; typed by hand. Unlimited: right but for a limit of the text that stands nowhere on it',
    ),
  overall: Measured,
  benefits: z.record(BenefitId, Measured),
});
export type Quality = z.infer<typeof Quality>;

/** `content/quality-notes.yml`: by benefit, what is known to go wrong, in words of the page. */
export const QualityNotes = z.record(BenefitId, z.array(z.string()).min(1));
export type QualityNotes = z.infer<typeof QualityNotes>;

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Part of what was found that is right; null when nothing was found. */
export const precisionOf = ({ truePositives, falsePositives }: Tally): number | null =>
  share(truePositives, truePositives + falsePositives);

/** Part of what is granted that was found; null when nothing is granted. */
export const recallOf = ({ truePositives, falseNegatives }: Tally): number | null =>
  share(truePositives, truePositives + falseNegatives);

/** Harmonic mean of both. */
export const f1Of = ({ truePositives, falsePositives, falseNegatives }: Tally): number | null =>
  share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);

export const valuesOf = ({ slots, rightSlots }: Tally): number | null => share(rightSlots, slots);

/** Texts in which careful readers found the benefit granted. */
export const sizeOf = ({ truePositives, falseNegatives }: Tally): number => truePositives + falseNegatives;

const Z_95 = 1.96;

/** 95 % Wilson interval of a share: honest also for few cases and for 0 and 100 %. No case at all: all is possible. */
export function wilson(right: number, total: number): [low: number, high: number] {
  if (total === 0) return [0, 1];
  const z2 = Z_95 * Z_95;
  const p = right / total;
  const centre = p + z2 / (2 * total);
  const spread = Z_95 * Math.sqrt((p * (1 - p)) / total + z2 / (4 * total * total));
  const scale = 1 + z2 / total;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

/** Real annotated agreements in which a benefit must be granted before they judge it. */
export const REAL_MIN = 15;
/** Fewer real agreements cannot clear a reader, but this many mistakes among them, under this precision, condemn it. */
export const DOUBT_MISTAKES = 2;
export const DOUBT_PRECISION = 0.8;
/** Precision under which a benefit is published as « à confirmer ». */
export const PRECISION_MIN = 0.95;

export type Verdict = {
  /** What judged: real annotated agreements, the project's own sentences, or nothing at all. */
  basis: 'real' | 'own' | 'none';
  precision: number | null;
  /** The benefit is published as « à confirmer », and leaves the default filters. */
  isToConfirm: boolean;
};

/**
 * The publication gate. Real annotated agreements judge a benefit that at least fifteen of them grant (found or
 * missed: `sizeOf`), else the project's own sentences do. The point estimate of precision counts. What was never
 * measured, or never found anything, is to be confirmed.
 */
export function judge(quality: Quality, benefit: BenefitId): Verdict {
  const measured = quality.benefits[benefit];
  if (!measured) return { basis: 'none', precision: null, isToConfirm: true };
  const basis = sizeOf(measured.real) >= REAL_MIN || isDoubted(measured.real) ? 'real' : 'own';
  const precision = precisionOf(measured[basis]);
  return { basis, precision, isToConfirm: precision === null || precision < PRECISION_MIN };
}

const isDoubted = (real: Tally): boolean =>
  real.falsePositives >= DOUBT_MISTAKES && (precisionOf(real) ?? 0) < DOUBT_PRECISION;
