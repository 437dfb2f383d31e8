import type { ShownState } from '#domain/claim.ts';
import { nameKey } from '#domain/search-order.ts';
import { isPlaceChosen, REMOTE_BENEFIT } from '#domain/search-place.ts';
import { isEnough, thousandths, type ValueOrder } from '#domain/search-values.ts';
import type { SearchDocument, SearchQuery } from '#domain/search.ts';
import type { Where } from './filters.ts';
import { communeKey, reachOf, regionKey } from './keys.ts';

/**
 * What is needed of an employer to judge its claims place by place, or to put it in order. Meilisearch gives these back
 * as the values of a facet, a dozen times faster than documents.
 */
export type Row = {
  siren: string;
  nameKey: string;
  regions: string[];
  departments: string[];
  communes: string[];
  claims: {
    benefit: string;
    state: ShownState;
    /** Keys of the places where it counts; null = wherever the employer is. */
    reach: string[] | null;
    /** By slot, in thousandths. */
    values: Record<string, number>;
  }[];
};

type Written = [string, string, string[], string[], string[], [string, ShownState, string[] | 0, Row['claims'][number]['values'] | 0][]]; // prettier-ignore

/** The SIREN comes first: a server tells long values apart by how they begin. */
export function writeRow(document: SearchDocument): string {
  const { siren, departments, places, claims } = document;
  const written: Written = [
    siren,
    nameKey(document.name),
    [...new Set(places.flatMap(({ regionCode }) => regionCode ?? []))],
    [...new Set(departments)],
    [...new Set(places.flatMap(({ communeCode }) => communeCode ?? []))],
    claims.map((claim) => {
      const values = Object.entries(claim.values).flatMap(([slot, said]) => {
        const value = thousandths(said);
        return value === null ? [] : [[slot, value] as const];
      });
      return [claim.benefit, claim.state, reachOf(claim, document) ?? 0, values.length > 0 ? Object.fromEntries(values) : 0]; // prettier-ignore
    }),
  ];
  return JSON.stringify(written);
}

export function readRow(text: string): Row {
  const [siren, name, regions, departments, communes, claims] = JSON.parse(text) as Written;
  return {
    siren,
    nameKey: name,
    regions,
    departments,
    communes,
    claims: claims.map(([benefit, state, reach, values]) => ({
      benefit,
      state,
      reach: reach === 0 ? null : reach,
      values: values === 0 ? {} : values,
    })),
  };
}

/** Claims in one of the states that count there; of places it takes for granted that the employer is in one of them. */
export const claimsAt = ({ claims }: Row, states: readonly ShownState[], where: Where): Row['claims'] =>
  claims.filter(
    ({ state, reach }) =>
      states.includes(state) &&
      (reach === null || where === 'anywhere' || reach.some((place) => where.has(place))),
  );

/** Where the claims of an employer that was found have to count. */
export function whereOfRow(row: Row, query: SearchQuery, chosen: Where): Where {
  const isRemote =
    query.isRemoteAccepted &&
    isPlaceChosen(query) &&
    row.claims.some(({ benefit, state }) => benefit === REMOTE_BENEFIT && query.states.includes(state));
  return isRemote ? 'anywhere' : chosen;
}

/** Keys of every place of an employer, by the facet that counts it. */
export const placesOf = ({ regions, departments, communes }: Row) => ({
  regions: regions.map((code) => [code, regionKey(code)] as const),
  departments: departments.map((code) => [code, code] as const),
  communes: communes.map((code) => [code, communeKey(code)] as const),
});

/** The best value among claims; null where none says it. */
export function bestOf(claims: Row['claims'], { benefit, slot, direction }: ValueOrder): number | null {
  let best: number | null = null;
  for (const claim of claims) {
    const value = claim.benefit === benefit ? claim.values[slot] : undefined;
    if (value !== undefined && (best === null || isEnough(value, best, direction))) best = value;
  }
  return best;
}
