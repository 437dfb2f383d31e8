import type { Meilisearch, MultiSearchQuery } from 'meilisearch';

/** Questions that go to the server in one request; each gives back what reads its answer once `run` is done. */
export type Batch = {
  /** How many documents meet a filter, exactly. */
  count(filter: string): () => number;
  /** How many documents that meet a filter have each value of an attribute, exactly. */
  values(filter: string, attribute: string): () => Record<string, number>;
  /** Documents that meet a filter, in order of name. */
  list(filter: string, page: { offset: number; limit: number }): () => string[];
  run(): Promise<void>;
};

const BY_NAME = ['nameKey:asc', 'siren:asc'];

type Answer = {
  hits: Record<string, unknown>[];
  totalHits?: number;
  facetDistribution?: Record<string, Record<string, number>>;
};

export function createBatch(client: Meilisearch, index: string): Batch {
  const queries = new Map<string, MultiSearchQuery>();
  const answers = new Map<string, Answer>();
  const ask = (query: Omit<MultiSearchQuery, 'indexUid'>): (() => Answer) => {
    const key = JSON.stringify(query);
    queries.set(key, { indexUid: index, ...query });
    return () => answers.get(key)!;
  };
  const given = (filter: string) => (filter === '' ? {} : { filter });
  return {
    count(filter) {
      const read = ask({ ...given(filter), page: 1, hitsPerPage: 0 });
      return () => read().totalHits!;
    },
    values(filter, attribute) {
      const read = ask({ ...given(filter), page: 1, hitsPerPage: 0, facets: [attribute] });
      return () => read().facetDistribution?.[attribute] ?? {};
    },
    list(filter, { offset, limit }) {
      const read = ask({
        ...given(filter),
        offset,
        limit,
        sort: BY_NAME,
        attributesToRetrieve: ['document'],
      });
      return () => read().hits.map((hit) => String(hit['document']));
    },
    async run() {
      if (queries.size === 0) return;
      const { results } = await client.multiSearch({ queries: [...queries.values()] });
      [...queries.keys()].forEach((key, i) => answers.set(key, results[i] as Answer));
      queries.clear();
    },
  };
}
