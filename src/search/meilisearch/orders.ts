import { bestValue, effectiveOrder, nameKey } from '#domain/search-order.ts';
import { isPlaceChosen } from '#domain/search-place.ts';
import { attestedWeight, combinationsByWeight, weightOf } from '#domain/search-priorities.ts';
import type { SearchDocument, SearchQuery } from '#domain/search.ts';
import { areLive } from '../live-states.ts';
import type { Asked } from './asked.ts';
import { among, asCondition, type Clause, type Filter, holders, notAll, notAny, quoted, SCOPED, UNSCOPED, whereOf } from './filters.ts'; // prettier-ignore
import { bestOf, claimsAt, type Row, type RowClaim, whereOfRow } from './rows.ts';
import type { UnitFilter } from './text.ts';

/**
 * An order of everyone found. The server puts most in order: tier after tier, in each by an attribute if one is named,
 * then by name. It can sort neither by claims in some places nor by distance, so some are judged here instead, by their
 * rows, and take their places among the others.
 */
export type Ranking = {
  tiers: { filter: Filter; first?: string }[];
  judged: Filter | null;
  /** Smallest first, ties by name, then SIREN; Infinity = last. Compared where some are judged. */
  rankOf(row: Row): number;
  rankOfDocument(document: SearchDocument): number;
  /** Whether all who are judged come before all the others. */
  areJudgedFirst: boolean;
};

const unranked = { judged: null, rankOf: () => 0, rankOfDocument: () => 0, areJudgedFirst: false };

/** `found` is everyone; `key` and `units` are what the text became. */
export function rankingOf(
  asked: Asked,
  found: Filter,
  text: { key: string; units: readonly UnitFilter[] },
): Ranking {
  const { query, benefits } = asked;
  const order = effectiveOrder(query, benefits);
  switch (order.by) {
    case 'default':
      return {
        ...unranked,
        tiers: relevanceTiers(found, text.key, text.units).map((filter) => ({ filter })),
      };
    case 'name':
      return { ...unranked, tiers: [{ filter: found }] };
    case 'priorities':
      return { ...byPriorities(query), ...judgedWherePlaced(query, found, (filter) => weightTiers(filter, query)) }; // prettier-ignore
    case 'value': {
      const { order: by } = order;
      const sort = `best.${by.benefit}:${by.direction === 'more' ? 'desc' : 'asc'}`;
      const rank = (value: number | null): number =>
        value === null ? Infinity : by.direction === 'more' ? -value : value;
      const claimsOf = countingClaims(query);
      return {
        rankOf: (row) => rank(bestOf(claimsOf(row), by)),
        rankOfDocument: (document) => rank(bestValue(document, by, query)),
        areJudgedFirst: false,
        ...(areLive(query.states)
          ? judgedWherePlaced(query, found, (filter) => [{ filter, first: sort }])
          : { tiers: [], judged: found }),
      };
    }
    case 'distance': {
      const near = among('communes', order.near.communes.map(({ code }) => code)); // prettier-ignore
      const distances = new Map(order.near.communes.map(({ code, km }) => [code, km]));
      return {
        tiers: [{ filter: [...found, ...notAny(near)] }],
        judged: [...found, near],
        rankOf: ({ communes }) => Math.min(...communes.map((code) => distances.get(code) ?? Infinity)),
        rankOfDocument: () => Infinity,
        areJudgedFirst: true,
      };
    }
  }
}

function countingClaims(query: SearchQuery): (row: Row) => RowClaim[] {
  const chosen = whereOf(query);
  return (row) => claimsAt(row, query.states, whereOfRow(row, query, chosen));
}

/** Where no place is chosen, and for who is not scoped, all claims count and the server knows the order. */
const judgedWherePlaced = (
  query: SearchQuery,
  found: Filter,
  tiersOf: (filter: Filter) => Ranking['tiers'],
): Pick<Ranking, 'tiers' | 'judged'> =>
  isPlaceChosen(query)
    ? { tiers: tiersOf([...found, UNSCOPED]), judged: [...found, SCOPED] }
    : { tiers: tiersOf(found), judged: null };

function byPriorities(query: SearchQuery): Omit<Ranking, 'tiers' | 'judged'> {
  const { priorities } = query;
  const claimsOf = countingClaims(query);
  return {
    rankOf(row) {
      const held = new Set(claimsOf(row).map(({ benefit }) => benefit));
      return -priorities.reduce((sum, id, i) => sum + (held.has(id) ? weightOf(i, priorities.length) : 0), 0);
    },
    rankOfDocument: (document) => -attestedWeight(document, query),
    areJudgedFirst: false,
  };
}

/** Sums of weights, the heaviest first: those of `weightTiers`. */
export const weightsOf = ({ priorities }: SearchQuery): number[] =>
  combinationsByWeight(priorities.length).map(({ weight }) => weight);

/** One for each sum of weights, the heaviest first. */
function weightTiers(found: Filter, { priorities, states }: SearchQuery): Ranking['tiers'] {
  const attested = priorities.map((id) => holders([`b:${id}`], states, 'anywhere'));
  return combinationsByWeight(attested.length).map(({ combinations }) => {
    const sums: Clause = combinations.map((held) =>
      asCondition(held.flatMap((isHeld, i) => (isHeld ? [attested[i]!] : notAny(attested[i]!)))),
    );
    return { filter: [...found, sums] };
  });
}

/** The tiers of src/domain/search-order.ts, each without those before it. */
export function relevanceTiers(found: Filter, key: string, units: readonly UnitFilter[]): Filter[] {
  if (units.length === 0) return [found];
  const tiers: Filter[] = [
    [[`nameKey = ${quoted(key)}`]],
    [among('aliasKeys', [key])],
    [[`nameKey STARTS WITH ${quoted(key)}`]],
    units.flatMap(({ inName }) => inName),
  ];
  return [...tiers, []].map((tier, i) => [...found, ...tier, ...tiers.slice(0, i).map(notAll)]);
}

type Ranked = { rank: number; nameKey: string; siren: string; document: SearchDocument | null };

const compareRanked = (a: Ranked, b: Ranked): number => {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  if (a.nameKey !== b.nameKey) return a.nameKey < b.nameKey ? -1 : 1;
  return a.siren < b.siren ? -1 : 1;
};

/** Those judged here, in order. */
export const judge = (rows: readonly Row[], { rankOf }: Ranking): Ranked[] =>
  rows
    .map((row) => ({ rank: rankOf(row), nameKey: row.nameKey, siren: row.siren, document: null }))
    .sort(compareRanked);

/** Which of those the server orders a page may hold, of so many judged here. */
export function serverPage(
  { offset, limit }: { offset: number; limit: number },
  judged: number,
  { areJudgedFirst }: Ranking,
): { offset: number; limit: number } {
  const from = Math.max(0, offset - judged);
  const to = areJudgedFirst ? Math.max(0, offset + limit - judged) : offset + limit;
  return { offset: from, limit: to - from };
}

/** Puts the documents of `serverPage`, which begin at `from`, and those judged here together, and cuts the page. */
export function mergePage(
  documents: readonly SearchDocument[],
  judged: readonly Ranked[],
  { rankOfDocument }: Ranking,
  cut: { from: number; offset: number; limit: number },
): Ranked[] {
  const listed = documents.map((document) => ({
    rank: rankOfDocument(document),
    nameKey: nameKey(document.name),
    siren: document.siren as string,
    document,
  }));
  const all = judged.length === 0 ? listed : [...listed, ...judged].sort(compareRanked);
  return all.slice(cut.offset - cut.from, cut.offset - cut.from + cut.limit);
}
