import type { Scope, Values } from '../../domain/extraction.ts';
import type { Whom } from './around.ts';
import { categoriesOf, joinGroups } from './categories.ts';
import { BETWEEN_GROUPS } from './grades.ts';
import type { CompiledBenefit } from '../patterns/compile.ts';
import type { Unit } from '../context/units.ts';
import { scanQuantities } from '../numbers/scan.ts';
import { scopeOf } from './scope.ts';
import type { Candidate } from '../standing/responses.ts';
import { gated, holds } from '../text/gates.ts';
import { matchesOf } from '../text/matches.ts';
import { ownValues } from '../values.ts';

/** Longer sentences are lists. */
const SENTENCE_MAX = 400;

/** Of two groups, the one whose part of the sentence prints the figures: « le taux des cadres à 2 % et celui des ouvriers à 1 % ». */
function groupOf(label: string, plain: string, values: Values): string | null {
  const groups = label.split(BETWEEN_GROUPS);
  if (groups.length !== 2 || plain.length > SENTENCE_MAX) return null;
  const places = groups.map((group) => plain.indexOf(group));
  const middle = Math.max(...places);
  const parts = [plain.slice(Math.max(0, Math.min(...places)), middle), plain.slice(middle)];
  const printed = parts.map((part) => new Set(scanQuantities(part).map(({ value }) => value)));
  const figures = Object.values(values).filter((value) => typeof value === 'number');
  if (places.includes(-1) || figures.length === 0 || printed.some(({ size }) => size === 0)) return null;
  const own = printed.map((numbers) => figures.every((value) => numbers.has(value)));
  if (own[0] === own[1]) return null;
  return groups[places.indexOf(own[0] ? Math.min(...places) : middle)]!;
}

/** « 50 % pour les non-cadres et 80 % pour les cadres » */
const EACH =
  /(?<!\d|\d[.,])(\d[\d ]*(?:[.,]\d+)?) ?(?:%|€|euros?|jours?)[^.;:\d]{0,40}? pour (?:les |le personnel |le college )?((?:non[- ])?cadres?|ouvriers|employes|etam|techniciens|agents de maitrise)\b/g;

/** Of groups that are everybody together, each with a figure of its own, the one whose figures are told. */
function groupOfAll(plain: string, values: Values): string | null {
  const each = plain.includes(' pour ') ? matchesOf(EACH, plain) : [];
  const groups = new Set(each.map(([, , group]) => group));
  if (groups.size < 2 || groups.size !== each.length) return null;
  const figures = Object.values(values);
  const own = each.filter(([, figure]) =>
    figures.includes(Number(figure!.replace(/ /g, '').replace(',', '.'))),
  );
  return own.length === 1 ? own[0]![2]! : null;
}

/** To whom a grant is limited; where its sentence gives each of two groups its own figures, the group of those that are told. */
export function scopeOfFigures(
  units: readonly Unit[],
  { unit, owner }: Candidate,
  whom: Whom,
  used: readonly Unit[],
  values: Values,
): Scope {
  const scope = scopeOf(units, unit, owner, whom, used.includes(unit) ? undefined : used[0]);
  const { kind, label } = scope;
  const one = kind === 'employer' ? groupOfAll((used[0] ?? unit).plain, values) : null;
  if (one) return { kind: 'category', label: one, sirets: [] };
  if (kind !== 'category' || !label?.includes(' et ')) return scope;
  const group = groupOf(label, (used[0] ?? unit).plain, values);
  return group ? { ...scope, label: group } : scope;
}

/** « Les non-cadres ont également droit à cette prime. » */
const ALSO = gated(/\b(?:egalement|aussi|de meme|au meme titre)\b/);

/**
 * The same scope with the groups that other sentences of the grant give it too: in so many words, with the same figures, or without
 * any where it has none. « Seulement les cadres » would be false there.
 */
export function withOthers(
  scope: Scope,
  others: readonly Unit[],
  benefit: CompiledBenefit,
  values: Values,
): Scope {
  if (scope.kind !== 'category' || scope.label === null) return scope;
  const figures = Object.entries(values).filter(([, value]) => typeof value === 'number');
  let { label } = scope;
  for (const one of others) {
    const group = categoriesOf(one);
    if (!group || label.includes(group)) continue;
    const own = ownValues(benefit, one);
    const isSame = figures.every(([slot, value]) => own[slot] === value);
    const isTaken = holds(one, ALSO) && Object.keys(own).length === 0;
    if (!isSame && !isTaken) continue;
    label = joinGroups(label, group);
  }
  return { ...scope, label };
}
