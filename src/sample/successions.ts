import { addDays } from '#domain/dates.ts';
import { createEmployer, headOffice, type Employer } from './employer.ts';
import { EMPLOYERS_MAX } from './identifiers.ts';
import type { Calendar } from './life.ts';
import { indexOfCase, PLANTED_PERIOD } from './planted.ts';

/** The columns of StockEtablissementLiensSuccession_utf8.csv, in INSEE's order. */
export const LINK_COLUMNS = [
  'siretEtablissementPredecesseur', 'siretEtablissementSuccesseur', 'dateLienSuccession', 'transfertSiege',
  'continuiteEconomique', 'dateDernierTraitementLienSuccession',
] as const; // prettier-ignore

const LINKED_DAYS_AGO = 700;

/** A unit that ceased before the base of agreements began: it is known by the register alone. */
export function forgottenUnit(seed: string): Employer {
  const employer = createEmployer(seed, EMPLOYERS_MAX - 1);
  return { ...employer, isActive: false, sites: employer.sites.map((site) => ({ ...site, isOpen: false })) };
}

/** The forgotten unit went on as the employer of every benefit, the closed one as the carrier. */
export function successionLines(seed: string, employers: number, { today }: Calendar): string[] {
  if (employers < PLANTED_PERIOD) return [];
  const planted = (id: string): Employer => createEmployer(seed, indexOfCase(0, id));
  const on = addDays(today, -LINKED_DAYS_AGO);
  const pairs = [
    [forgottenUnit(seed), planted('everything')],
    [planted('closed-unit'), planted('carrier')],
  ] as const;
  return pairs.map(([from, to]) =>
    [headOffice(from).siret, headOffice(to).siret, on, 'false', 'true', `${addDays(on, 20)}T09:12:44`].join(
      ',',
    ),
  );
}
