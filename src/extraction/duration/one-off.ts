import { parseIsoDate } from '../../domain/dates.ts';
import type { Lasting, Values } from '../../domain/extraction.ts';
import { haveSameTitle } from '../context/units.ts';
import type { Unit } from '../context/units.ts';
import { MONTH } from '../terms/dates.ts';
import { limitsIn } from '../terms/limits.ts';
import { holdsOne, matchesOf } from '../text/matches.ts';

const ONCE =
  /(?:(?<!en )une seule fois|(?:verse|attribue|accorde|paye|regle|octroye)(?:e|es|s)?,? une fois(?! par| tous| toutes| chaque)|(?:a titre|de (?:facon|maniere)) exceptionnel|(?:primes?|versements?|dotations?|subventions?|contributions?|abondements?|enveloppes?|dons?|mesures?|aides?|budgets?|allocations?|montants?|bonus|gratifications?|indemnites?) (?:\w+ )?exceptionnel(?:le)?s?\b|(?<!\bouverte?s?,? )\bexceptionnellement\b(?! (?:revaloris|augment|port|relev|major)))|valable uniquement|uniquement pour l'annee|pour la seule annee|non reconductible|ponctuelle?(?:ment)?\b/;
/** A measure for one named year, or a payment with one named pay. */
const FOR_ONE_YEAR =
  /\ben une (?:seule )?fois (?:au titre de|pour|sur) l'annee 20\d\d\b|\b20\d\d (?:uniquement|exclusivement|seulement)\b|\b(?:n'est|ne (?:sera|seront|sont)|ne vaut) (?:\w+ )?que (?:pour|sur|au titre de) (?:l'annee )?20\d\d|\b(?:decid|conven|conveni|accept|propos)\w*[^.;]{0,30} pour l'annee 20\d\d,? (?:de |d')(?:verser|octroyer|attribuer|accorder)\b|\b(?:primes?|indemnites?|allocations?|gratifications?|elles?|celles?-ci)\b(?:(?!\bannuel|\bmensuel|chaque|\bpremiere fois|\bversement|\bdes (?!salaries|collaborateurs)|\bs'il|\bsi )[^.;]){0,60}[ (](?:versee|octroyee|payee|attribuee)s? (?:en|au mois de|fin|courant|(?:sur|avec) la paie d[eu']|au plus tard (?:en|fin|le)) ?(?:mois de |fin )?(?:\d{1,2}(?:er)? )?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) 20\d\d(?! (?:puis|et (?:chaque|tous|en|de)))|\b(?:cette|la) (?:somme|prime|indemnite|aide|allocation) (?:sera|est) (?:versee|octroyee|payee|reglee|attribuee)[^.;]{0,140}\b(?:paie|paye|bulletin)\b[^.;]{0,40}\b20\d\d/;
/** « Le vendredi 19 mai 2023 est offert », « Les ponts du 19 mai et du 14 août 2023 seront chômés et payés » */
const ON_DAYS =
  /\b(?:journees?|jours?|ponts?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?)\b[^.;]{0,60}\b20\d\d\b[^.;]{0,40}\b(?:est|sera|sont|seront) (?:\w+ )?(?:offert|chome|accord|octroy|donne|paye)e?e?s?\b|\b(?:offr\w+|accorde\w*|octroi\w+) (?:le |la journee du |les journees des? |un pont le )(?:\w+ )?\d{1,2}(?:er)? [a-z]+ 20\d\d\b|\b20\d\d ?: ?pont\b[^.;]{0,60}\bsans (?:retenue|decompte|prise) d/;
/** Each of these expressions holds one of these. */
const SOME = ['fois', 'exception', 'uniquement', 'seule annee', 'reconductible', 'ponctuel', '20'];
/** Paid at once, which what is due each year may be too. */
const AT_ONCE = /\ben une (?:seule )?fois\b(?! ?:)/;
const YEARLY = /\b(?:par an|annuels?|annuelle(?:ment)?|annee civile|fin d'annee)\b|\/ ?an\b/;

const PAID_FOR_YEAR = /\bverser une? [^.;]{0,140}\bpour l'annee 20\d\d/;
/** « 14 € par mois pour l’année 2023 »: twelve payments. */
const MONTHLY = /(?:€|euros?)(?: (?:bruts?|nets?))? ?(?:par mois|mensuels?|\/ ?mois)\b/;

const YEAR =
  /(?:\b(?:annees?|en|exercice|budgets?|titre de|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|fin|debut)|\d\/\d{1,2}\/) ?((?:19|20)\d\d)\b(?! ?(?:€|eur))/g;
/** « versée en janvier 2023 », « avec la paie de mai 2022 »: the year of the payment, not that of the results or of the presence. */
const IS_PAID =
  /\b(?:avant le|vers|pay|pai[es]|regl|percev|percu|attribu|octroy|mise? en place|pour|ppv|titre de l'annee)(?:\b|\w+)[^.;]{0,70}$/;
const IS_COUNTED =
  /\b(?:exercice|resultats?|presen\w+|durant|entre|recrut\w+|embauch\w+|arrivee?s?|rejoint|relative? a|remuneration|smic|intervenus?)\b[^.;]{0,40}$/;
const IS_OF_TEXT =
  /\b(?:loi|lois|decret|ordonnance|accords?|instruction|avenant|circulaire|signe\w*|publiee?s?|journal officiel)\b[^.;]{0,60}$/;
/** « une enveloppe exceptionnelle allouée chaque année » comes back; « au titre des années 2022 et 2023 » is no single payment. */
const COMES_BACK =
  /\b(?:chaque (?:annee|fois)|tous les ans|annuellement|(?:limite|raison|hauteur) de \d[\d .,]* ?(?:€|euros?) par an\b|a titre perenne|perennis\w+|annees 20\d\d(?:,| et| a) 20\d\d)\b/;

/** « Par exception, … donne lieu à un abondement exceptionnel »: to the rule above, each time. */
const BY_EXCEPTION = /\bpar exception\b(?:[^.;]|\.(?=\d))*/g;

function yearOf(plain: string, isAlways: boolean): number | null {
  const years = matchesOf(YEAR, plain)
    .map(({ index, 0: text, 1: year }) => ({
      year: Number(year),
      before: plain.slice(Math.max(0, index - 80), index + text.length - 4),
    }))
    .filter(({ before }) => !IS_OF_TEXT.test(before));
  const paid = years.find(({ before }) => IS_PAID.test(before) && !IS_COUNTED.test(before));
  return (paid ?? (isAlways ? null : years[0]))?.year ?? null;
}

/** « Elle figurera sur la paie de mars 2022. », « Le versement interviendra le 15 mai 2023. » */
const PAID_BELOW = new RegExp(
  `\\b(?:vers(?:ee?s?|ement)|(?<!\\ba (?:compter|partir) (?:de )?la )(?:paye|paie)|reglee?s?|bulletin)\\b(?:(?!\\b(?:presen|embauch|recrut|entre\\b|periode|remuneration|salaires? annuel|exercice|sign|derniers|precedent|acompte|loi\\b|article|a compter|a partir))[^.;(])*?\\b${MONTH} (20\\d\\d)\\b`,
);
const PAID_WITHIN = 20;

const isOfOther = (one: Unit, first: Unit, owner: number): boolean =>
  (one.kind === 'heading' || !haveSameTitle(one, first)) &&
  one.hits.length > 0 &&
  one.hits.every((hit) => hit.owner !== owner);

/** « Une seconde partie est versée en 2024. », « en deux fois, en novembre 2023 et en mars 2024 » */
const LATER_PART =
  /\b(?:seconde?|deuxieme|troisieme|derni(?:er|ere)|[23] ?(?:e|eme|nde?|d)) (?:partie|versement|tranche|echeance|moitie|fraction|acompte)\b[^.;]{0,80}?\b(20\d\d)\b/;
const IN_PARTS = /\ben (?:deux|trois|quatre|[234]) (?:fois|versements|echeances|tranches|parties)\b/;
const IN_MONTH = new RegExp(`\\b${MONTH} (20\\d\\d)\\b`, 'g');

/** The last year in which a payment made in parts is made, where that is another one than the first. */
export function lastPartOf(units: readonly Unit[], unit: Unit, owner: number, first: number): number | null {
  for (const one of units.slice(unit.index, unit.index + PAID_WITHIN)) {
    const { plain } = one;
    if (one.index > unit.index && isOfOther(one, unit, owner)) return null;
    const months = IN_PARTS.test(plain) ? matchesOf(IN_MONTH, plain).map(([, year]) => Number(year)) : [];
    const last = Math.max(
      Number(LATER_PART.exec(plain)?.[1] ?? 0),
      months.length > 1 ? Math.max(...months) : 0,
    );
    if (last > first && last <= first + 2) return last;
  }
  return null;
}

/** The year in which what a sentence grants is paid, as a sentence below says before anything else is named. */
export function yearBelow(units: readonly Unit[], unit: Unit, owner: number): number | null {
  for (const one of units.slice(unit.index + 1, unit.index + 1 + PAID_WITHIN)) {
    if (isOfOther(one, unit, owner)) return null;
    const year = PAID_BELOW.exec(one.plain)?.[1];
    if (year) return Number(year);
  }
  return null;
}

/**
 * A payment made once, or for one named year. `isAlways`: of a benefit that the law knows only as decided each time. Needs the plain
 * text: the reading hides years.
 */
export function oneOffOf(text: string, isAlways: boolean): { year: number | null } | null {
  if (!isAlways && !holdsOne(text, SOME)) return null;
  const plain = text.includes('par exception') ? text.replace(BY_EXCEPTION, ' ') : text;
  const isOnce =
    isAlways ||
    ONCE.test(plain) ||
    FOR_ONE_YEAR.test(plain) ||
    ON_DAYS.test(plain) ||
    (PAID_FOR_YEAR.test(plain) && !MONTHLY.test(plain)) ||
    (AT_ONCE.test(plain) && !YEARLY.test(plain));
  return isOnce && !COMES_BACK.test(plain) ? { year: yearOf(plain, isAlways) } : null;
}

/** « 10 € par mois », « par trajet »: what is due again and again. */
const EACH = /^par (?!an\b)/;
/** « La Direction prend en charge la cotisation », « l’abonnement »: as often as it is due. */
const DUE_AGAIN =
  /\b(?:prise?|prend\w*|prendra|prendre) en charge\b[^.;]{0,80}\b(?:cotisations?|abonnements?|mutuelle)\b/;
/** « pendant les six premiers mois de l’année » */
const FIRST_MONTHS = /\b(?:pendant|durant|sur|pour) les (?:\w+ )?premiers mois\b/;

/**
 * How long a measure for one year lasts that is no single payment: a share or a rate, or an amount for each month, day or journey.
 * Null where it is one, or where no end is told.
 */
export function runningIn(
  values: Values,
  { plain }: Unit,
  year: number | null,
  lasts: Lasting | null,
): Lasting | null {
  const { per, amount, employerShare, topUpRate } = values;
  const isRunning =
    (typeof per === 'string' && EACH.test(per)) ||
    (amount === undefined && (employerShare !== undefined || topUpRate !== undefined)) ||
    DUE_AGAIN.test(plain);
  const months = FIRST_MONTHS.exec(plain);
  if (months) return lasts ?? limitsIn(plain.slice(months.index))[0]?.lasts ?? null;
  const last = isRunning && year ? parseIsoDate(`${year}-12-31`) : null;
  return isRunning ? (lasts ?? (last && { until: last })) : null;
}
