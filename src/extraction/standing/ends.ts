import type { Unit } from '../context/units.ts';
import * as cues from './cues.ts';

/** Words between the benefit and the verb that ends it. */
const REACH = 90;
const REACH_AFTER = 70;

/** The verb has the benefit behind it: « il est mis fin au télétravail », « supprimer la prime ». */
const ENDS_WHAT_FOLLOWS =
  /il (?:est|sera|a ete) mis (?:un terme|fin)|(?:met|mettra|mettent|mettre) (?:un terme|fin) (?:a|au|aux)\b|decide de supprimer|se retire d[eu]|n'attribuera plus|ne prendra plus|suppression d/;
/** Another thing stands between the benefit and the verb, and it is that which ends. */
const OTHER_SUBJECT =
  /[;:]|\b(?:accords?|avenants?|conventions?|usages?|negociations?|articles?|dispositions|paragraphes?|texte|mention|version|groupe|qui|dont|lorsqu\w*|lequel|laquelle)\b/;
/** The end is a circumstance, or the text is rewritten and goes on. */
const CIRCUMSTANCE =
  /\b(?:jours?|periodes?|journees?|cas|la) ou\b|\b(?:supprimee?s?|abrogee?s?|annulee?s?) et (?:sont |est )?remplacee?s?|ainsi (?:redige|modifie)|en cas de\b|\bplus\b[^.;]{0,40} (?:en (?:teletravail|deplacement|periode|arret)|les jours d|pendant|durant|lors d)|\bsi (?:le|la|l'|un|les)\b/;
/** « Ce dispositif est supprimé » under the heading that names it. */
const ANAPHORA =
  /^\W*(?:ce|cet|cette|ces|le|la|l'|les|ledit|ladite) ?(?:dispositif|mesure|avantage|indemnite|aide|droit|experimentation|systeme|regime|prime)s?\b[^.;]{0,60}$/;

/** « … prévus par l’accord de 2021 » says where the benefit comes from. */
const ORIGIN =
  /\b(?:(?:par|dans|de|a|depuis) (?:l'|les |le |la |un |une |cet )|d'une? )(?:article|accord|avenant|convention|usage)s?\b/g;
const TEXT_BEFORE = /\b(?:accords?|avenants?|conventions?|usages?|negociations?)\b[^,;.]{0,60}$/;

/** « La condition d’ancienneté pour le treizième mois est supprimée »: what goes is a limit, and the benefit is wider. */
const LIMIT =
  /\b(?:anciennete (?:requise|exigee|necessaire|minim\w+)|conditions?|delais?|carence|franchise|plafond|plafonnement|limites?|seuils?|restrictions?|abattements?|decotes?|proratisation|retenues?)\b[^.;:]{0,120}$/;

const isOther = (between: string): boolean => OTHER_SUBJECT.test(between.replace(ORIGIN, ''));

/**
 * `ended`: the text takes this very benefit away, and not an agreement, an article, one employee's case or something beside it.
 * `unclear`: something ends near the benefit. Null: nothing does.
 */
export function endingOf(unit: Unit, owner: number): 'ended' | 'unclear' | null {
  const { plain } = unit;
  if (unit.kind === 'heading' || unit.kind === 'row' || !unit.opened.allows(cues.ENDS)) return null;
  const verb = cues.ENDS.exec(plain);
  if (!verb || CIRCUMSTANCE.test(plain)) return null;
  if (
    cues.ENDS_SOMETHING_ELSE.test(plain.replace(ORIGIN, '')) &&
    !/n'est pas (?:reconduit|renouvel)/.test(plain)
  )
    return null;
  const hits = unit.hits.filter((hit) => hit.owner === owner);
  if (hits.length === 0) {
    const isHeaded = unit.headings.at(-1)?.owners.has(owner) ?? false;
    return isHeaded && ANAPHORA.test(plain.slice(0, verb.index)) ? 'ended' : null;
  }
  const end = verb.index + verb[0].length;
  const isBehind = ENDS_WHAT_FOLLOWS.test(verb[0]);
  const near = hits.filter(({ start, end: hitEnd }) =>
    isBehind
      ? start >= verb.index && start - end <= REACH_AFTER
      : hitEnd <= verb.index + 1 && verb.index - hitEnd <= REACH,
  );
  if (!isBehind && near.length > 0 && near.every(({ start }) => LIMIT.test(plain.slice(0, start))))
    return null;
  if (near.length === 0) return !isBehind && hits.some((hit) => hit.end <= verb.index) ? 'unclear' : null;
  const ends = near.some(({ start, end: hitEnd }) =>
    isBehind
      ? !isOther(plain.slice(end, start))
      : !isOther(plain.slice(hitEnd, verb.index)) && !TEXT_BEFORE.test(plain.slice(0, start)),
  );
  return ends ? 'ended' : 'unclear';
}

/** « Depuis 2017 (pas de revalorisation en 2018), la valeur est de 8,81 € »: what was not done some other year. */
const ASIDE_PAST = /\([^()]*#(?:year|date)[^()]*\)(?=[^()]*<)/g;

/** « L’accord permet déjà deux jours par semaine et la Direction ne souhaite pas aller au-delà »: what stands is left as it is. */
const NO_FURTHER =
  /(?<=\b(?:deja|actuel\w*|en vigueur|en place)\b[^.;]*)\b(?:et|mais) (?:\w+ ){0,2}(?:ne|n'y) (?:souhaite|souhaitent|peut|peuvent|pourra|compte|entend|envisage|prevoit)\w* pas (?:\w+ )?(?:aller (?:au-dela|plus loin)|l'augmenter|les augmenter)[^.;]*/g;

/** « La prime est portée à 32 € (le mois de juillet ne fera pas l’objet d’un versement) »: what is not done, in a remark beside a grant. */
export function refusalIn(text: string): string | undefined {
  const own = text.replace(NO_FURTHER, ' ');
  const aside = own.includes('(') ? own.replace(/\([^()]*\)/g, ' ') : own;
  const isGiven = HAS_MEASURE.test(aside) && cues.GRANTS.test(aside);
  return cues.REFUSES.exec(isGiven ? aside : own.replace(ASIDE_PAST, ' '))?.[0];
}
const HAS_MEASURE = /<(?:eur|pct|day|hour|minute|split|equal)/;

/** « Prime de partage de la valeur : 0 € », but not « Reste à charge : 0 € » */
export const isNothing = ({ plain, hits }: Unit, owner: number, text: string): boolean =>
  text.includes(':0:') &&
  ZERO.test(text) &&
  hits.some((hit) => hit.owner === owner && !/\w/.test(plain.slice(0, hit.start)));
const ZERO =
  /^(?!.*\b(?:part\b|charge|cout|cotisation|salarial|carence|delai|frais|avance|franchise)).{3,60} ?: ?<(?:eur|pct|day):0:[^>]*>\W*$/;

/** « … maintient les 2 jours par semaine et ne souhaite pas en accorder un troisième » */
export const KEEPS =
  /^[^,.;]{0,40}\b(?:maintient|confirme|reconduit|conserve) (?!sa |son |ses |leurs? )[^.;]{0,60}<(?:day|eur)[^>]*> [^.;]{0,60}\b(?:et|mais) (?:elle )?n(?:e |')/;
