import type { Meilisearch, MultiSearchQuery } from 'meilisearch';
import type { Filter } from './filters.ts';
import { readRow, type Row } from './rows.ts';

export type Page = { offset: number; limit: number };
type Read<T> = () => T;

/**
 * Questions that go to the server in one request, those about the same employers as one question; each gives back what
 * reads its answer once `run` is done.
 */
export type Batch = {
  /** How many documents meet a filter, exactly. */
  count(filter: Filter): Read<number>;
  /** How many documents that meet a filter have each value of an attribute, exactly. */
  values(filter: Filter, attribute: string): Read<Record<string, number>>;
  /** Rows of all documents that meet a filter, in no order. */
  rows(filter: Filter): Read<Row[]>;
  /** Documents that meet a filter, as JSON; by name, or by an attribute first. */
  list(filter: Filter, page: Page, first?: string | null): Read<string[]>;
  run(): Promise<void>;
};

const BY_NAME = ['nameKey:asc', 'siren:asc'];

type Answer = {
  hits: Record<string, unknown>[];
  totalHits?: number;
  facetDistribution?: Record<string, Record<string, number>>;
};

type Question = {
  query: Omit<MultiSearchQuery, 'indexUid' | 'facets'>;
  facets: Set<string>;
  answer: Answer | null;
  rows: Row[] | null;
};

export function createBatch(client: Meilisearch, index: string): Batch {
  const questions = new Map<string, Question>();
  const ask = (filter: Filter, query: Question['query']): Question => {
    const given = { ...(filter.length > 0 ? { filter: filter.map((clause) => [...clause]) } : {}), ...query };
    const key = JSON.stringify(given);
    const known: Question = questions.get(key) ?? {
      query: given,
      facets: new Set(),
      answer: null,
      rows: null,
    };
    questions.set(key, known);
    return known;
  };
  const about = (filter: Filter): Question => ask(filter, { page: 1, hitsPerPage: 0 });
  const values = (filter: Filter, attribute: string): Read<Record<string, number>> => {
    const question = about(filter);
    question.facets.add(attribute);
    return () => question.answer!.facetDistribution?.[attribute] ?? {};
  };
  return {
    count(filter) {
      const question = about(filter);
      return () => question.answer!.totalHits!;
    },
    values,
    rows(filter) {
      const question = about(filter);
      const read = values(filter, 'row');
      return () => (question.rows ??= Object.keys(read()).map(readRow));
    },
    list(filter, page, first = null) {
      if (page.limit === 0) return () => [];
      const sort = first === null ? BY_NAME : [first, ...BY_NAME];
      const question = ask(filter, { ...page, sort, attributesToRetrieve: ['document'] });
      return () => question.answer!.hits.map((hit) => String(hit['document']));
    },
    async run() {
      const open = [...questions.values()].filter(({ answer }) => answer === null);
      if (open.length === 0) return;
      const queries = open.map(({ query, facets }) => ({
        indexUid: index,
        ...query,
        ...(facets.size > 0 ? { facets: [...facets] } : {}),
      }));
      const { results } = await client.multiSearch({ queries });
      for (const [i, question] of open.entries()) question.answer = results[i] as Answer;
    },
  };
}
