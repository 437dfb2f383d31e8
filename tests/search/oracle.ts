import { SHOWN_STATES, type ShownState } from '#domain/claim.ts';
import {
  compareByDistance,
  compareByName,
  compareByPriorities,
  compareByRelevance,
  compareByValue,
} from '#domain/search-order.ts';
import { isInPlace } from '#domain/search-place.ts';
import { attestedWeight } from '#domain/search-priorities.ts';
import { isCounting, isRemote } from '#domain/search-values.ts';
import { fold, foldedWords } from '#domain/search-words.ts';
import type { FacetCount, SearchDocument, SearchQuery } from '#domain/search.ts';
import type { SearchedBenefit } from '#search/engine.ts';
import { areLive } from '#search/live-states.ts';

/** What the contract says of filters and quoted words, one employer at a time and with nothing clever. */
export function expected(documents: SearchDocument[], benefits: SearchedBenefit[], query: SearchQuery) {
  const quoted = [...query.text.matchAll(/"([^"]*)"/g)].flatMap(([, text]) => foldedWords(text!));
  const found = (changes: Partial<SearchQuery> = {}): SearchDocument[] =>
    documents.filter((document) => isFound(document, benefits, quoted, { ...query, ...changes }));
  const total = (changes: Partial<SearchQuery>): number => found(changes).length;
  const all = found();
  const words = quoted.map((word) => ({ word, isOpen: false, isExact: true }));
  const byText = quoted.length > 0 ? compareByRelevance({ key: fold(query.text), words }) : compareByName;
  const weights = Map.groupBy(all, (document) => attestedWeight(document, query));
  const values = (of: (document: SearchDocument) => (string | null)[]): string[] =>
    [...new Set(documents.flatMap(of))].filter((value) => value !== null);
  const counts = (list: string[], change: (value: string) => Partial<SearchQuery>): FacetCount[] =>
    list.map((value) => ({ value, count: total(change(value)) })).filter(({ count }) => count > 0);
  return {
    sirens: all.toSorted(orderOf(benefits, query) ?? byText).map(({ siren }) => siren as string),
    population: documents.filter(
      (document) =>
        document.agreements > 0 &&
        isInPlace(document, query) &&
        isAmong(query.headcounts, [document.headcountBand]),
    ).length,
    ties:
      query.order === 'priorities' && query.priorities.length > 0
        ? [...weights].sort(([a], [b]) => b - a).map(([weight, { length }]) => ({ weight, count: length }))
        : [],
    facets: {
      benefits: counts(benefits.map(({ id }) => id), (value) => ({ benefits: [...new Set([...query.benefits, value])] as SearchQuery['benefits'] })),
      families: counts([...new Set(benefits.map(({ family }) => family))], (value) => ({ families: [value] })),
      regions: counts(values(({ places }) => places.map(({ regionCode }) => regionCode)), (value) => ({ ...NOWHERE, regions: [value] })),
      departments: counts(values((document) => document.departments), (value) => ({ ...NOWHERE, departments: [value] })),
      communes: counts(values(({ places }) => places.map(({ communeCode }) => communeCode)), (value) => ({ ...NOWHERE, communes: [value] })),
      branches: counts(values((document) => document.branches), (value) => ({ branches: [value] })),
      sectors: counts(values((document) => [document.nafDivision]), (value) => ({ sectors: [value] })),
      headcounts: counts(values((document) => [document.headcountBand]), (value) => ({ headcounts: [value] })),
      states: counts([...SHOWN_STATES], (value) => ({ states: [value as ShownState] })),
    },
  }; // prettier-ignore
}

/** No place, as a choice of one place begins. */
const NOWHERE = { regions: [], departments: [], communes: [], near: null, isRemoteAccepted: false };

/** Null for the order by text or name. */
function orderOf(benefits: SearchedBenefit[], query: SearchQuery) {
  if (query.order === 'name') return compareByName;
  if (query.order === 'priorities') return query.priorities.length > 0 ? compareByPriorities(query) : null;
  if (query.order === 'distance') return query.near && compareByDistance(query.near);
  const named = query.order === 'value' && query.benefits.length === 1 ? query.benefits[0] : null;
  const sorted = benefits.find(({ id }) => id === named);
  const direction = sorted?.values[sorted.mainValue ?? '']?.better;
  return sorted?.mainValue && (direction === 'more' || direction === 'less')
    ? compareByValue({ benefit: sorted.id, slot: sorted.mainValue, direction }, query)
    : null;
}

const isAmong = (chosen: readonly string[], held: readonly (string | null)[]): boolean =>
  chosen.length === 0 || held.some((value) => value !== null && chosen.includes(value));

function isFound(
  document: SearchDocument,
  benefits: SearchedBenefit[],
  quoted: string[],
  query: SearchQuery,
): boolean {
  const counting = document.claims.filter((claim) => isCounting(claim, document, query));
  const isHeld = (ids: readonly string[]): boolean => counting.some(({ benefit }) => ids.includes(benefit));
  const inFamilies = benefits.filter(({ family }) => query.families.includes(family)).map(({ id }) => id);
  const words = [document.name, ...document.aliases, document.communeName ?? '', document.siren].flatMap(
    foldedWords,
  );
  const namedBy = (word: string): string[] =>
    benefits
      .filter(({ label, shortLabel, synonyms }) =>
        [label, shortLabel, label.split(' :')[0]!, ...synonyms].some((term) => fold(term) === word),
      )
      .map(({ id }) => id);
  return (
    (isInPlace(document, query) || (query.isRemoteAccepted && isRemote(document, query))) &&
    isAmong(query.branches, document.branches) &&
    isAmong(query.sectors, [document.nafDivision]) &&
    isAmong(query.headcounts, [document.headcountBand]) &&
    query.benefits.every((id) => isHeld([id])) &&
    query.minimums.every(({ benefit: id, slot, value: asked }) => {
      const known = benefits.find((benefit) => benefit.id === id)?.values[slot];
      return counting.some(({ benefit, values: { [slot]: value } }) => {
        if (benefit !== id || !known || known.unit === 'oui/non' || typeof value !== 'number') return false;
        if (known.better === 'none') return false;
        // Values are compared to the thousandth.
        return known.better === 'less' ? value < asked + 0.0005 : value > asked - 0.0005;
      });
    }) &&
    (query.families.length === 0 || isHeld(inFamilies)) &&
    (areLive(query.states) || counting.length > 0) &&
    quoted.every((word) => words.includes(word) || isHeld(namedBy(word)))
  );
}
