import { parseIsoDate } from '../../domain/dates.ts';
import type { Unit } from '../context/units.ts';
import type { Limit } from '../terms/limits.ts';

/** « Article 4 – Prime de vacances 2023 »: a bonus that its title names with its year. */
const TITLE_OF_YEAR =
  /^[\W\d]*(?:article [\d.]+\W*)?(?:les )?(?:primes?|gratifications?|bonus|cheques?|bons?|dotations?|indemnites?)\b(?:(?!\bnao\b|revaloris|maintien|augment|partage|pouvoir d)[^.;:]){0,60} (20\d\d)\W*$/;
const COMES_BACK = /\b(?:chaque|tous les|par an|annuel\w*)\b/;

/** « L’achat devra intervenir en 2023. », below an aid to buy something */
const BUYS = /\b(?:achat|acquisition|acheter|acquerir|equipement)\b/;
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
export function limitsOfTitle({ plain, headings }: Unit): Limit[] {
  const title = headings.at(-1)?.plain;
  return title && !COMES_BACK.test(plain) ? yearLimit(TITLE_OF_YEAR.exec(title)) : [];
}

/** The year in which what is aided must be bought, just below. */
export function limitsOfPurchase(units: readonly Unit[], { index, plain, section }: Unit): Limit[] {
  if (!BUYS.test(plain)) return [];
  const next = units
    .slice(index + 1, index + 1 + BELOW_MAX)
    .find((one) => one.section === section && BOUGHT.test(one.plain));
  return next ? yearLimit(BOUGHT.exec(next.plain)) : [];
}
