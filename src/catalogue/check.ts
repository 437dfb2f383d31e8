import type { Benefit, Family } from '../domain/benefit.ts';
import { SourceError } from '../domain/errors.ts';
import type { BenefitId } from '../domain/ids.ts';
import type { Preset } from '../domain/preset.ts';
import type { QualityNotes } from '../domain/quality.ts';
import { QVCT_THEMES, type QvctTheme } from '../domain/qvct.ts';

/** What a schema cannot see: links between files and fields. All throw SourceError. */

export function checkFamilies(families: Family[]): void {
  const seen = new Map<number, string>();
  for (const { id, order } of families) {
    const other = seen.get(order);
    if (other) throw new SourceError(`families/${id}.yml: order: ${order} is taken by "${other}"`);
    seen.set(order, id);
  }
}

export function checkBenefits(benefits: Benefit[], families: Map<string, Family>): void {
  const places = new Map<string, string>();
  for (const benefit of benefits) {
    const problem = problemOf(benefit, families);
    if (problem) throw new SourceError(`benefits/${benefit.id}.yml: ${problem}`);
    const place = `${benefit.family} ${benefit.place}`;
    const other = places.get(place);
    if (other)
      throw new SourceError(`benefits/${benefit.id}.yml: place: ${benefit.place} is taken by "${other}"`);
    places.set(place, benefit.id);
  }
}

function problemOf(benefit: Benefit, families: Map<string, Family>): string | null {
  const { family, qvctTheme, values, mainValue, floor, examples } = benefit;
  if (!families.has(family)) return `family: "${family}" is no file of content/families`;
  if (!QVCT_THEMES.some(({ id }) => id === qvctTheme))
    return `qvctTheme: "${qvctTheme}" is none of ${QVCT_THEMES.map(({ id }) => id).join(', ')}`;
  if (mainValue !== null && !Object.hasOwn(values, mainValue))
    return `mainValue: no slot "${mainValue}" in values`;
  for (const [slot, { of, unit }] of Object.entries(values))
    if (of !== undefined && (unit !== 'texte' || !Object.hasOwn(values, of)))
      return `values.${slot}.of: « texte » of another slot, and "${of}" is none`;
  for (const [i, entry] of floor.entries()) {
    if (entry.slot !== undefined && !Object.hasOwn(values, entry.slot))
      return `floor[${i}].slot: no slot "${entry.slot}" in values`;
    if ((entry.slot === undefined) !== (entry.minimum === undefined))
      return `floor[${i}]: slot and minimum go together`;
  }
  for (const [i, example] of examples.match.entries())
    for (const slot of Object.keys(example.values ?? {}))
      if (!Object.hasOwn(values, slot)) return `examples.match[${i}].values: no slot "${slot}" in values`;
  return null;
}

export function checkPresets(presets: Preset[], benefits: Map<BenefitId, Benefit>): void {
  for (const { id, benefits: wanted } of presets)
    for (const [i, { benefit }] of wanted.entries())
      if (!benefits.has(benefit))
        throw new SourceError(
          `presets/${id}.yml: benefits[${i}].benefit: "${benefit}" is no file of content/benefits`,
        );
}

export function checkNotes(notes: QualityNotes, benefits: Map<BenefitId, Benefit>): void {
  for (const id of Object.keys(notes))
    if (!benefits.has(id as BenefitId))
      throw new SourceError(`quality-notes.yml: "${id}" is no file of content/benefits`);
}

/** In the order of the framework; every theme has its file. */
export function orderQvctThemes(themes: QvctTheme[]): QvctTheme[] {
  return QVCT_THEMES.map(({ id }) => {
    const theme = themes.find((each) => each.id === id);
    if (!theme) throw new SourceError(`qvct/${id}.yml: missing; src/domain/qvct.ts names this theme`);
    return theme;
  });
}
