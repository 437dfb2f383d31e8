import { SHOWN_STATES } from '#domain/claim.ts';
import type { FacetCount, SearchResult } from '#domain/search.ts';
import { MAX_COMMUNES } from '../limits.ts';
import { forEach, type Members, sizeOfAll, subtract } from './bitset.ts';
import { ANY_TOPIC, benefitTopic, countHolders, familyTopic } from './claims.ts';
import type { Column } from './columns.ts';
import {
  type Attribute,
  claimConditions,
  type Condition,
  type Conditions,
  meet,
  meetsIn,
  type Part,
  partsOf,
} from './conditions.ts';
import { communePlace } from './places.ts';
import { copyOf } from './scratch.ts';
import type { SearchIndex } from './search-index.ts';

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1);

/** Values some employer has, the most frequent first. */
const listed = (counts: FacetCount[]): FacetCount[] => counts.filter(({ count }) => count > 0).sort(byCount);

/** Most searches for what few offer find nobody: there is nothing to count then. */
const areEmpty = (parts: readonly Members[]): boolean => parts.every(({ used }) => used.length === 0);

/** Everyone who meets the query, and exact counts of every facet (engine.ts says what a count is). */
export function countFacets(
  index: SearchIndex,
  conditions: Conditions,
): { parts: Part[]; facets: SearchResult['facets'] } {
  const asked = claimConditions(index, conditions);
  const parts = partsOf(index, conditions, asked);
  const withoutFamilies = conditions.families
    ? partsOf(index, conditions, claimConditions(index, conditions, 'families'))
    : parts;
  const attribute = (facet: Attribute): FacetCount[] =>
    countColumn(
      index[facet],
      conditions[facet] ? partsOf(index, conditions, asked, { aside: facet }) : parts,
    );
  const benefits = index.benefits.map(({ id }) => ({ value: id as string, topic: benefitTopic(id) }));
  const families = [...new Set(index.benefits.map(({ family }) => family))];
  return {
    parts,
    facets: {
      benefits: countTopics(index, parts, benefits, conditions.states),
      families: countTopics(
        index,
        withoutFamilies,
        families.map((value) => ({ value, topic: familyTopic(value) })),
        conditions.states,
      ),
      ...countPlaces(index, conditions, asked),
      branches: attribute('branches'),
      sectors: attribute('sectors'),
      headcounts: attribute('headcounts'),
      states: countStates(index, conditions),
    },
  };
}

function countColumn(column: Column, parts: readonly Part[]): FacetCount[] {
  if (areEmpty(parts)) return [];
  const counts = new Int32Array(column.codes.length);
  for (const part of parts) column.count(part, counts);
  return mostFrequent(column, counts, Infinity);
}

function countTopics(
  index: SearchIndex,
  parts: readonly Part[],
  values: readonly { value: string; topic: string }[],
  states: readonly number[],
): FacetCount[] {
  if (areEmpty(parts)) return [];
  return listed(
    values.map(({ value, topic }) => {
      const place = index.claims.topics.get(topic);
      if (place === undefined) return { value, count: 0 };
      const counts = parts.map((part) => countHolders(index.claims, part, place, states, part.where));
      return { value, count: counts.reduce((sum, count) => sum + count, 0) };
    }),
  );
}

/**
 * A claim may count in one place of its employer and not in another. Who meets the query by claims that count
 * everywhere is counted in each of their places; the few others are looked at one by one.
 */
function countPlaces(
  index: SearchIndex,
  conditions: Conditions,
  asked: readonly Condition[],
): Pick<SearchResult['facets'], 'regions' | 'departments' | 'communes'> {
  const within = conditions.within(null);
  const open = meet(index, asked, conditions.states, 'anywhere', within);
  const sure = asked.some(({ topics }) => topics.length > 0)
    ? meet(index, asked, conditions.states, 'everywhere', open)
    : copyOf(open);
  subtract(open, sure.set);
  const count = (
    column: Column,
    placesOf: (place: number, number: number) => number[],
    most = Infinity,
  ): FacetCount[] => {
    if (areEmpty([sure, open])) return [];
    const counts = new Int32Array(column.codes.length);
    column.count(sure, counts);
    forEach(open, (number) => {
      for (const place of column.of(number))
        if (meetsIn(index, asked, conditions.states, placesOf(place, number), number)) counts[place]!++;
    });
    return mostFrequent(column, counts, most);
  };
  const departmentsIn = (region: number, number: number): number[] => {
    const places: number[] = [];
    for (const place of index.departments.of(number))
      if (index.departmentRegions[place] === region) places.push(place);
    return places;
  };
  return {
    regions: count(index.regions, departmentsIn),
    departments: count(index.departments, (place) => [place]),
    communes: count(index.communes, (place) => [communePlace(index, place)], MAX_COMMUNES),
  };
}

/** Sorting thousands of communes would take longer than the search itself. */
function mostFrequent({ codes }: Column, counts: Int32Array, most: number): FacetCount[] {
  const least = counts.length > most ? Math.max(1, counts.toSorted()[counts.length - most]!) : 1;
  const found: FacetCount[] = [];
  for (let i = 0; i < counts.length; i++)
    if (counts[i]! >= least) found.push({ value: codes[i]!, count: counts[i]! });
  found.sort(byCount);
  return found.length > most ? found.slice(0, most) : found;
}

/** For each state, who would be found if it were the only one chosen. */
function countStates(index: SearchIndex, conditions: Conditions): FacetCount[] {
  const asked = claimConditions(index, { ...conditions, areStatesChosen: false });
  const any = index.claims.topics.get(ANY_TOPIC)!;
  const isMoving = conditions.remote !== null || asked.some(({ topics }) => topics.length > 0);
  const still = isMoving ? null : partsOf(index, conditions, asked);
  return listed(
    SHOWN_STATES.map((value, state) => {
      const parts = still ?? partsOf(index, conditions, asked, { states: [state] });
      const counts = parts.map((part) => countHolders(index.claims, part, any, [state], part.where));
      return { value, count: counts.reduce((sum, count) => sum + count, 0) };
    }),
  );
}

/** Employers in the chosen places and of the chosen sizes with any published agreement. */
export function countPopulation(index: SearchIndex, { place, headcounts }: Conditions): number {
  return sizeOfAll(index.published, place?.employers, headcounts ?? undefined);
}
