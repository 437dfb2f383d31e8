import type { Settings } from 'meilisearch';
import { MIN_TYPO_LENGTH } from '#domain/search-words.ts';

/** Raised whenever the settings or the documents mean something else: an index of another format is refilled whole. */
export const FORMAT = 6;

/**
 * Oldest server the contract suite was run against. It needs `STARTS WITH` without an experimental flag, exact
 * totals without hits, and facet search on one attribute alone.
 */
export const MINIMUM_VERSION = '1.50.0';

/**
 * All words, prefixes and orders are asked for as filters on what `indexed` writes, because the ranking of
 * Meilisearch can neither look up a claim by place nor break ties as the site does; its tolerance to typos is asked
 * for through the facet `words`. So nothing is searched as text, and what serves that alone is turned off. The caps are
 * those of the server, raised above any number of employers.
 */
export const SETTINGS: Settings = {
  searchableAttributes: [],
  displayedAttributes: ['document'],
  filterableAttributes: [
    {
      attributePatterns: ['words'],
      features: { facetSearch: true, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['siren', 'print', 'nameKey', 'aliasKeys', 'nameWords', 'nameStarts', 'starts', 'regions', 'departments', 'communes', 'branches', 'sector', 'headcount', 'isPublished', 'isScoped', 'claims', 'live', 'standing', 'row'], // prettier-ignore
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['values.*'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: ['nameKey', 'siren', 'best'],
  rankingRules: ['sort'],
  prefixSearch: 'disabled',
  proximityPrecision: 'byAttribute',
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: MIN_TYPO_LENGTH, twoTypos: 255 } },
  faceting: { maxValuesPerFacet: 10_000_000, sortFacetValuesBy: { words: 'count' } },
  pagination: { maxTotalHits: 10_000_000 },
};
