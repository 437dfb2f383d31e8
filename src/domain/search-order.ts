import { distanceTo } from './search-place.ts';
import { attestedWeight } from './search-priorities.ts';
import {
  askedValueOrder,
  type CountingQuery,
  isCounting,
  isEnough,
  thousandths,
  type Valued,
  type ValueOrder,
} from './search-values.ts';
import { fold, foldedWords, numberForms } from './search-words.ts';
import type { Near, SearchDocument, SearchQuery } from './search.ts';

/** What employers are ordered by: their name without accents, case or punctuation. */
export const nameKey = (name: string): string => fold(name);

export type Named = Pick<SearchDocument, 'siren' | 'name'>;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Alphabetical order of names, ties by SIREN: the order of a list without text. Never by number of benefits. */
export const compareByName = (a: Named, b: Named): number =>
  compare(nameKey(a.name), nameKey(b.name)) || compare(a.siren, b.siren);

/**
 * How well a name answers a text; lists with text are ordered by this, then by name, then by SIREN.
 *
 * 0. the name is the text; 1. another name (trade name, acronym) is the text; 2. the name begins with the text;
 * 3. every word of the text is in the name, the last one perhaps unfinished; 4. anything else that was found: other
 * names, commune, benefits.
 */
export const RELEVANCE_TIERS = 5;

/** `words`: the words of the text that count, folded; none when the text names benefits only. */
export type OrderedText = { key: string; words: { word: string; isOpen: boolean; isExact: boolean }[] };

export function relevanceTier(document: Pick<SearchDocument, 'name' | 'aliases'>, text: OrderedText): number {
  const name = nameKey(document.name);
  if (name === text.key) return 0;
  if (document.aliases.some((alias) => nameKey(alias) === text.key)) return 1;
  if (name.startsWith(text.key)) return 2;
  const words = foldedWords(document.name);
  const isInName = text.words.every(({ word, isOpen, isExact }) => {
    const forms = isExact ? [word] : numberForms(word);
    return words.some((other) => forms.includes(other) || (isOpen && other.startsWith(word)));
  });
  return isInName ? 3 : 4;
}

/** The order of a list with text. */
export const compareByRelevance =
  (text: OrderedText) =>
  (a: Named & Pick<SearchDocument, 'aliases'>, b: Named & Pick<SearchDocument, 'aliases'>): number =>
    relevanceTier(a, text) - relevanceTier(b, text) || compareByName(a, b);

type Claiming = Pick<SearchDocument, 'departments' | 'places' | 'claims'>;

/** The best value an employer attests for an order, by claims that count; in thousandths, null where none says it. */
export function bestValue(
  document: Claiming,
  { benefit, slot, direction }: ValueOrder,
  query: CountingQuery,
): number | null {
  let best: number | null = null;
  for (const claim of document.claims) {
    if (claim.benefit !== benefit || !isCounting(claim, document, query)) continue;
    const value = thousandths(claim.values[slot]);
    if (value !== null && (best === null || isEnough(value, best, direction))) best = value;
  }
  return best;
}

/** What a list is ordered by: an order that means nothing for a query is the default one. */
export type EffectiveOrder =
  | { by: 'default' | 'name' | 'priorities' }
  | { by: 'value'; order: ValueOrder }
  | { by: 'distance'; near: Near };

export function effectiveOrder(query: SearchQuery, known: readonly Valued[]): EffectiveOrder {
  if (query.order === 'name') return { by: 'name' };
  if (query.order === 'priorities' && query.priorities.length > 0) return { by: 'priorities' };
  if (query.order === 'distance' && query.near) return { by: 'distance', near: query.near };
  const order = askedValueOrder(query, known);
  return order ? { by: 'value', order } : { by: 'default' };
}

/** Smallest rank first; ties by name, then SIREN. */
const byRank =
  <D>(rankOf: (document: D) => number) =>
  (a: D & Named, b: D & Named): number => {
    const [first, second] = [rankOf(a), rankOf(b)];
    return first === second ? compareByName(a, b) : first < second ? -1 : 1;
  };

/** Best value first, those of whom no value is known last; ties by name, then SIREN. Only for who asks for it. */
export const compareByValue = (order: ValueOrder, query: CountingQuery) =>
  byRank((document: Claiming) => {
    const value = bestValue(document, order, query);
    if (value === null) return Infinity;
    return order.direction === 'more' ? -value : value;
  });

/** Most weight attested first; ties by name, then SIREN. Only for who says what counts. */
export const compareByPriorities = (query: SearchQuery) =>
  byRank((document: Claiming) => -attestedWeight(document, query));

/** Nearest commune first, in whole kilometres, those with none within the radius last; ties by name, then SIREN. */
export const compareByDistance = (near: Near) =>
  byRank((document: Pick<SearchDocument, 'places'>) => distanceTo(document, near) ?? Infinity);
