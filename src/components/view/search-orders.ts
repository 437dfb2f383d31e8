import type { Catalogue } from '#catalogue/catalogue.ts';
import { capitalize, elide, NO_BREAK_SPACE } from '#domain/french.ts';
import { valueOrderOf } from '#domain/search-values.ts';
import type { SearchOrder, SearchQuery } from '#domain/search.ts';
import { searchAt } from './search-address.ts';
import { communeName } from './search-places.ts';

/** What a list is ordered by, and the addresses of its other orders. */
export type OrderChoices = { text: string; others: { label: string; href: string }[] };

type Order = { order: SearchOrder; by: string; text: string };

/** Null where there is but one order. Nothing is ranked unless asked for. */
export function viewOrders(query: SearchQuery, catalogue: Catalogue): OrderChoices | null {
  const orders = ordersOf(query, catalogue);
  const used = orders.find(({ order }) => order === query.order) ?? orders[0]!;
  const others = orders.filter((each) => each !== used);
  if (others.length === 0) return null;
  return {
    text: used.text,
    others: others.map(({ order, by }) => ({
      label: `Trier par ${by}`,
      href: searchAt({ ...query, order, page: 1 }),
    })),
  };
}

function ordersOf(query: SearchQuery, catalogue: Catalogue): Order[] {
  const { text, near, priorities } = query;
  const hasPriorities = priorities.length > 0;
  const byName: Order = {
    order: text || hasPriorities ? 'name' : 'default',
    by: 'nom',
    text: 'Triés par nom.',
  };
  const byText: Order = {
    order: 'default',
    by: 'ressemblance du nom',
    text: 'Les noms les plus proches d’abord.',
  };
  const benefit = query.benefits.length === 1 ? catalogue.benefitById.get(query.benefits[0]!) : undefined;
  const value = valueOrderOf(benefit);
  const best = value?.direction === 'more' ? 'plus hautes' : 'plus basses';
  return [
    ...(hasPriorities
      ? [{ order: 'priorities', by: 'priorités', text: 'Classés selon vos priorités\u00a0: le plus de poids attesté d’abord, puis par nom.' } as const]
      : []),
    ...(text && !hasPriorities ? [byText] : []),
    ...(value && benefit
      ? [{ order: 'value', by: 'valeur', text: `Triés par valeur, à votre demande${NO_BREAK_SPACE}: «${NO_BREAK_SPACE}${benefit.values[value.slot]!.label}${NO_BREAK_SPACE}», les valeurs les ${best} d’abord, celles que nous ignorons à la fin.` } as const]
      : []),
    ...(near
      ? [{ order: 'distance', by: 'distance', text: `${capitalize(`triés par distance ${elide('de', communeName(near.communeCode))}`)}, de centre de commune à centre de commune, au kilomètre près.` } as const]
      : []),
    byName,
  ]; // prettier-ignore
}
