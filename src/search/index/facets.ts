import { SHOWN_STATES } from '#domain/claim.ts';
import type { FacetCount, SearchResult } from '#domain/search.ts';
import { MAX_COMMUNES } from '../limits.ts';
import { type Members, sizeOfAll } from './bitset.ts';
import { ANY_TOPIC, benefitTopic, countHolders, familyTopic } from './claims.ts';
import type { Column } from './columns.ts';
import {
  type Attribute,
  claimConditions,
  type Condition,
  type Conditions,
  type Part,
  partsOf,
} from './conditions.ts';
import { areFew, countHoldings } from './holdings.ts';
import { countPlaces } from './place-counts.ts';
import { placeCount, regionArea } from './places.ts';
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
      ...placeFacets(index, conditions, asked),
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
  return counted(column, counts);
}

function countTopics(
  index: SearchIndex,
  parts: readonly Part[],
  values: readonly { value: string; topic: string }[],
  states: readonly number[],
): FacetCount[] {
  if (areEmpty(parts)) return [];
  const counters = parts.map((part) => {
    if (!areFew(part)) return (topic: number) => countHolders(index.claims, part, topic, states, part.where);
    const counts = countHoldings(index, part, states);
    return (topic: number) => counts[topic]!;
  });
  return listed(
    values.map(({ value, topic: name }) => {
      const topic = index.claims.topics.get(name);
      if (topic === undefined) return { value, count: 0 };
      return { value, count: counters.reduce((sum, count) => sum + count(topic), 0) };
    }),
  );
}

function placeFacets(
  index: SearchIndex,
  conditions: Conditions,
  asked: readonly Condition[],
): Pick<SearchResult['facets'], 'regions' | 'departments' | 'communes'> {
  const counts = countPlaces(index, conditions, asked);
  const [departments, places] = [index.departments.codes.length, placeCount(index)];
  return {
    regions: counted(index.regions, counts.subarray(regionArea(index, 0))),
    departments: counted(index.departments, counts.subarray(0, departments)),
    communes: mostFrequent(index.communes, counts.subarray(departments, places), MAX_COMMUNES),
  };
}

/** Every code that somebody found has, the most frequent first. */
const counted = ({ codes }: Column, counts: Int32Array): FacetCount[] =>
  listed(codes.map((value, place) => ({ value, count: counts[place]! })));

/** Sorting thousands of communes would take longer than the search itself. */
function mostFrequent({ codes }: Column, counts: Int32Array, most: number): FacetCount[] {
  /** The highest counts so far, the least of them first. */
  const highest = new Int32Array(most);
  for (const count of counts) {
    if (count <= highest[0]!) continue;
    let at = 0;
    for (; at + 1 < most && highest[at + 1]! < count; at++) highest[at] = highest[at + 1]!;
    highest[at] = count;
  }
  const found: FacetCount[] = [];
  const least = Math.max(1, highest[0]!);
  for (let i = 0; i < counts.length; i++)
    if (counts[i]! >= least) found.push({ value: codes[i]!, count: counts[i]! });
  return found.sort(byCount).slice(0, most);
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
