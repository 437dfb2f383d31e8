import type { Benefit, ValueSlot } from '../../domain/benefit.ts';
import type { BenefitId } from '../../domain/ids.ts';
import type { ValueReader } from '../../domain/benefit-patterns.ts';
import { SourceError } from '../../domain/errors.ts';
import { readQuantities } from '../numbers/reading.ts';
import { normalize, stripAccents } from '../text/normalize.ts';
import { needsOf } from '../text/needs.ts';
import { unitOf } from './units.ts';
import type { SlotUnit } from './units.ts';

export type Reader = {
  source: string;
  /** What a reading holds wherever the pattern matches; null when that is not one thing. */
  mark: string | null;
  /** Letters of which a reading holds some wherever the pattern matches; null when nothing can be told. */
  needs: readonly string[] | null;
  pattern: RegExp;
  pick: 'first' | 'last' | 'max' | 'min' | 'sum';
  as: 'number' | 'complement' | 'split' | 'constant' | 'calendar-days';
  constant: number | boolean | string | null;
  unless: RegExp | null;
  isNamedOnly: boolean;
  isAtFigure: boolean;
  needsPeriod: boolean;
};

export type Slot = {
  name: string;
  unit: SlotUnit;
  min: number;
  max: number;
  /** The lower, the better: a delay of unpaid days. */
  isLow: boolean;
  readers: Reader[];
  /** The slot whose number these words stand behind, « par kilomètre »: read where that stands, and nowhere else. */
  of: string | null;
};

/** A benefit ready to be looked for. */
export type CompiledBenefit = {
  id: BenefitId;
  terms: readonly string[];
  hides: readonly string[];
  needs: RegExp | null;
  excludes: RegExp | null;
  trade: { nafCodes: readonly string[]; unless: RegExp | null } | null;
  proof: { when: RegExp; otherwise: 'restates-law' | 'demanded' | 'none'; isInSection: boolean } | null;
  granted: RegExp | null;
  actionsGrant: boolean;
  /** Of a quote: always, never, or when it matches. */
  isPaidOnce: (quote: string) => boolean;
  restatesLaw: RegExp | null;
  demanded: RegExp | null;
  refused: RegExp | null;
  otherFigures: RegExp | null;
  legalFigure: { slot: string; atMost: number } | null;
  slots: Slot[];
};

const MARKS: Record<string, string> = {
  euros: '<eur:[^>]*>',
  percent: '<pct:[^>]*>',
  days: '<day:[^>]*>',
  weeks: '<week:[^>]*>',
  months: '<month:[^>]*>',
  years: '<year:[^>]*>',
  hours: '<hour:[^>]*>',
  minutes: '<minute:[^>]*>',
  times: '<times:[^>]*>',
  number: '<num:[^>]*>',
  split: '<split:[^>]*>',
  equal: '<equal:[^>]*>',
  gap: '(?:[^<>]|<num[^>]*>){0,60}?',
  far: '.{0,120}?',
};

/** Expands `{…}` and compiles; throws SourceError naming the file and the expression. */
export function compileExpression(source: string, where: string, unit: SlotUnit | null): RegExp {
  const expanded = stripAccents(source).replace(
    /\{([a-z]+)(?:=([\d.]+))?\}/g,
    (_, name: string, exact?: string) => {
      if (name === 'v') {
        if (!unit) throw new SourceError(`${where}: {v} stands only in the readers of a slot: ${source}`);
        return `<(?<kind>${unit.kinds.join('|')}):(?<v>[^:>]*):(?<rest>[^>]*)>`;
      }
      if (name === 'n') return '<(?<kind>num):(?<v>[^:>]*):(?<rest>[^>]*)>';
      const mark = MARKS[name];
      if (mark && exact) return mark.replace('[^>]*', `${exact.replace('.', '·')}:[^>]*`);
      if (!mark) throw new SourceError(`${where}: unknown mark {${name}} in ${source}`);
      return mark;
    },
  );
  try {
    return new RegExp(expanded, 'g');
  } catch (cause) {
    throw new SourceError(`${where}: not a regular expression: ${source}`, { cause });
  }
}

function compileAny(sources: readonly string[] | undefined, where: string, flags = ''): RegExp | null {
  if (!sources || sources.length === 0) return null;
  const parts = sources.map((source) => compileExpression(source, where, null).source);
  return new RegExp(parts.map((part) => `(?:${part})`).join('|'), flags);
}

const CALENDAR_KINDS: SlotUnit['kinds'] = ['day', 'week', 'month'];

