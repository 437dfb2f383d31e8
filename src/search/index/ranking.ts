import type { ValueOrder } from '#domain/search-values.ts';
import type { TextPlan } from '../text-plan.ts';
import { type Bitset, forEach, has, intersect, remove } from './bitset.ts';
import type { Where } from './claims.ts';
import { equalRange, prefixRange } from './parts.ts';
import type { SearchIndex } from './search-index.ts';
import type { UnitMatch } from './text-match.ts';
import { forEachBest, slotName } from './values.ts';

type Cut = { offset: number; limit: number };

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
  found: Bitset,
  { order, states, where }: { order: ValueOrder; states: readonly number[]; where: Where },
  cut: Cut,
): number[] {
  const { page, left, isFull, take, takeAll } = createPage(found, cut);
  const slot = slotName(order.benefit, order.slot);
  forEachBest(index.values, slot, order.direction, { states, where }, (number) => (take(number), !isFull()));
  takeAll(left.slice());
  return page;
}

function inName(left: Bitset, matches: readonly UnitMatch[]): Bitset {
  const set = left.slice();
  for (const match of matches) intersect(set, match.inName);
  return set;
}
