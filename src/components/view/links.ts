import type { AgreementId, BenefitId, Siren } from '#domain/ids.ts';
import type { Preset } from '#domain/preset.ts';

/** Every address of the site that points at a thing, in one place. */
export const employerHref = (siren: Siren): string => `/employeurs/${siren}`;
export const employerJsonHref = (siren: Siren): string => `/employeurs/${siren}.json`;
export const agreementHref = (id: AgreementId): string => `/accords/${id}`;
export const benefitHref = (id: BenefitId): string => `/avantages/${id}`;
export const familyHref = (id: string): string => `/familles/${id}`;
export const presetHref = (id: string): string => `/situations/${id}`;

/** What employers like this one agreed; also of a SIRET. */
export const peersHref = (number: string): string => `/comparer-ma-pme?siret=${number}`;

/** « 123 456 789 00012 » for a SIRET, « 123 456 789 » for a SIREN. */
export const spaceNumber = (number: string): string =>
  number.replace(/^(\d{3})(\d{3})(\d{3})(\d*)$/, (_, ...groups: string[]) =>
    groups.slice(0, 4).filter(Boolean).join('\u202f'),
  );

/** The signed text at the official publisher; null for invented agreements, which exist nowhere else. */
export const legifranceHref = (id: AgreementId, isFictional: boolean): string | null =>
  isFictional ? null : `https://www.legifrance.gouv.fr/acco/id/${id}`;

/**
 * Works without an account; the query tells what the report is about: a claim, an agreement or an employer's page.
 * `siren`: whose page a shared claim was read on.
 */
export function reportHref(key: string, siren?: Siren): string {
  const of = siren ? `&employeur=${siren}` : '';
  if (/^\d{9}$/.test(key)) return `/signaler?employeur=${key}`;
  return `/signaler?${/^ACCOTEXT\d{12}$/.test(key) ? 'accord' : 'avantage'}=${encodeURIComponent(key)}${of}`;
}
export const replyHref = (siren: Siren, claimId: string | null): string =>
  `/repondre?employeur=${siren}${claimId === null ? '' : `&avantage=${encodeURIComponent(claimId)}`}`;
export const followHref = (receipt: string): string => `/suivi/${receipt}`;

/** Employers ranked by the priorities of a life situation, in its order. */
export const rankHref = ({ benefits }: Pick<Preset, 'benefits'>): string =>
  searchHref({ priorite: benefits.map(({ benefit }) => benefit) });

export const searchHref = (params: Record<string, string | readonly string[]>): string => {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params))
    for (const item of typeof value === 'string' ? [value] : value) query.append(key, item);
  return `/recherche?${query}`;
};

/** The one address of a comparison, with the names still to be chosen among several employers. */
export function compareHref(sirens: readonly Siren[], names: readonly string[] = []): string {
  const query = new URLSearchParams();
  if (sirens.length > 0) query.set('e', sirens.join('-'));
  for (const name of names) query.append('q', name);
  const text = query.toString();
  return text ? `/comparer?${text}` : '/comparer';
}

/** Public address of a page: one only, without `.html`. */
export function canonicalOf(site: URL | string, path: string): string {
  const clean = path.replace(/(?:\/index)?\.html$/, '').replace(/(.)\/$/, '$1') || '/';
  return new URL(clean, site).href;
}
