import { SHOWN_STATES, type ShownState } from '#domain/claim.ts';
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
    /** As written: `employerShare=60000`, in thousandths. */
    values: string[];
  }[];
};

const EVERYWHERE = '*';

/**
 * Written without any character that JSON escapes, for there may be thousands in an answer. The SIREN comes first: a
 * server tells long values apart by how they begin.
 */
export function writeRow(document: SearchDocument): string {
  const { siren, departments, places } = document;
  const claims = document.claims.map((claim) => {
    const reach = reachOf(claim, document);
    const values = Object.entries(claim.values).flatMap(([slot, said]) => {
      const value = thousandths(said);
      return value === null ? [] : `${slot}=${value}`;
    });
    const where = reach === null ? EVERYWHERE : reach.join(',');
    return [claim.benefit, SHOWN_STATES.indexOf(claim.state), where, ...values].join(' ');
  });
  return [
    siren,
    nameKey(document.name),
    [...new Set(places.flatMap(({ regionCode }) => regionCode ?? []))].join(','),
    [...new Set(departments)].join(','),
    [...new Set(places.flatMap(({ communeCode }) => communeCode ?? []))].join(','),
    claims.join(';'),
  ].join('|');
}

const listOf = (text: string, mark: string): string[] => (text === '' ? [] : text.split(mark));

export function readRow(text: string): Row {
  const [siren = '', name = '', regions = '', departments = '', communes = '', claims = ''] = text.split('|');
  return {
    siren,
    nameKey: name,
    regions: listOf(regions, ','),
    departments: listOf(departments, ','),
    communes: listOf(communes, ','),
    claims: listOf(claims, ';').map((claim) => {
      const [benefit = '', state = '', where = '', ...values] = claim.split(' ');
      const reach = where === EVERYWHERE ? null : listOf(where, ',');
      return { benefit, state: SHOWN_STATES[Number(state)]!, reach, values };
    }),
  };
}

/** What a claim says of a slot, in thousandths; undefined when nothing. */
export function valueIn(values: Row['claims'][number]['values'], slot: string): number | undefined {
  const said = values.find((value) => value.startsWith(`${slot}=`));
  return said === undefined ? undefined : Number(said.slice(slot.length + 1));
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
    const value = claim.benefit === benefit ? valueIn(claim.values, slot) : undefined;
    if (value !== undefined && (best === null || isEnough(value, best, direction))) best = value;
  }
  return best;
}
