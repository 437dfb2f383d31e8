import { combinationsByWeight } from '#domain/search-priorities.ts';
import type { ValueOrder } from '#domain/search-values.ts';
import type { Near, Tie } from '#domain/search.ts';
import type { TextPlan } from '../text-plan.ts';
import { type Bitset, emptySet, forEach, has, intersect, remove, sizeOf, subtract, unite } from './bitset.ts';
import { addHolders, benefitTopic } from './claims.ts';
import type { Part } from './conditions.ts';
import { equalRange, prefixRange } from './parts.ts';
import type { SearchIndex } from './search-index.ts';
import type { UnitMatch } from './text-match.ts';
import { forEachBest, isThere, slotName } from './values.ts';

type Cut = { offset: number; limit: number };

/** Everyone found, and the parts they are found in. */
export type Found = { found: Bitset; parts: readonly Part[] };

/** Takes employers one after the other, each once, and keeps those of one page. */
function createPage(found: Bitset, { offset, limit }: Cut) {
  const page: number[] = [];
  const left = found.slice();
  let skipped = 0;
  const isFull = (): boolean => page.length >= limit;
  const take = (number: number): void => {
    if (isFull() || !has(left, number)) return;
    remove(left, number);
    if (skipped < offset) skipped++;
    else page.push(number);
  };
  const takeAll = (set: Bitset): void => forEach(set, (number) => (take(number), !isFull()));
  return { page, left, isFull, take, takeAll };
}

/**
 * Numbers of one page of the employers found, in the order of src/domain/search-order.ts. Documents are numbered by
 * name, so each tier of relevance is walked in order of number, and names that equal or begin with the text
 * are neighbours.
 */
export function pageOf(
  index: SearchIndex,
  found: Bitset,
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
  takeAll(left.slice());
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
  takeAll(left.slice());
  return page;
}

/** The same, nearest commune first, each kilometre in order of number, then who is in none of them. */
export function pageByDistance(index: SearchIndex, found: Bitset, near: Near, cut: Cut): number[] {
  const { page, left, isFull, takeAll } = createPage(found, cut);
  for (let at = 0; at < near.communes.length && !isFull();) {
    const ring = emptySet(index.documents);
    const { km } = near.communes[at]!;
    for (; near.communes[at]?.km === km; at++) {
      const place = index.communes.places.get(near.communes[at]!.code);
      if (place !== undefined) index.communes.addMembers(ring, place);
    }
    intersect(ring, left);
    takeAll(ring);
  }
  takeAll(left.slice());
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
  const holders = priorities.map((id) => {
    const set = emptySet(index.documents);
    const topic = index.claims.topics.get(benefitTopic(id));
    for (const part of topic === undefined ? [] : parts) {
      const own = emptySet(index.documents);
      addHolders(own, index.claims, topic!, states, part.where);
      intersect(own, part.set);
      unite(set, own);
    }
    return set;
  });
  const ties = combinationsByWeight(priorities.length).map(({ weight, combinations }) => {
    const tier = emptySet(index.documents);
    for (const held of combinations) {
      const set = found.slice();
      held.forEach((isHeld, i) => (isHeld ? intersect : subtract)(set, holders[i]!));
      unite(tier, set);
    }
    takeAll(tier);
    return { weight, count: sizeOf(tier) };
  });
  return { page, ties: ties.filter(({ count }) => count > 0) };
}

function inName(left: Bitset, matches: readonly UnitMatch[]): Bitset {
  const set = left.slice();
  for (const match of matches) intersect(set, match.inName);
  return set;
}
