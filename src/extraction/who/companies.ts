import type { Scope } from '../../domain/extraction.ts';
import { lastUnder } from '../context/articles.ts';
import type { Unit } from '../context/units.ts';
import type { Bounded } from './field.ts';
import { gated } from '../text/gates.ts';
import { matchesOf } from '../text/matches.ts';
import { normalize } from '../text/normalize.ts';

/** « les salariés de Brune Réseaux Caen » */
const STAFF_OF = gated(/\b(?:salaries|collaborateurs|personnels?) d(?:e |')(?=(.))/g);
const NAME = /^(?:\p{Lu}[\p{L}&.'’-]* ?){2,5}/u;
/** « 1.4 Prime d’ancienneté (BRE) » above « versée aux salariés de BRE » */
const INITIALS = /^\p{Lu}{2,6}(?![\p{L}\d])/u;
/** Words of a firm that name no firm. */
const FORMS = new Set([
  'sa',
  'sas',
  'sasu',
  'sarl',
  'snc',
  'scop',
  'sca',
  'gie',
  'france',
  'groupe',
  'societe',
]);

const wordsOf = (name: string): string[] =>
  normalize(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !FORMS.has(word));

const NOTHING = { category: null, eligibility: { included: [], excluded: [], seniorityMonths: null } };

/** A sister company: named like the employer at first, then otherwise. */
function isSister(name: string, legalName: string): boolean {
  const [first, ...rest] = wordsOf(name);
  const [own, ...others] = wordsOf(legalName);
  return (
    first !== undefined &&
    first === own &&
    first.length > 3 &&
    others.length > 0 &&
    rest.some((word) => !others.includes(word)) &&
    others.some((word) => !rest.includes(word))
  );
}

/** The company of the group to whose staff a sentence limits what it says, for the sentence or for the title that names it too. */
function companyIn(units: readonly Unit[], unit: Unit, legalName: string): Bounded | null {
  for (const { index, 0: words } of matchesOf(STAFF_OF, unit.plain)) {
    const rest = unit.raw.slice(index + words.length);
    const initials = INITIALS.exec(rest)?.[0];
    const title = initials && unit.headings.findLast(({ raw }) => raw.trimEnd().endsWith(`(${initials})`));
    const name = title ? initials : NAME.exec(rest)?.[0].trim();
    if (!name || !(title || isSister(name, legalName))) continue;
    const label = unit.raw.slice(index, index + words.length + name.length);
    const place: Scope = { kind: 'establishment', label, sirets: [] };
    const last = title ? lastUnder(units, title) : unit;
    return { field: { ...NOTHING, place }, start: (title || unit).start, end: last.end };
  }
  return null;
}

/** What a text of several companies gives to the staff of one that is not the employer. */
export const sistersIn = (units: readonly Unit[], legalName: string | null): Bounded[] =>
  legalName
    ? units.flatMap((unit) =>
        unit.kind !== 'heading' && unit.opened.allows(STAFF_OF)
          ? (companyIn(units, unit, legalName) ?? [])
          : [],
      )
    : [];
