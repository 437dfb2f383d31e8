import type { Extraction, Finding } from '../../src/domain/extraction.ts';
import { f1Of, precisionOf, recallOf, type Tally, valuesOf } from '../../src/domain/quality.ts';
import type { GoldText } from './gold.ts';

export type Counts = Tally;
export type Mistake = {
  id: string;
  benefit: string;
  kind: 'false-positive' | 'false-negative' | 'value';
  detail: string;
};
export type Measure = {
  overall: Counts;
  byBenefit: Map<string, Counts>;
  /** `gold → predicted` → how many. */
  confusion: Map<string, number>;
  mistakes: Mistake[];
  n: number;
};

export const emptyCounts = (): Counts => ({
  truePositives: 0,
  falsePositives: 0,
  falseNegatives: 0,
  slots: 0,
  rightSlots: 0,
});

const isSame = (gold: unknown, found: unknown): boolean => {
  if (typeof gold === 'number') return typeof found === 'number' && Math.abs(gold - found) < 0.006;
  if (gold === 'oui' || gold === true) return found === true;
  return found !== undefined;
};

/** Unit = (text, benefit) with standing granted. Text slots count as read when they hold something. */
export function measure(
  texts: readonly GoldText[],
  extract: (gold: GoldText) => Extraction,
  benefits: ReadonlySet<string>,
): Measure {
  const result: Measure = {
    overall: emptyCounts(),
    byBenefit: new Map(),
    confusion: new Map(),
    mistakes: [],
    n: texts.length,
  };
  const count = (benefit: string, key: keyof Counts, by = 1): void => {
    const own = result.byBenefit.get(benefit) ?? emptyCounts();
    own[key] += by;
    result.byBenefit.set(benefit, own);
    result.overall[key] += by;
  };
  for (const gold of texts) {
    const { findings } = extract(gold);
    const names = new Set([
      ...gold.claims.map((claim) => claim.benefit),
      ...findings.map((finding) => finding.benefit),
    ]);
    for (const benefit of names) {
      if (gold.ignored.has(benefit) || !benefits.has(benefit)) continue;
      const claim = gold.claims.find((c) => c.benefit === benefit);
      const own = findings.filter((finding) => finding.benefit === benefit);
      const granted = own.filter((finding) => finding.standing === 'granted');
      const standing = granted.length > 0 ? 'granted' : (own[0]?.standing ?? 'none');
      const key = `${claim?.standing ?? 'none'} → ${standing}`;
      result.confusion.set(key, (result.confusion.get(key) ?? 0) + 1);
      if (claim?.standing === 'granted' && granted.length > 0) {
        count(benefit, 'truePositives');
        compareValues(gold.id, benefit, claim.values, granted, count, result.mistakes);
      } else if (claim?.standing === 'granted') {
        count(benefit, 'falseNegatives');
        result.mistakes.push({
          id: gold.id,
          benefit,
          kind: 'false-negative',
          detail: `${standing} [${own[0]?.rules.join(' ') ?? ''}] ${own[0]?.quote ?? ''}`,
        });
      } else if (granted.length > 0) {
        count(benefit, 'falsePositives');
        result.mistakes.push({
          id: gold.id,
          benefit,
          kind: 'false-positive',
          detail: `gold ${claim?.standing ?? 'none'} [${granted[0]!.rules.join(' ')}] ${granted[0]!.quote}`,
        });
      }
    }
  }
  return result;
}

function compareValues(
  id: string,
  benefit: string,
  gold: Record<string, unknown>,
  granted: readonly Finding[],
  count: (benefit: string, key: keyof Counts) => void,
  mistakes: Mistake[],
): void {
  const lead = granted[0]!;
  for (const [slot, value] of Object.entries(gold)) {
    count(benefit, 'slots');
    if (isSame(value, lead.values[slot])) count(benefit, 'rightSlots');
    else
      mistakes.push({
        id,
        benefit,
        kind: 'value',
        detail: `${slot}: gold ${String(value)}, found ${String(lead.values[slot] ?? '–')} ${JSON.stringify(lead.values)} ${lead.quote}`,
      });
  }
}

export type Figures = {
  precision: number | null;
  recall: number | null;
  f1: number | null;
  values: number | null;
  n: number;
};

export const figuresOf = (counts: Counts, n: number): Figures => ({
  precision: precisionOf(counts),
  recall: recallOf(counts),
  f1: f1Of(counts),
  values: valuesOf(counts),
  n,
});
