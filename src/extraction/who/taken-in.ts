import { haveSameTitle } from '../context/units.ts';
import type { Unit } from '../context/units.ts';
import { eligibilityOf } from './eligible.ts';
import { toldAlone } from '../standing/told.ts';
import { gated, holds } from '../text/gates.ts';

/** « y compris le personnel en alternance », « s’applique également aux apprentis »: nobody of these is left out of this one. */
const ALSO = gated(/\b(?:incluant|y compris|egalement)\b/);
const ARTICLE_MAX = 20;
const LOOKS_BACK = /^\W*(?:ces?|cet(?:te)?|elles?|ils?)\b/;

/** « Ces deux paragraphes valent également pour les apprentis. »: what stands in each of them. */
const LAST_PARTS = gated(
  /\b(?:ces|les|des|aux) (deux|trois) (?:(?:derniers?|dernieres?) )?(?:sous[- ]?)?(?:articles|paragraphes|points|mesures|alineas)(?: (?:qui precedent|precedents|ci-dessus))?\b/,
);
const PARTS = ['deux', 'trois'];

/** What takes some in again below the last two or three parts, of which the sentences of `own` are one. */
function takenBelow(units: readonly Unit[], own: Unit): Unit[] {
  const below = units.slice(own.index, own.index + ARTICLE_MAX);
  const found = below.find((unit) => holds(unit, LAST_PARTS) && holds(unit, ALSO));
  if (!found) return [];
  const between = below.filter(({ index, kind }) => index <= found.index && kind !== 'heading');
  const parts = new Set(between.map(({ headings }) => headings.at(-1)?.start));
  return parts.size <= PARTS.indexOf(LAST_PARTS.exec(found.plain)![1]!) + 2 ? [found] : [];
}

/** Whom the article of a finding takes in, in its own sentences or in those around them that name no other benefit. */
export function takenIn(units: readonly Unit[], owner: number, at: number, end: number): readonly string[] {
  const first = units.findIndex((unit) => unit.end > at);
  const own = units[first];
  if (!own) return [];
  const isOfOther = (unit: Unit): boolean =>
    !haveSameTitle(unit, own) ||
    unit.kind === 'heading' ||
    (unit.kind !== 'row' &&
      unit.hits.length > 0 &&
      unit.hits.every((hit) => hit.owner !== owner) &&
      !LOOKS_BACK.test(unit.plain));
  const above = units.slice(Math.max(0, first - ARTICLE_MAX), first);
  const below = units.slice(first, first + ARTICLE_MAX);
  const border = below.findIndex((unit) => unit.start >= end && isOfOther(unit));
  const said = [
    ...above.slice(above.findLastIndex(isOfOther) + 1),
    ...below.slice(0, border < 0 ? undefined : border),
    ...takenBelow(units, own),
  ].filter((unit) => holds(unit, ALSO));
  return said.length > 0 ? eligibilityOf(said.map(toldAlone)).included : [];
}
