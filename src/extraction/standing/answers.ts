import { gated } from '../text/gates.ts';

/** Bare answers to the demand above them, without a word of what was asked. */

const SIDE = "(?:la direction|l'employeur|l'entreprise|la societe|direction|employeur)";
const OPENS = `^\\W*(?:(?:la )?(?:reponse|avis|position|decision)(?: (?:de )?${SIDE})? ?:? ?|${SIDE} ?: ?)?`;
const MONTHS = 'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre';
/** « des » without its accent is « dès » only before a day. */
const FROM = `(?:a (?:compter|partir)|des (?=le |la |l'|cette|${MONTHS}|20\\d)|au (?=\\d|premier|mois|plus)|en (?=20|${MONTHS})|avec effet)`;
const WHEN = `(?:,? (?:pour une (?:application|mise en (?:oeuvre|œuvre|place))|${FROM})[^.;:]{0,40})?`;
const MATTER = '(?:demande|proposition|mesure|revendication|point)s?';
const YES =
  '(?:accept|accord|valid|reten|satisf|approuv|act|agre|adopt)(?:e|ee|es|ees|ue|u|us|ues|ait|aite|aits|aites)';

/** « Réponse négative. », « Défavorable. »: of whatever the sentence before it may decide. */
const BARE_NO =
  /^\W*(?:(?:la )?(?:reponse|avis|position)(?: de la direction)? ?:? ?)?(?:non|refus|refusee?s?|rejet|rejetee?s?|negati(?:f|ve)|defavorable|(?:demande )?non retenue?s?|(?:demande )?sans suite)(?: de la direction)?\W*$/;
const BARE_MAX = 50;
export const isBareNo = (plain: string): boolean => plain.length <= BARE_MAX && BARE_NO.test(plain);

/** « Favorable. », « Accordé », « C’est d’accord, dès janvier », « Mise en œuvre au 1er mars » */
const BARE_YES = gated(
  new RegExp(
    `${OPENS}(?:(?:c'est )?d'accord|oui|ok|accord|favorable|avis favorable|reponse (?:positive|favorable)|positive?|(?:${MATTER} )?${YES})(?: (?:de|par) ${SIDE})?${WHEN}\\W*$|${OPENS}(?:mise en (?:oeuvre|œuvre|place)|application|applicable|effective?) (?:immediate\\b|${FROM})[^.;:]{0,40}\\W*$`,
  ),
);
/** « Cette demande est satisfaite. », « La Direction fait droit à cette demande. », « … n’y voit pas d’objection. » */
const SAYS_YES = gated(
  new RegExp(
    `\\b(?:cette|la|ces|les|sa) ${MATTER} (?:est|sont|a ete|ont ete|sera|seront) (?:\\w+ )?(?:${YES}|mises? en (?:oeuvre|œuvre|place))\\b|\\b(?:${SIDE}|elle|nous)\\b[^.;:]{0,30}\\b(?:fai(?:t|sons) droit|(?:est|sommes) (?:\\w+ )?d'accord|l'(?:accorde|accepte|approuve|octroie)|approuv(?:e|ons)|agree|valid(?:e|ons)|consen(?:t|tons)|acceptons|donne (?:une )?suite(?: favorable)?|s'engage a (?:le|la) (?:faire|mettre|mener)) ?(?:a |cette|ces|la |les |en |des|pour|\\W*$)|\\bn'(?:y voit|a|y a) pas d'objection|\\bne s'y oppose pas\\b|\\by est (?:\\w+ )?favorable\\b|\\by repond(?:ra)? (?:\\w+ )?(?:favorablement|positivement)`,
  ),
);
/** … but not « ne donne pas suite », « y est favorable si … ». */
const NO =
  /\b(?:ne|n')(?! ?(?:y voit pas d'objection|s'y oppose pas|a pas d'objection|y a pas d'objection))\b|\bpas\b(?! d'objection)|\bsi (?:le|la|les|l'|elle|un)\b|\bsous reserve\b|\betud|\bexamin|\bprincipe\b|\bmais\b|\bautres? demandes?\b/;

type Line = { plain: string; opened: { matches(pattern: RegExp, text: string): boolean } };

export const isYes = ({ plain, opened }: Line): boolean =>
  plain.length <= YES_MAX &&
  (opened.matches(BARE_YES, plain) || opened.matches(SAYS_YES, plain)) &&
  !NO.test(plain.replace(/\bne s'y oppose pas\b/, ''));
const YES_MAX = 160;
