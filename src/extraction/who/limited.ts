import { rootOf } from '../context/articles.ts';
import { names } from '../context/naming.ts';
import type { Unit } from '../context/units.ts';
import { categoriesIn, groupsIn } from './categories.ts';
import { namesEverybody } from './everybody.ts';
import { gated, holds } from '../text/gates.ts';

/** « Cet article ne concerne que les salariés non-cadres. », above or just below. */
const ONLY_FOR = gated(
  /^\W*(?:cet article|le present article|cette (?:mesure|prime|disposition|indemnite)|ces (?:mesures|dispositions)|ce dispositif) ne (?:concern\w+|s'appliqu\w+|vis\w+|benefici\w+) (?:\w+ )?(?:qu'|que )/,
);
/** « Repos acquis : uniquement pour les travailleurs de nuit » */
const ONLY_TO = gated(/\b(?:uniquement|exclusivement|seulement) (?:pour |aux? )/);
const SAID_ABOVE = 6;
const SAID_BELOW = 2;
/** « Cette disposition s’applique aux employés et agents de maîtrise. », just below. */
const APPLIES_TO = gated(
  /^\W*(?:cette (?:mesure|prime|disposition|indemnite)|ces (?:mesures|dispositions)|ce dispositif|elles?|ils?) (?:s'appliqu\w+|concern\w+|(?:est|sera|sont|seront) (?:uniquement |exclusivement )?(?:reserve|accorde|attribue|ouvert|verse)e?s?)\b|^\W*les (?:salaries|collaborateurs|personnels)\b[^.;]{0,100}\b(?:sont|seront) (?:les )?beneficiaires? de (?:ces|cette|ce)\b|^\W*(?:sont|seront) (?:donc )?(?:concernes?|eligibles|vises?) (?:par|a) (?:ces|cette|ce)\b|^\W*(?:l'ensemble |tous )?(?:du|les?) (?:personnels?|salaries|collaborateurs)\b[^.;]{0,100}\b(?:est|sont|sera|seront) (?:donc )?(?:concernes?|eligibles?|vises?) (?:par|a) (?:ces|cette|ce)\b/,
);

/** « y compris les cadres »: these besides others. */
const ALSO = /\by compris\b/;
/** « Pour les primes de panier de nuit, … »: another kind than the one above. */
const OPENS = /^\W*(?:pour|quant|concernant|s'agissant)\b/;

/** « 3°) Prévoyance (pour les « non-cadres ») : la Direction … » holds for the sentences below, until the next number. */
const NUMBERED_LABEL = /^\W*\d{1,2} ?(?:°? ?\)|°|[.)-]) ?[^:.;]{4,90}:/;
function labelAbove(
  units: readonly Unit[],
  { index, section }: Unit,
  owner: number,
): Pick<Unit, 'raw' | 'plain'> | null {
  for (let i = index - 1; i >= Math.max(0, index - SAID_ABOVE); i--) {
    const one = units[i]!;
    const label =
      one.section === section && one.plain.includes(':') ? NUMBERED_LABEL.exec(one.plain)?.[0] : undefined;
    if (label) return names(one, owner) ? { raw: one.raw.slice(0, label.length), plain: label } : null;
    if (one.section !== section) return null;
  }
  return null;
}

/** « La Direction accepte la demande dans les conditions suivantes : »: the demand above says for whom. */
const ACCEPTS =
  /^\W*(?:la direction|l'employeur|l'entreprise) (?:accept\w+|acced\w+|repond favorablement)\b[^.;]*\bdemande\b/;
function demandOf(units: readonly Unit[], { index, intro }: Unit): Unit | undefined {
  if (!intro || !ACCEPTS.test(intro.plain)) return undefined;
  const at = units.slice(Math.max(0, index - SAID_ABOVE), index).find(({ end }) => end === intro.end)?.index;
  return at ? units[at - 1] : undefined;
}

/** The groups to which another sentence of its article limits what a sentence grants to `owner`. */
export function limitedTo(units: readonly Unit[], unit: Unit, owner: number): string | null {
  const { index, article, section, plain } = unit;
  const near = units.slice(Math.max(0, index - SAID_ABOVE), index + SAID_BELOW + 1);
  const said = near.find((one) => holds(one, ONLY_FOR) && rootOf(one.article) === rootOf(article));
  if (said && article) return groupsIn(said);
  const isNamed = (one: Unit) => names(one, owner);
  const only = near.find(
    (one) => one.section === section && holds(one, ONLY_TO) && (one.hits.length === 0 || isNamed(one)),
  );
  if (only) return groupsIn(only);
  const following = units.slice(index + 1, index + 1 + SAID_BELOW);
  const other = following.findIndex(
    (one) => one.section !== section || (one.hits.length > 0 && !isNamed(one)),
  );
  const below = following.slice(0, other < 0 ? undefined : other).find((one) => holds(one, APPLIES_TO));
  if (below) return groupsIn(below);
  const label = labelAbove(units, unit, owner);
  if (label) return categoriesIn(label);
  const demand = demandOf(units, unit);
  if (demand && isNamed(demand)) return groupsIn(demand);
  const above = units[index - 1];
  const isSame =
    above?.section === section &&
    isNamed(above) &&
    !ALSO.test(above.plain) &&
    !namesEverybody(above.plain) &&
    !OPENS.test(plain);
  return isSame ? groupsIn(above) : null;
}
