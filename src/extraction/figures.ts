import { markedNumber } from './numbers/reading.ts';
import type { Period } from './numbers/reading.ts';
import type { Kind } from './numbers/scan.ts';
import type { Reader, Slot } from './patterns/compile.ts';
import { convertKind, convertPeriod } from './patterns/units.ts';

/** A value with where it stands in its reading. */
export type Found = { value: number | boolean | string; at: number };

export const clean = (value: number): number => Math.round(value * 1e4) / 1e4;

/** « 3 jours par an, 6 jours à partir de deux enfants »: of a scale told in one breath, its highest step. */
const STEP_BEHIND =
  /^<[^>]*>[^<;.()]{0,60}(?:, (?:et |puis |ou )?| ou )(?:de |a |portee?s? a )?<(?<kind>[a-z]+):(?<v>[^:>]*):(?<rest>[^>]*)>(?= (?:[a-z]+ )?(?:pour (?:ceux|celles|<|plus)|a partir d|au[- ]dela d|apres |si |lorsqu|en presence d))/;

export function stepBehind(reader: Reader, slot: Slot, text: string, at: number, value: number): number {
  const { as, pick } = reader;
  if (
    as !== 'number' ||
    slot.isLow ||
    (pick !== 'first' && pick !== 'max') ||
    !/, | ou </.test(text.slice(at))
  )
    return value;
  const step = STEP_BEHIND.exec(text.slice(at));
  if (!step || !slot.unit.kinds.includes(step.groups!.kind as Kind)) return value;
  const next = quantityOf(reader, slot, step);
  return next === null || next < value || next > slot.max ? value : clean(next);
}

/** « 20 € pour les jours de semaine et 40 € pour les jours fériés »: the figures of one list, each with what it is for. */
const NEXT_OF_LIST = /(?:pour|le|la|par|les) [^<.;:]{1,60}(?:,| et| ou| puis) (?:de |a )?$/;

/** The readers of the highest figure know what stands before the first of a list: the others follow. */
export function restOfList(reader: Reader, slot: Slot, text: string, from: number): Found[] {
  const found: Found[] = [];
  let at = from;
  for (const mark of text
    .slice(from)
    .matchAll(
      /<(?<kind>[a-z]+):(?<v>[^:>]*):(?<rest>[^>]*)>(?= ?(?:(?:brute?s?|nete?s?|nets?) )?(?:pour|\/|par|le|la) ?)/g,
    )) {
    const start = from + mark.index;
    if (!NEXT_OF_LIST.test(text.slice(at, start)) || !slot.unit.kinds.includes(mark.groups!.kind as Kind))
      break;
    const value = quantityOf(reader, slot, mark);
    if (value === null || value < slot.min || value > slot.max) break;
    found.push({ value: clean(value), at: start });
    at = start + mark[0].length;
  }
  return found;
}

export function quantityOf(reader: Reader, slot: Slot, match: RegExpExecArray): number | null {
  const { kind, v, rest } = match.groups ?? {};
  const period = (rest ?? '') as Period;
  if (v === undefined || (reader.needsPeriod && period === '')) return null;
  const value = convertKind(markedNumber(v), kind as Kind, slot.unit, reader.as === 'calendar-days');
  return value === null ? null : convertPeriod(value, reader.as === 'calendar-days' ? '' : period, slot.unit);
}
