import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRANCE, mergeBands, PANEL_MINIMUM, widen } from '#domain/panel.ts';

const sizes = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 6 }).map((counts) =>
  counts.map((employers, at) => ({ bands: [`b${at}`], employers })),
); // prettier-ignore

describe('groups of employers', () => {
  it('never holds fewer than ten, loses nobody and keeps the order', () => {
    fc.assert(
      fc.property(sizes, (counts) => {
        const groups = mergeBands(counts);
        const all = counts.reduce((sum, { employers }) => sum + employers, 0);
        expect(groups.every(({ employers }) => employers >= PANEL_MINIMUM)).toBe(true);
        expect(groups.length > 0).toBe(all >= PANEL_MINIMUM);
        if (groups.length === 0) return;
        expect(groups.flatMap(({ bands }) => bands)).toEqual(counts.flatMap(({ bands }) => bands));
        expect(groups.reduce((sum, { employers }) => sum + employers, 0)).toBe(all);
      }),
    );
  });

  it('merges the smallest upward, and what is left at the top downward', () => {
    const bands = (...counts: number[]) => mergeBands(counts.map((employers, at) => ({ bands: [String(at)], employers }))); // prettier-ignore
    expect(bands(9, 1, 10)).toEqual([
      { bands: ['0', '1'], employers: 10 },
      { bands: ['2'], employers: 10 },
    ]);
    expect(bands(10, 9)).toEqual([{ bands: ['0', '1'], employers: 19 }]);
    expect(bands(4, 5)).toEqual([]);
  });

  it('widens until there are ten, and says what was too small', () => {
    const rungs = ['22', '53', '75'].map((code) => ({
      label: code,
      scope: { ...FRANCE, departments: [code] },
    }));
    const counts = new Map([['22', 4], ['53', 10], ['75', 99]]); // prettier-ignore
    const found = widen(rungs, ({ departments }) => counts.get(departments![0]!)!);
    expect(found).toMatchObject({ employers: 10, refused: [{ label: '22', employers: 4 }] });
    expect(found.rung.label).toBe('53');
  });

  it('stops at the last rung, however small', () => {
    const found = widen([{ label: 'France entière', scope: FRANCE }], () => 3);
    expect(found).toMatchObject({ employers: 3, refused: [] });
  });
});