/** What each alternative of the pattern holds outside its groups: a mark of one kind, or some mark. */
function markOf(pattern: string, kinds: SlotUnit['kinds']): string | null {
  let flat = pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, '');
  while (/\([^()]*\)/.test(flat)) flat = flat.replace(/\([^()]*\)/g, '');
  const alternatives = flat.split('|');
  if (kinds.length === 1 && alternatives.every((one) => /\{v\}(?![?*]|\{\d)/.test(one)))
    return `<${kinds[0]}:`;
  return alternatives.every((one) => /\{(?!gap|far)[a-z]+(?:=[\d.]+)?\}(?![?*]|\{\d)/.test(one)) ? '<' : null;
}

/** More of them cost as much as the expression. */
const NEEDS_MAX = 4;

function lettersOf({ source }: RegExp): string[] | null {
  const letters = needsOf(source)?.map(({ part }) => part);
  return letters && letters.length <= NEEDS_MAX && !letters.includes('') ? letters : null;
}

function compileReader(reader: ValueReader, where: string, unit: SlotUnit): Reader {
  const spec = typeof reader === 'string' ? { pattern: reader } : reader;
  const constant = spec.value ?? null;
  const kinds = spec.as === 'calendar-days' ? CALENDAR_KINDS : unit.kinds;
  const pattern = compileExpression(spec.pattern, where, { ...unit, kinds });
  return {
    source: spec.pattern,
    mark: markOf(spec.pattern, kinds),
    needs: lettersOf(pattern),
    pattern,
    pick: spec.pick ?? 'first',
    as: constant !== null ? 'constant' : (spec.as ?? 'number'),
    constant,
    unless: spec.unless ? new RegExp(compileExpression(spec.unless, where, null).source) : null,
    isNamedOnly: spec.within === 'named',
    isAtFigure: spec.within === 'figure',
    needsPeriod: spec.period === 'stated',
  };
}

function compileSlot(name: string, slot: ValueSlot, readers: readonly ValueReader[], where: string): Slot {
  const unit = unitOf(slot.unit);
  return {
    name,
    unit,
    isLow: slot.better === 'less',
    of: slot.of ?? null,
    min: slot.min ?? 0,
    max: slot.max ?? Number.POSITIVE_INFINITY,
    readers: readers.map((reader) => compileReader(reader, `${where}: values.${name}`, unit)),
  };
}

function paidOnceIn(paidOnce: boolean | string | undefined, where: string): CompiledBenefit['isPaidOnce'] {
  if (typeof paidOnce !== 'string') return () => paidOnce ?? false;
  const pattern = compileAny([paidOnce], `${where}.paidOnce`)!;
  return (quote) => pattern.test(readQuantities(normalize(quote)));
}

/** Throws SourceError naming the file and field of the first pattern that cannot be used. */
export function compileBenefit(benefit: Benefit): CompiledBenefit {
  const where = `content/benefits/${benefit.id}.yml: patterns`;
  const { patterns } = benefit;
  const slots = Object.entries(patterns.values ?? {}).map(([name, readers]) => {
    const slot = benefit.values[name];
    if (!slot) throw new SourceError(`${where}: values.${name} is not declared under values of the benefit.`);
    return compileSlot(name, slot, readers, where);
  });
  return {
    id: benefit.id,
    terms: patterns.terms,
    hides: patterns.hides ?? [],
    needs: compileAny(patterns.needs, `${where}.needs`),
    excludes: compileAny(patterns.excludes, `${where}.excludes`),
    trade: patterns.trade
      ? { nafCodes: patterns.trade.nafCodes, unless: compileAny(patterns.trade.unless, `${where}.trade`) }
      : null,
    proof: patterns.proof
      ? {
          when: compileAny(patterns.proof.when, `${where}.proof`)!,
          otherwise: patterns.proof.otherwise,
          isInSection: patterns.proof.within === 'section',
        }
      : null,
    granted: compileAny(patterns.grantedWhen, `${where}.grantedWhen`),
    actionsGrant: patterns.actionsGrant ?? false,
    isPaidOnce: paidOnceIn(patterns.paidOnce, where),
    restatesLaw: compileAny(patterns.restatesLawWhen, `${where}.restatesLawWhen`),
    demanded: compileAny(patterns.demandedWhen, `${where}.demandedWhen`),
    refused: compileAny(patterns.refusedWhen, `${where}.refusedWhen`),
    otherFigures: compileAny(patterns.otherFigures, `${where}.otherFigures`, 'g'),
    legalFigure: patterns.legalFigure ?? null,
    slots,
  };
}
