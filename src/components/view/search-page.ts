import { loadCatalogue, type Catalogue } from '#catalogue/catalogue.ts';
import { findNamed, readFigures } from '#db/facts/read.ts';
import { canBeName, isShared, namesakesOf, sameNameKey, slugOfKey } from '#domain/same-name.ts';
import type { SearchQuery, SearchResult } from '#domain/search.ts';
import { searchEngine } from '#search/open.ts';
import { parseSearchQuery } from '#search/query.ts';
import { EDITS } from '#search/query-parts.ts';
import { cardsHtml } from './card-html.ts';
import { escapeHtml } from './escape.ts';
import { searchAt } from './search-address.ts';
import { viewSearchCard } from './search-card.ts';
import { filtersHtml } from './search-filters-html.ts';
import { viewSearchForm } from './search-form.ts';
import {
  BASKET_HTML,
  criteriaHtml,
  noResultHtml,
  orderHtml,
  pagerHtml,
  placeQuestionHtml,
} from './search-html.ts';
import { viewOrders } from './search-orders.ts';
import { askedPlace, type PlaceOption } from './search-places.ts';
import { viewPriorities } from './search-priorities.ts';
import { prioritiesHtml } from './search-priorities-html.ts';
import {
  describePopulation,
  describeTotal,
  listCriteria,
  relaxationOf,
  relaxations,
  viewPager,
  type Criterion,
  type Relaxation,
} from './search-words.ts';

/** What the frame of the search page is filled with; `main` is HTML. */
export type SearchPage = {
  title: string;
  /** True without any parameter: the only form of this page that is indexable. */
  isBare: boolean;
  hasFictional: boolean;
  /** Words of the search field. */
  text: string;
  main: string;
};

type Searched = {
  query: SearchQuery;
  criteria: readonly Criterion[];
  result: SearchResult;
  relaxations: readonly Relaxation[];
  /** Words for a place that name none, or several. */
  place: { words: string; options: PlaceOption[] } | null;
};

/** The answer to a search, or the one short address of what a form says. */
export async function makeSearchPage({
  search,
  searchParams,
}: Pick<URL, 'search' | 'searchParams'>): Promise<SearchPage | { location: string }> {
  const query = parseSearchQuery(searchParams);
  const place = askedPlace(searchParams, query);
  // What a form says, empty fields and all, or a place in words that means one place, has one short address.
  if (place?.options.length === 1) return { location: place.options[0]!.href };
  const isForm = EDITS.some((name) => searchParams.has(name)) || [...searchParams.values()].includes('');
  if (!place && isForm) return { location: searchAt(query) };
  const engine = searchEngine();
  const result = await engine.search(query);
  const ways =
    result.total === 0
      ? await Promise.all(
          relaxations(query).map(async (way) => relaxationOf(way, await engine.count(way.query))),
        )
      : [];
  const catalogue = loadCatalogue();
  const criteria = listCriteria(query, catalogue);
  const found = { query, criteria, result, relaxations: ways.filter(({ total }) => total > 0), place };
  const isBare = search === '';
  return {
    title: isBare ? 'Chercher un employeur' : titleOf(found),
    isBare,
    hasFictional: readFigures().hasFictional,
    text: query.text,
    main: mainHtml(found, catalogue),
  };
}

const titleOf = ({ query, criteria, result }: Searched): string =>
  [
    describeTotal(result.total),
    ...criteria.map(({ label }) => label),
    query.page > 1 ? `page ${query.page}` : '',
  ]
    .filter(Boolean)
    .join(', ');

function mainHtml(searched: Searched, catalogue: Catalogue): string {
  const { query, result, place } = searched;
  return (
    '<div class="wrap search-layout"><p class="visually-hidden" role="status" id="annonce"></p>' +
    headHtml(searched, catalogue) +
    filtersHtml(viewSearchForm(query, result, catalogue), query) +
    '<section class="results" id="resultats" aria-label="Résultats"' +
    `${place ? '' : ` data-address="${escapeHtml(searchAt(query))}"`}>` +
    resultsHtml(searched, catalogue) +
    '<p class="soft small how">Sans priorités de votre part, aucun classement\u00a0: le nom exact d’abord quand vous en cherchez un, puis l’ordre neutre expliqué dans la <a href="/methode">méthode</a>. Aucune note, aucune place payée.</p></section></div>'
  );
}

function headHtml({ query, criteria, result, place }: Searched, catalogue: Catalogue): string {
  const { correctedText } = result;
  return (
    `<header class="search-head" id="entete"><h1>${describeTotal(result.total)}</h1>` +
    (place ? placeQuestionHtml(place.words, place.options) : '') +
    criteriaHtml(criteria) +
    (query.text ? sameNameHtml(correctedText ?? query.text) : '') +
    (correctedText
      ? `<p>Rien ne correspond exactement\u00a0: voici les résultats pour «\u00a0${escapeHtml(correctedText)}\u00a0».</p>`
      : '') +
    `<p class="soft">${escapeHtml(describePopulation(query, result, catalogue))}</p></header>`
  );
}

function resultsHtml({ query, result, relaxations: ways }: Searched, catalogue: Catalogue): string {
  const { total, hits, ties } = result;
  const order = total > 1 ? viewOrders(query, catalogue) : null;
  const pager = viewPager(query, total);
  return (
    prioritiesHtml(viewPriorities(query, catalogue)) +
    (order ? orderHtml(order) : '') +
    (total === 0
      ? noResultHtml(ways)
      : `<ol class="result-list">${cardsHtml(hits.map((hit) => viewSearchCard(hit, query, catalogue, ties)))}</ol>${BASKET_HTML}`) +
    (pager ? pagerHtml(pager) : '')
  );
}

/** Where several employers go by the name that was typed, or by its corrected spelling. */
function sameNameHtml(text: string): string {
  const words = sameNameKey(text);
  const names = canBeName(words) ? findNamed(words) : [];
  const bearers = isShared(names, words) ? namesakesOf(names, words).length : 0;
  if (bearers < 2) return '';
  return (
    `<p class="same-name"><a href="/noms/${slugOfKey(words)}">${bearers} employeurs distincts portent ce nom ou cette enseigne</a>` +
    '<span class="soft">\u00a0: lieu, secteur et taille pour les reconnaître.</span></p>'
  );
}
