import type { Unit } from '../context/units.ts';
import { limitsIn } from '../terms/limits.ts';
import type { Limit } from '../terms/limits.ts';
import { gated, holds } from '../text/gates.ts';

/** « Les demandes seront faites avant le 15 décembre 2023 » */
const LAST_REQUEST = gated(
  /^\W*(?:aucune demande|(?:les |la |toute )?demandes?)\b[^.;]{0,50}?\b(?:devr\w+|doi\w+|pourr\w+|ser\w+|est|sont)\b[^.;]{0,100}?(?:avant le|au plus tard le|jusqu'au|au-dela du|entre le [^.;]{4,25}? (?:et le|et|au)) /,
);
/** « Le rachat de ces jours est possible entre le 1er juin et le 31 août 2023. » */
const WINDOW = gated(
  /\b(?:est|sera|sont|seront) (?:activable|possible|ouverte?|realisable|accessible)s? (?:entre le|du) [^.;]{4,25}? (?:et le|et|au) /,
);
/** Sentences below a grant that may say until when it is asked for. */
const BELOW_MAX = 4;

/** The last day of a printed year on which something may be asked for: nobody gets it later. */
export function requestsBelow(units: readonly Unit[], { index, section }: Unit): Limit[] {
  const told = units
    .slice(index + 1, index + 1 + BELOW_MAX)
    .find((one) => one.section === section && (holds(one, LAST_REQUEST) || holds(one, WINDOW)));
  if (!told) return [];
  const asks = holds(told, LAST_REQUEST) ? LAST_REQUEST : WINDOW;
  return limitsIn(told.plain.replace(asks, "valable jusqu'au "));
}
