import type { Catalogue } from '#catalogue/catalogue.ts';
import type { ClauseFilter, ClauseRow } from '#db/facts/advice.ts';
import type { Benefit } from '#domain/benefit.ts';
import { LIVE_STATES, SHOWN_STATES, type ShownState } from '#domain/claim.ts';
import type { BenefitId } from '#domain/ids.ts';
import { directionOf } from '#domain/search-values.ts';
import { viewClaim, type ClaimCard } from '../claim-card.ts';
import { employerHref } from '../links.ts';
import { showName } from '../names.ts';
import { headcountWords } from '../places.ts';
import { formatDate } from '#domain/dates.ts';
import { findTerritory, type Territory } from './territories.ts';
import { sizeLadder } from './sizes.ts';

export const CLAUSES_A_PAGE = 20;
const LAST_PAGE = 500;

/** What the address of the library asks for; what it does not know is left out. */
export type ClauseChoice = {
  benefit: Benefit | null;
  family: string | null;
  territory: Territory | null;
  section: string | null;
  /** One band, standing for its size. */
  size: string | null;
  branch: string | null;
  /** `live`: in force, presumed or declared. */
  state: ShownState | 'live';
  isOwn: boolean;
  minimum: number | null;
  page: number;
};

export function readClauseChoice(params: URLSearchParams, catalogue: Catalogue): ClauseChoice {
  const given = (name: string): string => (params.get(name) ?? '').slice(0, 60);
  const state = given('etat');
  const minimum = Number(given('minimum').replace(',', '.') || Number.NaN);
  const page = Number(given('page'));
  return {
    benefit: catalogue.benefitById.get(given('avantage') as BenefitId) ?? null,
    family: catalogue.familyById.has(given('famille')) ? given('famille') : null,
    territory: findTerritory(catalogue, given('territoire')),
    section: catalogue.nafSections.has(given('secteur')) ? given('secteur') : null,
    size: catalogue.headcountBands.has(given('taille')) ? given('taille') : null,
    branch: catalogue.idccLabels.has(given('branche')) ? given('branche') : null,
    state: (SHOWN_STATES as readonly string[]).includes(state) ? (state as ShownState) : 'live',
    isOwn: given('engagement') === 'propre',
    minimum: Number.isFinite(minimum) && minimum >= 0 ? minimum : null,
    page: Number.isInteger(page) && page > 0 ? Math.min(page, LAST_PAGE) : 1,
  };
}

export function clauseFilter(choice: ClauseChoice, catalogue: Catalogue): ClauseFilter {
  const { benefit, family, territory, section, size, branch, state, isOwn, minimum } = choice;
  const slot = benefit?.mainValue ?? null;
  const direction = slot ? directionOf(benefit!.values[slot]) : null;
  const inFamily = catalogue.benefits.filter((each) => each.family === family).map(({ id }) => id);
  return {
    benefits: benefit ? [benefit.id] : inFamily,
    scope: {
      departments: territory?.departments ?? null,
      divisions: section
        ? [...catalogue.sectionByDivision].flatMap(([division, letter]) => (letter === section ? [division] : []))
        : null,
      bands: size ? (sizeLadder(size)[0]?.bands ?? [size]) : null,
    },
    states: state === 'live' ? LIVE_STATES : [state],
    isOwn,
    branch,
    bound: slot && direction && minimum !== null ? { slot, value: minimum, direction } : null,
  };
} // prettier-ignore

export type ClauseView = {
  card: ClaimCard;
  employer: { name: string; href: string; place: string | null; sector: string | null; size: string | null };
  /** Ready to copy: quote, text, employer, date, what to check. */
  citation: string;
};

export function viewClause(row: ClauseRow, catalogue: Catalogue, site: URL | string): ClauseView {
  const { claim, siren, name, place, nafDivision, headcountBand, isFictional } = row;
  const benefit = catalogue.benefitById.get(claim.benefit)!;
  const card = viewClaim(claim, benefit, { catalogue, summary: null, isFictional });
  const article = claim.article ? `article ${claim.article}, ` : '';
  const signed = claim.agreement?.signedOn ? ` signé le ${formatDate(claim.agreement.signedOn)}` : '';
  const title = claim.agreement?.title ?? 'déclaration de l’employeur';
  return {
    card,
    employer: {
      name: showName(name),
      href: `${employerHref(siren)}#${claim.id}`,
      place,
      sector: nafDivision ? (catalogue.nafDivisions.get(nafDivision) ?? null) : null,
      size: headcountWords(headcountBand && catalogue.headcountBands.get(headcountBand)),
    },
    citation: [
      `« ${claim.quote} »`,
      `${showName(name)}, ${article}${title}${signed}${isFictional ? ' (exemple fictif)' : ''}.`,
      `Source : ${isFictional ? '' : 'DILA, base ACCO, '}${new URL(`${employerHref(siren)}#${claim.id}`, site).href}`,
      'Clause à adapter : vérifier l’applicabilité à votre entreprise (convention collective, taille, effectif).',
    ].join('\n'),
  };
}
