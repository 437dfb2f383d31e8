import type { Scope } from '../../domain/extraction.ts';
import { ageIn } from './ages.ts';
import type { Unit } from '../context/units.ts';
import type { Whom } from './around.ts';
import { CLOSES, categoriesOf, isDemandBefore } from './categories.ts';
import { namesEverybody } from './everybody.ts';
import { limitedTo } from './limited.ts';
import { establishment, placeIn, placeOf } from './places.ts';
import { seatIn } from './seat.ts';
import { situationOf } from './situations.ts';
import { asTitle, groupListed, hiredIn, namedOf, shiftIn, staffTitle } from './staff-titles.ts';
import { gated, matchIn } from '../text/gates.ts';
import { tickedGroups } from './ticked.ts';
import { groupAbove, placesListed } from './told-apart.ts';

/** « Seuls les salariés présents avant le 31/01/2001 acquièrent un jour »: nobody who comes later. */
const ONLY_BEFORE = gated(
  /\b(?:seule?s? les|uniquement (?:les|aux)|reservee?s? aux|aux seuls|pour les) ((?:salaries|collaborateurs|membres du personnel|personnels?)(?: \w+){0,2} (?:deja )?(?:presents?|embauches|entres|recrutes|engages)(?: [^.;,]{0,30})? (?:avant|anterieurement au?) (?:le )?\d{1,2}(?:er)?[ /.](?:\d{1,2}|[a-z]+)[ /.]\d{4})/,
);

const whole: Scope = { kind: 'employer', label: null, sirets: [] };

/** « Pour les CPS, il est organisé … »: a group that the firm calls by initials; kinds of contract are told elsewhere. */
const GROUP_INITIALS = /^\W*Pour les (?!CD[DI]\b|RTT\b|JRTT\b|CSE\b)(\p{Lu}{2,6}), /u;

const yearsIn = (age: string): number => Number(/\d\d/.exec(age)?.[0]);

/** « Un jour à compter de 61 ans, / Deux jours à compter de 62 ans »: of the lines of one scale, the lowest age. */
function lowestAge(units: readonly Unit[], unit: Unit): string | null {
  let lowest = ageIn(unit);
  if (lowest === null) return null;
  for (const step of [-1, 1])
    for (let i = unit.index + step; units[i] && units[i]!.section === unit.section; i += step) {
      const age = units[i]!.kind === 'heading' ? null : ageIn(units[i]!);
      if (age === null) break;
      if (yearsIn(age) < yearsIn(lowest)) lowest = age;
    }
  return lowest;
}

/** The age to which one of these sentences, the line that opens its list or table or its title limits what they say. */
const ageOf = (units: readonly Unit[], said: readonly Unit[]): string | null =>
  lowestAge(units, said[0]!) ??
  said
    .flatMap((unit) => {
      const title = unit.headings.at(-1);
      const opener = unit.intro && unit.intro.start > (title?.start ?? -1) ? unit.intro : null;
      // A title that ends with the number of its page stands in a table of contents.
      return [unit, opener, title && /\d$/.test(title.plain) ? null : title];
    })
    .reduce<string | null>((found, line) => found ?? (line ? ageIn(line) : null), null);

/**
 * To whom the sentence, or the heading just above it, limits what it says of a benefit; `whom`: as other sentences say. `figures`: the
 * sentence that gives the figures, where it is another one: they are those of the group that it names.
 */
export function scopeOf(
  units: readonly Unit[],
  unit: Unit,
  owner: number,
  whom: Whom,
  figures?: Unit,
): Scope {
  const last = unit.headings.at(-1);
  const heading = last && isDemandBefore(last, unit) ? undefined : last;
  const named = unit.hits.find((hit) => hit.owner === owner)?.start;
  const isForAll = namesEverybody(unit.plain);
  const told = isForAll ? undefined : whom.above;
  const own = (placeOf(unit) && placeIn(unit, named)) ?? (heading ? placeOf(heading) : null);
  const above = own === null && told ? placeOf(told) : null;
  const place = above ? [above, categoriesOf(told!) ?? []].flat().join(', ') : own;
  const seat = place === null ? seatIn(units, unit) : null;
  if (seat) return establishment([seat, categoriesOf(unit) ?? []].flat().join(', '));
  if (place) return establishment(place, unit.raw);
  if (isForAll) return whole;
  const listed = placesListed(units, unit, owner);
  if (listed) return establishment(listed);
  const group =
    hiredIn(unit) ??
    (heading ? hiredIn(heading) : null) ??
    (figures && (tickedGroups(figures) ?? categoriesOf(figures))) ??
    tickedGroups(unit) ??
    categoriesOf(unit) ??
    situationOf(units, unit, owner) ??
    limitedTo(units, unit, owner) ??
    (told && categoriesOf(told)) ??
    groupListed(units, whom.listed) ??
    (heading?.plain.endsWith(':') && CLOSES.test(unit.plain)
      ? null
      : namedOf(staffTitle(heading, unit.start), unit)) ??
    staffTitle(asTitle(units[unit.index - 1], unit), unit.start) ??
    shiftIn(unit.headings) ??
    groupAbove(units, unit, owner);
  const age = ageOf(units, [unit, ...(figures ? [figures] : [])]);
  const label = group && age ? `${group}, ${age}` : (group ?? age);
  if (label) return { kind: 'category', label, sirets: [] };
  const before = matchIn(unit, ONLY_BEFORE);
  if (before) {
    const at = before.index + before[0].lastIndexOf(before[1]!);
    return { kind: 'category', label: unit.raw.slice(at, at + before[1]!.length), sirets: [] };
  }
  const initials = GROUP_INITIALS.exec(unit.raw)?.[1];
  return initials ? { kind: 'category', label: initials, sirets: [] } : whole;
}
