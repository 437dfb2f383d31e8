import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Benefit } from '#domain/benefit.ts';
import { gapOf } from '#domain/gap.ts';
import { anyDay, day } from '../support/evidence.ts';

const floor = (since: string, minimum: number | undefined, slot: string | undefined = 'employerShare') => ({
  since: day(since),
  rule: 'L’employeur prend en charge la moitié au moins de la cotisation.',
  article: 'L911-7',
  url: 'https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000033220054',
  verifiedOn: day('2026-09-01'),
  slot,
  minimum,
});

const mutuelle: Pick<Benefit, 'floor' | 'isOptional' | 'values' | 'mainValue'> = {
  isOptional: false,
  floor: [floor('2016-01-01', 50)],
  values: {
    employerShare: { label: 'Part de l’employeur', unit: '%', better: 'more' },
    employerAmount: { label: 'Montant', unit: '€/mois', better: 'more' },
  },
  mainValue: 'employerShare',
};

describe('gapOf', () => {
  it.each([
    [72.45, 'beyond', 22.45],
    [50, 'at-floor', undefined],
    [49.9, 'below', 0.1],
  ])('sets %d %% against the half of the law: %s', (employerShare, kind, difference) => {
    expect(gapOf(mutuelle, { employerShare }, day('2024-01-01'), false)).toMatchObject({
      kind,
      ...(difference === undefined ? {} : { difference }),
      minimum: 50,
      unit: '%',
      article: 'L911-7',
      isBranchUnknown: false,
    });
  });

  it('never sets euros against a percentage', () => {
    const gap = gapOf(mutuelle, { employerAmount: 60 }, day('2024-01-01'), true);
    expect(gap.kind).toBe('not-comparable');
  });

  it('compares nothing where the passage does not say what the figure is', () => {
    const unless = { without: 'pay[eé]|rémun', reason: 'Le passage ne dit pas s’ils sont payés' };
    const paid = { ...mutuelle, floor: [{ ...floor('2016-01-01', 0), unless }] };
    const gap = (passage: string | null) =>
      gapOf(paid, { employerShare: 2 }, day('2024-01-01'), false, false, passage);
    expect(gap('Deux jours sont accordés.')).toEqual({ kind: 'not-comparable', reason: unless.reason });
    expect(gap('Deux jours. Ces absences sont Rémunérées.').kind).toBe('beyond');
    expect(gap(null).kind).toBe('beyond');
  });

  it('takes the minimum in force on the effective date, not today’s', () => {
    const raised = { ...mutuelle, floor: [floor('2016-01-01', 50), floor('2025-01-01', 60)] };
    expect(gapOf(raised, { employerShare: 55 }, day('2024-12-31'), false).kind).toBe('beyond');
    expect(gapOf(raised, { employerShare: 55 }, day('2025-01-01'), false).kind).toBe('below');
    expect(gapOf(raised, { employerShare: 55 }, day('2015-12-31'), false).kind).toBe('optional');
  });

  it('calls optional what the law does not ask', () => {
    expect(gapOf({ ...mutuelle, isOptional: true, floor: [] }, {}, null, true)).toEqual({ kind: 'optional' });
  });

  it('goes the other way where less is better', () => {
    const waiting = {
      ...mutuelle,
      floor: [floor('2016-01-01', 7, 'waitingDays')],
      values: { waitingDays: { label: 'Carence', unit: 'jours', better: 'less' as const } },
      mainValue: 'waitingDays',
    };
    expect(gapOf(waiting, { waitingDays: 0 }, day('2024-01-01'), false)).toMatchObject({
      kind: 'beyond',
      difference: 7,
    });
    // Waiting days that are paid for one absence a year are asked for again at the next one.
    expect(gapOf(waiting, { waitingDays: 0 }, day('2024-01-01'), false, true).kind).toBe('not-comparable');
  });

  it('sets what is granted on a condition against the law where more is better', () => {
    expect(gapOf(mutuelle, { employerShare: 60 }, day('2024-01-01'), false, true).kind).toBe('beyond');
  });

  it('compares only a number with the minimum of the very same slot', () => {
    const anyValue = fc.oneof(fc.integer(), fc.boolean(), fc.string());
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('employerShare', 'employerAmount', 'other'), anyValue),
        fc.option(anyDay),
        fc.boolean(),
        (values, effectiveOn, isBranchUnknown) => {
          const gap = gapOf(mutuelle, values, effectiveOn, isBranchUnknown);
          const isComparable = gap.kind !== 'optional' && gap.kind !== 'not-comparable';
          if (!isComparable) return;
          expect(typeof values[gap.slot]).toBe('number');
          expect(gap.unit).toBe(mutuelle.values[gap.slot]!.unit);
        },
      ),
    );
  });
});
