import { categoriesOf } from './who/categories.ts';
import { placeOf } from './who/places.ts';
import type { Unit } from './context/units.ts';
import { gated, holds } from './text/gates.ts';
import { once } from './text/once.ts';
import { situationIn } from './who/situations.ts';

const PRESENT = gated(
  /\b(?:actuellement|aujourd'hui|a ce jour|jusqu'(?:ici|alors|a present)|(?:montants?|valeurs?|taux) actuel\w*)\b/,
);

/** What holds so far stands behind what is decided now: « la prime est actuellement de 10 €. Elle est portée à 12 €. » */
export const isPresent = once(
  (unit: Unit): boolean =>
    holds(unit, PRESENT) && !/\b(?:port|pass|fix|revaloris|releve|evolu)\w* (?:a|de)\b/.test(unit.plain),
);

const PAID = gated(
  /\b(?:a|ont) (?:\w+ )?ete (?:\w+ )?(?:versee?s?|payee?s?|attribuee?s?|octroyee?s?|conclue?s?)\b(?!.*\b(?:sera|seront|est|sont|reconduit\w*|renouvel\w*)\b)|\b(?:rappel\w+|pour (?:rappel|memoire))\b[^.;]{0,60}\bavoir\b[^.;]{0,40}\b(?:sign|vers|attribu|conclu)\w*/,
);

/** What was paid stands behind what is granted now: « une prime de 900 € a été versée en 2022. Elle sera de 500 € en 2023. » */
export const isPaid = once((unit: Unit): boolean => holds(unit, PAID));

/** « Par exception, 5 jours l’année de leurs 20 ans d’ancienneté pour … »: a figure of a few, where the rule gives one. */
const EXCEPTION = /^\W*(?:par exception\b|en cas d(?:e |')|si,? (?:au cours|durant|pendant) )/;
/** « Ce nombre est porté à cinq en cas d’hospitalisation. » */
const STEP = gated(
  /^\W*(?:ce (?:nombre|montant|plafond|taux)|cette (?:duree|limite)|ces jours|ils?|elles?) (?:est|sont|sera|seront|pourr\w+ etre|peu\w+ etre) (?:port|augment|elev)\w+ a [^.;]{1,60} (?:en cas d(?:e |')|lorsqu|pour (?:les |un )?(?:parent|enfant|salarie))/,
);

/** What a sentence says is told of a special case, or of the past: its figures stand behind those of the rule. */
export const isAside = (unit: Unit, owner: number): boolean =>
  EXCEPTION.test(unit.plain) ||
  holds(unit, STEP) ||
  isPresent(unit) ||
  isPaid(unit) ||
  situationIn(unit, owner) !== null;

/** « 10 € par mois pour les non-cadres. » – « Un versement unique de 80 € pour les cadres. »: another grant than the quoted one. */
export function isOfOthers(unit: Unit, said: Unit, owner: number): boolean {
  if (unit === said) return false;
  // « La valeur du titre est portée à 9 €. Les itinérants de l’établissement de Brest en recevront cinq par mois. »
  if (unit.index > said.index && placeOf(unit) && !placeOf(said)) return true;
  const groups = categoriesOf(unit);
  const own = groups && categoriesOf(said);
  if (own !== null && own !== groups) return true;
  const some = situationIn(unit, owner);
  return some !== null && some !== situationIn(said, owner);
}
