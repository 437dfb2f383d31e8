import type { Unit } from './context/units.ts';
import { ENVELOPE, GOES_ON, LOOKS_BACK, ONLY, SET_UP, isOfYear } from './lasting-years.ts';
import { limitsIn } from './terms/limits.ts';
import type { Limit } from './terms/limits.ts';

/** Sentences above a decision among which one may say how long it lasts. */
const ABOVE_MAX = 6;
/** « Au cours de cette période, … » takes up the sentence above. */
const TAKES_UP = /^\W*(?:a ce titre|(?:au cours de|durant|pendant|sur) cette (?:periode|annee))\b/;

/** « Une enveloppe de 2,9 % est attribuée pour l’année 2022. […] Le budget se décompose comme suit : » above its parts. */
function envelopeAbove(units: readonly Unit[], index: number): Limit[] {
  for (let i = index - 1; i >= Math.max(0, index - ABOVE_MAX); i--) {
    const { plain, kind } = units[i]!;
    if (kind === 'heading' && !plain.endsWith(':')) break;
    const limits = ENVELOPE.test(plain)
      ? limitsIn(plain).filter((limit) => limit.isYear && isOfYear(plain, limit))
      : [];
    if (limits.length > 0) return limits;
  }
  return [];
}

/** « … renouvelle l’abondement pour 2023 aux conditions suivantes : » above its lines, each group with an opener of its own. */
function renewedAbove(units: readonly Unit[], index: number): Limit[] {
  for (let i = index - 1; i >= Math.max(0, index - ABOVE_MAX); i--) {
    const { plain, kind } = units[i]!;
    if (!plain.endsWith(':')) {
      if (kind === 'heading') break;
      continue;
    }
    const limits = GOES_ON.test(plain) ? limitsIn(plain).filter(({ isYear }) => isYear) : [];
    if (limits.length > 0) return limits;
  }
  return [];
}

/** « L’offre 2023 propose … » « Cette formule … » « Elle octroie … »: sentences that take up one another. */
const TAKEN_UP_MAX = 2;

/** The sentence above that this one takes up, or the title that says for which time its measures are. */
export function limitsAbove(
  units: readonly Unit[],
  { plain, index, section, headings, intro }: Unit,
): Limit[] {
  for (let i = index; i > 0 && i > index - TAKEN_UP_MAX; i--) {
    const before = units[i - 1]!;
    if (before.section !== section || !(TAKES_UP.test(units[i]!.plain) || LOOKS_BACK.test(units[i]!.plain)))
      break;
    const limits = limitsIn(before.plain).filter(
      (limit) => !limit.isYear || ONLY.test(before.plain) || SET_UP.test(before.plain.slice(0, limit.start)),
    );
    if (limits.length > 0) return limits;
  }
  const title = headings.at(-1)?.plain;
  const opener = intro?.plain ?? title;
  const isPart = opener?.endsWith(':') && ENVELOPE.test(opener) && ENVELOPE.test(plain);
  const shared = isPart
    ? envelopeAbove(units, index)
    : opener?.endsWith(':')
      ? renewedAbove(units, index)
      : [];
  if (shared.length > 0) return shared;
  if (title && OF_PERIOD.test(title)) return limitsOfPeriod(units, index, headings.at(-1)!.start);
  return title && ONLY.test(title) ? limitsIn(title) : [];
}

/** « Période hivernale : plan de sobriété » above « La période hivernale se termine le 31 mars 2023. » */
const OF_PERIOD =
  /\bperiode (?:hivernale|estivale|transitoire|experimentale|de test)\b|\bphase (?:de test|pilote|experimentale|transitoire)\b/;

const limitsOfPeriod = (units: readonly Unit[], index: number, title: number): Limit[] =>
  units
    .slice(Math.max(0, index - OF_PERIOD_WITHIN), index)
    .filter(({ headings, plain }) => headings.at(-1)?.start === title && OF_PERIOD.test(plain))
    .flatMap(({ plain }) => limitsIn(plain).filter(({ isYear }) => !isYear));
const OF_PERIOD_WITHIN = 14;
