import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Benefit } from '#domain/benefit.ts';
import { shownState, type Claim } from '#domain/claim.ts';
import { addMonths, formatDate, type IsoDate } from '#domain/dates.ts';
import type { PublishedDeclaration } from '#domain/declaration.ts';
import { declaredClaim } from '#domain/declared-claim.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { viewClaim, type ClaimCard } from './claim-card.ts';
import { employerHref } from './links.ts';
import { isGrant, isLive, stateLabel } from './states.ts';
import { headline } from './values.ts';

/** One line of the desk: « Crèche · 10 berceaux · En vigueur ». */
export type DeskLine = { label: string; value: string | null; state: string; href: string };
export type DeskView = {
  agreed: DeskLine[];
  /** Ends within six months, soonest first. */
  ending: (DeskLine & { on: string })[];
  unknown: { label: string; benefits: Benefit[] }[];
};

const SOON_MONTHS = 6;

/** What an employer's own desk says of its page. */
export function viewDesk(profile: EmployerProfile, catalogue: Catalogue, today: IsoDate): DeskView {
  const known = profile.entries.filter(({ benefit }) => catalogue.benefitById.has(benefit));
  const line = (claim: Claim): DeskLine => {
    const benefit = catalogue.benefitById.get(claim.benefit)!;
    return {
      label: benefit.label,
      value: headline(benefit, claim.values),
      state: stateLabel(claim),
      href: `${employerHref(profile.siren)}#${claim.id}`,
    };
  };
  const leads = known.map(({ lead }) => lead).filter(({ state }) => isGrant(state));
  const soon = addMonths(today, SOON_MONTHS);
  const endOf = ({ term }: Claim): IsoDate | null =>
    term.endBasis === null || term.endBasis === 'event' || term.endBasis === 'recalled'
      ? null
      : (term.renewedUntil ?? term.endsOn);
  const ending = leads
    .filter((claim) => isLive(shownState(claim)) && endOf(claim) !== null && endOf(claim)! <= soon)
    .sort((a, b) => (endOf(a)! < endOf(b)! ? -1 : 1));
  const named = new Set(leads.map(({ benefit }) => benefit));
  return {
    agreed: leads.filter(({ agreement }) => agreement !== null).map(line),
    ending: ending.map((claim) => ({ ...line(claim), on: formatDate(endOf(claim)!) })),
    unknown: catalogue.families
      .map(({ id, label }) => ({
        label,
        benefits: catalogue.benefits.filter((benefit) => benefit.family === id && !named.has(benefit.id)),
      }))
      .filter(({ benefits }) => benefits.length > 0),
  };
}

/** The card of a declaration, as seekers would see it on this day. */
export function viewDeclaration(
  declaration: PublishedDeclaration,
  profile: EmployerProfile,
  catalogue: Catalogue,
  today: IsoDate,
): ClaimCard | null {
  const benefit = catalogue.benefitById.get(declaration.content.benefit);
  if (!benefit) return null;
  const { claim } = declaredClaim(declaration, {
    siren: profile.siren,
    benefit,
    today,
    departmentOf: (siret) =>
      profile.identity?.establishments.find((each) => each.siret === siret)?.departmentCode ?? null,
  });
  return viewClaim(claim, benefit, { catalogue, summary: null, isFictional: profile.isFictional });
}
