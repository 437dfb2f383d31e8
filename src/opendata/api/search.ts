import type { SearchEngine } from '#search/engine.ts';
import { formatSearchQuery, PAGE_SIZE, parseSearchQuery } from '#search/query.ts';
import { absolute, pageOf } from '../links.ts';
import { about } from './answer.ts';

/** Answers a search whose parameters were checked. */
export async function searchAnswer(engine: SearchEngine, params: URLSearchParams) {
  const pageSize = Number(params.get('taille') ?? PAGE_SIZE);
  const query = { ...parseSearchQuery(params), pageSize };
  const { total, population, hits, facets, correctedText } = await engine.search(query);
  const isLast = query.page * pageSize >= total;
  const size = params.has('taille') ? `&taille=${pageSize}` : '';
  const next = formatSearchQuery({ ...query, page: query.page + 1 });
  return {
    ...{ total, population, page: query.page, pageSize, query: formatSearchQuery(query), correctedText },
    results: hits.map((document) => ({ ...document, page: pageOf(document.siren) })),
    facets,
    next: isLast ? null : absolute(`/api/v1/search?${next}${size}`),
    ...about,
  };
}
