import type { ShownState } from './claim.ts';
import type { BenefitId, Siren } from './ids.ts';
import type { Values } from './extraction.ts';
import type { Minimum } from './search-values.ts';

/** What an index holds of an employer. Built from a profile, public. */
export type SearchDocument = {
  siren: Siren;
  name: string;
  /** Trade names, acronyms, former names. */
  aliases: string[];
  isFictional: boolean;
  departments: string[];
  placeBasis: 'establishments' | 'filing' | 'unknown';
  communeName: string | null;
  nafDivision: string | null;
  nafLabel: string | null;
  headcountBand: string | null;
  headcountLabel: string | null;
  agreements: number;
  claims: {
    benefit: BenefitId;
    state: ShownState;
    values: Values;
    /** Null = wherever the employer is. */
    departments: string[] | null;
  }[];
};

/** One search, exactly what the URL says. */
export type SearchQuery = {
  text: string;
  /** All are required. */
  benefits: BenefitId[];
  /** All are required, each of some claim of its benefit that counts. */
  minimums: Minimum[];
  families: string[];
  departments: string[];
  /** NAF divisions, two digits. */
  sectors: string[];
  headcounts: string[];
  states: ShownState[];
  /** `value`: best main value first, of the one benefit asked for; means nothing with none or several. */
  order: 'default' | 'value';
  page: number;
  pageSize: number;
};

export type FacetCount = { value: string; count: number };

export type SearchResult = {
  total: number;
  /** Employers in the chosen places and size with any published agreement, whatever their benefits. */
  population: number;
  hits: SearchDocument[];
  facets: {
    benefits: FacetCount[];
    families: FacetCount[];
    departments: FacetCount[];
    sectors: FacetCount[];
    headcounts: FacetCount[];
    states: FacetCount[];
  };
  /** Spelling used instead of the one typed, when the typed one matched nothing. */
  correctedText: string | null;
};
