import type { Unit } from './context/units.ts';

/** « les collaborateurs du siège » */
const AT_SEAT =
  /\b(?:salaries?|collaborateurs?|personnels?|equipes?|employes?) (?:bases? |rattaches? |travaillant )?(?:du|au) siege\b(?! (?:et|ou|comme)\b)/;
const ELSEWHERE = /\b(?:reseau|magasins?|agences?|sites?|usines?)\b/;
const TAKES_UP = /^\W*(?:cet(?:te)?|ces?|elles?|ils?)\b/;

/** A sentence is about those who work at the seat: it says so, or the one that it takes up does. */
export const isAtSeat = (units: readonly Unit[], unit: Unit): boolean => {
  const before = TAKES_UP.test(unit.plain) ? units[unit.index - 1] : undefined;
  return [unit, ...(before?.section === unit.section ? [before] : [])].some(
    ({ plain }) => AT_SEAT.test(plain) && !ELSEWHERE.test(plain),
  );
};
