import type { Meilisearch } from 'meilisearch';
import { combinationsByWeight } from '#domain/search-priorities.ts';
import { MOST_THOUSANDTHS, type ValueOrder } from '#domain/search-values.ts';
import type { Near, SearchQuery } from '#domain/search.ts';
import { createBatch } from './batch.ts';
import { SETTINGS, valueKey } from './documents.ts';
import { somewhere } from './facets.ts';
import { allOf, among, anyOf, holders, not, valued } from './filters.ts';

/*
 * The server can sort neither by claims in some states and places nor by the best of several values, so an order is a
 * list of tiers: filters of which each employer found meets one. Inside a tier names decide.
 */

/** How many tiers are counted in one request. */
const STEP = 40;

/** Documents of one page of these tiers. Stops asking when the page is full. */
export async function listTiers(
  client: Meilisearch,
  index: string,
  tiers: readonly (() => string)[],
  { from, limit }: { from: number; limit: number },
): Promise<string[]> {
  const texts: string[] = [];
  let before = 0;
  for (let at = 0; at < tiers.length && texts.length < limit; at += STEP) {
    const counts = createBatch(client, index);
    const sized = tiers.slice(at, at + STEP).map((build) => {
      const filter = build();
      return { filter, size: counts.count(filter) };
    });
    await counts.run();
    const lists = createBatch(client, index);
    const reads = sized.flatMap(({ filter, size }) => {
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

/** Each as good as this one and no better, the best first; last those of whom no value is known. */
export async function valueTiers(
  client: Meilisearch,
  index: string,
  found: string,
  order: ValueOrder,
  query: SearchQuery,
): Promise<(() => string)[]> {
  const best = await differentValues(client, index, found, order, query);
  const { slot, benefit, direction } = order;
  const atLeast = (value: number): string => {
    const range = direction === 'more' ? { from: value, to: MOST_THOUSANDTHS } : { from: 0, to: value };
    return somewhere(query, (where) => valued({ benefit, slot, ...range }, query.states, where));
  };
  return Array.from({ length: best.length + 1 }, (_, i) => () => {
    const [value, better] = [best[i], best[i - 1]];
    const known = value === undefined ? '' : atLeast(value);
    return allOf([found, known, better === undefined ? '' : not(atLeast(better))]);
  });
}

/** Every value of the slot among those found, the best first. */
async function differentValues(
  client: Meilisearch,
  index: string,
  found: string,
  { benefit, slot, direction }: ValueOrder,
  { states }: SearchQuery,
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

/** One for each kilometre, then who is in none of the communes. */
export function distanceTiers(found: string, { communes }: Near): (() => string)[] {
  const distances = [...new Set(communes.map(({ km }) => km))];
  const within = (km: number): string =>
    among(
      'communes',
      communes.filter((commune) => commune.km <= km).map(({ code }) => code),
    );
  return Array.from({ length: distances.length + 1 }, (_, i) => () => {
    const [km, nearer] = [distances[i], distances[i - 1]];
    return allOf([
      found,
      km === undefined ? '' : within(km),
      nearer === undefined ? '' : not(within(nearer)),
    ]);
  });
}

/** One for each sum of weights, the heaviest first. */
export function priorityTiers(found: string, query: SearchQuery): { weight: number; filter: string }[] {
  const attested = query.priorities.map((id) =>
    somewhere(query, (where) => holders([`b:${id}`], query.states, where)),
  );
  return combinationsByWeight(attested.length).map(({ weight, combinations }) => {
    const sums = combinations.map((held) =>
      allOf(held.map((isHeld, i) => (isHeld ? attested[i]! : not(attested[i]!)))),
    );
    return { weight, filter: allOf([found, anyOf(sums)]) };
  });
}
