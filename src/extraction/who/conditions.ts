import type { Told } from '../standing/told.ts';
import { gated, holds } from '../text/gates.ts';

/** A trial, something that must be reached first, or words that open a condition. */
const CONDITIONAL =
  /(?<!\b(?:exoner|franchise|impot|fiscal|cotisations)[^.;]{0,90})sous (?:les )?(?:reserve|condition)|a titre experimental|\b(?:est|sont|sera|seront) (?:\w+ )?experimentee?s?\b|(?<!\b(?:au-dela|a l'issue|apres|fin)(?: de)? (?:la |l'|une |cette )?(?:periode |phase )?(?:d'|de |d'une )?)experimentation|periode d'essai du dispositif|\bayant valide\w* (?:leur|sa|la) periode d'essai|phase (?:de test|pilote)|\ba condition (?:que|de|d')|\bsi (?:et seulement si|le prix|l'inflation)\b|mais (?:uniquement |seulement )?dans les conditions suivantes|\b(?:lorsqu|des qu|une fois qu)(?:e |')[^.;]{0,80}\b(?:est|sera|sont|seront|aura ete) (?:\w+ )?(?:validee?s?|reussie?s?|attein(?:t|te|ts|tes))\b|test\b/;
/** « dont la rémunération est inférieure à trois fois le SMIC » */
const OF_PAY =
  /\b(?:salaires?|remunerations?|revenus?)\b[^.;]{0,200}?\b(?:inferieure?s?|superieure?s?|n'exced\w+|ne depass\w+|au plus egale?s?)\b(?: ?,[^,.;]{0,90}, ?)?[^.;]{0,40}?(?:<eur|<times|#old|smic|plafond|pass\b|\bfois\b)/;
/** « réservé aux salariés qui … », « ne concerne que … », « ceux qui ne bénéficient pas des repas » */
const ONLY_FOR =
  /\breservee?s? (?:exclusivement |uniquement )?aux? (?:\w+ )?(?:salarie|personnel|collaborat|parent|titulaire|beneficiaire)|\b(?:uniquement|exclusivement|seulement) (?:(?:pour(?! (?:l'|les |la )?(?:annees?|exercices?|periode|duree|mois|#|<))|les|a destination|au benefice)\b|aux? (?:\w+ )?(?:salarie|personnel|collaborat|cadre|ouvrier|employe))|\bexclus (?:du (?:benefice|dispositif)|de (?:ce|cette))\b|\bseule?s? (?:les(?! (?:regles|dispositions|durees|heures|jours|periodes|modalites|absences|primes|conditions)\b)|peuvent|pourront)\b|\bne (?:concern|s'appliqu|benefici|vis)\w+ (?:donc )?(?:que |qu')|\b(?:personnels?|salaries?|collaborateurs?|ceux) (?:[^.;,]{1,40} et )?(?:qui )?ne (?:benefici[ae]nt|dispos[ae]nt) (?:\w+ )?(?:pas|d'aucun)|\bne (?:sont|seront) pas (?:\w+ )?(?:eligibles?|concernes?|beneficiaires)\b|\b(?:salaries|collaborateurs|personnels|ceux) (?:dont|pour (?:qui|lesquels)) [^.;]{0,80}\bindispensable\b/;

/** « Pour les salariés qui partent en mission, … », « les salariés susvisés »: some, told elsewhere or at length. */
const SOME_ONLY =
  /^\W*(?:pour|aux?) (?:les |tous les )?(?:salaries?|collaborateurs?|personnels?|ceux|celles) (?:qui (?!(?:le |en )?(?:souhait|desir|voudr|feront))|dont\b|(?:\w+ )?n(?:e |')\w+ant (?:\w+ )?pas\b)(?![^.;]*\b(?:ajoute|major))|\b(?:aux|pour les|les) (?:salaries|collaborateurs|personnels) (?:(?:habitant|residant|domicilies?)\b[^.;,]{0,40}\b(?:plus|moins) de|dont (?:le|la) (?:domicile|residence|lieu de residence)\b)|\b(?:salaries|collaborateurs|personnels|beneficiaires) (?:susvises|precites|susmentionnes|(?:vises|cites|mentionnes|definis) (?:ci-dessus|a (?:cet|l'|le present )article|(?:au|dans le) present (?:article|paragraphe)))\b/;

/** « hors ceux éligibles aux paniers », « à l’exception des salariés relevant de … »: left out by what they have or do. */
const SOME_OUT =
  /\b(?:a l'exception|a l'exclusion|hormis|sauf|hors|excepte)(?: (?:de|du|des|les?|la|pour|aux?))* (?:(?:ceux|celles|(?:salaries|collaborateurs|personnels?|personnes)(?: \w+){0,2}) (?:qui|dont|eligibles?|deja|beneficiant|beneficiaires?|disposant|relevant|ayant|percevant)\b|(?:beneficiaires|detenteurs|titulaires) d'une? (?:voiture|vehicule)\b|forces? de ventes?\b)/;

/** « aux salariés habitant à plus de 10 km », « dont le domicile est situé à plus de 10 km » */
const BY_HOME =
  /\b(?:salarie|collaborateur|personnel|ceux)s?\b(?: \w+){0,3} (?:(?:qui )?(?:habit|resid|demeur)(?:ant|ent)|domiciliee?s?|dont (?:le |la |leur )?(?:lieu d[e'] ?)?(?:domicile|residence|habitation|trajet))\b[^.;]{0,80}\b(?:plus|moins|au moins|au[ -]dela|distance|superieure?s?|inferieure?s?|hors|dans un rayon|minimum)\b/;

/** « pendant les deux années qui suivent son arrivée »: counted for each from a day of their own. */
const OF_EACH =
  /(?<!\bpris(?:es)? )\b(?:durant|pendant|sur|au cours d|dans|pour) ?(?:une (?:periode|duree) (?:maximale )?de |les |des |es )?<(?:year|month|week):[^>]*>(?: premier\w*)? (?:suivants?|qui (?:suiv\w+)|a compter de (?:son|sa|leur|l'|la date (?:de son|effective)|la prise|l'arrivee|l'embauche)|apres (?:son|sa|leur|l'|le))/;

/** « lors du premier arrêt maladie », « une fois par an », « deux jours de carence par an »: the next time it is not given. */
const FIRST_TIMES =
  /(?<!\bdes (?:le|la|leur) )(?:\b(?:premiere?s?|seule?s?)|#rank1) (?:arrets?|carences?|absences? (?:pour )?maladie)\b|(?:\bun (?:seul )?arret|<day:[^>]*> de carence) par (?:an|annee|salarie)\b|\b(?:carence|arrets?)\b[^.;]{0,80}<(?:times|num):[^>]*>(?: fois)? (?:par|dans l'|sur l') ?(?:an|annee)\b/;

/** « Pourront bénéficier de ce dispositif les salariés : », « est versée aux salariés qui remplissent les conditions suivantes : » */
export const WHO_LISTED =
  /\bbenefici(?:er|aires?)\b[^.;]{0,70}\b(?:salaries?|collaborateurs?|personnels?|personnes)\b[^.;]{0,80}:\W*$|\b(?:salaries?|collaborateurs?|personnels?|personnes)\b[^.;]{0,60}\b(?:eligibles?|remplissent|remplissant)\b[^.;]{0,80}:\W*$|^\W*(?:salaries |personnels? |collaborateurs )?eligibles?\W*:\W*$|^\W*(?:salaries|personnels?|collaborateurs) non beneficiaires?\b[^.;:]{0,50}:|^\W*sont (?:donc )?(?:eligibles?|beneficiaires?|concernes?)\b[^.;]{0,120}:\W*$|\b(?:attribuee?s?|versee?s?|reservee?s?) aux (?:salaries|collaborateurs|personnels|personnes)\b[^.;]{0,100}:\W*$/;
/** « Pour un salaire inférieur à trois SMIC, la prime est exonérée »: all get it. */
const OF_TAX = /\bexoner\w+|\bimpots?\b|(?<!\bsoumise?s? (?:a|aux) )\bcotisations\b|\bcsg\b/;

[
  CONDITIONAL,
  OF_PAY,
  OF_TAX,
  ONLY_FOR,
  SOME_ONLY,
  SOME_OUT,
  BY_HOME,
  OF_EACH,
  FIRST_TIMES,
  WHO_LISTED,
].forEach(gated);

/** A line leaves out those who have or do something. */
export const leavesSomeOut = (line: Parameters<typeof holds>[0]): boolean => holds(line, SOME_OUT);

/** A condition is told in one of these readings. */
export const isConditionalIn = (readings: readonly Told[]): boolean =>
  readings.some(
    (told) =>
      told.says(CONDITIONAL) ||
      (told.says(OF_PAY) && !told.says(OF_TAX)) ||
      told.says(ONLY_FOR) ||
      told.says(SOME_OUT) ||
      told.says(BY_HOME) ||
      (told.says(SOME_ONLY) && !OF_TAX.test(told.text.replace(/\([^()]*\)/g, ' '))) ||
      told.says(OF_EACH) ||
      told.says(FIRST_TIMES) ||
      told.says(WHO_LISTED),
  );
