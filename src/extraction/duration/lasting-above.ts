import type { Unit } from '../context/units.ts';
import { ENVELOPE, GOES_ON, ONLY, SET_UP, isOfYear, looksBack } from './lasting-years.ts';
import { limitsIn } from '../terms/limits.ts';
import type { Limit } from '../terms/limits.ts';
import { gated, holds } from '../text/gates.ts';

/** Sentences above a decision among which one may say how long it lasts. */
const ABOVE_MAX = 6;
/** « Au cours de cette période, … » takes up the sentence above. */
const TAKES_UP = gated(/^\W*(?:a ce titre|(?:au cours de|durant|pendant|sur) cette (?:periode|annee))\b/);

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
export function limitsAbove(units: readonly Unit[], unit: Unit): Limit[] {
  const { plain, index, section, headings, intro } = unit;
  for (let i = index; i > 0 && i > index - TAKEN_UP_MAX; i--) {
    const before = units[i - 1]!;
    if (before.section !== section || !(holds(units[i]!, TAKES_UP) || looksBack(units[i]!))) break;
    const limits = limitsIn(before.plain, before.opened).filter(
      (limit) => !limit.isYear || ONLY.test(before.plain) || SET_UP.test(before.plain.slice(0, limit.start)),
    );
    if (limits.length > 0) return limits;
  }
  const title = headings.at(-1);
  const opener = (intro ?? title)?.plain;
  const isPart = opener?.endsWith(':') && ENVELOPE.test(opener) && ENVELOPE.test(plain);
  const shared = isPart
    ? envelopeAbove(units, index)
    : opener?.endsWith(':')
      ? renewedAbove(units, index)
      : [];
  if (shared.length > 0) return shared;
  const period = limitsOfPeriod(units, unit);
  if (period.length > 0) return period;
  return title && holds(title, ONLY) ? limitsIn(title.plain, title.opened) : [];
}

/** « Période hivernale : plan de sobriété » above « La période hivernale se termine le 31 mars 2023. » */
const OF_PERIOD = gated(
  /\bperiode (?:hivernale|estivale|transitoire|experimentale|de test)\b|\bphase (?:de test|pilote|experimentale|transitoire)\b/,
);

const OF_PERIOD_WITHIN = 14;

function limitsOfPeriod(units: readonly Unit[], { index, headings }: Unit): Limit[] {
  const title = headings.at(-1);
  const above = units.slice(Math.max(0, index - OF_PERIOD_WITHIN), index);
  // A title with a colon opens a list of the part above it.
  const part = title?.plain.endsWith(':')
    ? above.findLast((one) => one.kind !== 'heading' && one.headings.at(-1)?.start !== title.start)
    : undefined;
  const period = [title, part?.headings.at(-1)].find((one) => one && holds(one, OF_PERIOD));
  if (!period) return [];
  return above
    .filter((one) => one.headings.at(-1)?.start === period.start && holds(one, OF_PERIOD))
    .flatMap(({ plain, opened }) => limitsIn(plain, opened).filter(({ isYear }) => !isYear));
}
