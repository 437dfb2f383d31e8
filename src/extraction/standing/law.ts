import type { Unit } from '../context/units.ts';
import { gated } from '../text/gates.ts';
import type { Told } from './told.ts';
import { AS_IN_BRANCH } from './words.ts';

const LAW_GIVER =
  "(?:la|une|cette) loi|(?:le|un) decret|le legislateur|le code (?:du travail|de la securite sociale)|l'article (?:#ref|[lrd]\\. ?\\d)|l'(?:article \\d\\S*|#ref) (?:de la (?:loi|convention|ccn)|du code)|(?:la|notre) (?:convention collective|ccn)|l'accord (?:national|de branche)|la branche|les partenaires sociaux (?:de (?:la|notre) (?:branche|profession|convention)|du secteur)";
/** « L’article L. 1225-65-1 prévoit qu’un salarié peut … », « Les entreprises auront la possibilité de … »: whatever it gives. */
const LAW_SAYS = gated(
  new RegExp(
    `^\\W*(?:(?:ainsi|en effet|pour (?:rappel|memoire|information)|(?:depuis|a compter du|a partir du|au) [^.;,]{3,30}),? )?(?:${LAW_GIVER})(?!\\w)[^.;]{0,140}?\\b(?:prevoi(?:t|ent)|dispose|permet(?:tent)?|autorise|impose|(?:accord|octroi)(?:e|ent)|garanti(?:t|ssent)|fixe(?:nt)?|(?:a|ont|est venue?|sont venus) (?:\\w+ )?(?:decide|instaure|cree|institue|mis|porte|allonge|etend|introdui|signe|conclu|negocie|adopte|fixe)\\w*)\\b|^\\W*(?:les|toutes les) (?:entreprises|employeurs) (?:auront|ont|peuvent|pourront)\\b`,
  ),
);
const APPLIES_BRANCH = gated(new RegExp(AS_IN_BRANCH));
/** … unless the employer gives something beside it. */
const BESIDE_LAW =
  /;| :|\b(?:mais|toutefois|neanmoins|cependant|au[- ]dela|complet\w+|ameliore\w*|plus favorable\w*|la direction|l'entreprise (?:\w+ )?(?:accorde|decide|verse|prend|maintient|porte|applique|ajoute)|la societe|l'association|les parties|present accord|nous|portee?s? a|dans l'entreprise)\b/;

const MORE = /\b(?:mais|toutefois|neanmoins|cependant|au[- ]dela|plus favorable\w*|en sus|majore\w*)\b/;

/** The law or the branch is the one that gives, in the sentence or in what opens its quotation. */
export function isSaidByLaw({ intro, plain }: Unit, whole: Told): boolean {
  const { text } = whole;
  if (whole.says(APPLIES_BRANCH) && !MORE.test(text)) return true;
  const said = whole.mayMatch(LAW_SAYS) ? LAW_SAYS.exec(text) : null;
  if (said) return !BESIDE_LAW.test(text.slice(said[0].length));
  return /^\W*[«"“]/.test(plain) && intro !== null && LAW_SAYS.test(intro.plain);
}
