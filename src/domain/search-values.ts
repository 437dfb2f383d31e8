import type { Benefit, ValueSlot } from './benefit.ts';
import type { BenefitId } from './ids.ts';
import { coversPlace, isPlaceChosen, type PlaceChoice, REMOTE_BENEFIT } from './search-place.ts';
import type { SearchDocument, SearchQuery } from './search.ts';
import type { Values } from './extraction.ts';

/** A value asked for: at least this number, or at most where less is better. In the unit of the slot. */
export type Minimum = { benefit: BenefitId; slot: string; value: number };

export type Direction = 'more' | 'less';

/** What is needed of a benefit to compare its values. */
export type Valued = Pick<Benefit, 'id' | 'values' | 'mainValue'>;

const NOT_NUMBERS: readonly string[] = ['oui/non', 'texte'];

/** Which way a slot is compared; null where it holds no number, or no number is better than another. */
export const directionOf = (slot: ValueSlot | undefined): Direction | null =>
  !slot || NOT_NUMBERS.includes(slot.unit) || slot.better === 'none' ? null : slot.better;

/** Largest value that is compared, in thousandths of its unit. */
export const MOST_THOUSANDTHS = 99_999_999_999;

/**
 * A value as it is compared: in whole thousandths of its unit, so that no engine rounds another way; null for what is
 * no number from 0 to 99,999,999.999.
 */
export function thousandths(value: Values[string] | undefined): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const rounded = Math.round(value * 1000);
  return rounded >= 0 && rounded <= MOST_THOUSANDTHS ? Math.abs(rounded) : null;
}

/** Is the value, in thousandths, as good as what is asked for? */
export const isEnough = (value: number, asked: number, direction: Direction): boolean =>
  direction === 'more' ? value >= asked : value <= asked;

type Claim = SearchDocument['claims'][number];

/** Does a claim count for the states and places of a query (src/search/engine.ts)? */
export function isCounting(
  claim: Pick<Claim, 'state' | 'departments' | 'communes'>,
  document: Pick<SearchDocument, 'departments' | 'places' | 'claims'>,
  query: CountingQuery,
): boolean {
  if (!query.states.includes(claim.state)) return false;
  if (!isPlaceChosen(query) || coversPlace(claim, document, query)) return true;
  return query.isRemoteAccepted && isRemote(document, query);
}

/** What decides whether a claim counts. */
export type CountingQuery = PlaceChoice & Pick<SearchQuery, 'states' | 'isRemoteAccepted'>;

/** Does the employer attest télétravail somewhere, in one of the states? */
export const isRemote = (
  { claims }: Pick<SearchDocument, 'claims'>,
  { states }: Pick<SearchQuery, 'states'>,
): boolean => claims.some(({ benefit, state }) => benefit === REMOTE_BENEFIT && states.includes(state));

/** The slot an order by value goes by. */
export type ValueOrder = { benefit: BenefitId; slot: string; direction: Direction };

/** The order by value of a benefit: by its main value; null when that is no number. */
export function valueOrderOf(benefit: Valued | undefined): ValueOrder | null {
  const slot = benefit?.mainValue;
  const direction = slot ? directionOf(benefit.values[slot]) : null;
  return benefit && slot && direction ? { benefit: benefit.id, slot, direction } : null;
}

/** The order by value a query asks for; null when it asks for none, or for other than one benefit with such an order. */
export function askedValueOrder(
  { order, benefits }: Pick<SearchQuery, 'order' | 'benefits'>,
  known: readonly Valued[],
): ValueOrder | null {
  if (order !== 'value' || benefits.length !== 1) return null;
  return valueOrderOf(known.find(({ id }) => id === benefits[0]));
}
