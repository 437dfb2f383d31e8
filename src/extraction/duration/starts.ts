import { parsePrintedDate, DATE, MONTH } from '../terms/dates.ts';
import type { IsoDate } from '../../domain/dates.ts';
import type { Unit } from '../context/units.ts';
import { gated, holds } from '../text/gates.ts';
import { matchesOf } from '../text/matches.ts';

const SOME = gated(
  /\b(?:compter|partir|effet|effective?s?|applicables?|vigueur|depuis|des le)\b|\bau (?:0?1|premier)/,
);
/** « à compter du 1er mars 2023 », « est portée à 9 € au 1er mars 2023 », « Au 1er avril 2022, … » */
const START = new RegExp(
  String.raw`\b(?:a compter|a partir|effet(?: retroactif)?|applicables?|en vigueur|effective?s?|depuis|des|a dater),? (?:du |au |le |des le |a compter du )(?<day>${DATE})|(?<!jusqu')\bau (?<first>(?:0?1 ?(?:er)?|premier) ?${MONTH} \d{4})`,
  'g',
);
/** A day on which people are counted, or on which the law or something else changes. */
const OTHER =
  /\b(?:present\w*|inscrit\w*|effectifs?|embauche\w*|arrete\w*|constate\w*|acqui\w+|anciennete|agee?s?|nee?s?|naissance|en cours|tarifs?|marche|renouvellement du|hausse d\w+ cotisation|augmentation d\w+ cotisation|contrats? (?:de travail|a duree)|jusqu'a|avant|plafond annuel\w*|smic|pretendre|lois?|legale?s?|decrets?|reforme|reglement\w*|du \d[^.;]{0,20})[^.;]{0,60}$/;
const OTHER_REACH = 90;

/** The one day from which a sentence says that what it grants is given; null when it prints none, or several. */
export function startIn(unit: Unit): IsoDate | null {
  if (!holds(unit, SOME)) return null;
  const { plain } = unit;
  const days = new Set(
    matchesOf(START, plain)
      .filter(({ index }) => !OTHER.test(plain.slice(Math.max(0, index - OTHER_REACH), index)))
      .map(({ groups }) => parsePrintedDate((groups!['day'] ?? groups!['first'])!)),
  );
  return days.size === 1 ? [...days][0]! : null;
}
