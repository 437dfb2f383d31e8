import { combinationsByWeight } from '#domain/search-priorities.ts';
import type { ValueOrder } from '#domain/search-values.ts';
import type { Near, Tie } from '#domain/search.ts';
import type { TextPlan } from '../text-plan.ts';
import { type Bitset, forEach, has, type Members, remove, sizeOf } from './bitset.ts';
import { addHolders, benefitTopic, type Topic } from './claims.ts';
import type { Part } from './conditions.ts';
import { equalRange, prefixRange } from './parts.ts';
import { copyOf, scratchRoom, scratchSet } from './scratch.ts';
import type { SearchIndex } from './search-index.ts';
import type { UnitMatch } from './text-match.ts';
import { forEachBest, isThere, slotName } from './values.ts';

type Cut = { offset: number; limit: number };

/** Everyone found, and the parts they are found in. */
export type Found = { found: Members; parts: readonly Part[] };

/** Takes employers one after the other, each once, and keeps those of one page. */
function createPage(found: Members, { offset, limit }: Cut) {
  const page: number[] = [];
  const left = copyOf(found);
  let skipped = 0;
  const isFull = (): boolean => page.length >= limit;
  const take = (number: number): void => {
    if (isFull() || !has(left.set, number)) return;
    remove(left.set, number);
    if (skipped < offset) skipped++;
    else page.push(number);
  };
  /** Those of `set` that are left. */
  const takeAll = (set: Bitset): void =>
    forEach({ set, used: left.used }, (number) => (take(number), !isFull()));
  return { page, left, isFull, take, takeAll };
}

/**
 * Numbers of one page of the employers found, in the order of src/domain/search-order.ts. Documents are numbered by
 * name, so each tier of relevance is walked in order of number, and names that equal or begin with the text
 * are neighbours.
 */
export function pageOf(
  index: SearchIndex,
  found: Members,
  text: { key: TextPlan['key']; matches: readonly UnitMatch[] },
  cut: Cut,
): number[] {
  const { page, left, isFull, take, takeAll } = createPage(found, cut);
  const takeRange = ([from, to]: [number, number]): void => {
    for (let number = from; number < to && !isFull(); number++) take(number);
  };

  if (text.matches.length > 0) {
    takeRange(equalRange(index.names, text.key));
    const [from, to] = equalRange(index.aliases, text.key);
    index.aliasNumbers.slice(from, to).forEach(take);
    takeRange(prefixRange(index.names, text.key));
    takeAll(inName(left, text.matches));
  }
  takeAll(left.set);
  return page;
}

/** The same in the order by value: values best first, each in order of number, then who has none. */
export function pageByValue(
  index: SearchIndex,
  { found, parts }: Found,
  { order, states }: { order: ValueOrder; states: readonly number[] },
  cut: Cut,
): number[] {
  const { page, left, isFull, take, takeAll } = createPage(found, cut);
  const slot = slotName(order.benefit, order.slot);
  const [first] = parts;
  // With two parts a value of an employer counts by the rule of its own part.
  const where = parts.length === 1 ? first!.where : 'anywhere';
  const isOwn = (number: number, place: number): boolean =>
    parts.length === 1 ||
    parts.some((part) => has(part.set, number) && isThere(part.where, place, index.values));
  forEachBest(index.values, slot, order.direction, { states, where }, (number, place) => {
    if (isOwn(number, place)) take(number);
    return !isFull();
  });
  takeAll(left.set);
  return page;
}

/** The same, nearest commune first, each kilometre in order of number, then who is in none of them. */
export function pageByDistance(index: SearchIndex, found: Members, near: Near, cut: Cut): number[] {
  const { page, left, isFull, takeAll } = createPage(found, cut);
  const ring = scratchRoom(index.documents);
  for (let at = 0; at < near.communes.length && !isFull();) {
    ring.fill(0);
    const { km } = near.communes[at]!;
    for (; near.communes[at]?.km === km; at++) {
      const place = index.communes.places.get(near.communes[at]!.code);
      if (place !== undefined) index.communes.addMembers(ring, place);
    }
    takeAll(ring);
  }
  takeAll(left.set);
  return page;
}

/** The same by the weight of the priorities attested, and how many share each weight, the heaviest first. */
export function pageByPriorities(
  index: SearchIndex,
  { found, parts }: Found,
  { priorities, states }: { priorities: readonly string[]; states: readonly number[] },
  cut: Cut,
): { page: number[]; ties: Tie[] } {
  const { page, takeAll } = createPage(found, cut);
  const holders = priorities.map((id) => holdersOf(index, parts, benefitTopic(id), states));
  const weights = combinationsByWeight(priorities.length);
  const tiers = tiersOf(found, holders, weights, index.documents);
  const ties = weights.map(({ weight }, i) => {
    takeAll(tiers[i]!);
    return { weight, count: sizeOf({ set: tiers[i]!, used: found.used }) };
  });
  return { page, ties: ties.filter(({ count }) => count > 0) };
}

/** Who of the parts holds a claim on the topic that counts. */
function holdersOf(
  index: SearchIndex,
  parts: readonly Part[],
  name: Topic,
  states: readonly number[],
): Bitset {
  const all = scratchSet(index.documents);
  const topic = index.claims.topics.get(name);
  if (topic === undefined) return all;
  for (const { set, used, where } of parts) {
    const own = scratchSet(index.documents);
    addHolders(own, index.claims, topic, states, where, used);
    for (let i = 0; i < used.length; i++) all[used[i]!]! |= own[used[i]!]! & set[used[i]!]!;
  }
  return all;
}

/** Those found who hold one of the combinations of each weight and nothing else of `holders`. */
function tiersOf(
  { set, used }: Members,
  holders: readonly Bitset[],
  weights: ReturnType<typeof combinationsByWeight>,
  documents: number,
): Bitset[] {
  const tiers = weights.map(() => scratchSet(documents));
  /** By combination, one bit for each that is held. */
  const tierOf: Bitset[] = [];
  weights.forEach(({ combinations }, i) => {
    for (const held of combinations)
      tierOf[held.reduce((bits, isHeld, place) => bits | (Number(isHeld) << place), 0)] = tiers[i]!;
  });
  const words = new Int32Array(2 ** holders.length);
  for (let i = 0; i < used.length; i++) {
    const at = used[i]!;
    words[0] = set[at]!;
    for (let place = 0; place < holders.length; place++) {
      const word = holders[place]![at]!;
      const known = 1 << place;
      for (let bits = 0; bits < known; bits++) {
        words[known + bits] = words[bits]! & word;
        words[bits]! &= ~word;
      }
    }
    for (let bits = 0; bits < words.length; bits++) tierOf[bits]![at]! |= words[bits]!;
  }
  return tiers;
}

function inName({ set, used }: Members, matches: readonly UnitMatch[]): Bitset {
  const named = scratchRoom(set.length * 32);
  for (let i = 0; i < used.length; i++) {
    let word = set[used[i]!]!;
    for (const match of matches) word &= match.inName[used[i]!]!;
    named[used[i]!] = word;
  }
  return named;
}
