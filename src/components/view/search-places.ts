import type { Catalogue } from '#catalogue/catalogue.ts';
import { capitalize, count, elide, enumerate, NO_BREAK_SPACE, ofTown } from '#domain/french.ts';
import { chosenCommunes, distanceTo, isInPlace, isPlaceChosen, withoutPlace } from '#domain/search-place.ts';
import type { Near, SearchDocument, SearchQuery } from '#domain/search.ts';
import type { PlaceMeant } from '#search/place-words.ts';
import { knownPlaces, placeNames, placesMeant } from '#search/places.ts';
import { DEFAULT_RADIUS_KM } from '#search/query-parts.ts';
import { optionsHtml } from './options.ts';
import { searchAt } from './search-address.ts';
import { departmentName } from './places.ts';

export const communeName = (code: string): string => knownPlaces().get(code)?.communeName ?? code;

let offered: { names: readonly string[]; html: string } | undefined;

/** The places offered as one types, the same for every page of these facts. */
export function placeNamesHtml(): string {
  const names = placeNames();
  if (offered?.names !== names) offered = { names, html: optionsHtml(names.map((value) => ({ value }))) };
  return offered.html;
}

/** « Rennes (35) » */
function communeLabel(code: string): string {
  const known = knownPlaces().get(code);
  return known ? `${known.communeName} (${known.departmentCode})` : code;
}

export const regionName = ({ regions }: Catalogue, code: string): string =>
  regions.find((region) => region.code === code)?.name ?? code;

const kilometres = (km: number): string => `${km}${NO_BREAK_SPACE}km`;

/** « à moins de 30 km de Rennes » */
export const describeNear = ({ communeCode, km }: Near): string =>
  `à moins de ${kilometres(km)} ${ofTown(communeName(communeCode))}`;

export type ChosenPlace = { name: string; value: string; label: string; without: SearchQuery };

/** Each chosen place, with its parameter and the query without it. */
export function listPlaceChoices(query: SearchQuery, catalogue: Catalogue): ChosenPlace[] {
  const list = (
    name: string,
    key: 'regions' | 'departments' | 'communes',
    label: (code: string) => string,
  ): ChosenPlace[] =>
    query[key].map((value) => ({
      name,
      value,
      label: label(value),
      without: placeless({ ...query, [key]: query[key].filter((code) => code !== value) }),
    }));
  const { near } = query;
  return [
    ...list('region', 'regions', (code) => regionName(catalogue, code)),
    ...list('departement', 'departments', (code) => departmentName(catalogue, code)),
    ...list('commune', 'communes', communeLabel),
    ...(near
      ? [{ name: 'pres', value: near.communeCode, label: capitalize(describeNear(near)), without: placeless({ ...query, near: null }) }]
      : []),
  ]; // prettier-ignore
}

/** Télétravail is accepted besides a place only; the order by distance goes with its place. */
const placeless = (query: SearchQuery): SearchQuery => ({
  ...query,
  isRemoteAccepted: query.isRemoteAccepted && isPlaceChosen(query),
  order: query.order === 'distance' && !query.near ? 'default' : query.order,
});

/** « Bretagne et Nantes (44) », « à moins de 30 km de Rennes » */
export const describePlaces = (query: SearchQuery, catalogue: Catalogue): string =>
  enumerate(listPlaceChoices(query, catalogue).map(({ label }) => label));

/** Where an employer of the results is, against what was asked; null when no commune was. */
export function describeDistance(document: SearchDocument, query: SearchQuery): string | null {
  if (!isPlaceChosen(query)) return null;
  if (!isInPlace(document, query)) return 'Ailleurs, avec du télétravail attesté';
  const { near } = query;
  const km = near && distanceTo(document, near);
  if (!near || km === null) return null;
  const asked = communeName(near.communeCode);
  if (document.places.some(({ communeCode }) => communeCode === near.communeCode)) return `À ${asked}`;
  const nearest = near.communes.find(({ code }) =>
    document.places.some((place) => place.communeCode === code),
  )!;
  const place = document.places.find(({ communeCode }) => communeCode === nearest.code);
  const away = km < 1 ? `à moins ${elide('de', `un${NO_BREAK_SPACE}kilomètre`)}` : `à ${kilometres(km)}`;
  return `${place?.communeName ?? nearest.code}, ${away} ${ofTown(asked)}`;
}

/** A place that words may mean, with the search there. */
export type PlaceOption = { label: string; note: string | null; href: string };

const KINDS = { commune: null, departement: 'département', region: 'région' } as const;

/**
 * The searches that `lieu` may ask for: one place besides those chosen. A commune stands for what is around it unless
 * the radius is 0.
 */
const placeOptions = (
  meant: readonly PlaceMeant[],
  query: SearchQuery,
  radius: string | null,
): PlaceOption[] =>
  meant.map(({ kind, code, label, employers }) => {
    const km = radius !== null && /^\d{1,3}$/.test(radius) ? Number(radius) : DEFAULT_RADIUS_KM;
    const params = new URLSearchParams(searchAt({ ...query, page: 1 }).split('?')[1] ?? '');
    const isLocated = kind === 'commune' && knownPlaces().get(code)?.position != null;
    if (isLocated && km > 0) {
      params.set('pres', code);
      params.set('rayon', String(km));
    } else if (!params.getAll(kind).includes(code)) params.append(kind, code);
    const note = employers === null ? KINDS[kind] : count(employers, 'employeur');
    return { label, note, href: `/recherche?${params}` };
  });

/** What `lieu` and `rayon` of a form ask for; null when they name no place. */
export function askedPlace(
  params: URLSearchParams,
  query: SearchQuery,
): { words: string; options: PlaceOption[] } | null {
  const words = (params.get('lieu') ?? '').trim().slice(0, 80);
  if (words === '') return null;
  return { words, options: placeOptions(placesMeant(words), query, params.get('rayon')) };
}

/** Links that narrow the chosen places down to one commune. */
export function narrowerPlaces(query: SearchQuery, communes: readonly { value: string; count: number }[]) {
  if (query.regions.length === 0 && query.departments.length === 0) return [];
  const places = knownPlaces();
  return communes
    .filter(({ value }) => {
      const place = places.get(value);
      const isWithin = place && (query.regions.includes(place.regionCode) || query.departments.includes(place.departmentCode)); // prettier-ignore
      return isWithin && !chosenCommunes(query).includes(value);
    })
    .slice(0, 8)
    .map(({ value, count: total }) => ({
      label: communeName(value),
      total,
      href: searchAt({ ...withoutPlace(query), communes: [value], page: 1 }),
    }));
}
