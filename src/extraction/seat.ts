import { readingOf } from './context/readings.ts';
import type { Unit } from './context/units.ts';

/** « les collaborateurs du siège » */
const AT_SEAT =
  /\b(?:salaries?|collaborateurs?|personnels?|equipes?|employes?) (?:bases? |rattaches? |travaillant )?(?:du|au) siege\b(?! (?:et|ou|comme)\b)/;
const ELSEWHERE = /\b(?:reseau|magasins?|agences?|sites?|usines?)\b/;
const TAKES_UP = /^\W*(?:cet(?:te)?|ces?|elles?|ils?)\b/;

/** « Les salariés des agences ont les mêmes 12 jours »: the figure of the seat, a few sentences below. */
const OF_ELSEWHERE =
  /^\W*(?:(?:pour|quant aux?) )?(?:les |aux )?(?:salaries|collaborateurs|personnels?|equipes|employes) (?:\w+ )?(?:des|du reseau|de l'ensemble des) /;
const BELOW_MAX = 5;
const figuresIn = (unit: Unit): string[] => readingOf(unit).match(/<(?:day|eur|pct|num):(?!1:)[^:>]*/g) ?? [];

function isSameElsewhere(units: readonly Unit[], unit: Unit): boolean {
  const figures = figuresIn(unit);
  return units
    .slice(unit.index + 1, unit.index + 1 + BELOW_MAX)
    .some(
      (one) =>
        one.section === unit.section &&
        OF_ELSEWHERE.test(one.plain) &&
        figuresIn(one).some((figure) => figures.includes(figure)),
    );
}

/**
 * A sentence is about those who work at the seat: it says so, or the one that it takes up does; not where those who work elsewhere are
 * then given the same.
 */
export const isAtSeat = (units: readonly Unit[], unit: Unit): boolean =>
  namesSeat(units, unit) && !isSameElsewhere(units, unit);

function namesSeat(units: readonly Unit[], unit: Unit): boolean {
  const before = TAKES_UP.test(unit.plain) ? units[unit.index - 1] : undefined;
  return [unit, ...(before?.section === unit.section ? [before] : [])].some(
    ({ plain }) => AT_SEAT.test(plain) && !ELSEWHERE.test(plain),
  );
}
