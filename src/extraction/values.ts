import type { Values } from '../domain/extraction.ts';
import type { CompiledBenefit, Reader, Slot } from './patterns/compile.ts';
import { clean, quantityOf, restOfList, stepBehind } from './figures.ts';
import type { Found } from './figures.ts';
import { markedNumber } from './numbers/reading.ts';
import { holdsOne, matchesOf } from './text/matches.ts';
import { once } from './text/once.ts';
import { readingOf } from './context/readings.ts';
import type { Unit } from './context/units.ts';

/** A value with the sentence that gave it. */
export type ReadValue = { value: number | boolean | string; source: number; at: number };

/** « 40/60 (salarié/employeur) »: the employer's part comes second when the employee is named first. */
function employerPart(text: string, match: RegExpExecArray): number {
  const around = text.slice(Math.max(0, match.index - 60), match.index + match[0].length + 60);
  const employee = around.search(/salarie/);
  const employer = around.search(/employeur|patronal|entreprise|societe/);
  const isEmployeeFirst =
    employee >= 0 &&
    employer >= 0 &&
    employee < employer &&
    /salariee?s?\)? ?[/-] ?(?:employeur|entreprise|patronal)|part salariale.*part patronale/.test(around);
  const shares = /<(?:split|equal):([^:>]*):([^>]*)>/.exec(match[0]);
  return markedNumber(shares?.[isEmployeeFirst ? 2 : 1] ?? 'none');
}

const NONE: readonly Found[] = [];
/** « Part salariale | 0,46 % »: so few percent with decimals are a rate of pay or of the ceiling, and no part of a contribution. */
const SHARE_MIN = 5;

function valuesOf(reader: Reader, slot: Slot, text: string): readonly Found[] {
  const { mark, needs } = reader;
  if (mark && !text.includes(mark)) return NONE;
  if (needs && !holdsOne(text, needs)) return NONE;
  reader.pattern.lastIndex = 0;
  const first = reader.pattern.exec(text);
  if (!first || reader.unless?.test(text)) return NONE;
  const found: Found[] = [];
  for (let match: RegExpExecArray | null = first; match; match = reader.pattern.exec(text)) {
    if (match[0].length === 0) reader.pattern.lastIndex++;
    if (reader.as === 'constant') {
      found.push({ value: reader.constant!, at: match.index });
      break;
    }
    const converted = reader.as === 'split' ? employerPart(text, match) : quantityOf(reader, slot, match);
    if (converted === null || Number.isNaN(converted)) continue;
    if (reader.as === 'complement' && converted < SHARE_MIN && !Number.isInteger(converted)) continue;
    const value = clean(reader.as === 'complement' ? 100 - converted : converted);
    if (value < slot.min || value > slot.max) continue;
    const at = match.index + match[0].lastIndexOf('<');
    found.push({ value: stepBehind(reader, slot, text, at, value), at });
    if (reader.pick === 'max' && reader.as === 'number')
      found.push(...restOfList(reader, slot, text, text.indexOf('>', at) + 1));
  }
  return found;
}

function pickFrom(reader: Reader, found: ReadValue[]): ReadValue {
  const numbers = found.filter(
    (item): item is ReadValue & { value: number } => typeof item.value === 'number',
  );
  if (numbers.length === 0) return found[0]!;
  switch (reader.pick) {
    case 'first':
      return numbers[0]!;
    case 'last':
      return numbers.at(-1)!;
    case 'max':
      return numbers.reduce((best, item) => (item.value > best.value ? item : best));
    case 'min':
      return numbers.reduce((best, item) => (item.value < best.value ? item : best));
    case 'sum':
      return {
        ...numbers[0]!,
        value: clean(numbers.reduce((total, item) => total + item.value, 0)),
      };
  }
}

/**
 * Reads one slot from readings given in order of preference; `source` is the index of the reading. Of `named`, the first `own` hold
 * a word of the benefit; the others stand under its title.
 */
