import { haveSameTitle } from '../context/units.ts';
import type { Unit } from '../context/units.ts';

/** « d’un abondement de 500 € ; », « – un forfait … »: how one of several things that a sentence above gives begins. */
const ITEM_OPENS = /^\s*(?:[-–•▪*·]|\p{Ll}+(?=[ '’]))/u;
/** « Ce dispositif est applicable aux … », « Elle est réservée à … » */
const POINTS_BACK = /^\W*(?:cet?|cette|ces|celle-ci|celui-ci|elles?|ils?)\b/;

const openingOf = (unit: Unit | undefined): string | null =>
  unit?.kind === 'item' || unit?.kind === 'paragraph'
    ? (ITEM_OPENS.exec(unit.raw)?.[0].trim() ?? null)
    : null;

/** The item of a list of which alone a sentence right below it tells, and the next item; null where it is of all of them. */
export function itemAbove(units: readonly Unit[], unit: Unit): { item: Unit; next: Unit } | null {
  const item = units[unit.index - 1];
  const opening = openingOf(item);
  if (!item || opening === null || openingOf(unit) !== null) return null;
  if (!POINTS_BACK.test(unit.plain) || !haveSameTitle(item, unit)) return null;
  for (let i = unit.index + 1; units[i] && haveSameTitle(units[i]!, unit); i++)
    if (openingOf(units[i]) === opening) return { item, next: units[i]! };
  return null;
}

/** A sentence tells of an item of a list that stands above the one to which `other` belongs. */
export function isOfItemBefore(units: readonly Unit[], unit: Unit, other: Unit): boolean {
  const own = unit.index < other.index ? itemAbove(units, unit) : null;
  return own !== null && own.next.index <= other.index;
}
