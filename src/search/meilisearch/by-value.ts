import type { Meilisearch } from 'meilisearch';
import type { ShownState } from '#domain/claim.ts';
import { MOST_THOUSANDTHS, type ValueOrder } from '#domain/search-values.ts';
import { createBatch } from './batch.ts';
import { SETTINGS, valueKey } from './documents.ts';
import { allOf, not, valued, type Where } from './filters.ts';

type Asked = {
  /** Who is found. */
  found: string;
  order: ValueOrder;
  states: readonly ShownState[];
  where: Where;
};

/** How many different values are counted in one request. */
const STEP = 40;

/**
 * One page in the order by value, as documents. The server can sort neither by claims in some states and places nor
 * by the best of several values, so each different value is a tier, the best first, and inside a tier names decide.
 */
export async function listByValue(
  client: Meilisearch,
  index: string,
  asked: Asked,
  { from, limit }: { from: number; limit: number },
): Promise<string[]> {
  const best = await differentValues(client, index, asked);
  const { slot, benefit, direction } = asked.order;
  /** Who has a value as good as this one. */
  const atLeast = (value: number): string => {
    const range = direction === 'more' ? { from: value, to: MOST_THOUSANDTHS } : { from: 0, to: value };
    return valued({ benefit, slot, ...range }, asked.states, asked.where);
  };
  const texts: string[] = [];
  let before = 0;
  for (let at = 0; at <= best.length && texts.length < limit; at += STEP) {
    const counts = createBatch(client, index);
    const tiers = Array.from({ length: Math.min(STEP, best.length + 1 - at) }, (_, i) => {
      const [value, better] = [best[at + i], best[at + i - 1]];
      const filter = allOf([
        asked.found,
        value === undefined ? '' : atLeast(value),
        better === undefined ? '' : not(atLeast(better)),
      ]);
      return { filter, size: counts.count(filter) };
    });
    await counts.run();
    const lists = createBatch(client, index);
    const reads = tiers.flatMap(({ filter, size }) => {
      const start = Math.max(from, before);
      const end = Math.min(from + limit, before + size());
      const offset = start - before;
      before += size();
      return end > start ? [lists.list(filter, { offset, limit: end - start })] : [];
    });
    await lists.run();
    texts.push(...reads.flatMap((read) => read()));
  }
  return texts;
}

/** Every value of the slot among those found, the best first. */
async function differentValues(
  client: Meilisearch,
  index: string,
  { found, order: { benefit, slot, direction }, states }: Asked,
): Promise<number[]> {
  const batch = createBatch(client, index);
  const reads = states.map((state) => batch.values(found, `values.${valueKey(benefit, slot, state)}`));
  await batch.run();
  const values = reads.map((read) => Object.keys(read()));
  if (values.some(({ length }) => length >= SETTINGS.faceting!.maxValuesPerFacet!))
    throw new Error(
      `search: Meilisearch lists too many different values of ${benefit}.${slot} to sort them.`,
    );
  const sorted = [...new Set(values.flat().map(Number))].sort((a, b) => a - b);
  return direction === 'more' ? sorted.reverse() : sorted;
}
