import { forEach, has, lowestBit, type Members, sizeOf, subtract } from './bitset.ts';
import { STATES } from './claims.ts';
import { type Condition, type Conditions, meet } from './conditions.ts';
import { areaCount, regionArea } from './places.ts';
import { copyOf } from './scratch.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * How many are found in each area. A claim may count in one place of its employer and not in another. Who meets the
 * query by claims that count everywhere is counted in each of their places; the few others are looked at one by one.
 */
export function countPlaces(
  index: SearchIndex,
  conditions: Conditions,
  asked: readonly Condition[],
): Int32Array {
  const within = conditions.within(null);
  const open = meet(index, asked, conditions.states, 'anywhere', within);
  const sure = asked.some(({ topics }) => topics.length > 0)
    ? meet(index, asked, conditions.states, 'everywhere', open)
    : copyOf(open);
  subtract(open, sure.set);
  // The bare list of everyone is what is asked for most, and the longest to count.
  if (sizeOf(sure) === index.documents) return index.homes.totals;
  const counts = new Int32Array(areaCount(index));
  countEverywhere(index, sure, counts);
  if (sizeOf(open) > 0) countSomewhere(index, asked, conditions.states, open, counts);
  return counts;
}

/** Adds each of `members` in each of its areas. */
function countEverywhere(index: SearchIndex, { set, used }: Members, counts: Int32Array): void {
  const { at: homes, elsewhere, areas, communeDepartments } = index.homes;
  const departments = index.departments.codes.length;
  for (let i = 0; i < used.length; i++) {
    const at = used[i]!;
    for (let word = set[at]! & ~elsewhere[at]!; word !== 0; word &= word - 1)
      counts[homes[(at << 5) + lowestBit(word)]!]!++;
  }
  // So far each one is counted once, in a commune or else in a department.
  for (let commune = 0; commune < communeDepartments.length; commune++) {
    const count = counts[departments + commune]!;
    if (count > 0) counts[communeDepartments[commune]!]! += count;
  }
  for (let department = 0; department < departments; department++) {
    const region = index.departmentRegions[department]!;
    if (region >= 0) counts[regionArea(index, region)]! += counts[department]!;
  }
  for (let i = 0; i < used.length; i++) {
    const at = used[i]!;
    for (let word = set[at]! & elsewhere[at]!; word !== 0; word &= word - 1)
      for (let area = homes[(at << 5) + lowestBit(word)]!; areas[area]! >= 0; area++) counts[areas[area]!]!++;
  }
}

/** Adds each of `members` in those of its areas where claims that count there meet every condition. */
function countSomewhere(
  index: SearchIndex,
  asked: readonly Condition[],
  states: readonly number[],
  members: Members,
  counts: Int32Array,
): void {
  const conditions = asked.map((condition) => viewCondition(index, condition, states));
  const { departmentRegions } = index;
  /** How many conditions an employer meets in each area, above `base`, which grows so that nothing is put back. */
  const metIn = new Int32Array(counts.length);
  let base = 0;
  const meetIn = (area: number, before: number): void => {
    if (Math.max(metIn[area]!, base) === before) metIn[area] = before + 1;
  };
  forEach(members, (number) => {
    let met = base;
    for (const { isMetEverywhere, isWanted, rows } of conditions) {
      if (isMetEverywhere(number)) continue;
      for (let row = rows.offsets[number]!; row < rows.offsets[number + 1]!; row++) {
        if (isWanted[rows.slots[row]!] === 0) continue;
        const place = rows.places[row]!;
        meetIn(place, met);
        const region = departmentRegions[place] ?? -1;
        if (region >= 0) meetIn(regionArea(index, region), met);
      }
      met++;
    }
    forEachArea(index, number, (area) => {
      if (metIn[area] === met) counts[area]!++;
    });
    base = met;
  });
}

/** What a condition asks of one employer after the other. */
function viewCondition(
  index: SearchIndex,
  { names, topics, claims = index.claims }: Condition,
  states: readonly number[],
) {
  const slots = topics.flatMap((topic) => states.map((state) => topic * STATES + state));
  const sets = [...(names ? [names] : []), ...slots.flatMap((slot) => claims.wide[slot] ?? [])];
  const isWanted = new Uint8Array(claims.wide.length);
  for (const slot of slots) isWanted[slot] = 1;
  return {
    isMetEverywhere: (number: number) => sets.some((set) => has(set, number)),
    isWanted,
    rows: claims.scopedOf(),
  };
}

/** Calls `visit` with each department, commune and region of an employer. */
function forEachArea(index: SearchIndex, number: number, visit: (area: number) => void): void {
  const { at, elsewhere, areas, communeDepartments } = index.homes;
  if (has(elsewhere, number)) {
    for (let i = at[number]!; areas[i]! >= 0; i++) visit(areas[i]!);
    return;
  }
  const home = at[number]!;
  const department = communeDepartments[home - index.departments.codes.length] ?? home;
  const region = index.departmentRegions[department]!;
  visit(home);
  if (department !== home) visit(department);
  if (region >= 0) visit(regionArea(index, region));
}
