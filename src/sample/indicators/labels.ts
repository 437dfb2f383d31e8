import type { Employer } from '../employer.ts';
import { registerName } from '../names.ts';
import { createRandom } from '../random.ts';

export const RFAR_HEADER = 'ORGANISATION;SIREN;PERIMETRE';
export const ESS_HEADER = 'SIREN,Dénomination';
export const SIAE_HEADER = 'siren,type_siae,est_siae';

/** Spreadsheets drop leading zeros: so does the real list. */
const bare = (siren: string): string => siren.replace(/^0+/, '');

const isShown = ({ isSoleTrader, isPartiallyDisclosed }: Employer): boolean => !isSoleTrader && !isPartiallyDisclosed; // prettier-ignore

export function* rfarLines(seed: string, employer: Employer): Generator<string> {
  const random = createRandom(seed, 'rfar', employer.index);
  const holds = random.chance(0.3) || employer.planted?.id === 'everything';
  if (!isShown(employer) || employer.headcount < 200 || !holds) return;
  yield `${registerName(employer.name)};${bare(employer.siren)};${random.pick(['Entreprise', 'Groupe en France'])}`;
}

export function* essLines(employer: Employer): Generator<string> {
  if (isShown(employer) && employer.sector.isAssociation)
    yield `${employer.siren},"${registerName(employer.name)}"`;
}

export function* siaeLines(seed: string, employer: Employer): Generator<string> {
  const random = createRandom(seed, 'siae', employer.index);
  if (isShown(employer) && ['3811Z', '8899B'].includes(employer.sector.naf) && random.chance(0.5))
    yield `${employer.siren},"['${random.pick(['EI', 'ACI', 'AI'])}']",1`;
}
