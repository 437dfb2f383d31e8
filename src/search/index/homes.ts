import { add, type Bitset, emptySet } from './bitset.ts';
import { areaCount, communePlace, regionArea } from './places.ts';
import type { SearchIndex } from './search-index.ts';

/** Where everyone is, in a form quick to count: most employers are in one place alone, which tells all the rest. */
export type Homes = {
  /** By employer: its one place; of who has several or none, where its list begins in `areas`. */
  at: Int32Array;
  /** Who has several places, or none. */
  elsewhere: Bitset;
  /** Their departments, communes and regions, each list ended by -1. */
  areas: Int32Array;
  /** Department of each commune that is somebody's one place. */
  communeDepartments: Int32Array;
  /** How many are in each area. */
  totals: Int32Array;
};

type Columns = Pick<SearchIndex, 'regions' | 'departments' | 'communes' | 'departmentRegions'>;

export function homesOf(index: Columns, documents: number): Homes {
  const { regions, departments, communes, departmentRegions } = index;
  const communeDepartments = new Int32Array(communes.codes.length).fill(-1);
  const homeOf = (number: number): number => {
    const [department, region, commune] = [departments.only(number), regions.only(number), communes.only(number)]; // prettier-ignore
    if (department < 0 || commune === -2 || departmentRegions[department] !== region) return -1;
    if (commune === -1) return department;
    if (communeDepartments[commune] === -1) communeDepartments[commune] = department;
    return communeDepartments[commune] === department ? communePlace(index, commune) : -1;
  };
  const at = new Int32Array(documents);
  const elsewhere = emptySet(documents);
  const areas: number[] = [];
  for (let number = 0; number < documents; number++) {
    at[number] = homeOf(number);
    if (at[number]! >= 0) continue;
    add(elsewhere, number);
    at[number] = areas.length;
    for (const department of departments.of(number)) areas.push(department);
    for (const commune of communes.of(number)) areas.push(communePlace(index, commune));
    for (const region of regions.of(number)) areas.push(regionArea(index, region));
    areas.push(-1);
  }
  const totals = new Int32Array(areaCount(index));
  departments.totals.forEach((total, department) => (totals[department] = total));
  communes.totals.forEach((total, commune) => (totals[communePlace(index, commune)] = total));
  regions.totals.forEach((total, region) => (totals[regionArea(index, region)] = total));
  return { at, elsewhere, areas: Int32Array.from(areas), communeDepartments, totals };
}
