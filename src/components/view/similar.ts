import type { Catalogue } from '#catalogue/catalogue.ts';
import { divisionOfNaf } from '#catalogue/naf.ts';
import { NO_BREAK_SPACE, ofTown } from '#domain/french.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { DEFAULT_RADIUS_KM } from '#search/query-parts.ts';
import { searchHref } from './links.ts';
import { departmentName } from './places.ts';

type Placed = Pick<EmployerProfile, 'identity' | 'departments' | 'placeBasis'>;

/** Where to look for the same thing: the words of a link, and the parameters of a search there. */
export type Nearby = { words: string; params: Record<string, string> };

/** Around the head office where it is located, else in the first department, else anywhere. */
export function nearbyOf({ identity, departments, placeBasis }: Placed, catalogue: Catalogue): Nearby {
  const head = identity?.establishments[0];
  if (placeBasis === 'establishments' && head?.communeCode && head.communeName && head.position)
    return {
      words: `Le même avantage près ${ofTown(head.communeName)}`,
      params: { pres: head.communeCode, rayon: String(DEFAULT_RADIUS_KM) },
    };
  const [department] = placeBasis === 'unknown' ? [] : departments;
  return department
    ? {
        words: `Le même avantage${NO_BREAK_SPACE}: ${departmentName(catalogue, department)}`,
        params: { departement: department },
      }
    : { words: 'Le même avantage ailleurs', params: {} };
}

/** A search for employers of the same sector and size; null where neither is known. */
export function similarHref({
  identity,
  nafCode,
}: Pick<EmployerProfile, 'identity' | 'nafCode'>): string | null {
  const division = divisionOfNaf(nafCode);
  const band = identity?.headcountBand;
  if (!division && !band) return null;
  return searchHref({ ...(division ? { secteur: division } : {}), ...(band ? { effectif: band } : {}) });
}
