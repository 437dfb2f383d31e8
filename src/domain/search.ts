import { LIVE_STATES, type ShownState } from './claim.ts';
import type { BenefitId, Siren } from './ids.ts';
import type { Values } from './extraction.ts';
import type { Position } from './place.ts';
import type { Minimum } from './search-values.ts';

/** A commune where an employer has an open establishment; the department of filing alone where SIRENE is silent. */
export type SearchPlace = {
  communeCode: string | null;
  communeName: string | null;
  departmentCode: string;
  /** Null for a department the reference list lacks. */
  regionCode: string | null;
  position: Position | null;
};

/** What an index holds of an employer. Built from a profile, public. */
export type SearchDocument = {
  siren: Siren;
  name: string;
  /** Trade names, acronyms, former names. */
  aliases: string[];
  isFictional: boolean;
  departments: string[];
  placeBasis: 'establishments' | 'filing' | 'unknown';
  /** Of the head office. */
  communeName: string | null;
  /** In order of code, each commune once. */
  places: SearchPlace[];
  /** Codes (IDCC) of the branch agreements it declares, each once. */
  branches: string[];
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
    /** Communes of `places` where the claim counts; null exactly where `departments` is. */
    communes: string[] | null;
  }[];
};

/** Communes around one, the nearest first; the engines are told distances and know no geography. */
export type Near = {
  communeCode: string;
  /** Radius in kilometres. */
  km: number;
  /** With their distance in whole kilometres, itself at 0; each at most `km` away. */
  communes: { code: string; km: number }[];
};

/**
 * `default`: by how well names answer the text, else by name. `value`: best main value first, of the one benefit asked
 * for; means nothing with none or several. `priorities`: most weight attested first. `distance`: nearest first; means
 * nothing without `near`. None is used unless asked for.
 */
export type SearchOrder = 'default' | 'name' | 'value' | 'priorities' | 'distance';

/** One search, exactly what the URL says. */
export type SearchQuery = {
  text: string;
  /** All are required. */
  benefits: BenefitId[];
  /** All are required, each of some claim of its benefit that counts. */
  minimums: Minimum[];
  families: string[];
  /** Regions, departments, communes and `near` are one choice of place: to be in one of them is enough. */
  regions: string[];
  departments: string[];
  /** INSEE codes. */
  communes: string[];
  near: Near | null;
  /** With a place: also whoever attests télétravail, wherever they are. */
  isRemoteAccepted: boolean;
  /** IDCC. */
  branches: string[];
  /** NAF divisions, two digits. */
  sectors: string[];
  headcounts: string[];
  states: ShownState[];
  /** What counts without being required, the most important first; at most five. */
  priorities: BenefitId[];
  order: SearchOrder;
  page: number;
  pageSize: number;
};

export type FacetCount = { value: string; count: number };

/** Employers of whom the same weight of priorities is attested. */
export type Tie = { weight: number; count: number };

export type SearchResult = {
  total: number;
  /** Employers in the chosen places and size with any published agreement, whatever their benefits. */
  population: number;
  hits: SearchDocument[];
  facets: {
    benefits: FacetCount[];
    families: FacetCount[];
    regions: FacetCount[];
    departments: FacetCount[];
    /** The most frequent ones only. */
    communes: FacetCount[];
    branches: FacetCount[];
    sectors: FacetCount[];
    headcounts: FacetCount[];
    states: FacetCount[];
  };
  /** In the order by priorities, how many share each weight, the heaviest first; empty in any other order. */
  ties: Tie[];
  /** Spelling used instead of the one typed, when the typed one matched nothing. */
  correctedText: string | null;
};

/** The query that asks for nothing; `changes` say what is asked. */
export const queryOf = (changes: Partial<SearchQuery> = {}): SearchQuery => ({
  text: '',
  benefits: [],
  minimums: [],
  families: [],
  regions: [],
  departments: [],
  communes: [],
  near: null,
  isRemoteAccepted: false,
  branches: [],
  sectors: [],
  headcounts: [],
  states: [...LIVE_STATES],
  priorities: [],
  order: 'default',
  page: 1,
  pageSize: 20,
  ...changes,
});
