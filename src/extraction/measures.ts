import type { Unit } from './context/units.ts';
import { readQuantities } from './numbers/reading.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import type { PhraseHit } from './text/phrases.ts';
import { readValues } from './values.ts';
import { matchesOf } from './text/matches.ts';
import { once } from './text/once.ts';

const COUNTED =
  /<(?:eur|pct|day|week|hour|minute|split|equal)|(?:#rank\d+|\b(?:deuxieme|troisieme|seconde?)) (?:jour|journee)\b/;
/** Where one measure ends: a comma inside a number has no space behind it; « , avec », « , soit » tell more of the same. */
const MEASURE_END =
  /[,;] (?!(?:(?:et )?d(?:e |')\d|\w+ant |(?:port|ramen|plafonn|limit|major)ee?s? |avec|dont|soit|a |au |aux |en |pour|dans|sous|sur|sans|ou |et |qui |que |ce |par |hors|jusqu|ces |cette |sa |son |ses )\b)| et (?=(?:revaloris|port|augment|accord|attribu|instaur|maint|octro|cre|vers|financ|reconduit|ouvr)\w+ (?:a |la |le |les |l'|une? |des ))/g;

/** « 4 jours » may be a week of four days, and is a figure all the same: it names no other measure. */
const FIGURE = /^(?:\d|quatre )/;
type Clause = { start: number; end: number; isCounted: boolean };

const clausesOf = once(({ plain }: Unit): readonly Clause[] => {
  const ends = matchesOf(MEASURE_END, plain).map(({ index, 0: text }) => index + text.length);
  return [0, ...ends].map((start, i) => {
    const end = ends[i] ?? plain.length;
    return { start, end, isCounted: COUNTED.test(readQuantities(plain.slice(start, end))) };
  });
});

/**
 * « … le télétravail à 3 jours par semaine et revalorise l’allocation à 2,70 € par jour »: two measures in one sentence, each of
 * another benefit with its own figure. Reading of the one that holds the hit, with the words without figure on both sides of it;
 * null where the sentence holds no more than one.
 */
export function measureAround(unit: Unit, hit: PhraseHit): string | null {
  const { plain, hits } = unit;
  if (hits.every(({ owner }) => owner === hit.owner)) return null;
  const clauses = clausesOf(unit);
  if (clauses.length < 2) return null;
  const isIn = (other: PhraseHit, { start, end }: { start: number; end: number }): boolean =>
    other.start >= start && other.end <= end;
  const own = clauses.findIndex((clause) => isIn(hit, clause));
  if (!clauses[own]?.isCounted) return null;
  const isOther = (clause: Clause): boolean =>
    clause.isCounted &&
    hits.some(
      (other) =>
        other.owner !== hit.owner && isIn(other, clause) && !FIGURE.test(plain.slice(other.start, other.end)),
    );
  if (!clauses.some((clause, i) => i !== own && isOther(clause))) return null;
  const before = clauses.findLastIndex((clause, i) => i < own && clause.isCounted);
  const after = clauses.findIndex((clause, i) => i > own && clause.isCounted);
  return readQuantities(
    plain.slice(clauses[before]?.end ?? 0, after < 0 ? plain.length : clauses[after]!.start),
  );
}

/** The measure of a sentence of several that holds the figures of the benefit; null where the sentence is read whole. */
export function figuresOf(unit: Unit, owner: number, benefit: CompiledBenefit): string | null {
  const hit = unit.hits.find((one) => one.owner === owner);
  const measure = hit ? measureAround(unit, hit) : null;
  return measure && Object.keys(readValues(benefit, [measure], []).values).length > 0 ? measure : null;
}
