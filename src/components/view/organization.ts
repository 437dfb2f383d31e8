import type { EmployerProfile } from '#domain/profile.ts';
import { canonicalOf, employerHref } from './links.ts';
import { showName } from './names.ts';

/** What schema.org calls the employer of a page (schema.org/Organization): who it is, never how good it is. */
export function organizationData(
  { siren, name, identity }: Pick<EmployerProfile, 'siren' | 'name' | 'identity'>,
  site: URL | string,
) {
  const page = canonicalOf(site, employerHref(siren));
  const seat = identity?.establishments.find(({ isHeadOffice }) => isHeadOffice);
  const others = [...new Set([identity?.acronym, ...(identity?.tradeNames ?? [])])].filter(
    (other): other is string => !!other && other !== name,
  );
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': `${page}#employeur`,
    name: showName(name),
    ...(identity ? { legalName: identity.legalName } : {}),
    ...(others.length > 0 ? { alternateName: others } : {}),
    identifier: { '@type': 'PropertyValue', propertyID: 'SIREN', value: siren },
    ...(seat?.communeName
      ? { address: { '@type': 'PostalAddress', addressLocality: seat.communeName, addressCountry: 'FR' } }
      : {}),
    mainEntityOfPage: page,
  };
}

/** JSON for a script element: nothing in it can end the element. */
export const scriptJson = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c');
