import type { TextPlan } from '../text-plan.ts';
import { type Bitset, forEach, has, intersect, remove } from './bitset.ts';
import { equalRange, prefixRange } from './parts.ts';
import type { SearchIndex } from './search-index.ts';
import type { UnitMatch } from './text-match.ts';

/**
 * Numbers of one page of the employers found, in the order of src/domain/search-order.ts. Documents are numbered by
 * name, so each tier of relevance is walked in order of number, and names that equal or begin with the text
 * are neighbours.
 */
export function pageOf(
  index: SearchIndex,
  found: Bitset,
  text: { key: TextPlan['key']; matches: readonly UnitMatch[] },
  { offset, limit }: { offset: number; limit: number },
): number[] {
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
  const takeRange = ([from, to]: [number, number]): void => {
    for (let number = from; number < to && !isFull(); number++) take(number);
  };
  const takeAll = (set: Bitset): void => forEach(set, (number) => (take(number), !isFull()));

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

function inName(left: Bitset, matches: readonly UnitMatch[]): Bitset {
  const set = left.slice();
  for (const match of matches) intersect(set, match.inName);
  return set;
}
