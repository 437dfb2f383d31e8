import { readingOf } from '../context/readings.ts';
import { haveSameTitle } from '../context/units.ts';
import type { Unit } from '../context/units.ts';
import { gated, holds } from '../text/gates.ts';

/** « les collaborateurs du siège » */
const AT_SEAT = gated(
  /\b(?:salaries?|collaborateurs?|personnels?|equipes?|employes?|agents? de maitrise|cadres|techniciens) (?:bases? |rattaches? |travaillant )?(?:du|au) siege\b(?! (?:et|ou|comme)\b)/,
);
const ELSEWHERE = /\b(?:reseau|magasins?|agences?|sites?|usines?)\b/;
const TAKES_UP = /^\W*(?:cet(?:te)?|ces?|elles?|ils?)\b/;

/** « Les salariés des agences ont les mêmes 12 jours »: the figure of the seat, a few sentences below. */
const OF_ELSEWHERE =
  /^\W*(?:(?:pour|quant aux?) )?(?:les |aux )?(?:salaries|collaborateurs|personnels?|equipes|employes) (?:\w+ )?(?:des|du reseau|de l'ensemble des) /;
const BELOW_MAX = 5;
const figuresIn = (unit: Unit): string[] => readingOf(unit).match(/<(?:day|eur|pct|num):(?!1:)[^:>]*/g) ?? [];

/** What follows the words for staff, up to the verb: « agences du réseau ». */
const NAMED_PLACE =
  /^[^,.;:]{3,40}?(?= (?:peu\w+|pourr\w+|pos\w+|benefici\w+|dispos\w+|prendr\w+|ont|auront|sont|seront)\b)/;

/** Where else the same figure is given: « agences ». */
function sameElsewhere(units: readonly Unit[], unit: Unit): string | null {
  const figures = figuresIn(unit);
  for (const one of units.slice(unit.index + 1, unit.index + 1 + BELOW_MAX)) {
    const staff = one.section === unit.section ? OF_ELSEWHERE.exec(one.plain)?.[0] : undefined;
    if (!staff || !figuresIn(one).some((figure) => figures.includes(figure))) continue;
    const place = NAMED_PLACE.exec(one.plain.slice(staff.length))?.[0];
    if (place) return one.raw.slice(staff.length, staff.length + place.length);
  }
  return null;
}

/** « les titres-restaurant dits de province », « les salariés d’Île-de-France » */
const IN_AREA = gated(
  /\b(?:salaries?|collaborateurs?|personnels?|equipes?|employes?|(?:titres?|tickets?)[- ]restaurants?|sites?|etablissements?|agences?|magasins?)(?: (?:sedentaires?|itinerants?|dits?|bases?|rattaches?|situes?|affectes?|travaillant|residant)){0,2} (?:de |en |d')(?:la )?(province|region parisienne|ile[- ]de[- ]france)\b(?! (?:et|ou|comme)\b)/,
);
/** « La nouvelle valeur est de 8 €. »: of what one of the sentences just above is about. */
const NEW_VALUE = /\b(?:la nouvelle|le nouveau|cette|ce) (?:valeur|montant)\b/;
const AREA_ABOVE = 2;

/** The part of the country in which those work of whom a sentence speaks. */
function areaIn(units: readonly Unit[], unit: Unit): string | null {
  const from = NEW_VALUE.test(unit.plain) ? unit.index - AREA_ABOVE : unit.index;
  const near = units.slice(Math.max(0, from), unit.index + 1).filter((one) => haveSameTitle(one, unit));
  const found = near.findLast((one) => holds(one, IN_AREA));
  const area = found && IN_AREA.exec(found.plain);
  if (!area) return null;
  const at = area.index + area[0].length - area[1]!.length;
  return found.raw.slice(at, at + area[1]!.length);
}

/** « siège », where a sentence or the one that it takes up is about those who work there; « siège et agences » where those have the same. */
export function seatIn(units: readonly Unit[], unit: Unit): string | null {
  if (!namesSeat(units, unit)) return areaIn(units, unit);
  const place = sameElsewhere(units, unit);
  return place ? `siège et ${place}` : 'siège';
}

function namesSeat(units: readonly Unit[], unit: Unit): boolean {
  const before = TAKES_UP.test(unit.plain) ? units[unit.index - 1] : undefined;
  return [unit, ...(before?.section === unit.section ? [before] : [])].some(
    (one) => holds(one, AT_SEAT) && !ELSEWHERE.test(one.plain),
  );
}
