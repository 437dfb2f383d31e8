import type { Kind } from './scan.ts';

const UNIT = '(jours?|journees?|heures?|semaines?|j?rtt|jnt)';
/** « Le nombre de jours payés est fixé à 5 par an », « ne peut excéder 60 », « : 10 »: the unit stands before the verb. */
const BEFORE = new RegExp(
  `\\b(?:nombre|total|credit|contingent|quota|volume) (?:annuel |maximum |maximal |total )?(?:de |d'|des )${UNIT}\\b[^.;<]{0,120}(?:\\b(?:(?:fixe|porte|passe|limite|eleve|augmente|ramene|releve|maintenu|etabli|est|sera)\\w*(?: [a-z]+)?(?: (?:de |d')\\w+)? (?:a|de)|exceder|depasser)| ?:) $`,
);
/** « Les jours rémunérés passent de 3 à 4 par an » */
const PASSED = new RegExp(
  `\\b(?:les|ces) ${UNIT}\\b[^.;:,<]{0,60}\\b(?:passe|passent|passera|passeront|sont portes|seront portes) (?:de|a) $`,
);
/** « porter le nombre de jours à 2 par semaine »: the verb stands first. */
const BEHIND = new RegExp(
  `\\b(?:fixe|porte|passe|limite|augmente|ramene|releve)\\w* (?:a )?(?:le |ce )?(?:nombre|total) (?:annuel |hebdomadaire |mensuel |maximum |maximal |total )?(?:de |d'|des )${UNIT}\\b[^.;<]{0,60} (?:a|de) $`,
);
/** « faire passer de 2 à 3 le nombre de journées payées »: the number stands first. */
const AHEAD = new RegExp(
  `^ (?:le |ce )?nombre (?:annuel |maximum |maximal |total )?(?:de |d'|des )${UNIT}\\b`,
);
const KIND_OF_WORD: Record<string, Kind> = { j: 'day', r: 'day', h: 'hour', s: 'week' };
const REACH = 220;
const REACH_AHEAD = 60;

/** What a bare number counts, where its unit stands apart from it; null when the sentence does not say. */
export function countedKind(plain: string, start: number, end: number): Kind | null {
  const before = plain.slice(Math.max(0, start - REACH), start);
  const match =
    BEFORE.exec(before) ??
    PASSED.exec(before) ??
    BEHIND.exec(before) ??
    AHEAD.exec(plain.slice(end, end + REACH_AHEAD));
  return match ? KIND_OF_WORD[match[1]![0]!]! : null;
}
