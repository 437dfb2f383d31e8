import type { Catalogue } from '#catalogue/catalogue.ts';
import { countOrNone } from '#domain/french.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import type { Namesake } from '#domain/same-name.ts';
import { employerHref, spaceNumber } from './links.ts';
import { showName } from './names.ts';
import { describePlace, sectorOf } from './places.ts';

export type NamesakeRow = {
  name: string;
  href: string;
  siren: string;
  /** The sign or trade name by which it was found, when that is not its name. */
  sign: string | null;
  place: string;
  sector: string;
  headcount: string;
  agreements: string;
};

const UNKNOWN = 'non connu';

/** What tells employers of one name apart: number, place, sector, size. In alphabetical order, then by number. */
export function viewNamesakes(
  namesakes: readonly Namesake[],
  profileOf: (siren: Namesake['siren']) => EmployerProfile | null,
  catalogue: Catalogue,
): NamesakeRow[] {
  return namesakes
    .flatMap(({ siren, names }) => {
      const profile = profileOf(siren);
      if (!profile) return [];
      const sign = names.find((name) => name !== profile.name) ?? null;
      return [
        {
          name: showName(profile.name),
          href: employerHref(siren),
          siren: spaceNumber(siren),
          sign: sign && !names.includes(profile.name) ? showName(sign) : null,
          place: describePlace(catalogue, profile) ?? UNKNOWN,
          sector: sectorOf(catalogue, profile) ?? UNKNOWN,
          headcount: profile.identity?.headcountLabel ?? UNKNOWN,
          agreements: countOrNone(profile.counts.agreements, 'accord', 'accords', 'm'),
        },
      ];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'fr') || (a.siren < b.siren ? -1 : 1));
}
