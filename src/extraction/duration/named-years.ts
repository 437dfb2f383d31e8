import { parseIsoDate } from '../../domain/dates.ts';
import type { Unit } from '../context/units.ts';
import type { Limit } from '../terms/limits.ts';
import { gated, holds } from '../text/gates.ts';

/** « Article 4 – Prime de vacances 2023 »: a bonus that its title names with its year. */
const TITLE_OF_YEAR = gated(
  /^[\W\d]*(?:article [\d.]+\W*)?(?:les )?(?:primes?|gratifications?|bonus|cheques?|bons?|dotations?|indemnites?)\b(?:(?!\bnao\b|revaloris|maintien|augment|partage|pouvoir d)[^.;:]){0,60} (20\d\d)\W*$/,
);
const COMES_BACK = gated(/\b(?:chaque|tous les|par an|annuel\w*)\b/);

/** « L’achat devra intervenir en 2023. », below an aid to buy something */
const BUYS = gated(/\b(?:achat|acquisition|acheter|acquerir|equipement)\b/);
const BOUGHT =
  /\b(?:achats?|acquisitions?|factures?)\b[^.;]{0,80}\b(?:interv\w+|effectu\w+|realise\w*|datee?s?|emise?s?)\b[^.;]{0,20}\b(?:en|l'annee|courant) (20\d\d)\b/;
const BELOW_MAX = 3;

function yearLimit(found: RegExpExecArray | null): Limit[] {
  const day = found && parseIsoDate(`${found[1]}-12-31`);
  return day
    ? [
        {
          lasts: { until: day },
          start: found.index,
          end: found.index + found[0].length,
          isYear: true,
          isPeriod: false,
        },
      ]
    : [];
}

/** The year that the title of a bonus names. */
export function limitsOfTitle(unit: Unit): Limit[] {
  const title = unit.headings.at(-1);
  return title?.opened.allows(TITLE_OF_YEAR) && !holds(unit, COMES_BACK)
    ? yearLimit(TITLE_OF_YEAR.exec(title.plain))
    : [];
}

/** The year in which what is aided must be bought, just below. */
export function limitsOfPurchase(units: readonly Unit[], unit: Unit): Limit[] {
  if (!holds(unit, BUYS)) return [];
  const { index, section } = unit;
  const next = units
    .slice(index + 1, index + 1 + BELOW_MAX)
    .find((one) => one.section === section && BOUGHT.test(one.plain));
  return next ? yearLimit(BOUGHT.exec(next.plain)) : [];
}
