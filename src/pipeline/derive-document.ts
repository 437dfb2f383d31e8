import type { Catalogue } from '#catalogue/catalogue.ts';
import { shownState } from '#domain/claim.ts';
import { exactName } from '#domain/legal-name.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import type { SearchDocument } from '#domain/search.ts';
import { latestFirst, nafKey } from './derive-identity.ts';
import { communesOf, searchPlaces } from './derive-places.ts';
import type { EmployerInput } from './derive-profile.ts';

/** What the search knows of an employer. */
export function documentOf(
  profile: EmployerProfile,
  { texts, places }: Pick<EmployerInput, 'texts' | 'places'>,
  catalogue: Catalogue,
): SearchDocument {
  const { siren, name, identity, isFictional, departments, placeBasis, nafCode } = profile;
  const own = texts.filter(({ isShared }) => !isShared);
  const searched = searchPlaces(profile, places, catalogue);
  const seat = identity?.establishments.find(({ isHeadOffice }) => isHeadOffice);
  const names = [
    ...(identity?.acronym ? [identity.acronym] : []),
    ...(identity?.tradeNames ?? []),
    ...(identity?.formerSirens ?? []).map((former) => former.name),
    ...latestFirst(own).map(({ record }) => record.legalName.trim()),
  ];
  const aliases = new Map(names.filter(Boolean).map((alias) => [exactName(alias), alias]));
  aliases.delete(exactName(name));
  return {
    siren,
    name,
    aliases: [...aliases.values()],
    isFictional,
    departments,
    placeBasis,
    communeName: seat?.communeName ?? null,
    places: searched,
    branches: [...new Set(profile.branches.filter(({ isStatute }) => !isStatute).map(({ idcc }) => idcc))],
    nafDivision: nafCode ? nafKey(nafCode).slice(0, 2) : null,
    nafLabel: nafCode ? (catalogue.nafLabels.get(nafKey(nafCode)) ?? null) : null,
    headcountBand: identity?.headcountBand ?? null,
    headcountLabel: identity?.headcountLabel ?? null,
    agreements: profile.counts.agreements,
    claims: profile.entries.flatMap(({ lead, others }) =>
      [lead, ...others].map((claim) => ({
        benefit: claim.benefit,
        state: shownState(claim),
        values: claim.values,
        departments: claim.departments,
        communes: communesOf(claim, profile, searched),
      })),
    ),
  };
}
