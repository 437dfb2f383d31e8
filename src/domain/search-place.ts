import type { BenefitId } from './ids.ts';
import { distanceKm, type Place, type Position } from './place.ts';
import type { Near, SearchDocument, SearchQuery } from './search.ts';

/** Working from elsewhere makes the place of an employer matter less: who attests it may be found besides. */
export const REMOTE_BENEFIT = 'teletravail' as BenefitId;

/** Largest radius that may be asked for, in kilometres. */
export const MAX_RADIUS_KM = 100;

/** Of latitude, a little less than it is: two places that far apart are at least so far. */
const KM_PER_DEGREE = 111;

/** What a query says of places. */
export type PlaceChoice = Pick<SearchQuery, 'regions' | 'departments' | 'communes' | 'near'>;

export const isPlaceChosen = ({ regions, departments, communes, near }: PlaceChoice): boolean =>
  near !== null || regions.length > 0 || departments.length > 0 || communes.length > 0;

/** The query without any place, and without what goes with one. */
export const withoutPlace = (query: SearchQuery): SearchQuery => ({
  ...query,
  regions: [],
  departments: [],
  communes: [],
  near: null,
  isRemoteAccepted: false,
});

/** Chosen communes, by name or by distance. */
export const chosenCommunes = ({ communes, near }: PlaceChoice): string[] => [
  ...new Set([...communes, ...(near?.communes ?? []).map(({ code }) => code)]),
];

/** Is the employer in a chosen place? Everyone is where none is chosen. */
export function isInPlace(
  document: Pick<SearchDocument, 'departments' | 'places'>,
  choice: PlaceChoice,
): boolean {
  if (!isPlaceChosen(choice)) return true;
  const communes = chosenCommunes(choice);
  return (
    document.departments.some((code) => choice.departments.includes(code)) ||
    document.places.some(
      ({ regionCode, communeCode }) =>
        (regionCode !== null && choice.regions.includes(regionCode)) ||
        (communeCode !== null && communes.includes(communeCode)),
    )
  );
}

type Scope = Pick<SearchDocument['claims'][number], 'departments' | 'communes'>;

/** Does a claim of an employer count in a chosen place? Its scope must cover a place of the employer there. */
export function coversPlace(
  scope: Scope,
  document: Pick<SearchDocument, 'departments' | 'places'>,
  choice: PlaceChoice,
): boolean {
  if (scope.departments === null) return isInPlace(document, choice);
  const { departments, communes } = scope;
  return isInPlace(
    {
      departments: document.departments.filter((code) => departments.includes(code)),
      places: document.places.flatMap((place) => {
        const isCovered = place.communeCode !== null && communes?.includes(place.communeCode) === true;
        const isCoveredBroadly = departments.includes(place.departmentCode);
        return [
          ...(isCovered ? [{ ...place, regionCode: null }] : []),
          ...(isCoveredBroadly ? [{ ...place, communeCode: null }] : []),
        ];
      }),
    },
    choice,
  );
}

/**
 * The communes within `km` kilometres of one, by the distance between their centres in whole kilometres, nearest
 * first, ties by code. Null when nobody says where that commune is.
 */
export function communesNear(communeCode: string, km: number, places: Iterable<Place>): Near | null {
  const all = [...places];
  const centre: Position | null = all.find((place) => place.communeCode === communeCode)?.position ?? null;
  if (!centre) return null;
  const communes = all
    .flatMap(({ communeCode: code, position }) => {
      const isFar = !position || Math.abs(position.lat - centre.lat) * KM_PER_DEGREE > km;
      const distance = isFar ? null : distanceKm(centre, position);
      return distance !== null && distance <= km ? [{ code, km: Math.round(distance) }] : [];
    })
    .sort((a, b) => a.km - b.km || (a.code < b.code ? -1 : 1));
  return { communeCode, km, communes };
}

/** Kilometres from the commune asked for to the nearest one of the employer; null when none is near. */
export function distanceTo({ places }: Pick<SearchDocument, 'places'>, near: Near): number | null {
  const own = new Set(places.map(({ communeCode }) => communeCode));
  return near.communes.find(({ code }) => own.has(code))?.km ?? null;
}
