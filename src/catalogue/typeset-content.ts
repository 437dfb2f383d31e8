import type { Benefit, Family } from '../domain/benefit.ts';
import type { GlossaryEntry } from '../domain/glossary.ts';
import type { Preset } from '../domain/preset.ts';
import type { QualityNotes } from '../domain/quality.ts';
import type { QvctTheme } from '../domain/qvct.ts';
import { typeset } from '../domain/typeset.ts';

/**
 * Authors type plain spaces and straight apostrophes; screens get French typography. Ids, addresses, units, search
 * words, patterns and example sentences stay as typed.
 */
export const typesetBenefit = (benefit: Benefit): Benefit => ({
  ...benefit,
  label: typeset(benefit.label),
  shortLabel: typeset(benefit.shortLabel),
  definition: typeset(benefit.definition),
  limits: typeset(benefit.limits),
  visibility: typeset(benefit.visibility),
  question: typeset(benefit.question),
  goodAnswer: typeset(benefit.goodAnswer),
  floor: benefit.floor.map((entry) => ({
    ...entry,
    rule: typeset(entry.rule),
    article: typeset(entry.article),
  })),
  values: Object.fromEntries(
    Object.entries(benefit.values).map(([slot, value]) => [slot, { ...value, label: typeset(value.label) }]),
  ),
});

export const typesetFamily = (family: Family): Family => ({
  ...family,
  label: typeset(family.label),
  description: typeset(family.description),
});

export const typesetPreset = (preset: Preset): Preset => ({
  ...preset,
  label: typeset(preset.label),
  sentence: typeset(preset.sentence),
  benefits: preset.benefits.map((wanted) => ({ ...wanted, why: typeset(wanted.why) })),
});

export const typesetGlossaryEntry = (entry: GlossaryEntry): GlossaryEntry => ({
  ...entry,
  term: typeset(entry.term),
  expansion: entry.expansion === null ? null : typeset(entry.expansion),
  definition: typeset(entry.definition),
  also: entry.also.map(typeset),
  article: entry.article === null ? null : typeset(entry.article),
});

export const typesetQvctTheme = (theme: QvctTheme): QvctTheme => ({
  ...theme,
  sentence: typeset(theme.sentence),
});

export const typesetNotes = (notes: QualityNotes): QualityNotes =>
  Object.fromEntries(Object.entries(notes).map(([id, lines]) => [id, lines.map(typeset)]));
