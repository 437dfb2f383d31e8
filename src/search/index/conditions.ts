import { SHOWN_STATES } from '#domain/claim.ts';
import type { SearchQuery } from '#domain/search.ts';
import { directionOf, type Minimum, thousandths } from '#domain/search-values.ts';
import { areLive } from '../live-states.ts';
import { type Bitset, emptySet, fullSet, has, intersect, unite } from './bitset.ts';
import {
  addHolders,
  ANY_TOPIC,
  benefitTopic,
  type ClaimIndex,
  familyTopic,
  isHolder,
  type Topic,
  type Where,
} from './claims.ts';
import type { Column } from './columns.ts';
import type { SearchIndex } from './search-index.ts';
import type { UnitMatch } from './text-match.ts';
import { enough, slotName } from './values.ts';

/** Employers must be in `names`, or hold a claim that counts on one of `topics`, among `claims` or else all claims. */
export type Condition = { names: Bitset | null; topics: number[]; claims?: ClaimIndex };

/** A query, facet by facet. Null = nothing chosen there. */
export type Conditions = {
  text: Condition[];
  benefits: Condition[];
  minimums: Condition[];
  families: Condition | null;
  states: number[];
  /** Whether the states were chosen, and ask for a claim by themselves. */
  areStatesChosen: boolean;
  departments: Bitset | null;
  places: number[];
  sectors: Bitset | null;
  headcounts: Bitset | null;
};

export function conditionsOf(
  index: SearchIndex,
  query: SearchQuery,
  matches: readonly UnitMatch[],
): Conditions {
  const topics = (names: Topic[]): number[] => names.flatMap((name) => index.claims.topics.get(name) ?? []);
  return {
    text: matches.map(({ everywhere, benefits }) => ({
      names: everywhere,
      topics: topics(benefits.map(benefitTopic)),
    })),
    benefits: query.benefits.map((id) => ({ names: null, topics: topics([benefitTopic(id)]) })),
    minimums: query.minimums.map((minimum) => minimumCondition(index, minimum)),
    families:
      query.families.length > 0 ? { names: null, topics: topics(query.families.map(familyTopic)) } : null,
    states: query.states.map((state) => SHOWN_STATES.indexOf(state)),
    areStatesChosen: !areLive(query.states),
    departments: chosen(index, index.departments, query.departments),
    places: query.departments.flatMap((code) => index.departments.places.get(code) ?? []),
    sectors: chosen(index, index.sectors, query.sectors),
    headcounts: chosen(index, index.headcounts, query.headcounts),
  };
}

function minimumCondition(index: SearchIndex, { benefit, slot, value }: Minimum): Condition {
  const known = index.benefits.find(({ id }) => id === benefit)?.values[slot];
  const direction = directionOf(known);
  const asked = thousandths(value);
  if (!direction || asked === null) return { names: null, topics: [] };
  const claims = enough(index.values, slotName(benefit, slot), asked, direction, index.documents);
  return { names: null, topics: [0], claims };
}

function chosen(index: SearchIndex, column: Column, codes: readonly string[]): Bitset | null {
  if (codes.length === 0) return null;
  const set = emptySet(index.documents);
  for (const code of codes) {
    const place = column.places.get(code);
    if (place !== undefined) unite(set, column.sets[place]!);
  }
  return set;
}

const anyTopic = (index: SearchIndex): Condition => ({
  names: null,
  topics: [index.claims.topics.get(ANY_TOPIC)!],
});

/** Conditions that claims decide, with `families` last so that it can be left aside. */
export function claimConditions(index: SearchIndex, conditions: Conditions, facet?: 'families'): Condition[] {
  const { text, benefits, minimums, families, areStatesChosen } = conditions;
  return [
    ...text,
    ...benefits,
    ...minimums,
    ...(areStatesChosen ? [anyTopic(index)] : []),
    ...(families && facet !== 'families' ? [families] : []),
  ];
}

/** Who meets every condition with claims in these states that count there. */
export function meet(
  index: SearchIndex,
  conditions: readonly Condition[],
  states: readonly number[],
  where: Where,
): Bitset {
  let all: Bitset | null = null;
  for (const { names, topics, claims = index.claims } of conditions) {
    const set = names?.slice() ?? emptySet(index.documents);
    for (const topic of topics) addHolders(set, claims, topic, states, where);
    if (all) intersect(all, set);
    else all = set;
  }
  return all ?? fullSet(index.documents);
}

/** The same question about one employer in one department. */
export const meetsIn = (
  index: SearchIndex,
  conditions: readonly Condition[],
  states: readonly number[],
  place: number,
  number: number,
): boolean =>
  conditions.every(
    ({ names, topics, claims = index.claims }) =>
      (names !== null && has(names, number)) ||
      topics.some((topic) => isHolder(claims, topic, states, place, number)),
  );

export const whereOf = ({ departments, places }: Conditions): Where => (departments ? places : 'anywhere');
