import { SHOWN_STATES, type ShownState } from '#domain/claim.ts';
import { nameKey } from '#domain/search-order.ts';
import { isPlaceChosen, REMOTE_BENEFIT } from '#domain/search-place.ts';
import { isEnough, thousandths, type ValueOrder } from '#domain/search-values.ts';
import type { SearchDocument, SearchQuery } from '#domain/search.ts';
import type { Where } from './filters.ts';
import { communeKey, EVERYWHERE, reachOf, regionKey } from './keys.ts';

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
  /** As written: `claimsAt` reads those that are asked for, there may be a hundred thousand in an answer. */
  claims: string;
};

export type RowClaim = {
  benefit: string;
  /** Keys of the places where it counts; null = wherever the employer is. */
  reach: string[] | null;
  /** As written: `employerShare=60000`, in thousandths, apart by blanks. */
  values: string;
};

/** A state is one letter. */
const FIRST_STATE = 'a'.charCodeAt(0);

/**
 * Written without any character that JSON escapes. The SIREN comes first: a server tells long values apart by how they
 * begin.
 */
export function writeRow(document: SearchDocument): string {
  const { siren, departments, places } = document;
  const claims = document.claims.map((claim) => {
    const values = Object.entries(claim.values).flatMap(([slot, said]) => {
      const value = thousandths(said);
      return value === null ? [] : `${slot}=${value}`;
    });
    const state = String.fromCharCode(FIRST_STATE + SHOWN_STATES.indexOf(claim.state));
    return [claim.benefit, state, reachOf(claim, document)?.join(',') ?? EVERYWHERE, ...values].join(' ');
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

const listOf = (text: string): string[] => (text === '' ? [] : text.split(','));

export function readRow(text: string): Row {
  const [siren = '', name = '', regions = '', departments = '', communes = '', claims = ''] = text.split('|');
  return {
    siren,
    nameKey: name,
    regions: listOf(regions),
    departments: listOf(departments),
    communes: listOf(communes),
    claims,
  };
}

/** Claims in one of the states that count there; of places it takes for granted that the employer is in one of them. */
export function claimsAt({ claims }: Row, states: readonly ShownState[], where: Where): RowClaim[] {
  const counting: RowClaim[] = [];
  for (let at = 0; at < claims.length;) {
    const next = claims.indexOf(';', at);
    const end = next < 0 ? claims.length : next;
    const mark = claims.indexOf(' ', at);
    if (states.includes(SHOWN_STATES[claims.charCodeAt(mark + 1) - FIRST_STATE]!)) {
      const [, , places = '', ...values] = claims.slice(at, end).split(' ');
      const reach = places === EVERYWHERE ? null : listOf(places);
      if (reach === null || where === 'anywhere' || reach.some((place) => where.has(place)))
        counting.push({ benefit: claims.slice(at, mark), reach, values: values.join(' ') });
    }
    at = end + 1;
  }
  return counting;
}

/** What a claim says of a slot, in thousandths; undefined when nothing. */
export function valueIn({ values }: RowClaim, slot: string): number | undefined {
  const said = values.split(' ').find((value) => value.startsWith(`${slot}=`));
  return said === undefined ? undefined : Number(said.slice(slot.length + 1));
}

/** Where the claims of an employer that was found have to count. */
export function whereOfRow(row: Row, query: SearchQuery, chosen: Where): Where {
  const isRemote =
    query.isRemoteAccepted &&
    isPlaceChosen(query) &&
    claimsAt(row, query.states, 'anywhere').some(({ benefit }) => benefit === REMOTE_BENEFIT);
  return isRemote ? 'anywhere' : chosen;
}

/** Keys of every place of an employer, by the facet that counts it. */
export const placesOf = ({ regions, departments, communes }: Row) => ({
  regions: regions.map((code) => [code, regionKey(code)] as const),
  departments: departments.map((code) => [code, code] as const),
  communes: communes.map((code) => [code, communeKey(code)] as const),
});

/** The best value among claims; null where none says it. */
export function bestOf(claims: readonly RowClaim[], { benefit, slot, direction }: ValueOrder): number | null {
  let best: number | null = null;
  for (const claim of claims) {
    const value = claim.benefit === benefit ? valueIn(claim, slot) : undefined;
    if (value !== undefined && (best === null || isEnough(value, best, direction))) best = value;
  }
  return best;
}
