import { isDeepStrictEqual } from 'node:util';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { LIVE_STATES, SHOWN_STATES } from '#domain/claim.ts';
import { communesNear } from '#domain/search-place.ts';
import { valueOrderOf } from '#domain/search-values.ts';
import { queryOf, type SearchOrder, type SearchQuery, type SearchResult } from '#domain/search.ts';
import type { SearchEngine } from '#search/engine.ts';
import { benchBenefits, benchPlaces, pick, randomFrom, wordOf } from './search-documents.ts';

const QUERIES = 200;
const PAGES = [1, 2, 3];
const ORDERS: SearchOrder[] = ['default', 'name', 'value', 'priorities', 'distance'];

/** Any mixture of filters and quoted words, the same on every run. */
function queryMaker(catalogue: Catalogue): () => SearchQuery {
  const random = randomFrom(17);
  const benefits = benchBenefits(catalogue);
  const places = benchPlaces(catalogue);
  const sortable = benefits.filter((benefit) => valueOrderOf(benefit) !== null);
  /** A few of the values, with this probability. */
  const some = <T>(values: readonly T[], probability: number, most = 2): T[] =>
    random() < probability
      ? [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(random, values)))]
      : [];
  const codes = <T extends { code: string }>(values: readonly T[]): string[] =>
    values.map(({ code }) => code);
  return () =>
    queryOf({
      text: some([`"${wordOf(random)}"`, `"${pick(random, benefits).shortLabel}"`], 0.3, 1).join(),
      benefits: some(benefits, 0.45).map(({ id }) => id),
      minimums: some(sortable, 0.2, 1).map(({ id, mainValue }) => ({
        benefit: id,
        slot: mainValue!,
        value: 10 * Math.floor(random() * 10),
      })),
      families: some(catalogue.families, 0.15).map(({ id }) => id),
      regions: some(codes(catalogue.regions), 0.15),
      departments: some(codes(catalogue.departments), 0.25),
      communes: some(places, 0.1).flatMap(({ communeCode }) => communeCode ?? []),
      near:
        random() < 0.3
          ? communesNear(pick(random, places).communeCode, pick(random, [5, 30, 60, 100]), places)
          : null,
      branches: some([...catalogue.idccLabels.keys()], 0.1),
      sectors: some([...catalogue.nafDivisions.keys()], 0.15, 4),
      headcounts: some([...catalogue.headcountBands.keys()], 0.15),
      states: random() < 0.75 ? [...LIVE_STATES] : some(SHOWN_STATES, 1, 3),
      isRemoteAccepted: random() < 0.25,
      priorities: some(benefits, 0.4, 5).map(({ id }) => id),
      order: pick(random, ORDERS),
    });
}

/** What of two answers is not the same. */
function differences(one: SearchResult, other: SearchResult): string[] {
  const sirens = ({ hits }: SearchResult): string[] => hits.map(({ siren }) => siren);
  const facets = Object.keys(one.facets) as (keyof SearchResult['facets'])[];
  return [
    ...(one.total === other.total ? [] : ['total']),
    ...(one.population === other.population ? [] : ['population']),
    ...(isDeepStrictEqual(one.ties, other.ties) ? [] : ['ties']),
    ...(isDeepStrictEqual(sirens(one), sirens(other)) ? [] : ['hits']),
    ...facets.filter((facet) => !isDeepStrictEqual(one.facets[facet], other.facets[facet])),
  ];
}

/** Asks two engines the same random queries and prints how often their first pages or their counts differ, and where. */
export async function compareAnswers(
  [one, other]: readonly [SearchEngine, SearchEngine],
  catalogue: Catalogue,
): Promise<void> {
  const next = queryMaker(catalogue);
  let differing = 0;
  for (let i = 0; i < QUERIES; i++) {
    const query = next();
    for (const page of PAGES) {
      const asked = { ...query, page };
      const found = differences(await one.search(asked), await other.search(asked));
      if (found.length === 0) continue;
      differing++;
      console.log(
        `differ in ${found.join(', ')}: ${JSON.stringify({ ...asked, near: query.near?.communeCode })}`,
      );
      break;
    }
  }
  console.log(`agreement  ${differing} of ${QUERIES} random queries differ in the first ${PAGES.length} pages, the totals or a count`); // prettier-ignore
}
