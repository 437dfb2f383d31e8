import { SHOWN_STATES } from '#domain/claim.ts';
import type { SearchQuery } from '#domain/search.ts';
import { REMOTE_BENEFIT } from '#domain/search-place.ts';
import { directionOf, type Minimum, thousandths } from '#domain/search-values.ts';
import { areLive } from '../live-states.ts';
import { type Bitset, type Members, subtract, unite } from './bitset.ts';
import {
  addHolders,
  ANY_TOPIC,
  benefitTopic,
  type ClaimIndex,
  familyTopic,
  type Topic,
  type Where,
} from './claims.ts';
import type { Column } from './columns.ts';
import { type ChosenPlace, chosenPlace } from './places.ts';
import { intersectionOf, scratchCopy, scratchRoom, scratchSet } from './scratch.ts';
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
  place: ChosenPlace | null;
  /** Topic that lets an employer in from anywhere; null when only the place counts. */
  remote: number | null;
  branches: Bitset | null;
  sectors: Bitset | null;
  headcounts: Bitset | null;
  /**
   * Who has what is chosen of branch, sector and size, one of them set aside, is in the place if one is given, and is
   * named where no claim can do instead: whom claims are asked of. Read, never changed.
   */
  within(place: ChosenPlace | null, aside?: Attribute): Members;
};

/** Facets that are about the employer alone. */
export const ATTRIBUTES = ['branches', 'sectors', 'headcounts'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

export function conditionsOf(
  index: SearchIndex,
  query: SearchQuery,
  matches: readonly UnitMatch[],
): Conditions {
  const topics = (names: Topic[]): number[] => names.flatMap((name) => index.claims.topics.get(name) ?? []);
  const conditions = {
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
    place: chosenPlace(index, query),
    remote: query.isRemoteAccepted ? (topics([benefitTopic(REMOTE_BENEFIT)])[0] ?? null) : null,
    branches: chosen(index, index.branches, query.branches),
    sectors: chosen(index, index.sectors, query.sectors),
    headcounts: chosen(index, index.headcounts, query.headcounts),
  };
  return { ...conditions, within: withinOf(index, conditions) };
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
  return column.members(
    codes.flatMap((code) => column.places.get(code) ?? []),
    scratchSet(index.documents),
  );
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

/** Each of these sets is asked for several times a question. */
function withinOf(index: SearchIndex, conditions: Omit<Conditions, 'within'>): Conditions['within'] {
  const named = conditions.text.flatMap(({ names, topics }) => (topics.length === 0 ? (names ?? []) : []));
  const known = new Map<string, Members>();
  return (place, aside) => {
    const key = `${place === null} ${aside}`;
    const before = known.get(key);
    if (before) return before;
    const attributes = ATTRIBUTES.filter((facet) => facet !== aside).map((facet) => conditions[facet]);
    const sets = [...named, ...attributes, place?.employers].filter((set) => set != null);
    const within = intersectionOf(sets.length > 0 ? sets : [index.everyone]);
    known.set(key, within);
    return within;
  };
}

/** Who of `within` meets every condition with claims in these states that count there. */
export function meet(
  index: SearchIndex,
  conditions: readonly Condition[],
  states: readonly number[],
  where: Where,
  within: Members,
): Members {
  const met = scratchSet(index.documents);
  for (let i = 0; i < within.used.length; i++) met[within.used[i]!] = within.set[within.used[i]!]!;
  const either = scratchRoom(index.documents);
  const places = scratchRoom(index.documents);
  let { used } = within;
  for (const { names, topics, claims = index.claims } of conditions) {
    for (let i = 0; i < used.length; i++) either[used[i]!] = names ? names[used[i]!]! : 0;
    for (const topic of topics) addHolders(either, claims, topic, states, where, used);
    let left = 0;
    for (let i = 0; i < used.length; i++) {
      const at = used[i]!;
      met[at]! &= either[at]!;
      if (met[at] !== 0) places[left++] = at;
    }
    used = places.subarray(0, left);
  }
  return { set: met, used };
}

/** Employers found, and where their claims have to count. Parts of a result have nobody in common. */
export type Part = Members & { where: Where };

/**
 * Who meets `asked` and what is chosen of place and attributes, one attribute set aside. Whoever may be anywhere is
 * one part, the others are in the chosen place.
 */
export function partsOf(
  index: SearchIndex,
  conditions: Conditions,
  asked: readonly Condition[],
  { states = conditions.states, aside }: { states?: readonly number[]; aside?: Attribute } = {},
): Part[] {
  const { place, remote, within } = conditions;
  const where = place?.where ?? 'anywhere';
  const local = meet(index, asked, states, where, within(place, aside));
  if (!place || remote === null) return [{ ...local, where }];
  const anyone = within(null, aside);
  const besides = meet(index, [...asked, { names: null, topics: [remote] }], states, 'anywhere', anyone);
  subtract(local, besides.set);
  return [
    { ...local, where },
    { ...besides, where: 'anywhere' },
  ];
}

/** Everyone of one part or another. */
export function together([first, second]: readonly Part[]): Members {
  if (!second) return first!;
  const set = scratchCopy(first!.set);
  unite(set, second.set);
  return intersectionOf([set]);
}
