import { enumerate } from '../../domain/french.ts';
import { haveSameTitle } from '../context/units.ts';
import type { Unit } from '../context/units.ts';
import { names } from '../context/naming.ts';
import { categoriesOf } from './categories.ts';
import { namesEverybody } from './everybody.ts';
import { gated, holds } from '../text/gates.ts';

/** Who gets a benefit, told in its article apart from the line that gives its amount. */

/** « … les salariés des établissements suivants : » */
const LISTS_PLACES = gated(
  /^(?!.*\b(?:hors|hormis|sauf|exception|exclusion)\b).*\b(?:salaries?|personnels?|collaborateurs?|interimaires?)\b[^.;:]{0,90}\b(?:etablissements?|sites?|agences?|magasins?|usines?) (?:\w+ )?(?:suivants?|ci-(?:apres|dessous))\W*:\W*$/,
);
const LISTED_WITHIN = 14;
const PLACES_MAX = 8;
/** « Fonderie de Tulle (12 rue du Port – 19000 Tulle) »: up to its address. */
const PLACE = /^[\W\d]*(\p{Lu}[^(,;:–—]{1,40}?) *(?:$|[(,;:.–—]| - )/u;

const NEXT_CONDITION = /^\W*(?:etre|avoir|percevoir|justifier|ne pas)\b/;

/** The places that the article lists above, under its own title, as those of the staff who get what a sentence gives. */
export function placesListed(units: readonly Unit[], unit: Unit, owner: number): string | null {
  if (!unit.headings.at(-1)?.owners.has(owner)) return null;
  const above = units.slice(Math.max(0, unit.index - LISTED_WITHIN), unit.index);
  const opener = above.findLast((one) => haveSameTitle(one, unit) && holds(one, LISTS_PLACES));
  if (!opener) return null;
  const listed = above.filter(({ intro }) => intro?.end === opener.end);
  const end = listed.findIndex(({ plain }) => NEXT_CONDITION.test(plain));
  const items = listed.slice(0, end < 0 ? undefined : end);
  const places = items.flatMap(({ raw }) => PLACE.exec(raw)?.[1] ?? []);
  const areAll = places.length === items.length && places.length >= 2 && places.length <= PLACES_MAX;
  return areAll ? enumerate(places) : null;
}

/** « Montant du ticket : 8 € », « La valeur faciale est de 9 €. », « Article 6 – Montant des titres » */
const AMOUNT_ONLY = gated(/^\W*(?:le |la |les )?(?:montants?|valeurs?|parts? (?:patronale|employeur))\b/);
const OF_AMOUNT = gated(/^[\W\d]*(?:article [\d.]+\W*)?(?:les |le )?montants?\b/);
const GIVES =
  /\b(?:attribu\w+|accord\w+|octroy\w+|benefici\w+|perc(?:ev|oi)\w+|recoi\w+|droit|choix|remis\w*|vers(?:e|es|ee|ees|er|era|ement))\b/;
const DENIES = /\b(?:aucune?|ne|n'\w+)\b/;
const ABOVE_MAX = 40;

/** « Ainsi, tout salarié présent au moins dix jours percevra dix titres »: of the group named before. */
const TAKES_UP = /^\W*(?:ainsi,? )?(?:un|le|tout|chaque) salarie\b/;

/** « Article 4 – Attribution des titres » */
const OF_WHO = /\b(?:attribution|beneficiaires?|ouverture|acces)\b/;

/** Below one article that has a number of its own, or in one annex. */
function haveSameRoot(one: Unit, other: Unit): boolean {
  const [annex] = other.headings;
  return other.article?.includes('.')
    ? one.article === other.article
    : annex !== undefined && /^\W*annexe\b/.test(annex.plain) && one.headings[0]?.start === annex.start;
}

/** The one group to which the sentences above give the benefit whose amount alone is told here. */
export function groupAbove(units: readonly Unit[], unit: Unit, owner: number): string | null {
  const title = unit.headings.at(-1);
  if (!holds(unit, AMOUNT_ONLY) && !(title && holds(title, OF_AMOUNT))) return null;
  const given = units
    .slice(Math.max(0, unit.index - ABOVE_MAX), unit.index)
    .filter(
      (one) =>
        one.kind !== 'heading' &&
        haveSameRoot(one, unit) &&
        names(one, owner) &&
        GIVES.test(one.plain) &&
        !DENIES.test(one.plain) &&
        !TAKES_UP.test(one.plain),
    );
  if (given.some(({ plain }) => namesEverybody(plain))) return null;
  const titled = given.filter(({ headings }) => {
    const last = headings.at(-1);
    return last?.owners.has(owner) && OF_WHO.test(last.plain);
  });
  const groups = new Set((titled.length > 0 ? titled : given).map((one) => categoriesOf(one)));
  return groups.size === 1 ? [...groups][0]! : null;
}
