import { lastUnder } from '../context/articles.ts';
import type { Line, Unit } from '../context/units.ts';
import { groupsIn } from './categories.ts';
import { EXCLUSION } from './eligible.ts';
import { placeOf } from './places.ts';
import { gated, matchIn } from '../text/gates.ts';

/** « …, à l’exception de la population détachée par le groupe »: a group that a text calls in its own words. */
const OWN_NAME = gated(
  new RegExp(
    `(?:${EXCLUSION.source})(?: (?:de|du|des|la|les|le|l'|pour|concernant))* ((?:populations?|personnels?|salaries|collaborateurs|vrp|agents)\\b[^.;:,()]{2,60}?)(?=[.;,)]|$| (?:dont|et) )`,
  ),
);
/** Words that tell of whom: others say when, or point elsewhere. */
const OF_NOBODY =
  /\b(?:suivants?|ci-(?:dessous|apres|dessus)|beneficiaires?|concernes?|vises|mentionnes|articles?)\b/;

/** The words of a field of application for those whom it leaves out by a name of its own. */
export function groupLeftOut(line: Line): string | null {
  const found = matchIn(line, OWN_NAME);
  const words = found?.[1]?.trim();
  if (!found || !words || words.split(' ').length < 2 || OF_NOBODY.test(words)) return null;
  const at = found.index + found[0].lastIndexOf(words);
  return line.raw.slice(at, at + words.length);
}

const NUMBER = String.raw`\d+(?:[.-]\d+)*|premier`;
/** « Les salariés du site de Tulle n’étant pas concernés par l’article 1er, … » */
const NOT_UNDER = gated(
  new RegExp(
    String.raw`\b(?:n'etant|n'est|ne (?:sont|seront|sera)) (?:donc |toutefois )?pas (?:concernee?s?|visee?s?|beneficiaires?) (?:par |de |des |d')(?:les |la |le )?(?:dispositions |mesures )?(?:(?:de|des|du|prevues) )?(?:a |aux )?(?:l')?articles? (${NUMBER})`,
  ),
);

const isWithin = (article: string | null, number: string): boolean =>
  article !== null &&
  (article === number || (article.startsWith(number) && /[.-]/.test(article.charAt(number.length))));

/** Who has nothing of an article, as a sentence of another one says, and where that article begins and ends. */
export function leftOutOfArticle(
  units: readonly Unit[],
  unit: Unit,
): { label: string; start: number; end: number } | null {
  const found = matchIn(unit, NOT_UNDER);
  if (!found) return null;
  const label = placeOf(unit) ?? groupsIn(unit);
  const number = found[1] === 'premier' ? '1' : found[1]!;
  // Numbers begin anew below each « Titre »: the nearest one above is meant.
  const last = units.findLast(({ index, article }) => index < unit.index && isWithin(article, number));
  if (!label || !last || isWithin(unit.article, number)) return null;
  let first = last;
  while (first.index > 0 && isWithin(units[first.index - 1]!.article, number))
    first = units[first.index - 1]!;
  return { label, start: first.start, end: last.end };
}

/** « Les dispositions du présent chapitre ne sont pas applicables aux salariés de la société Untel. » */
const NOT_OF_PART = gated(
  /\bdu present (chapitre|titre|article)\b[^.;:]{0,30} n(?:e |')(?:(?:sont|seront|est|sera) pas (?:applicables?|ouvert\w*)|s'appliqu\w+ pas|concern\w+ pas|benefici\w+ pas) (?:a(?:ux?)? |les |le )?(?:l'ensemble d[eu]s? )?(?:salaries|personnels?|collaborateurs|societes?|etablissements?|sites?)\b/,
);

/** Where a part of the text is that some have nothing of, as one of its own sentences says. */
export function partNotForSome(
  units: readonly Unit[],
  unit: Unit,
): { said: readonly Unit[]; start: number; end: number } | null {
  const part = unit.kind === 'heading' ? undefined : matchIn(unit, NOT_OF_PART)?.[1];
  const title = part && unit.headings.findLast(({ plain }) => plain.replace(/^\W+/, '').startsWith(part));
  return title ? { said: [unit], start: title.start, end: lastUnder(units, title).end } : null;
}
