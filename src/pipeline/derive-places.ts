import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Claim } from '#domain/claim.ts';
import { sirenOf, type Siret } from '#domain/ids.ts';
import { wholeCommune, type WorkPlace } from '#domain/place.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import type { SearchPlace } from '#domain/search.ts';

/** Where an employer is searched for: its communes, else the departments of its filings. */
export function searchPlaces(
  { departments, placeBasis }: Pick<EmployerProfile, 'departments' | 'placeBasis'>,
  places: readonly WorkPlace[],
  { departmentByCode }: Pick<Catalogue, 'departmentByCode'>,
): SearchPlace[] {
  if (placeBasis === 'establishments' && places.length > 0) return [...places];
  return departments.map((departmentCode) => ({
    communeCode: null,
    communeName: null,
    departmentCode,
    regionCode: departmentByCode.get(departmentCode)?.regionCode ?? null,
    position: null,
  }));
}

/**
 * Communes where a claim counts, by the establishments its text names, else the one that filed it; all those of its
 * departments where SIRENE does not place each of them. Null = wherever the employer is.
 */
export function communesOf(
  { departments, scope, agreement }: Pick<Claim, 'departments' | 'scope' | 'agreement'>,
  { siren, identity, agreements }: Pick<EmployerProfile, 'siren' | 'identity' | 'agreements'>,
  places: readonly SearchPlace[],
): string[] | null {
  if (departments === null) return null;
  const filed = agreements.find(({ id, isShared }) => id === agreement?.id && !isShared);
  const printed = scope.sirets.filter((siret) => sirenOf(siret) === siren);
  const sirets: Siret[] = printed.length > 0 ? printed : filed ? [filed.siret] : [];
  const named = sirets.map((siret) => {
    const site = identity?.establishments.find((each) => each.siret === siret);
    return site?.communeCode ? wholeCommune(site.communeCode, site.communeName ?? '').code : null;
  });
  const inDepartments = places.filter(({ departmentCode }) => departments.includes(departmentCode));
  const isPlaced = named.length > 0 && named.every((code) => inDepartments.some((place) => place.communeCode === code)); // prettier-ignore
  const communes = isPlaced ? named : inDepartments.map(({ communeCode }) => communeCode);
  return [...new Set(communes)].filter((code) => code !== null).sort();
}
