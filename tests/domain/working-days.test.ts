import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, IsoDate } from '#domain/dates.ts';
import { addWorkingDays, easterOf, isWorkingDay, publicHolidays } from '#domain/working-days.ts';

const day = (text: string): IsoDate => IsoDate.parse(text);

describe('Easter', () => {
  it.each(['1961-04-02', '2000-04-23', '2008-03-23', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25'])(
    '%s',
    (date) => expect(easterOf(Number(date.slice(0, 4)))).toBe(date),
  ); // prettier-ignore
});

describe('public holidays', () => {
  it('are the eleven of article L3133-1', () => {
    expect(publicHolidays(2026)).toEqual([
      '2026-01-01', '2026-04-06', '2026-05-01', '2026-05-08', '2026-05-14', '2026-05-25',
      '2026-07-14', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-25',
    ]); // prettier-ignore
  });
});

describe('three working days', () => {
  it.each([
    ['a Monday', '2026-11-16', '2026-11-19'],
    ['a Friday', '2026-11-20', '2026-11-25'],
    ['a Saturday', '2026-11-21', '2026-11-25'],
    ['a Sunday', '2026-11-22', '2026-11-25'],
    ['before 11 November', '2026-11-09', '2026-11-13'],
    ['before Christmas and a weekend', '2026-12-23', '2026-12-29'],
    ['across the New Year', '2026-12-30', '2027-01-05'],
    ['before Easter Monday', '2026-04-02', '2026-04-08'],
    ['before Ascension Day', '2026-05-12', '2026-05-18'],
    ['the week of 1 and 8 May', '2026-04-30', '2026-05-06'],
    ['a Whit Monday itself', '2026-05-25', '2026-05-28'],
  ])('from %s', (_, from, to) => expect(addWorkingDays(day(from), 3)).toBe(to));

  it('end on a working day, with exactly three of them after the first day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const from = addDays(day('2020-01-01'), days);
        const end = addWorkingDays(from, 3);
        let passed = 0;
        for (let date = addDays(from, 1); date <= end; date = addDays(date, 1))
          passed += Number(isWorkingDay(date));
        expect([passed, isWorkingDay(end)]).toEqual([3, true]);
      }),
    );
  });
});
