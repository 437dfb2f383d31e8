import { SHOWN_STATES } from '#domain/claim.ts';
import type { FacetCount, SearchResult } from '#domain/search.ts';
import { MAX_COMMUNES } from '../limits.ts';
import { type Bitset, forEach, intersect, sizeOf, subtract, usedWords } from './bitset.ts';
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
  withinOf,
} from './conditions.ts';
import { communePlace } from './places.ts';
import type { SearchIndex } from './search-index.ts';

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1);

/** Values some employer has, the most frequent first. */
const listed = (counts: FacetCount[]): FacetCount[] => counts.filter(({ count }) => count > 0).sort(byCount);

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
  const counts = new Int32Array(column.codes.length);
  for (const { set } of parts) column.count(set, counts);
  return listed(column.codes.map((value, i) => ({ value, count: counts[i]! })));
}

function countTopics(
  index: SearchIndex,
  parts: readonly Part[],
  values: readonly { value: string; topic: string }[],
  states: readonly number[],
): FacetCount[] {
  const counted = parts.map(({ set, where }) => ({ set, where, used: usedWords(set) }));
  return listed(
    values.map(({ value, topic }) => {
      const place = index.claims.topics.get(topic);
      if (place === undefined) return { value, count: 0 };
      const counts = counted.map((part) => countHolders(index.claims, part, place, states, part.where));
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
  const within = withinOf(index, conditions, asked, { place: null });
  const open = meet(index, asked, conditions.states, 'anywhere', within);
  const sure = asked.some(({ topics }) => topics.length > 0)
    ? meet(index, asked, conditions.states, 'everywhere', within)
    : open.slice();
  intersect(sure, open);
  subtract(open, sure);
  const count = (column: Column, placesOf: (place: number, number: number) => number[]): FacetCount[] => {
    const counts = new Int32Array(column.codes.length);
    column.count(sure, counts);
    forEach(open, (number) => {
      for (const place of column.of(number))
        if (meetsIn(index, asked, conditions.states, placesOf(place, number), number)) counts[place]!++;
    });
    const found: FacetCount[] = [];
    counts.forEach((total, i) => total > 0 && found.push({ value: column.codes[i]!, count: total }));
    return found;
  };
  const departmentsIn = (region: number, number: number): number[] =>
    Array.from(index.departments.of(number)).filter((place) => index.departmentRegions[place] === region);
  return {
    regions: count(index.regions, departmentsIn).sort(byCount),
    departments: count(index.departments, (place) => [place]).sort(byCount),
    communes: mostFrequent(count(index.communes, (place) => [communePlace(index, place)])),
  };
}

/** Sorting thousands of communes would take longer than the search itself. */
function mostFrequent(counts: FacetCount[]): FacetCount[] {
  if (counts.length <= MAX_COMMUNES) return counts.sort(byCount);
  const totals = Int32Array.from(counts, ({ count }) => count).sort();
  const least = totals[totals.length - MAX_COMMUNES]!;
  return counts
    .filter(({ count }) => count >= least)
    .sort(byCount)
    .slice(0, MAX_COMMUNES);
}

/** For each state, who would be found if it were the only one chosen. */
function countStates(index: SearchIndex, conditions: Conditions): FacetCount[] {
  const asked = claimConditions(index, { ...conditions, areStatesChosen: false });
  const any = index.claims.topics.get(ANY_TOPIC)!;
  const isMoving = conditions.remote !== null || asked.some(({ topics }) => topics.length > 0);
  const within = withinOf(index, conditions, asked, { place: conditions.place });
  const still = isMoving ? null : partsOf(index, conditions, asked, { within });
  return listed(
    SHOWN_STATES.map((value, state) => {
      const parts = still ?? partsOf(index, conditions, asked, { states: [state], within });
      const counts = parts.map(({ set, where }) =>
        countHolders(index.claims, { set, used: usedWords(set) }, any, [state], where),
      );
      return { value, count: counts.reduce((sum, count) => sum + count, 0) };
    }),
  );
}

/** Employers in the chosen places and of the chosen sizes with any published agreement. */
export function countPopulation(index: SearchIndex, { place, headcounts }: Conditions): number {
  const set: Bitset = index.published.slice();
  if (place) intersect(set, place.employers);
  if (headcounts) intersect(set, headcounts);
  return sizeOf(set);
}
