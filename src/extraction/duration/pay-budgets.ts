import { parseIsoDate } from '../../domain/dates.ts';
import type { Unit } from '../context/units.ts';
import { MONTH } from '../terms/dates.ts';
import type { Limit } from '../terms/limits.ts';
import { gated, holds } from '../text/gates.ts';
import { matchesOf } from '../text/matches.ts';
import { COMMITTEE } from './lasting-years.ts';

/** First lines, among which the title stands. */
const TITLE_WITHIN = 8;
const PARTIES = /^\W*(?:entre\b|les soussign)/;
const OF_PAY_TALKS =
  /\bnegociations? (?:collectives? )?(?:annuelles?|salariales?|obligatoires?)|\bnao\b|\b(?:politique|accord|mesures?) salarial/;
const YEAR = new RegExp(`(?<!\\b${MONTH} )(?<![\\d/.,-])\\b(20\\d\\d)\\b(?! ?[/-] ?\\d)`, 'g');

/** The one year that the title of a yearly negotiation on pay names. */
function yearOfTalks(units: readonly Unit[]): string | null {
  const lines = units.slice(0, TITLE_WITHIN);
  const parties = lines.findIndex(({ plain }) => PARTIES.test(plain));
  const title = lines.slice(0, parties < 0 ? undefined : parties);
  if (!title.some(({ plain }) => OF_PAY_TALKS.test(plain))) return null;
  const years = new Set(title.flatMap(({ plain }) => matchesOf(YEAR, plain).map(([, year]) => year!)));
  return years.size === 1 ? [...years][0]! : null;
}

/** « Un budget de 0,2 % est consacré à la réduction des écarts de salaire », « 0,2 % alloué au titre de l’égalité » */
const BUDGET = gated(
  /\b(?:budgets?|enveloppes?)\b(?:[^.;]|\.(?=\d)){0,200}\d ?(?:%|€|euros?)|\d ?% (?:\S+ ){0,3}(?:allou|dedi|consacr|affect|reserv)ee?s?\b/,
);
const OF_PAY = /\b(?:remunerations?|salaires?|salariaux|augmentations?|ecarts?|egalite|femmes)\b/;
const OTHERWISE =
  /\b(?:formation|handicap|chaque annee|tous les ans|par an|plurian\w+|trienn\w+|(?:budget|enveloppe) annuel\w*|(?:deux|trois|quatre|cinq|\d) (?:ans|annees))\b/;
/** Sentences on both sides that may tell of the next year. */
const AROUND = 10;

/** The year of a negotiation is that of the budgets of pay that it decides. */
export function limitsOfTalks(units: readonly Unit[], unit: Unit): Limit[] {
  const { plain, index } = unit;
  if (!holds(unit, BUDGET) || !OF_PAY.test(plain) || OTHERWISE.test(plain) || COMMITTEE.test(plain))
    return [];
  const year = yearOfTalks(units);
  const day = year && parseIsoDate(`${year}-12-31`);
  if (!day) return [];
  const next = String(Number(year) + 1);
  if (units.slice(Math.max(0, index - AROUND), index + AROUND).some((one) => one.plain.includes(next)))
    return [];
  return [{ lasts: { until: day }, start: 0, end: plain.length, isYear: true, isPeriod: false }];
}