export function readSlot(
  slot: Slot,
  named: readonly string[],
  following: readonly string[],
  own = named.length,
): ReadValue | null {
  const all = [...named, ...following];
  let isFirst = true;
  let from = 0;
  for (const to of [own, named.length, all.length]) {
    if (to === from) continue;
    for (const reader of slot.readers) {
      if (from > 0 && reader.isNamedOnly) continue;
      const wantsAll = reader.pick !== 'first';
      // A scale runs over the sentences that name the benefit and those below: all of them were read the first time.
      const isScale = wantsAll && !reader.isNamedOnly;
      if (isScale && !isFirst) continue;
      const end = isScale ? all.length : to;
      let found: ReadValue[] | null = null;
      for (let source = isScale ? 0 : from; source < end && (!found || wantsAll); source++)
        for (const one of valuesOf(reader, slot, all[source]!)) (found ??= []).push({ ...one, source });
      if (found) return pickFrom(reader, found);
    }
    isFirst = false;
    from = to;
  }
  return null;
}

/** What follows a figure is farther than what stands before it: « Mariage du salarié 5 jours Mariage d’un enfant 1 jour ». */
const BEHIND = 25;

/** A slot in words, read nearest to the figure that leads: the event of these days, not of others in the sentence. */
function wordsNear(slot: Slot, text: string, leading: ReadValue): ReadValue | null {
  let best: ReadValue | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const reader of slot.readers) {
    if (reader.as !== 'constant') continue;
    for (const { index, 0: words } of matchesOf(reader.pattern, text)) {
      const end = index + words.length;
      const away =
        index === leading.at
          ? -1
          : end <= leading.at
            ? leading.at - end
            : Math.max(0, index - leading.at) + BEHIND;
      if (away >= distance || (reader.isAtFigure && index !== leading.at)) continue;
      if (reader.unless?.test(text.slice(Math.max(0, index - 5), end + BEHIND))) continue;
      best = { value: reader.constant!, source: leading.source, at: index };
      distance = away;
    }
  }
  return best;
}

/** « par kilomètre » goes with its number. */
export const withoutStrays = (values: Values, { slots }: CompiledBenefit): Values => {
  const strays = slots.filter(({ of, name }) => of !== null && name in values && !(of in values));
  if (strays.length === 0) return values;
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !strays.some((slot) => slot.name === name)),
  );
};

/** Readings without the figures that are none of the benefit; all else stays where it is. */
const ownFigures = (texts: readonly string[], { otherFigures }: CompiledBenefit): readonly string[] =>
  otherFigures ? texts.map((text) => text.replace(otherFigures, (words) => ' '.repeat(words.length))) : texts;

/** All slots of a benefit; `sources` holds the index of each reading that gave a value. */
export function readValues(
  benefit: CompiledBenefit,
  namedTexts: readonly string[],
  followingTexts: readonly string[],
  own = namedTexts.length,
): { values: Values; sources: Set<number> } {
  const named = ownFigures(namedTexts, benefit);
  const following = ownFigures(followingTexts, benefit);
  const values: Values = {};
  const sources = new Set<number>();
  const all = [...named, ...following];
  const numbers = new Map<string, ReadValue>();
  let leading: ReadValue | undefined;
  for (const slot of benefit.slots) {
    const number = slot.of === null ? leading : numbers.get(slot.of);
    const words = slot.unit.isText && number ? wordsNear(slot, all[number.source]!, number) : null;
    const read: ReadValue | null = words ?? (slot.of === null ? readSlot(slot, named, following, own) : null);
    if (!read) continue;
    if (typeof read.value === 'number') {
      leading ??= read;
      numbers.set(slot.name, read);
    }
    values[slot.name] = read.value;
    sources.add(read.source);
  }
  return { values, sources };
}

const valuesByBenefit = once((_unit: Unit) => new Map<CompiledBenefit, Values>());

/** What the sentence gives alone, read once. */
export function ownValues(benefit: CompiledBenefit, unit: Unit): Values {
  const read = valuesByBenefit(unit);
  let values = read.get(benefit);
  if (!values) read.set(benefit, (values = readValues(benefit, [readingOf(unit)], []).values));
  return values;
}
