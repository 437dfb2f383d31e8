import type { IsoDate } from './dates.ts';
import type { ClaimDeclaration } from './declaration.ts';
import type { Eligibility, QuoteContext, Scope, Values } from './extraction.ts';
import type { AgreementId, BenefitId } from './ids.ts';

export const CLAIM_STATES = [
  'in-force', 'presumed', 'upcoming', 'declared', 'lapsed', 'replaced', 'ended', 'one-off', 'restates-law', 'not-agreed',
] as const; // prettier-ignore
/** `(no claim)` is the eleventh state: it has no row anywhere. */
export type ClaimState = (typeof CLAIM_STATES)[number];

/** States that satisfy a filter by default. */
export const LIVE_STATES: readonly ClaimState[] = ['in-force', 'presumed', 'declared'];

/** States that never may read as a benefit. */
export const NOT_A_GRANT: readonly ClaimState[] = ['restates-law', 'not-agreed'];

/**
 * What a claim is shown and searched as: its state, unless the benefit is read too unsurely to say it
 * (src/domain/quality.ts).
 */
export const SHOWN_STATES = [...CLAIM_STATES, 'to-confirm'] as const;
export type ShownState = (typeof SHOWN_STATES)[number];

/** Does a claim shown so hold today? */
export const isLiveState = (state: ShownState): boolean =>
  (LIVE_STATES as readonly ShownState[]).includes(state);

export const shownState = ({ state, isToConfirm }: Pick<Claim, 'state' | 'isToConfirm'>): ShownState =>
  isToConfirm ? 'to-confirm' : state;

export type DateBasis = 'metadata' | 'text' | 'presumed';

/** When a text takes and loses effect, and how we know. */
export type Term = {
  effectiveOn: IsoDate | null;
  /** `presumed`: the day after filing, where nothing is stated (L2261-1). */
  effectiveBasis: DateBasis | null;
  /** Last day of effect; null = no end date. */
  endsOn: IsoDate | null;
  /**
   * Who says so: also set for « sans date de fin ». `event`: the text ends with the next yearly negotiation or another event, on no day that it prints.
   * Null = neither metadata nor text say anything about an end.
   */
  endBasis: DateBasis | 'event' | null;
  /**
   * A text renewed tacitly is held in force until this day, five years after its first end; one that ends on an event, a year. Null =
   * no such clause.
   */
  renewedUntil: IsoDate | null;
  /** Day the five presumed years run from (L2222-4), when `endBasis` is `presumed`. */
  presumedFrom: 'effectiveOn' | 'filedOn' | 'signedOn' | null;
};

/**
 * The term of one benefit. `clause`: the day is one that the text gives for this very benefit, and not its own. `recalled`: the end is
 * that of the text, or none as the text has none (presumed where `presumedFrom` is set): it recalls what another agreement set up and
 * does not say when that one ends.
 */
export type ClaimTerm = Omit<Term, 'effectiveBasis' | 'endBasis'> & {
  effectiveBasis: Term['effectiveBasis'] | 'clause';
  endBasis: Term['endBasis'] | 'clause' | 'recalled';
};

export type AgreementLink = { id: AgreementId; title: string; signedOn: IsoDate | null };

/** Distance to the legal minimum in force on the effective date. */
export type Gap =
  | {
      kind: 'beyond';
      slot: string;
      difference: number;
      minimum: number;
      unit: string;
      article: string;
      url: string;
      verifiedOn: IsoDate;
      /** True: the card adds « hors convention collective ». */
      isBranchUnknown: boolean;
    }
  | {
      kind: 'at-floor';
      slot: string;
      minimum: number;
      unit: string;
      article: string;
      url: string;
      verifiedOn: IsoDate;
      /** True: the card adds « hors convention collective ». */
      isBranchUnknown: boolean;
    }
  | {
      kind: 'below';
      slot: string;
      difference: number;
      minimum: number;
      unit: string;
      article: string;
      url: string;
      verifiedOn: IsoDate;
      /** True: the card adds « hors convention collective ». */
      isBranchUnknown: boolean;
    }
  | { kind: 'optional' }
  | { kind: 'not-comparable'; reason: string };

/** One benefit, for one employer, from one piece of evidence. Public: holds nothing that may not be published. */
export type Claim = {
  /** agreement (or `declaration-` and the SIREN) + benefit + scope; survives re-extraction. Usable as an HTML id. */
  id: string;
  benefit: BenefitId;
  state: ClaimState;
  /** A grant of a benefit that the program reads too unsurely: never shown or counted as in force (`shownState`). */
  isToConfirm: boolean;
  values: Values;
  quote: string;
  /** What the quote leans on in its text; null = nothing, or a declaration. */
  context: QuoteContext | null;
  article: string | null;
  scope: Scope;
  eligibility: Eligibility;
  /** The text it was read in; null for a declaration, which has no text but the words of the employer. */
  agreement: AgreementLink | null;
  /** The employer's own declaration; null for what a text says. Exactly one of the two is set. */
  declaration: ClaimDeclaration | null;
  term: ClaimTerm;
  /** For `replaced` and `ended`. */
  closedBy: AgreementLink | null;
  oneOffYear: number | null;
  gap: Gap | null;
  rules: string[];
  /** Departments where the claim counts; null = wherever the employer is. */
  departments: string[] | null;
};
