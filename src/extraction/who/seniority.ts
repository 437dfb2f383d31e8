import { names } from '../context/naming.ts';
import { serviceOfColumn } from './columns.ts';
import { readingOf } from '../context/readings.ts';
import { haveSameTitle } from '../context/units.ts';
import type { Unit } from '../context/units.ts';
import { markedNumber, readQuantities } from '../numbers/reading.ts';
import { gated, holds } from '../text/gates.ts';

const SENIORITY =
  /<(month|year):([^:>]*):[^>]*> (?:(?:\w+|\( ?<month:[^>]*> ?\)) ){0,2}(?:d'anciennete|de presence(?! complete))|(?:comptabilis|total)\w+ (?:au moins )?<(month|year):([^:>]*):[^>]*> de (?:travail|service) effectif|anciennete (?:\w+ ){0,5}(?:de |a |egale a |d'(?:au moins )?|minimale de )?<(month|year):([^:>]*):|\b(?:presente?s?|en poste) (?:\w+ ){0,3}?depuis (?:au moins |plus d[e'] ?)?<(month|year):([^:>]*):/;
const MONTHS_MAX = 240;
/** « La condition d’ancienneté d’un an est supprimée », « La convention prévoit … », « pour une année complète de présence »: nobody is asked for it. */
const LIFTED =
  /\banciennete\b[^.;]{0,120}\b(?:est|sont|sera) (?:donc |ainsi )?(?:supprime|levee?|abandonne|abroge)|\bconvention\b[^.;]{0,80}\bprevoi(?:t|ent|yait)\b|\bpour <year:[^>]*> (?:complete|pleine|entiere) de (?:presence|travail)/;
/** Each of these needs one of them. */
export const OF_SENIORITY = gated(/anciennete|presen[ct]|effectif|en poste/);
/** « au bout de la première année d’ancienneté » */
const FIRST_YEAR =
  /\b(?:au bout|au terme|a l'issue|apres|des) (?:de )?(?:la |leur |sa )?(?:#rank1|premiere) annee (?:d'anciennete|de presence)/;

/** « Palier 5 : entre 13 et 15 années d’ancienneté »: one row of several. */
const BAND = /\bpalier \S*\d\S* ?: entre /;

/** « le plafond de l’ancienneté passe à 17 ans », « le taux maximum est de 15 % pour 15 ans et plus »: how far it grows. */
const CEILING =
  /\b(?:plafon|maxim)\w*\b[^.;]*<pct:[^>]*>(?: \w+){0,3} (?:pour|a partir de|apres|des|au-dela de) $|\bplafon\w*(?: d[eu]| a| la| dans la limite d[eu'])? ?(?:l'|la |cette )?$|\bplafond (?:de |d')?(?:la |cette |l')?(?:prime d')?anciennete\b[^.;]*\b(?:pass\w+|port\w+|releve\w*|augment\w+|fixee?)\b[^.;]*$/;
/** « jusqu’à présent applicable seulement à partir de deux ans d’ancienneté »: no longer asked for. */
const FORMERLY = /\bjusqu'(?:a present|ici|alors|a maintenant)\b[^.;:]*$/;

/** « huit mois pour une ancienneté inférieure à cinq ans »: what those have who have less. */
const LESS =
  /\banciennete (?:inferieure (?:ou egale )?a|de moins de|comprise entre)(?!.*\b(?:exclu|pas|sauf|except|hors))(?<!\b(?:exclu|pas|sauf|except|hors).*)/;
/** « L’ancienneté requise pour en bénéficier sera de trois mois » */
const SET =
  /\banciennete (?:requise|exigee|demandee|minimale|minimum)\b[^.;<]{0,80}\b(?:est|sera) (?:desormais )?(?:(?:fixee|ramenee|abaissee|reduite) )?[ad]e? ?<(month|year):([^:>]*):/;
const monthsOf = (unit: string | undefined, mark: string | undefined): number =>
  markedNumber(mark ?? '') * (unit === 'year' ? 12 : 1);

/** « faire évoluer le plafond de l’ancienneté »: those whom that changes are not all who have it. */
const OF_CEILING = /\bplafond (?:de |d')?(?:la |cette |l')?(?:prime d')?anciennete\b/;

/** Months of service that the reading of a sentence asks for; null when it names none. */
export function seniorityIn(reading: string): number | null {
  if (!OF_SENIORITY.test(reading)) return null;
  if (LIFTED.test(reading) || BAND.test(reading)) return null;
  const set = SET.exec(reading);
  if (set) return Math.round(monthsOf(set[1], set[2]));
  const found = SENIORITY.exec(reading);
  if (found && LESS.test(reading)) return null;
  const before = reading.slice(0, found?.index);
  if (found && (CEILING.test(before) || FORMERLY.test(before))) return null;
  if (!found) return FIRST_YEAR.test(reading) ? 12 : null;
  const months = monthsOf(
    found[1] ?? found[3] ?? found[5] ?? found[7],
    found[2] ?? found[4] ?? found[6] ?? found[8],
  );
  return months > 0 && months <= MONTHS_MAX ? Math.round(months) : null;
}

/** Sentences on both sides of a grant among which its conditions stand. */
const ABOVE = 10;
const BELOW = 24;
/** « Ancienneté requise : », « Condition d’ancienneté d’un an », « justifiant d’une ancienneté de … » */
const REQUIRES =
  /\banciennete (?:\w+ )?(?:requise|exigee|demandee|minimale|minimum)|\bconditions? (?:d'anciennete|d'obtention|d'attribution|d'acces)|\bjustifi\w+ [^.;]{0,30}\banciennete|\b(?:disposer|disposant|avoir|ayant) [^.;]{0,30}\b(?:anciennete|(?:ans?|mois) de presence)|\bbeneficier?\b[^.;]{0,60}\banciennete/;
/** Another step, another case, a pay that grows with it, or what a rule from elsewhere asks. */
const STEPS =
  /\bconventions?\b|\bbranche\b|\bla loi\b|\bdu code\b|\bmajor\w+|\bau-dela\b|\bpar (?:tranche|annee)|\bproportion\w*|\bprorata|\bprogressi\w+|\breprise d'anciennete|\bcalcul|\bexemple|\bderogat|\btransitoire/;

/** « Les salariés ayant un an de présence bénéficient d’un complément calculé comme suit » */
const WHO_HAVE =
  /\b(?:ayant|justifiant) [^.;]{0,40}\b(?:anciennete|(?:ans?|mois) de presence)\b[^.;]{0,40}\bbenefici/;

const SENIORITY_NAMED = gated(/anciennete|(?:ans?|mois) de presence/);

const lineOf = ({ plain, intro, headings }: Unit): string =>
  `${intro?.plain ?? headings.at(-1)?.plain ?? ''} ${plain}`;

/** Speaks of the benefit alone, or stands in a list that names it. */
const isAbout = ({ plain, hits, intro, headings }: Unit, owner: number): boolean =>
  hits.length > 0
    ? hits.every((hit) => hit.owner === owner)
    : ((BRACKETED.test(plain) ? headings.at(-1) : intro)?.owners.has(owner) ?? false);
/** « (Après un an de présence) », alone below its title */
const BRACKETED = /^\(\W*apres [^()]*\)\W*$/;

/** « En décembre : » opens no other subject. */
const isLabel = (plain: string): boolean => plain.length < 30 && plain.endsWith(':');

/** Says what « cette prime » asks for, behind a grant after which nothing else is spoken of. */
const pointsBack = (one: Unit, unit: Unit, between: readonly Unit[], owner: number): boolean =>
  (one.section === unit.section ||
    between.every(({ kind, plain }) => kind !== 'heading' || isLabel(plain))) &&
  POINTS_BACK.test(one.plain) &&
  [...between, one].every(
    ({ hits, plain }) => ADDS_TO.test(plain) || hits.every((hit) => hit.owner === owner),
  );
/** « À ces primes s’ajoute une prime de travail posté »: still of the first. */
const ADDS_TO = /\ba (?:cette|ces|la|ladite) primes?\b/;
const POINTS_BACK =
  /\b(?:cette|la|ladite) (?:prime|gratification|indemnite|mesure|allocation)|\b(?:ce|ces|cet) (?:dispositif|avantage|conges?|jours?)|\ben beneficier/;

const SHORT = 40;
const LIST_MAX = 6;
/** « Les seules absences qui comptent sont les suivantes : » – « Accident du travail » – « Maternité »: no heading. */
function isListed(units: readonly Unit[], { index }: Unit, owner: number): boolean {
  const from = units.slice(Math.max(0, index - LIST_MAX), index);
  const opening = from.findLast(({ plain }) => plain.length > SHORT);
  return opening !== undefined && opening.plain.endsWith(':') && names(opening, owner);
}

/** Where the text turns to another benefit. */
const turns = (units: readonly Unit[], one: Unit, owner: number): boolean =>
  one.kind === 'heading' && one.hits.length > 0 && !names(one, owner) && !isListed(units, one, owner);

/** « Entre zéro et un an de présence, la prime n’est pas versée » */
const NONE_BEFORE = gated(
  /\bentre (?:zero|0) et ((?:un|deux|trois|six|\d{1,2}) (?:ans?|mois)) (?:de presence|d'anciennete)\b[^.;]{0,60}\b(?:n'est|ne sera|ne sont|ne seront) pas (?:versee?|due?|attribuee?|accordee?)s?\b/,
);
const NONE_WITHIN = 10;

/** The months before which one of the sentences around a grant gives nothing. */
function noneBefore(units: readonly Unit[], { index, section, end }: Unit): number | null {
  const told = units
    .slice(Math.max(0, index - NONE_WITHIN), index + NONE_WITHIN)
    .find((one) => (one.section === section || one.intro?.end === end) && holds(one, NONE_BEFORE));
  const length = told && NONE_BEFORE.exec(told.plain)?.[1];
  return length ? seniorityIn(readQuantities(`${length} d'anciennete`)) : null;
}

/** « A compter de juin, l’ancienneté requise pour en bénéficier sera de trois mois. », or below what was asked so far. */
function newlyAsked(units: readonly Unit[], unit: Unit): number | null {
  const told = units
    .slice(unit.index, unit.index + 1 + NONE_WITHIN)
    .find((one) => haveSameTitle(one, unit) && holds(one, SENIORITY_NAMED) && SET.test(readingOf(one)));
  return told ? seniorityIn(readingOf(told)) : null;
}

/** Months of service that the conditions of a grant ask for, where these stand apart from it; null when they name none or several. */
function requiredSeniority(units: readonly Unit[], unit: Unit, owner: number): number | null {
  const above = units.slice(Math.max(0, unit.index - ABOVE), unit.index);
  const below = units.slice(unit.index + 1, unit.index + 1 + BELOW);
  const isNamed = (one: Unit): boolean => holds(one, SENIORITY_NAMED);
  if (!above.some(isNamed) && !below.some(isNamed)) return null;
  const from = above.findLastIndex((one) => turns(units, one, owner)) + 1;
  const to = below.findIndex((one) => turns(units, one, owner));
  const found = new Set<number>();
  for (const one of [...above.slice(from), ...below.slice(0, to < 0 ? undefined : to)]) {
    if (!holds(one, SENIORITY_NAMED) || (STEPS.test(one.plain) && !WHO_HAVE.test(one.plain))) continue;
    const between = units.slice(unit.index + 1, Math.max(unit.index + 1, one.index));
    if (!isAbout(one, owner) && !(one.index > unit.index && pointsBack(one, unit, between, owner))) continue;
    const reading = readingOf(one);
    const months = REQUIRES.test(lineOf(one)) || BRACKETED.test(one.plain) ? seniorityIn(reading) : null;
    if (months && SET.test(reading)) return months;
    if (months) found.add(months);
  }
  return found.size === 1 ? [...found][0]! : null;
}

/** « … lorsque le salarié atteint dix ans d’ancienneté »: one step of several. */
const REACHES = /\b(?:attei(?:nt|gnent)|paliers?|tranches?|chaque fois)\b/;
/** « … dix ans d’ancienneté puis, chaque fois que cinq de plus sont acquis, … »: the first of its own steps. */
const OWN_STEPS = /\banciennete\b[^.;]{0,60}\b(?:puis|ensuite)\b/;
const STEPS_WITHIN = 6;

/** The first step of a grant that grows, where its sentence tells of a later one. */
function firstStep(units: readonly Unit[], { index, plain, headings }: Unit, months: number): number {
  if (!REACHES.test(plain) || OWN_STEPS.test(plain)) return months;
  const steps = units
    .slice(Math.max(0, index - STEPS_WITHIN), index)
    .filter((one) => one.headings.at(-1) === headings.at(-1) && one.plain.includes('anciennete'))
    .map((one) => seniorityIn(readingOf(one)) ?? months);
  return Math.min(months, ...steps);
}

/** « Palier 1 : à partir de deux ans d’ancienneté : 100 € » – « Palier 2 : … »: of the steps of one list, the first. */
function lowestOfList(
  units: readonly Unit[],
  { index, kind, intro, headings }: Unit,
  months: number,
): number {
  if (kind === 'row') return months;
  let lowest = months;
  for (let i = index - 1; i >= Math.max(0, index - STEPS_WITHIN); i--) {
    const one = units[i]!;
    const isOfList = one.intro?.end === intro?.end && one.headings.at(-1)?.start === headings.at(-1)?.start;
    const asked = isOfList && one.kind !== 'heading' ? seniorityIn(readingOf(one)) : null;
    if (asked === null) break;
    lowest = Math.min(lowest, asked);
  }
  return lowest;
}

/** « Le salarié qui atteint 35 ans d’ancienneté »: what stands around asks it of others. */
const BEYOND = /<year:(?:2[1-9]|[3-6]\d):[^>]*> (?:d'anciennete|de presence)/;

/** « Congés accordés sans condition d’ancienneté : » */
const WHATEVER =
  /\bsans (?:aucune )?(?:condition|notion|critere) d'anciennete\b|\bquelle que soit (?:(?:leur |l')anciennete|(?:la|leur) date d'entree)\b/;

/**
 * Months of service that a grant asks for: in the sentence itself, in the one that gives its figures or in what opens them, else as
 * `told` by what stands around, else in the conditions of its article.
 */
export function seniorityOf(
  units: readonly Unit[],
  unit: Unit,
  figures: Unit | undefined,
  owner: number,
  told: number | null,
): number | null {
  const said = figures ? [unit, figures] : [unit];
  if (said.some(({ plain }) => OF_CEILING.test(plain))) return null;
  const asked = newlyAsked(units, unit);
  if (asked) return asked;
  for (const one of said) {
    const column = serviceOfColumn(units, one);
    if (column) return column;
  }
  if (told === null) return noneBefore(units, unit) ?? requiredSeniority(units, unit, owner);
  // Of a scale, the highest step is quoted.
  const own = said.map((one) => seniorityIn(readingOf(one)) ?? 0);
  const highest = Math.max(...own);
  if (own[0] === 0 && BEYOND.test(readingOf(unit))) return null;
  if (highest > 0) return figures ? lowestOfList(units, figures, highest) : firstStep(units, unit, highest);
  for (const one of said)
    for (const line of [one, one.intro, one.headings.at(-1)]) {
      if (line && WHATEVER.test(line.plain)) return null;
      const opened = line?.plain.includes('anciennete') ? seniorityIn(readQuantities(line.plain)) : null;
      if (opened !== null) return opened;
    }
  const below = units.slice(unit.index + 1, unit.index + 1 + STEPS_WITHIN);
  if (below.some((one) => one.intro?.end === unit.end && LESS.test(readingOf(one)))) return null;
  return firstStep(units, unit, told);
}
