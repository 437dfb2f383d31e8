import type { Catalogue } from '#catalogue/catalogue.ts';
import { listBenefitEmployers, readProfile, type Figures } from '#db/facts/read.ts';
import { formatDate } from '#domain/dates.ts';
import { formatNumber, plural } from '#domain/french.ts';
import type { Siren } from '#domain/ids.ts';
import { viewClaim, type ClaimCard } from './claim-card.ts';
import { employerHref } from './links.ts';
import { showName } from './names.ts';
import { showValues } from './values.ts';

export type Example = {
  card: ClaimCard;
  name: string;
  href: string;
  place: string | null;
  isFictional: boolean;
};

const LOOKED_AT = 20;

/** A real card of the facts, the first whose value is a number; the order is that of the catalogue, never a ranking. */
export function chooseExample(catalogue: Catalogue): Example | null {
  for (const benefit of catalogue.benefits) {
    const found = listBenefitEmployers(benefit.id, LOOKED_AT).find(
      ({ claim }) =>
        isTelling(claim.quote) &&
        claim.state === 'in-force' &&
        showValues(benefit, claim.values).some(({ isMain }) => isMain),
    );
    const profile = found && readProfile(found.siren as Siren);
    if (!found || !profile) continue;
    const summary = profile.agreements.find(({ id }) => id === found.claim.agreement?.id) ?? null;
    return {
      card: viewClaim(found.claim, benefit, { catalogue, summary, isFictional: profile.isFictional }),
      name: showName(found.name),
      href: employerHref(found.siren),
      place: found.place,
      isFictional: profile.isFictional,
    };
  }
  return null;
}

/** Long enough to be a sentence, short enough to be read at a glance. */
const isTelling = (quote: string): boolean => quote.length >= 60 && quote.length <= 220;

export type Fact = { figure: string; label: string };

export function viewFigures({ employers, agreements, liveClaims, dataOn }: Figures): Fact[] {
  return [
    {
      figure: formatNumber(agreements),
      label: `${plural(agreements, 'accord')} ${plural(agreements, 'publié')}`,
    },
    { figure: formatNumber(employers), label: plural(employers, 'employeur') },
    {
      figure: formatNumber(liveClaims),
      label: `${plural(liveClaims, 'avantage')} en vigueur, ${plural(liveClaims, 'cité')} mot pour mot`,
    },
    ...(dataOn ? [{ figure: formatDate(dataOn), label: 'date des données' }] : []),
  ];
}
