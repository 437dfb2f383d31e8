import { describe, expect, it } from 'vitest';
import { checkShrinkage } from '#pipeline/derive-checks.ts';

const counts = (employers: number, claims: number) => ({ employers, agreements: 0, claims });
const check = (after: ReturnType<typeof counts>, { isAccepted = false, isReread = false } = {}) =>
  checkShrinkage(
    { before: counts(100, 1000), after, withheld: counts(0, 0), disappeared: [] },
    { isAccepted, isReread },
  );

describe('what a derivation may lose', () => {
  it('is one in twenty, unless it is told to take more', () => {
    expect(() => check(counts(95, 950))).not.toThrow();
    expect(() => check(counts(94, 950))).toThrow(/employers would fall from 100 to 94/);
    expect(() => check(counts(95, 949))).toThrow(/claims would fall from 1000 to 949/);
    expect(() => check(counts(1, 1), { isAccepted: true })).not.toThrow();
  });

  it('is half of the claims, and no more employers, after another version read the texts', () => {
    expect(() => check(counts(95, 500), { isReread: true })).not.toThrow();
    expect(() => check(counts(95, 499), { isReread: true })).toThrow(/claims would fall/);
    expect(() => check(counts(94, 1000), { isReread: true })).toThrow(/employers would fall/);
  });
});
