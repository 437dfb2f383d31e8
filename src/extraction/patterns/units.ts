import type { Kind } from '../numbers/scan.ts';
import type { Period } from '../numbers/reading.ts';

/** What a slot measures. `text` and `flag` hold no number. */
export type SlotUnit = { kinds: readonly Kind[]; period: Period; isFlag: boolean; isText: boolean };

const KINDS: [RegExp, Kind[]][] = [
  [/^€/, ['eur']],
  [/^%/, ['pct']],
  [/^jours?/, ['day']],
  [/^semaines?/, ['week']],
  [/^mois/, ['month']],
  [/^années?/, ['year']],
  [/^heures?/, ['hour']],
  [/^minutes?/, ['minute', 'hour']],
  [/^fois/, ['times', 'num']],
];
const PERIODS: [RegExp, Period][] = [
  [/\/an$/, 'y'],
  [/\/mois$/, 'm'],
  [/\/semaine$/, 'w'],
  // One meal of a day of work.
  [/\/(?:jour|repas)$/, 'd'],
];

/** Reads a unit as the taxonomy prints it: « jours/semaine », « €/an », « % masse salariale », « fois/an », « oui/non ». */
export function unitOf(unit: string): SlotUnit {
  return {
    kinds: KINDS.find(([pattern]) => pattern.test(unit))?.[1] ?? ['num'],
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
  if (unit.period === '' || from === '' || from === unit.period || (unit.period === 'm' && /^m/.test(from)))
    return value;
  // Days of a year say nothing of one month: « 10 jours par an » may be taken at once.
  if (unit.period === 'm' && unit.kinds[0] === 'day') return null;
  const source = /^m\d/.test(from) ? Number(from.slice(1)) : PER_YEAR[from];
  const target = PER_YEAR[unit.period];
  if (source === undefined || target === undefined) return null;
  return Math.round(((value * source) / target) * 100) / 100;
}

/** « un mois à l’avance » = 30 days, « deux semaines » = 14: calendar days, for delays. */
const CALENDAR_DAYS: Partial<Record<Kind, number>> = { day: 1, week: 7, month: 30 };

/** Value in the kind the slot counts in; null when the two kinds do not compare. */
export function convertKind(value: number, kind: Kind, unit: SlotUnit, isDelay: boolean): number | null {
  if (isDelay) return value * (CALENDAR_DAYS[kind] ?? Number.NaN);
  if (kind === 'hour' && unit.kinds[0] === 'minute') return value * 60;
  return unit.kinds.includes(kind) || kind === 'num' ? value : null;
}
