import type { Values } from '../domain/extraction.ts';
import { readingOf } from './context/readings.ts';
import { readQuantities } from './numbers/reading.ts';
import type { Heading, Unit } from './context/units.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import { readSlot, readValues } from './values.ts';

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

/** « 10 € pour les salariés ayant un enfant ; » « 20 € pour ceux qui en ont deux. »: items below one introduction that open with a figure each. */
const OPENS_WITH_FIGURE = /^(?:[^a-z<]|\b(?:de|a|jusqu'a|soit) )*<[a-z]+:/;

/** « De 6 à 11 km : 2,40 € », « Au-delà de 11 km : 3,67 »: each opens with its band, and its figure follows. */
const BAND =
  /^\W*(?:(?:de|entre) \d[\d., ]*(?:km|kilometres|ans?|trajets?|jours?)? ?(?:a|et|-) ?\d|\d[\d., ]* ?(?:km|kilometres|ans?|trajets?|jours?) et plus|jusqu'a \d|moins d|plus d|au[ -]dela|a partir d|superieure?s? a|inferieure?s? a)[^:]{0,50}: ?/;
/** Its reading without the band; a figure without its unit has that of its neighbours. */
const behindBand = (unit: Unit, mark: string): string =>
  readQuantities(unit.plain.replace(BAND, '')).replace(/^<num:/, mark);

/** What opens the list: an introduction, or a title with a colon. */
const openerOf = ({ kind, intro, headings }: Unit): Heading | null => {
  if (kind === 'row' || kind === 'heading') return null;
  const title = headings.at(-1);
  return intro ?? (title?.plain.endsWith(':') ? title : null);
};

/** The items of the list that a sentence stands in, when each is a step of one scale; empty otherwise. */
function listOf(item: Unit, units: readonly Unit[]): readonly Unit[] {
  const opener = openerOf(item);
  const isIn = (unit: Unit | undefined): boolean =>
    unit !== undefined && openerOf(unit)?.start === opener?.start;
  let from = item.index;
  let to = item.index + 1;
  while (item.index - from < ROWS_MAX && isIn(units[from - 1])) from--;
  while (to - item.index < ROWS_MAX && isIn(units[to])) to++;
  const bands = units.slice(from, to).filter(({ plain }) => BAND.test(plain));
  if (bands.length > 1 && bands.includes(item)) return bands;
  const steps = units.slice(from, to).filter((unit) => /^\W*\d/.test(unit.plain));
  const isScale =
    steps.length > 1 &&
    steps.includes(item) &&
    steps.every((unit) => OPENS_WITH_FIGURE.test(readingOf(unit)));
  return isScale ? steps : [];
}

/** « Moins de 5 ans : 1 jour », « 1 jour jusqu’à 5 ans » */
const FROM_THE_START =
  /\b(?:moins d[e']|inferieure? a|jusqu'a|avant) ?<year:([\d.]+):[^>]*>[^<.;]{0,50}<(?:day|eur|pct)|<(?:day|eur|pct)[^>]*>[^<.;]{0,40}\b(?:moins d[e']|inferieure? a|jusqu'a|avant) ?<year:([\d.]+):/;

/** « 0 à 14 ans | 1 jour » */
const FROM_ZERO = /<year:0:[^>]*>[^<.;]{0,80}<(?:day|eur|pct)/;

/** Takes out the years of service of a scale that gives something before them: nobody waits for the first step. */
export function withoutWait({ slots }: CompiledBenefit, values: Values, readings: readonly string[]): void {
  for (const { name, isLow, unit } of slots) {
    if (!isLow || !unit.kinds.includes('year') || !(name in values)) continue;
    const isGivenBefore = readings.some((reading) => {
      if (FROM_ZERO.test(reading)) return true;
      const years = FROM_THE_START.exec(reading)?.slice(1).find(Boolean);
      return years !== undefined && Number(years) === values[name];
    });
    if (isGivenBefore) delete values[name];
  }
}

/**
 * « 0 à 10 km | 12 € », « 10 à 20 km | 15 € »: the figures of a scale are those of its highest row or item, which `row` is; null when
 * the figures come from no scale.
 */
export function topOfScale(
  { slots }: CompiledBenefit,
  values: Values,
  sources: readonly Unit[],
  units: readonly Unit[],
): { values: Values; row: Unit } | null {
  const source =
    sources.find((unit) => unit.kind === 'row' && unit.cells !== null) ??
    sources.find((unit) => openerOf(unit) !== null);
  // Rows that name an event each are no scale.
  if (!source || slots.some(({ unit, of }) => unit.isText && of === null)) return null;
  const table = source.cells ? tableOf(source, units) : listOf(source, units);
  if (table.length === 0 || (source.cells && !table.every(isStep))) return null;
  const own = readingOf(source);
  const top: Values = {};
  let row = source;
  for (const slot of slots) {
    const printed = values[slot.name];
    if (typeof printed !== 'number' || slot.isLow || readSlot(slot, [own], [])?.value !== printed) continue;
    let best = printed;
    for (const unit of table) {
      const reading =
        source.cells || !BAND.test(unit.plain)
          ? readingOf(unit)
          : behindBand(unit, `<${slot.unit.kinds[0]}:`);
      const read = readSlot(slot, [reading], [])?.value;
      if (typeof read !== 'number' || read <= best) continue;
      best = read;
      row = unit;
    }
    top[slot.name] = best;
  }
  return { values: top, row };
}

/** A line of its own (« Nouveaux montants : ») may stand between. */
const SCALE_WITHIN = 2;
/** « Prime de transport : + 5 % : » – « 1 à 5 km : 11 € »: the lines below it hold its figures. */
export const opensScale = (benefit: CompiledBenefit, unit: Unit, following: readonly Unit[]): boolean =>
  /:\W*$/.test(unit.plain) &&
  following.some(({ index }) => index > unit.index && index <= unit.index + SCALE_WITHIN) &&
  Object.keys(readValues(benefit, [], following.map(readingOf)).values).length > 0;
