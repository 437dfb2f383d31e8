import { names } from '../context/naming.ts';
import { readingOf } from '../context/readings.ts';
import { lastUnder } from '../context/articles.ts';
import type { Unit } from '../context/units.ts';
import { toldAlone } from '../standing/told.ts';
import type { Subject } from '../subject.ts';
import { gated, holds } from '../text/gates.ts';
import { onlyPermanent } from './field.ts';
import type { Bounded, Field } from './field.ts';
import { EXCLUSION, eligibilityOf } from './eligible.ts';

/** « Article 2 – Salariés bénéficiaires », « Conditions d’éligibilité » */
const WHO_TITLE = gated(
  /^[\W\d]*(?:article [\divx.-]+\W*)?(?:(?:les|des) )?(?:(?:salaries|collaborateurs|personnels?|criteres|conditions?) )?(?:d'|l')?(?:beneficiaires?|eligib(?:les?|ilite)|concernee?s?|acces|adhesion|anciennete)\b[^.;:]{0,60}$/,
);

/** The titles of a text on who may have what it gives. */
export const whoTitles = (units: readonly Unit[]): Unit[] =>
  units.filter((unit) => unit.kind === 'heading' && holds(unit, WHO_TITLE));

/** The sentences right below such a title. */
const below = (units: readonly Unit[], title: Unit): Unit[] =>
  units.filter(({ headings }) => headings.at(-1)?.start === title.start);

/** « Les alternants présents depuis moins de six mois sont exclus »: some of them. */
const SOME_OF_THEM = /<[a-z]+:|\b(?:dont|lorsqu|sauf|moins de)\b/;
const LEFT_OUT = /\bn(?:e |')[^.;]{1,40}\bpas\b/;

/** « …, hors alternants et stagiaires, … »: all of them. */
const leavesAllOut = (unit: Unit): boolean =>
  readingOf(unit)
    .split(/[,;(]/)
    .some((piece) => (EXCLUSION.test(piece) || LEFT_OUT.test(piece)) && !SOME_OF_THEM.test(piece));

/** What is asked of everybody: several lengths of service are those of several cases. */
function whoIn(said: readonly Unit[]): Field['eligibility'] {
  const each = said.map((unit) => eligibilityOf([toldAlone(unit)]));
  const months = new Set(each.flatMap(({ seniorityMonths }) => seniorityMonths ?? []));
  return {
    included: onlyPermanent([...new Set(each.flatMap(({ included }) => included))]),
    excluded: [...new Set(each.flatMap(({ excluded }, i) => (leavesAllOut(said[i]!) ? excluded : [])))],
    seniorityMonths: months.size === 1 ? [...months][0]! : null,
  };
}

/**
 * Who may have a benefit, as told under a title of its own, far from what is granted: for the text that is about it, or for the
 * article that is.
 */
export function beneficiariesOf(
  units: readonly Unit[],
  titles: readonly Unit[],
  subject: Subject,
  owner: number,
): Bounded[] {
  const isSubject = subject?.owners.has(owner) && subject.owners.size <= 2;
  return titles.flatMap((title, i) => {
    const said = below(units, title);
    const article = title.headings.findLast(({ owners }) => owners.has(owner));
    const isNamed = [title, ...said].some((one) => names(one, owner));
    if (said.length === 0 || !(article || (isSubject ? i === 0 : isNamed))) return [];
    const last = article ? lastUnder(units, article) : units.at(-1)!;
    const field = { place: null, category: null, eligibility: whoIn(said) };
    // What stands under a title on several benefits may be said of another one.
    const isOwn = article?.owners.size === 1 || names(said[0]!, owner);
    return [{ field, start: article?.start ?? 0, end: last.end, ...(isOwn && { said }) }];
  });
}
