import { isPlaceChosen, chosenCommunes } from '#domain/search-place.ts';
import type { SearchQuery } from '#domain/search.ts';
import type { Bitset } from './bitset.ts';
import { placesOf, type Places as ClaimPlaces } from './claims.ts';
import type { Column } from './columns.ts';
import { scratchSet } from './scratch.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * Claims count in departments and in communes; both are numbered together, departments first. One number more is a place
 * that none of them is. A region is its departments; as areas that employers are counted in, regions come last.
 */
export const communePlace = ({ departments }: Pick<SearchIndex, 'departments'>, commune: number): number =>
  departments.codes.length + commune;

type Places = Pick<SearchIndex, 'departments' | 'communes'>;
export const placeCount = ({ departments, communes }: Places): number =>
  departments.codes.length + communes.codes.length;

export const regionArea = (index: Places, region: number): number => placeCount(index) + 1 + region;
export const areaCount = (index: Places & Pick<SearchIndex, 'regions'>): number =>
  regionArea(index, index.regions.codes.length);

/** Who is in a chosen place, and where claims have to count then; null when none is chosen. */
export type ChosenPlace = { employers: Bitset; where: ClaimPlaces };

export function chosenPlace(index: SearchIndex, query: SearchQuery): ChosenPlace | null {
  if (!isPlaceChosen(query)) return null;
  const employers = scratchSet(index.documents);
  const add = (column: Column, codes: readonly string[]): number[] =>
    codes.flatMap((code) => {
      const place = column.places.get(code);
      if (place === undefined) return [];
      column.addMembers(employers, place);
      return [place];
    });
  const regions = add(index.regions, query.regions);
  const departments = add(index.departments, query.departments);
  const communes = add(index.communes, chosenCommunes(query));
  const places = [
    ...departments,
    ...regions.flatMap((region) => departmentsOf(index, region)),
    ...communes.map((commune) => communePlace(index, commune)),
  ];
  return { employers, where: placesOf(places, placeCount(index)) };
}

export function departmentsOf({ departmentRegions }: SearchIndex, region: number): number[] {
  const departments: number[] = [];
  departmentRegions.forEach((of, department) => of === region && departments.push(department));
  return departments;
}
