import type { Benefit } from '#domain/benefit.ts';
import type { Values } from '#domain/extraction.ts';
import { NO_BREAK_SPACE, uncapitalize } from '#domain/french.ts';
import type { SearchDocument, SearchQuery } from '#domain/search.ts';
import { directionOf, isCounting, isEnough, thousandths, valueOrderOf } from '#domain/search-values.ts';
import { headlineOf, saysItself, type ShownValue, showValues } from './values.ts';

type Claim = SearchDocument['claims'][number] & { known: Benefit };

/**
 * Of several claims on one benefit, the one that answers the query: it counts in the chosen places, meets what is asked
 * of values, and is the best one where the order is by value; else the first.
 */
export function answering<C extends Claim>(
  claims: readonly C[],
  document: SearchDocument,
  query: SearchQuery,
): C[] {
  const chosen = new Map<string, { claim: C; rank: number[] }>();
  for (const claim of claims) {
    const rank = rankOf(claim, document, query);
    const before = chosen.get(claim.benefit);
    if (!before || isHigher(rank, before.rank)) chosen.set(claim.benefit, { claim, rank });
  }
  return Array.from(chosen.values(), ({ claim }) => claim);
}

function rankOf(claim: Claim, document: SearchDocument, query: SearchQuery): number[] {
  const met = query.minimums.filter(({ benefit, slot, value: asked }) => {
    const direction = benefit === claim.benefit ? directionOf(claim.known.values[slot]) : null;
    const [value, least] = [thousandths(claim.values[slot]), thousandths(asked)];
    return direction && value !== null && least !== null && isEnough(value, least, direction);
  });
  const order = query.order === 'value' ? valueOrderOf(claim.known) : null;
  const value = order ? thousandths(claim.values[order.slot]) : null;
  const sign = order?.direction === 'less' ? -1 : 1;
  return [Number(isCounting(claim, document, query)), met.length, value === null ? -Infinity : sign * value];
}

function isHigher(rank: readonly number[], other: readonly number[]): boolean {
  const at = rank.findIndex((value, i) => value !== other[i]);
  return at >= 0 && rank[at]! > other[at]!;
}

/** Every value of a claim but the one in large, in words that follow it; null when there is no other. */
export function otherValues(benefit: Benefit, values: Values): string | null {
  const shown = showValues(benefit, values);
  const first = headlineOf(shown);
  let hasPhrase = !first?.isMain;
  const words = shown.flatMap((value) => {
    if (value === first) return [];
    if (hasPhrase || !value.phrase) return [labelled(value)];
    hasPhrase = true;
    return [value.phrase];
  });
  return words.length === 0 ? null : words.join(', ');
}

const labelled = (value: ShownValue): string =>
  saysItself(value) ? value.text : `${uncapitalize(value.label)}${NO_BREAK_SPACE}: ${value.text}`;
