import type { Lasting } from '../../domain/extraction.ts';
import type { Unit } from '../context/units.ts';
import { limitsIn } from '../terms/limits.ts';
import { gated, holds } from '../text/gates.ts';

/** A time given to some articles: those with these numbers, and the benefits that their titles name. */
export type ArticleTerm = { numbers: readonly string[]; owners: ReadonlySet<number>; lasts: Lasting };

/** « L’article 3 intitulé …, l’article 5 intitulé … sont conclus pour une durée indéterminée », « L’article 4 relatif à … cesse le … » */
const TITLED = gated(
  /^\W*(?:les dispositions de )?l'article \d+(?:\.\d+)*,? (?:\(?intitulee?|relatif|portant|concernant|sur)\b/,
);
/** What is said of them begins here. */
const SAID = /\b(?:est|sont|sera|seront) (?:conclu|applicable|valable)|\b(?:cess|prend|s'appliqu)\w*/;
const NUMBERED = /\barticles? (\d+(?:\.\d+)*)/g;
const WITHOUT_END = /\bduree (?:indeterminee|illimitee)\b/;
const GOES_ON = /^\W*(?:ils?|elles?)\b/;

function lastingIn(said: string, next: Unit | undefined): Lasting | null {
  if (WITHOUT_END.test(said)) return { isEndless: true };
  const goesOn = next && GOES_ON.test(next.plain) ? next.plain : '';
  const day = [said, goesOn].flatMap((plain) => limitsIn(plain)).find(({ isYear }) => !isYear);
  return day && 'until' in day.lasts ? day.lasts : null;
}

/** What a sentence says of the time of articles that it names with their titles; `next`: the one behind it. */
export function articleTermIn(unit: Unit, next: Unit | undefined): ArticleTerm | null {
  if (!holds(unit, TITLED)) return null;
  const at = unit.plain.search(SAID);
  if (at < 0) return null;
  const lasts = lastingIn(unit.plain.slice(at), next);
  if (!lasts) return null;
  const named = unit.plain.slice(0, at);
  const owners = unit.hits.filter(({ start }) => start < unit.start + at).map(({ owner }) => owner);
  return { numbers: [...named.matchAll(NUMBERED)].map((match) => match[1]!), owners: new Set(owners), lasts };
}
