import { groupsIn } from '../who/categories.ts';
import type { Heading, Unit } from './units.ts';

/** Sentences above a quote among which the line that its groups stand under is looked for. */
const ABOVE_MAX = 15;
/** « Pour les équipes en horaires décalés : » */
export const WHOM = /^\W*(?:ainsi,? )?pour (?:les?|la|tou(?:te)?s)\b/;

const isOfGroup = (unit: Unit | Heading): boolean => WHOM.test(unit.plain) || groupsIn(unit) !== null;

/**
 * « PERCOL : » above « Pour les ouvriers : », « Pour les cadres : »: the lines on one benefit that a sentence below the title of a
 * group stands under, nearest first.
 */
export function linesOverGroups(units: readonly Unit[], first: Unit, owner: number): Unit[] {
  const title = first.headings.at(-1);
  if (!title || title.owners.size > 0 || !isOfGroup(title)) return [];
  const found: Unit[] = [];
  for (let i = first.index - 1; i >= Math.max(0, first.index - ABOVE_MAX); i--) {
    const unit = units[i]!;
    if (unit.article !== first.article) break;
    const isHeading = unit.kind === 'heading';
    if (isHeading && isOfGroup(unit)) continue;
    const opens = isHeading || unit.plain.endsWith(':');
    if (opens && unit.hits.some((hit) => hit.owner === owner)) found.push(unit);
    if (isHeading) break;
  }
  return found;
}
