import type { Unit } from '../context/units.ts';
import type { Limit } from '../terms/limits.ts';
import { gated } from '../text/gates.ts';
import { once } from '../text/once.ts';

/** Characters around a year in which the words are looked for that say what it is the year of. */
const NEAR = 140;
/** An envelope may stand farther from its year. */
const NEAR_ENVELOPE = 220;
/** « uniquement pour l’année 2023 », « à titre temporaire » */
export const ONLY = gated(
  /\b(?:exclusivement|uniquement|seul(?:e|ement)?|exceptionnel\w*|temporaire\w*|provisoire\w*|experiment\w*|a titre d'essai|ponctuel\w*)\b/,
);
/** « est reconduite pour l’année 2023 »: without that it would have ended. */
export const GOES_ON = gated(
  /\b(?:continue(?:ra|ront|r) (?:a |de |d')|reconduit\w*|reconduire|reconduction|renouvel\w+|prolong\w+|proroge\w*|proroger|prorogation)\b/,
);
/** A rate, a price or a scale, or its change: the year is that of its present level, and the scheme goes on. */
export const LEVEL =
  /%|\b(?:porte(?:e|es|s|nt|r)?|passe\w*|fixe(?:e|es|s|nt|r)?|maintien\w*|maintenue?s?|reste\w*|inchange\w*|revaloris\w+|releve\w*|augment(?:e|ee|er|era|ent)\b|evolu\w+|s'eleve\w*|taux|baremes?|grilles?|plafonds?|plafonnee?|valeurs?|nombre|(?<!d'un )montants?|cotisations?|part (?:patronale|employeur|de l'employeur)|participation (?:de l'|de la |employeur|patronale|financiere)|prises? en charge|financement|rtt|jrtt|jours? de repos|tickets?|titres?)\b/;
export const GIVES =
  /\b(?:instaur\w+|institu\w+|vers(?:er|era|ee?s?|ement)|attribu\w+|accorde\w*|octroy\w+|octroi|allou\w+|consacr\w+|reserv\w+|dot(?:e|er|ee|era)\b|offr\w+|offert\w*|distribu\w+|debloqu\w+|mobilis\w+|bonifi\w+|convenue?s?)\b/;
export const GIFT =
  /\b(?:primes?|dotations?|subventions?|sommes?|gratifications?|cartes?|bons?|cheques?|abondement|supplement|indemnites?|aides?|forfaits?|jours?|journees?|ponts?|complements?|contribution|majoration d['e])\b/;
/** An envelope or a number of places named with its year is that year’s, whatever its rate. */
export const ENVELOPE = /\b(?:budgets?|continuite budgetaire|enveloppes?|dotations?|places?|berceaux|lits)\b/;
/** … unless it is a share of the payroll paid every year to the works committee. */
export const COMMITTEE = /(?:activites|(?:œ|oe)uvres) sociales|\basc\b|\bcse\b|comite/;
const SHARE = /(?:^|[^+\d.,])\d+(?:[.,]\d+)? ?%/;
/** « un accord d’intéressement pour l’exercice 2022 »: the year of that accord, not of this text. */
const OF_ACCORD =
  /(?<!\bpresent )\baccords? (?:collectif |d'entreprise |de groupe )?(?:d'|de |sur |relatif )[^.;]{0,80}$|\bun accord (?:a ete |est )?(?:signe|conclu),? $/;
/** « Prime de vacances de 700 €, pour l’année 2022 », « la mise en place pour l’année 2022 de … » */
const BARE_GIFT =
  /(?:primes?|gratifications?|indemnites?|bons?|cheques?|cartes?)\b(?:(?!maint|fixe|porte|pass|revaloris|\b(?:est|sont|sera|seront|s'eleve)\b)[^.;%]){0,60}(?:€|euros?)(?: bruts?| nets?)?,? $/;
export const SET_UP = /\bmises? en (?:(?:œ|oe)uvre|place),? $/;
/** « Cette mesure … », « Il … », but not « Il est décidé … » */
const BACK =
  /^\W*(?:cet(?:te)?|ces?|ladite|ledit|la presente (?:mesure|disposition)|les dispositions du present article|elles?|ils?|celles?-ci|ceux-ci|celui-ci)\b(?! (?:\w+ ){1,3}?(?:decide|convenu|precise|rappele|prevu|entendu|propose|demande|accorde|institue|cree|octroye|attribue|possible|envisage)\b)/;
/** « Il est entendu que cette mesure … » */
const BACK_LATER =
  /^\W*(?:il est|les parties) (?:\w+ )?(?:entendu|convenu|precise|rappele|conviennent|precisent|rappellent) que (?:cet(?:te)?|ces?) (?:mesures?|dispositifs?|dispositions?|primes?|avantages?|indemnites?)\b/;
/** « Notre accord d’une validité de trois ans prend fin le … », « L’accord actuel arrive à échéance le … », below what it gives */
const ACCORD_ENDS =
  /^\W*(?:notre|l'|le|cet) ?(?:actuel |dernier )?(?:accord|avenant)\b(?: (?:d'entreprise|de groupe|collectif|actuel|en vigueur|en cours))*[^.;]{0,60}\b(?:prend(?:ra)? fin|arriv\w+ a (?:echeance|son echeance|terme|son terme|expiration)|expire\w*) /;
export const looksBack = once(
  ({ plain }: Unit): boolean => BACK.test(plain) || BACK_LATER.test(plain) || ACCORD_ENDS.test(plain),
);
/** « Au titre de l’année 2022, une disposition est mise en œuvre … » */
const IS_SET_UP = /^,? (?:une?|cette|ce|la|le) [^,.;]{0,40}\b(?:est|sera) mise? en (?:(?:œ|oe)uvre|place)\b/;
const near = (plain: string, { start, end }: Limit, reach = NEAR): string =>
  plain.slice(Math.max(0, start - reach), end + reach);

/** « un abondement de 50 % des sommes versées, dans la limite de 500 €, sur l’année 2023 »: a top-up is decided for its year. */
const TOPS_UP = /\babondements?\b(?:(?!\b(?:port|pass)(?:e|era|ee?s?)\b)[^.;])*$/;
/** « s’engage à maintenir pour l’année 2022 … », « le maintien de la prime au titre de 2023 »: for no longer than that. */
const KEEPS = /\bs'engage(?:nt)? a maintenir,? $|\bmaint(?:ien|enir)\b(?! a \d)(?:[^.;]|\.(?=\d))*$/;

/** « le barème appliqué en 2022 est maintenu »: where what goes on comes from. */
const COMES_FROM = /\b(?:appliquee?s?|pratiquee?s?|negociee?s?|en vigueur),? $/;

/** « … a été mise en place pour la première fois en 2020 »: since then. */
const BEGAN =
  /\b(?:a|ont) ete (?:\w+ )?(?:mise?s? en place|instauree?s?|creee?s?|instituee?s?)(?: pour la premiere fois)?,? $/;

const PAYS = /^(?:verse|paye|attribue|remis|octroye|distribue)/;

/** Is a year that a sentence names the year of what it grants? */
export function isOfYear(plain: string, limit: Limit): boolean {
  const around = near(plain, limit);
  const before = plain.slice(0, limit.start);
  if (plain.startsWith('en', limit.start) && (COMES_FROM.test(before) || BEGAN.test(before))) return false;
  const named = plain.slice(limit.start, limit.end);
  // « un accord sur la valeur des titres remis avec la paie de janvier 2023 »: when, and not for how long.
  const isAccords = OF_ACCORD.test(before) && !PAYS.test(named);
  if (isAccords || BARE_GIFT.test(before) || SET_UP.test(before)) return true;
  if (IS_SET_UP.test(plain.slice(limit.end))) return true;
  if (/^(?:pour|sur|au titre)\b/.test(named) && TOPS_UP.test(before)) return true;
  if ((!named.startsWith('pour') || /engage\w* a maintenir,? $/.test(before)) && KEEPS.test(before))
    return true;
  if (ONLY.test(around) || GOES_ON.test(around)) return true;
  if (ENVELOPE.test(near(plain, limit, NEAR_ENVELOPE)) && !(COMMITTEE.test(around) && SHARE.test(around)))
    return !/\b(?:porte|passe)\w* (?:a|de)\b/.test(around);
  return GIVES.test(around) && GIFT.test(around) && !LEVEL.test(around);
}
