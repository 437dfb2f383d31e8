import { addMonths } from '#domain/dates.ts';
import type { Employer } from '../employer.ts';
import type { Calendar } from '../life.ts';
import { createRandom } from '../random.ts';

export const BRANCH_COLUMNS = ['MOIS', 'SIRET', 'IDCC', 'DATE_MAJ'] as const;

/** Printed for an establishment without branch agreement. */
const NONE = '9999';
/** A second one, as in firms of several trades. */
const METALWORK = '3248';

/** One line for each establishment and branch agreement it declared the month before. */
export function* branchLines(seed: string, employer: Employer, { today }: Calendar): Generator<string> {
  const random = createRandom(seed, 'branches', employer.index);
  const month = addMonths(today, -1).slice(0, 7);
  const second = random.chance(0.08) ? METALWORK : null;
  const code = employer.sector.idcc ?? NONE;
  for (const { siret, isOpen } of employer.sites) {
    if (!isOpen) continue;
    for (const idcc of new Set([code, ...(second ? [second] : [])]))
      yield [month.replace('-', ''), siret, idcc.padStart(4, '0'), `${month}-19`].join(',');
  }
}
