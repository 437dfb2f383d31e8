import { readingOf } from '../context/readings.ts';
import type { Unit } from '../context/units.ts';
import { toldAlone } from '../standing/told.ts';
import type { Subject } from '../subject.ts';
import { onlyPermanent } from './field.ts';
import type { Bounded, Field } from './field.ts';
import { eligibilityOf } from './scope.ts';

/** « Article 2 – Salariés bénéficiaires », « Conditions d’éligibilité » */
const WHO_TITLE =
  /^[\W\d]*(?:article [\divx.-]+\W*)?(?:(?:les|des) )?(?:(?:salaries|collaborateurs|personnels?|criteres|conditions?) )?(?:d'|l')?(?:beneficiaires?|eligib(?:les?|ilite)|concernee?s?|acces|adhesion|anciennete)\b[^.;:]{0,60}$/;

/** The sentences right below such a title. */
const below = (units: readonly Unit[], title: Unit): Unit[] =>
  units.filter(({ headings }) => headings.at(-1)?.start === title.start);

/** « Les stagiaires et les alternants ne sont pas éligibles. », but not those of a short contract. */
const SOME_OF_THEM = /<[a-z]+:|\b(?:dont|lorsqu|sauf|moins de)\b/;

/** What is asked of everybody: several lengths of service are those of several cases. */
function whoIn(said: readonly Unit[]): Field['eligibility'] {
  const each = said.map((unit) => eligibilityOf([toldAlone(unit)]));
  const months = new Set(each.flatMap(({ seniorityMonths }) => seniorityMonths ?? []));
  return {
    included: onlyPermanent([...new Set(each.flatMap(({ included }) => included))]),
    excluded: [
      ...new Set(each.flatMap(({ excluded }, i) => (SOME_OF_THEM.test(readingOf(said[i]!)) ? [] : excluded))),
    ],
    seniorityMonths: months.size === 1 ? [...months][0]! : null,
  };
}

/** Who may have the benefit that a whole text is about, as told in an article of its own, far from what is granted. */
export function beneficiariesOf(units: readonly Unit[], subject: Subject, owner: number): Bounded[] {
  if (!subject?.owners.has(owner) || subject.owners.size > 2) return [];
  const title = units.find(({ kind, plain }) => kind === 'heading' && WHO_TITLE.test(plain));
  if (!title) return [];
  const field = { place: null, category: null, eligibility: whoIn(below(units, title)) };
  return [{ field, start: 0, end: units.at(-1)!.end }];
}
