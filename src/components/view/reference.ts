import { loadCatalogue } from '#catalogue/catalogue.ts';
import { readAgreement, readProfile } from '#db/facts/read.ts';
import { AgreementId, Siren } from '#domain/ids.ts';
import { agreementHref, employerHref } from './links.ts';
import { showName } from './names.ts';

export type Reference = { id: string; label: string; href: string | null; isFictional: boolean };

const REFERENCE_MAX = 120;

/** What an error report is about: a claim (its id begins with the agreement's) or an employer; null for anything else. */
export function describeReference(text: string | null): Reference | null {
  if (!text || text.length > REFERENCE_MAX || !/^[\w-]+$/.test(text)) return null;
  const siren = Siren.safeParse(text);
  if (siren.success) {
    const profile = readProfile(siren.data);
    return (
      profile && {
        id: text,
        label: `la page de ${showName(profile.name)}`,
        href: employerHref(profile.siren),
        isFictional: profile.isFictional,
      }
    );
  }
  const agreement = AgreementId.safeParse(text.slice(0, 20));
  const page = agreement.success ? readAgreement(agreement.data) : null;
  if (!page) return null;
  const claim = page.claims.find(({ id }) => id === text);
  const benefit = claim && loadCatalogue().benefitById.get(claim.benefit);
  return {
    id: text,
    label: `${benefit ? `${benefit.label}, ` : ''}${showName(page.employer.name)}`,
    href: claim ? `${employerHref(page.employer.siren)}#${text}` : agreementHref(page.summary.id),
    isFictional: page.isFictional,
  };
}
