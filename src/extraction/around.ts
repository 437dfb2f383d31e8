import type { Cluster } from './clusters.ts';
import type { Unit } from './context/units.ts';
import type { Candidate } from './standing/responses.ts';

const NEAR_MAX = 3;

/** Sentences that follow those of the benefit at once: one that speaks of another benefit ends what is said of this one. */
export function nextTo({ candidates, following }: Cluster): Unit[] {
  const reached = new Set(candidates.flatMap(({ unit, response }) => [unit.index, response?.index]));
  return following
    .toSorted((a, b) => a.index - b.index)
    .filter(({ index }) => reached.has(index) || (reached.has(index - 1) && reached.add(index)))
    .slice(0, NEAR_MAX);
}

/** « Cette mesure est valable uniquement pour l’année 2023. » */
const POINTS_BACK = /^\W*(?:cette|cet?|ces|celle-ci|celui-ci|elles?|ils)\b/;

/** What tells when a grant is paid: its own sentences, those near that point back to it, titles that name it. */
export function plainOf(own: readonly Unit[], near: readonly Unit[], { unit, owner }: Candidate): string {
  const back = near.filter(({ plain }) => POINTS_BACK.test(plain));
  const titles = [unit.intro, unit.headings.at(-1)].filter((title) => title?.owners.has(owner));
  return [...new Set([...own, ...back, ...titles])].map((one) => one?.plain ?? '').join(' ');
}
