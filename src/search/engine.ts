import type { Benefit } from '../domain/benefit.ts';
import type { Siren } from '../domain/ids.ts';
import type { SearchQuery, SearchResult } from '../domain/search.ts';

export type Suggestion = { siren: Siren; name: string; place: string | null };

export type EngineStatus = {
  documents: number;
  /** Generation of the facts the index was built from. */
  generation: string;
};

/** What an index keeps of the catalogue: the words that name a benefit, the family that holds it, its values. */
export type SearchedBenefit = Pick<
  Benefit,
  'id' | 'family' | 'label' | 'shortLabel' | 'synonyms' | 'values' | 'mainValue'
>;

/**
 * The port both engines stand behind. Same query, same employers, for filters and quoted words.
 *
 * - A **claim counts** when its state (`to-confirm` for one read too unsurely) is among `query.states` and, where
 *   a place is chosen, its employer is there and its scope covers it there. Regions, departments, communes and
 *   communes within a radius are one choice of place: to be in one of them is enough.
 * - `isRemoteAccepted`: besides those in the chosen place, whoever has a claim on télétravail; of them claims count
 *   wherever they are.
 * - `benefits`: each must have a claim that counts. `families`, `branches`, `sectors`, `headcounts`: one of the
 *   chosen values is enough. Default states ask nothing of an employer without benefit filter, so that everyone
 *   can be found by name; other states ask for one claim that counts.
 * - `minimums`: each must be met by a claim of its benefit that counts, in thousandths of the unit; a slot whose
 *   `better` is `less` is asked for at most this number.
 * - `text`: every word must be found, in the name, the other names, the commune, the SIREN, or as a word for a
 *   benefit of which a claim counts. Accents, case and plurals do not matter, the last word may be unfinished, one
 *   letter may be wrong. Between quotation marks: exactly these words, in a name or naming a benefit.
 * - Facet counts are exact: the total one would get by choosing this value alone in its facet, the other filters
 *   staying; for `benefits`, all of which are required, by adding this value to those chosen; for places, by choosing
 *   this one alone, with nobody from elsewhere. Values that no employer has are left out, and all but the most
 *   frequent communes.
 * - `priorities` filter nobody.
 * - Orders: src/domain/search-order.ts.
 */
export interface SearchEngine {
  readonly name: string;
  /** Rejects with an Error when the index cannot be read. `pageSize` at most 100. */
  search(query: SearchQuery): Promise<SearchResult>;
  /** The `total` that `search` would give, without the work for the rest. */
  count(query: SearchQuery): Promise<number>;
  /** Employers whose name begins with the text, then those holding its words; `limit` at most 20. */
  suggest(text: string, limit: number): Promise<Suggestion[]>;
  status(): Promise<EngineStatus>;
  close(): Promise<void>;
}
