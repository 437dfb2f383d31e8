import type { BenefitId } from '../domain/ids.ts';
import { communesNear, MAX_RADIUS_KM } from '../domain/search-place.ts';
import { askedValueOrder, type Valued } from '../domain/search-values.ts';
import type { Near, SearchOrder, SearchQuery } from '../domain/search.ts';
import type { KnownPlaces } from './places.ts';

export const DEFAULT_RADIUS_KM = 30;

/** Null without `pres`, and for a commune nobody works in or that nobody says where it is. */
export function readNear(params: URLSearchParams, { places }: { places: () => KnownPlaces }): Near | null {
  const communeCode = params.get('pres');
  if (!communeCode) return null;
  const given = params.get('rayon') ?? '';
  const km = /^\d{1,4}$/.test(given) ? Math.min(Number(given), MAX_RADIUS_KM) : DEFAULT_RADIUS_KM;
  return communesNear(communeCode, km, places().values());
}

const WORDS: Record<string, SearchOrder> = {
  nom: 'name',
  valeur: 'value',
  priorites: 'priorities',
  distance: 'distance',
};

type Ordered = Pick<SearchQuery, 'text' | 'benefits' | 'near' | 'priorities'>;

/** The order of a query when its address names none. */
const usual = ({ priorities }: Ordered): SearchOrder => (priorities.length > 0 ? 'priorities' : 'default');

/** An order that means nothing for the query is the usual one. */
export function readOrder(
  params: URLSearchParams,
  query: Ordered,
  { benefits }: { benefits: ReadonlyMap<string, Valued> },
): SearchOrder {
  const order = WORDS[params.get('tri') ?? ''] ?? 'default';
  const valued = query.benefits.map((id) => benefits.get(id)!);
  const means: Record<SearchOrder, boolean> = {
    default: false,
    name: query.text !== '' || query.priorities.length > 0,
    value: askedValueOrder({ order, benefits: query.benefits }, valued) !== null,
    priorities: query.priorities.length > 0,
    distance: query.near !== null,
  };
  return means[order] ? order : usual(query);
}

/** The word of the address for the order of a query; null for the usual one. */
export function orderWord(query: Ordered & Pick<SearchQuery, 'order'>): string | null {
  if (query.order === usual(query)) return null;
  return Object.keys(WORDS).find((word) => WORDS[word] === query.order) ?? null;
}

/** Priorities after the button that was pressed, if any: one step up or down, or out. */
export function edited(params: URLSearchParams, priorities: readonly BenefitId[]): BenefitId[] {
  const removed = params.getAll('retirer');
  const list = priorities.filter((id) => !removed.includes(id));
  for (const [word, step] of [['monter', -1], ['descendre', 1]] as const) {
    const at = list.findIndex((id) => id === params.get(word));
    const to = at + step;
    if (at < 0 || to < 0 || to >= list.length) continue;
    [list[at], list[to]] = [list[to]!, list[at]!];
  }
  return list;
} // prettier-ignore

/** Does an address hold more than a query: a place in words, a button of a form? It is answered by one that does not. */
export const EDITS: readonly string[] = ['lieu', 'monter', 'descendre', 'retirer'];
