import { describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/dates.ts';
import type { BenefitId } from '#domain/ids.ts';
import {
  f1Of,
  judge,
  precisionOf,
  Quality,
  recallOf,
  sizeOf,
  valuesOf,
  wilson,
  type Tally,
} from '#domain/quality.ts';

const tally = (truePositives: number, falsePositives: number, falseNegatives: number): Tally => ({
  truePositives,
  falsePositives,
  falseNegatives,
  slots: 0,
  rightSlots: 0,
});
const creche = 'creche' as BenefitId;
const none = tally(0, 0, 0);
const measurement = { measuredOn: '2026-11-21' as IsoDate, extractor: 'test' };
const withFigures = (real: Tally, own: Tally): Quality => ({
  real: { ...measurement, texts: 1, passages: 1, employers: 1 },
  own: { ...measurement, grants: 15, traps: 8 },
  overall: { real, own },
  benefits: { [creche]: { real, own } },
});

describe('shares', () => {
  it('are those of the book, and null where there is nothing to share', () => {
    const some = { ...tally(18, 2, 6), slots: 10, rightSlots: 9 };
    expect([precisionOf(some), recallOf(some), valuesOf(some), sizeOf(some)]).toEqual([0.9, 0.75, 0.9, 24]);
    expect(f1Of(some)).toBeCloseTo(0.8182, 4);
    expect([precisionOf(none), recallOf(none), f1Of(none), valuesOf(none)]).toEqual([null, null, null, null]);
  });

  // Values of the formula at z = 1.96, worked out apart.
  it.each([
    [0, 10, 0, 0.2775],
    [1, 10, 0.0179, 0.4042],
    [5, 10, 0.2366, 0.7634],
    [10, 10, 0.7225, 1],
    [15, 16, 0.7167, 0.9889],
    [81, 263, 0.2553, 0.3662],
  ])('%i of %i: between %f and %f', (right, total, low, high) => {
    const [from, to] = wilson(right, total);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });

  it('may be anything when there is no case', () => {
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});

describe('the publication gate', () => {
  it('asks real agreements from fifteen that grant on, found or missed', () => {
    const own = tally(15, 0, 0);
    expect(judge(withFigures(tally(10, 1, 4), own), creche)).toEqual({ basis: 'own', precision: 1, isToConfirm: false });
    expect(judge(withFigures(tally(10, 3, 5), own), creche)).toMatchObject({ basis: 'real', isToConfirm: true });
    // What was found wrongly does not make an agreement that grants.
    expect(judge(withFigures(tally(14, 1, 0), own), creche).basis).toBe('own');
  }); // prettier-ignore

  it('publishes from 95 % on, on either set', () => {
    expect(judge(withFigures(tally(19, 1, 0), none), creche)).toEqual({ basis: 'real', precision: 0.95, isToConfirm: false });
    expect(judge(withFigures(tally(18, 1, 0), none), creche)).toMatchObject({ basis: 'real', isToConfirm: true });
    expect(judge(withFigures(none, tally(19, 1, 0)), creche)).toMatchObject({ basis: 'own', isToConfirm: false });
    expect(judge(withFigures(none, tally(18, 1, 0)), creche)).toMatchObject({ basis: 'own', isToConfirm: true });
  }); // prettier-ignore

  it('doubts a reader wrong twice and under 80 % on few real agreements', () => {
    const own = tally(15, 0, 0);
    expect(judge(withFigures(tally(7, 2, 0), own), creche)).toMatchObject({
      basis: 'real',
      isToConfirm: true,
    });
    expect(judge(withFigures(tally(8, 2, 0), own), creche)).toMatchObject({
      basis: 'own',
      isToConfirm: false,
    });
    expect(judge(withFigures(tally(1, 1, 0), own), creche)).toMatchObject({
      basis: 'own',
      isToConfirm: false,
    });
  });

  it('does not trust the point estimate of the other set', () => {
    expect(judge(withFigures(tally(15, 3, 0), tally(15, 0, 0)), creche).isToConfirm).toBe(true);
    expect(judge(withFigures(tally(15, 0, 0), tally(5, 5, 0)), creche).isToConfirm).toBe(false);
  });

  it('holds back what was never measured, or never found', () => {
    expect(judge(withFigures(none, none), 'rtt' as BenefitId)).toEqual({
      basis: 'none',
      precision: null,
      isToConfirm: true,
    });
    expect(judge(withFigures(tally(0, 0, 15), tally(15, 0, 0)), creche)).toMatchObject({
      precision: null,
      isToConfirm: true,
    });
  });
});

describe('the file of figures', () => {
  it('takes figures only', () => {
    const whole = withFigures(none, none);
    expect(Quality.parse(whole)).toEqual(whole);
    expect(Quality.safeParse({ ...whole, passages: ['un texte'] }).success).toBe(false);
    expect(Quality.safeParse(withFigures(tally(-1, 0, 0), none)).success).toBe(false);
    expect(Quality.safeParse(withFigures(tally(0.5, 0, 0), none)).success).toBe(false);
  });
});
