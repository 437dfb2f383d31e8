import type { Extraction, Finding } from '../../src/domain/extraction.ts';
import type { GoldText } from './gold.ts';

export type Counts = {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  slots: number;
  rightSlots: number;
};
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

const emptyCounts = (): Counts => ({
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

/** 95 % Wilson interval of a share. */
export function wilson(right: number, total: number): [number, number] {
  if (total === 0) return [0, 1];
  const z = 1.96;
  const p = right / total;
  const centre = p + (z * z) / (2 * total);
  const spread = z * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

export type Figures = {
  precision: number | null;
  recall: number | null;
  f1: number | null;
  values: number | null;
  n: number;
};

const ratio = (a: number, b: number): number | null => (b === 0 ? null : a / b);

export function figuresOf(
  { truePositives: tp, falsePositives: fp, falseNegatives: fn, slots, rightSlots }: Counts,
  n: number,
): Figures {
  return {
    precision: ratio(tp, tp + fp),
    recall: ratio(tp, tp + fn),
    f1: ratio(2 * tp, 2 * tp + fp + fn),
    values: ratio(rightSlots, slots),
    n,
  };
}
