import type { Kind } from '../numbers/scan.ts';
import type { Period } from '../numbers/reading.ts';

/** What a slot measures. `text` and `flag` hold no number. */
export type SlotUnit = { kind: Kind; period: Period; isFlag: boolean; isText: boolean };

const KINDS: [RegExp, Kind][] = [
  [/^€/, 'eur'],
  [/^%/, 'pct'],
  [/^jours?/, 'day'],
  [/^semaines?/, 'week'],
  [/^mois/, 'month'],
  [/^années?/, 'year'],
  [/^heures?/, 'hour'],
  [/^minutes?/, 'minute'],
];
const PERIODS: [RegExp, Period][] = [
  [/\/an$/, 'y'],
  [/\/mois$/, 'm'],
  [/\/semaine$/, 'w'],
  [/\/jour$/, 'd'],
];

/** Reads a unit as the taxonomy prints it: « jours/semaine », « €/an », « % masse salariale », « fois/an », « oui/non ». */
export function unitOf(unit: string): SlotUnit {
  return {
    kind: KINDS.find(([pattern]) => pattern.test(unit))?.[1] ?? 'num',
    period: PERIODS.find(([pattern]) => pattern.test(unit))?.[1] ?? '',
    isFlag: unit === 'oui/non',
    isText: unit === 'texte',
  };
}

/** How many of the period make a year. */
const PER_YEAR: Partial<Record<Period, number>> = { y: 1, s: 2, t: 4, m: 12 };

/**
 * Converts a number stated per `from` to the period of the slot; null when the two do not compare. Years, half-years, quarters
 * and months convert into each other; weeks and days into nothing: nobody knows how many are worked.
 */
export function convertPeriod(value: number, from: Period, unit: SlotUnit): number | null {
  if (unit.period === '' || from === '' || from === unit.period) return value;
  const source = PER_YEAR[from];
  const target = PER_YEAR[unit.period];
  if (source === undefined || target === undefined) return null;
  return Math.round(((value * source) / target) * 100) / 100;
}
