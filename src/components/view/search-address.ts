import type { SearchQuery } from '#domain/search.ts';
import { formatSearchQuery } from '#search/query.ts';

/** The one address of a search. */
export function searchAt(query: SearchQuery): string {
  const text = formatSearchQuery(query);
  return text ? `/recherche?${text}` : '/recherche';
}
