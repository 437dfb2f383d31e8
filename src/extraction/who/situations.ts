import type { Unit } from '../context/units.ts';
import { gated, holds } from '../text/gates.ts';
import { once } from '../text/once.ts';

const STAFF = String.raw`(?:salarie|collaborat|travailleu|personne)\w*`;
const WHO = String.raw`(?:femmes|salariees?|collaboratrices?) enceintes?|${STAFF} (?:reconnu\w* )?handicapee?s?|${STAFF} en situation de handicap|${STAFF} [^.;,:]{0,40}\brqth|(?:${STAFF} |proches )?aidants?(?: familiaux)?|seniors|parents isoles|familles monoparentales`;
/** Each of them holds one of these. */
const SOME = gated(/enceinte|handicap|rqth|aidant|seniors|isoles|monoparentales/);
/** « Les femmes enceintes peuvent … », « un troisième jour est accordé aux femmes enceintes » */
const SOME_LIVE = new RegExp(
  `^\\W*(?:pour |aux? )?(?:les |une? |toute? )?(${WHO})\\b(?!,? (?:et|ou|ainsi|comme|justifiant|ayant)\\b)|\\b(?:accord|ouver|offer|attribu|propos|vers|port|reserv|octroy)\\w+\\b[^.;:]{0,60} (?<!\\b(?:y compris|notamment|hors|sauf|hormis|et|ou) )(?:aux?|pour (?:les|une?)) (${WHO})\\b(?!,? (?:et|ou|ainsi|comme|justifiant|ayant)\\b)`,
);

/** Those who get what a sentence says for what they live through; null where the benefit is about nothing else. */
export function situationIn(unit: Unit, owner: number): string | null {
  const some = someIn(unit);
  if (!some || unit.hits.some((hit) => hit.owner === owner && hit.start < some.to && hit.end > some.from))
    return null;
  return unit.raw.slice(some.from, some.to).toLowerCase();
}
const someIn = once((unit: Unit): { from: number; to: number } | null => {
  const found = holds(unit, SOME) ? SOME_LIVE.exec(unit.plain) : null;
  const name = found?.[1] ?? found?.[2];
  if (!found || !name) return null;
  const from = found.index + found[0].lastIndexOf(name);
  return { from, to: from + name.length };
});

/** « Les salariés aidants ont trois jours. Ils peuvent aussi télétravailler. » */
const THEY = /^\W*(?:ils|elles|ceux-ci|celles-ci)\b/;

/** The same, told by the sentence or by the one above that it goes on with. */
export function situationOf(units: readonly Unit[], unit: Unit, owner: number): string | null {
  const above = units[unit.index - 1];
  return (
    situationIn(unit, owner) ??
    (THEY.test(unit.plain) && above?.section === unit.section ? situationIn(above, owner) : null)
  );
}
