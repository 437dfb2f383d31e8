import { isBelow } from './articles.ts';
import type { Heading, Unit } from './units.ts';

const ARTICLE = /^\W*(?:u>\W*)?(?:articles?|art\.?) ?(?:n ?° ?)?(?:\d|premier|[ivx]+\b)/;
const BARE_LEVEL = 4;

/** « 1/ Mutuelle », a point of a list, in a text whose articles are called so. */
const isPoint = (title: Heading, units: readonly Unit[]): boolean =>
  !title.article!.includes('.') &&
  !ARTICLE.test(title.plain) &&
  units.some(({ kind, plain }) => kind === 'heading' && ARTICLE.test(plain));

/**
 * « 3.4 Primes d’équipe » – « Elles sont revalorisées de 2 %. » – « Mesures diverses » – « Transport »: a bare title below the text of a
 * numbered clause may be the next clause, whose number was lost.
 */
export function mayHaveEnded(title: Heading, units: readonly Unit[], { index, headings }: Unit): boolean {
  if (!title.article?.includes('.') || ARTICLE.test(title.plain)) return false;
  const isBelowBare = headings.some(
    ({ level, start, plain }) => level === BARE_LEVEL && start > title.start && !plain.endsWith(':'),
  );
  if (!isBelowBare) return false;
  let from = index;
  while (from > 0 && units[from - 1]!.start > title.start) from--;
  const bare = units.findIndex((one, i) => i >= from && one.kind === 'heading');
  return bare > from && !units[bare - 1]!.plain.endsWith(':');
}

/** « 5°) Prime de transport : … », below « 4°) Intéressement »: a point with a number of its own. */
const POINT = /^\W*(\d{1,2})(?: ?°|°? ?\))/;

/** The number of the article that a sentence stands in, as printed; null where that is not sure. */
export function shownArticle(units: readonly Unit[], unit: Unit): string | null {
  const own = POINT.exec(unit.plain)?.[1];
  if (
    own &&
    unit.article &&
    own !== unit.article &&
    !ARTICLE.test(unit.headings.findLast(({ article }) => article !== null)?.plain ?? '')
  )
    return null;
  const title = unit.headings.findLast(({ article }) => article !== null);
  if (!title || title.article !== unit.article) return unit.article;
  if (isPoint(title, units)) return null;
  if (!mayHaveEnded(title, units, unit)) return unit.article;
  const outer = unit.headings.findLast(({ article }) => article !== null && isBelow(title.article!, article));
  return outer?.article ?? null;
}
