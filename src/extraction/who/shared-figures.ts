import type { Scope, Values } from '../../domain/extraction.ts';
import type { Unit } from '../context/units.ts';
import { scanQuantities } from '../numbers/scan.ts';
import { scopeOf } from './scope.ts';
import type { Candidate } from '../standing/responses.ts';

/** Longer sentences are lists. */
const SENTENCE_MAX = 400;

/** Of two groups, the one whose part of the sentence prints the figures: « le taux des cadres à 2 % et celui des ouvriers à 1 % ». */
function groupOf(label: string, plain: string, values: Values): string | null {
  const groups = label.split(' et ');
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

/** To whom a grant is limited; where its sentence gives each of two groups its own figures, the group of those that are told. */
export function scopeOfFigures(
  folded: string,
  units: readonly Unit[],
  { unit, owner }: Candidate,
  used: readonly Unit[],
  values: Values,
): Scope {
  const scope = scopeOf(folded, units, unit, owner, used.includes(unit) ? undefined : used[0]);
  const { kind, label } = scope;
  if (kind !== 'category' || !label?.includes(' et ')) return scope;
  const group = groupOf(label, (used[0] ?? unit).plain, values);
  return group ? { ...scope, label: group } : scope;
}
