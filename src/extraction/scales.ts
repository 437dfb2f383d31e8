import type { Values } from '../domain/extraction.ts';
import { readingOf } from './context/readings.ts';
import type { Unit } from './context/units.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import { readSlot } from './values.ts';

/** Rows of one table that a scale may have. */
const ROWS_MAX = 40;

const isSameTable = (a: Unit, b: Unit | undefined): boolean =>
  b?.kind === 'row' && b.section === a.section && b.cells?.length === a.cells!.length;

/** Rows of the table that a row stands in, in order; the row alone when its table has no labels. */
function tableOf(row: Unit, units: readonly Unit[]): readonly Unit[] {
  let from = row.index;
  let to = row.index + 1;
  while (from > 0 && row.index - from < ROWS_MAX && isSameTable(row, units[from - 1])) from--;
  while (to < units.length && to - row.index < ROWS_MAX && isSameTable(row, units[to])) to++;
  return units.slice(from, to);
}

/** A scale counts something in its first column: years, kilometres, pay. A table of bonuses names another one in each row. */
const isStep = ({ plain, cells }: Unit): boolean => {
  const first = cells!.find(({ start, end }) => end > start);
  return first !== undefined && /\d/.test(plain.slice(first.start, first.end));
};

/**
 * « 0 à 10 km | 12 € », « 10 à 20 km | 15 € »: the figures of a scale are those of its highest row, which `row` is; null when the
 * figures come from no scale.
 */
export function topOfScale(
  { slots }: CompiledBenefit,
  values: Values,
  sources: readonly Unit[],
  units: readonly Unit[],
): { values: Values; row: Unit } | null {
  const source = sources.find((unit) => unit.kind === 'row' && unit.cells !== null);
  // Rows that name an event each are no scale.
  if (!source || slots.some(({ unit }) => unit.isText)) return null;
  const table = tableOf(source, units);
  if (!table.every(isStep)) return null;
  const own = readingOf(source);
  const top: Values = {};
  let row = source;
  for (const slot of slots) {
    const printed = values[slot.name];
    if (typeof printed !== 'number' || slot.isLow || readSlot(slot, [own], [])?.value !== printed) continue;
    let best = printed;
    for (const unit of table) {
      const read = readSlot(slot, [readingOf(unit)], [])?.value;
      if (typeof read !== 'number' || read <= best) continue;
      best = read;
      row = unit;
    }
    top[slot.name] = best;
  }
  return { values: top, row };
}
