import { SHOWN_STATES } from '#domain/claim.ts';
import type { FacetCount, SearchResult } from '#domain/search.ts';
import { type Bitset, forEach, intersect, sizeOf, subtract, usedWords } from './bitset.ts';
import { ANY_TOPIC, benefitTopic, countHolders, familyTopic, type Where } from './claims.ts';
import type { Column } from './columns.ts';
import { claimConditions, type Condition, type Conditions, meet, meetsIn, whereOf } from './conditions.ts';
import type { SearchIndex } from './search-index.ts';

type Place = 'departments' | 'sectors' | 'headcounts';

/** Those of `set` who meet what is chosen of place, sector and size, one facet set aside. */
function within(set: Bitset, conditions: Conditions, aside?: Place): Bitset {
  const result = set.slice();
  for (const facet of ['departments', 'sectors', 'headcounts'] as const) {
    const chosen = conditions[facet];
    if (chosen && facet !== aside) intersect(result, chosen);
  }
  return result;
}

const byCount = (a: FacetCount, b: FacetCount): number => b.count - a.count || (a.value < b.value ? -1 : 1);

/** Values some employer has, the most frequent first. */
const listed = (counts: FacetCount[]): FacetCount[] => counts.filter(({ count }) => count > 0).sort(byCount);

/** Everyone who meets the query, and exact counts of every facet (engine.ts says what a count is). */
export function countFacets(
  index: SearchIndex,
  conditions: Conditions,
): { found: Bitset; facets: SearchResult['facets'] } {
  const where = whereOf(conditions);
  const asked = claimConditions(index, conditions);
  const holders = meet(index, asked, conditions.states, where);
  const found = within(holders, conditions);
  const withoutFamilies = conditions.families
    ? within(
        meet(index, claimConditions(index, conditions, 'families'), conditions.states, where),
        conditions,
      )
    : found;
  const column = (facet: 'sectors' | 'headcounts'): FacetCount[] =>
    countColumn(index[facet], conditions[facet] ? within(holders, conditions, facet) : found);
  const benefits = index.benefits.map(({ id }) => ({ value: id as string, topic: benefitTopic(id) }));
  const families = [...new Set(index.benefits.map(({ family }) => family))];
  return {
    found,
    facets: {
      benefits: countTopics(index, found, benefits, conditions.states, where),
      families: countTopics(
        index,
        withoutFamilies,
        families.map((value) => ({ value, topic: familyTopic(value) })),
        conditions.states,
        where,
      ),
      regions: [],
      communes: [],
      branches: [],
      departments: countDepartments(index, conditions, asked, found),
      sectors: column('sectors'),
      headcounts: column('headcounts'),
      states: countStates(index, conditions, where),
    },
  };
}

function countColumn(column: Column, set: Bitset): FacetCount[] {
  const counts = new Int32Array(column.codes.length);
  column.count(set, counts);
  return listed(column.codes.map((value, i) => ({ value, count: counts[i]! })));
}

function countTopics(
  index: SearchIndex,
  set: Bitset,
  values: readonly { value: string; topic: string }[],
  states: readonly number[],
  where: Where,
): FacetCount[] {
  const counted = { set, used: usedWords(set) };
  return listed(
    values.map(({ value, topic }) => {
      const place = index.claims.topics.get(topic);
      const count = place === undefined ? 0 : countHolders(index.claims, counted, place, states, where);
      return { value, count };
    }),
  );
}

/**
 * A claim may count in one department of its employer and not in another. Who meets the query by claims that count
 * everywhere is counted in each of their departments; the few others are looked at one by one.
 */
function countDepartments(
  index: SearchIndex,
  conditions: Conditions,
  asked: readonly Condition[],
  found: Bitset,
): FacetCount[] {
  const column = index.departments;
  const dependsOnPlace = asked.some(({ topics }) => topics.length > 0);
  if (!dependsOnPlace) {
    const open = conditions.departments
      ? within(meet(index, asked, conditions.states, 'anywhere'), conditions, 'departments')
      : found;
    return countColumn(column, open);
  }
  const open = conditions.departments
    ? within(meet(index, asked, conditions.states, 'anywhere'), conditions, 'departments')
    : found.slice();
  const sure = meet(index, asked, conditions.states, 'everywhere');
  intersect(sure, open);
  subtract(open, sure);
  const counts = new Int32Array(column.codes.length);
  column.count(sure, counts);
  forEach(open, (number) => {
    for (const place of column.of(number))
      if (meetsIn(index, asked, conditions.states, place, number)) counts[place]!++;
  });
  return listed(column.codes.map((value, i) => ({ value, count: counts[i]! })));
}

/** For each state, who would be found if it were the only one chosen. */
function countStates(index: SearchIndex, conditions: Conditions, where: Where): FacetCount[] {
  const asked = claimConditions(index, { ...conditions, areStatesChosen: false });
  const fixed = asked.filter(({ topics }) => topics.length === 0);
  const moving = asked.filter(({ topics }) => topics.length > 0);
  const base = within(meet(index, fixed, [], where), conditions);
  const any = index.claims.topics.get(ANY_TOPIC)!;
  return listed(
    SHOWN_STATES.map((value, state) => {
      const set = base.slice();
      if (moving.length > 0) intersect(set, meet(index, moving, [state], where));
      const counted = { set, used: usedWords(set) };
      return { value, count: countHolders(index.claims, counted, any, [state], where) };
    }),
  );
}

/** Employers in the chosen places and of the chosen sizes with any published agreement. */
export function countPopulation(index: SearchIndex, conditions: Conditions): number {
  const set = index.published.slice();
  if (conditions.departments) intersect(set, conditions.departments);
  if (conditions.headcounts) intersect(set, conditions.headcounts);
  return sizeOf(set);
}
