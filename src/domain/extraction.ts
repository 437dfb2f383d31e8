import type { IsoDate } from './dates.ts';
import type { BenefitId, Siren, Siret } from './ids.ts';

/** What a sentence does with a benefit. `ended`: this text suppresses it. */
export type Standing = 'granted' | 'restates-law' | 'demanded' | 'refused' | 'ended';

export type Values = Record<string, number | boolean | string>;

/** To whom a claim applies, as the text says; `employer` when no limit to a part of the staff was read. */
export type Scope = {
  kind: 'employer' | 'establishment' | 'ues' | 'group' | 'category';
  /** Words of the text, e.g. « établissement de Rennes », « cadres » */
  label: string | null;
  /** Establishments printed in the text, when `kind` is `establishment`. */
  sirets: Siret[];
};

export type Eligibility = {
  /** Seniority asked for, in months. */
  seniorityMonths: number | null;
  /** e.g. « CDI », « CDD », « temps partiel », « alternants » – who is named as covered. */
  included: string[];
  /** Who is named as excluded. */
  excluded: string[];
  /** True for a trial or a grant under a condition. */
  isConditional: boolean;
};

/**
 * How long something lasts: to a last day, so many months from the effect of its text, beyond the end of its text, or to the next
 * yearly negotiation. `isTarget`: a target of that day, which lasts no longer than its text. `isRecalled`: another agreement set it up, and ends on that day; null when this text does not say when, or
 * when that one has no end (`isEndless`).
 */
export type Lasting =
  | { until: IsoDate; isTarget?: true }
  | { months: number }
  | { isEndless: true }
  | { isUntilTalks: true }
  | { isRecalled: true; endsOn: IsoDate | null; isEndless?: true };

/** Literal pieces of the text that a quote does not hold and that belong to it, each as long as a quote may be. */
export type QuoteContext = {
  /** Titles that it stands under, nearest last. */
  titles: string[];
  /** Where neither quote nor titles name the benefit: the line above that does; or the one that opens the list or the table of the quote. */
  above: string | null;
  /** How its sentence begins, how it ends. */
  head: string | null;
  tail: string | null;
  /** What stands right before and behind its sentence, in the same article: at most 750 characters each. */
  before: string | null;
  after: string | null;
  /** What the article, or a title of its own, says elsewhere of who may have it and when: sentences as they stand, in pieces of at most 750 characters. */
  conditions: string[];
};

/** One benefit found in one text, for one scope. The quote is a literal substring of the white-space-folded text. */
export type Finding = {
  benefit: BenefitId;
  standing: Standing;
  values: Values;
  /** At most 300 characters. */
  quote: string;
  /** Null = the quote says everything by itself. */
  context: QuoteContext | null;
  /** « 4.2 » as printed, or null. */
  article: string | null;
  scope: Scope;
  eligibility: Eligibility;
  /** A payment made once; `year` when the text names it. */
  oneOff: { year: number | null } | null;
  /** Where the text gives this very benefit less time than itself, or more; null = it says nothing of that. */
  lasts: Lasting | null;
  /**
   * From when its own sentence, or what goes with it, says that it is given; `unclear` = from another time than its text, which it does
   * not print as one day; null = from the effect of its text, or nobody says.
   */
  startsOn: IsoDate | 'unclear' | null;
  /** Names of the rules that fired, in order: feeds « D'où vient cette information ? ». */
  rules: string[];
};

export type Reference = {
  relation: 'amends' | 'replaces' | 'ends';
  number: string | null;
  title: string | null;
  signedOn: IsoDate | null;
};

/** What the text itself says about its life. Null = the text is silent. */
export type TextTerms = {
  effectiveOn: IsoDate | null;
  endsOn: IsoDate | null;
  /** `event`: to the next yearly negotiation, its accord or another event, on a day that nobody knows yet. */
  duration: { kind: 'indefinite' } | { kind: 'event' } | { kind: 'fixed'; months: number } | null;
  isTacitlyRenewed: boolean;
  /** A record of disagreement, which the employer carries out alone; absent elsewhere. */
  isOneSided?: true;
  /** « Fait à Brive, le 3 mai 2023 »; absent where no day is printed. */
  signedOn?: IsoDate;
  references: Reference[];
  /** Employers named as members (UES, group) by a printed SIREN or SIRET, or by name. */
  members: { sirens: Siren[]; names: string[] };
};

export type Extraction = {
  findings: Finding[];
  terms: TextTerms;
  /** Benefits whose words stand in the text, whatever it says of them: the patterns of the others change nothing here. */
  named: BenefitId[];
};

/** What a version of the extractor is made of. */
export type ExtractorParts = {
  code: number;
  /** Digest of the patterns of each benefit. */
  benefits: Record<BenefitId, string>;
};

/** What the extractor may know besides the text. */
export type ExtractionContext = { nafCode: string | null; title: string | null; legalName: string | null };
