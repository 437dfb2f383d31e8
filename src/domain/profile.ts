import type { Claim, ClaimState, Term } from './claim.ts';
import type { IsoDate } from './dates.ts';
import type { AgreementId, BenefitId, Siren, Siret } from './ids.ts';
import type { TextStatus, Theme } from './agreement.ts';
import type { Branch } from './branch.ts';
import type { EqualityFigures } from './equality.ts';
import type { HiringSignal } from './hiring.ts';
import type { Label } from './label.ts';
import type { Position } from './place.ts';
import type { Provenance } from './provenance.ts';
import type { QvctYear } from './qvct-figures.ts';

export type { Provenance };

export type Establishment = {
  siret: Siret;
  name: string | null;
  communeCode: string | null;
  communeName: string | null;
  departmentCode: string | null;
  /** As INSEE locates its address; null where it does not. */
  position: Position | null;
  isHeadOffice: boolean;
  isOpen: boolean;
};

/**
 * The other end of a succession, by INSEE's file of links: the head office of a ceased unit went on as an establishment
 * of another one. It says nothing about who is bound by which agreement.
 */
export type LinkedUnit = {
  siren: Siren;
  name: string;
  on: IsoDate;
  /** Whether agreements were filed under its number: it may have a page of its own. */
  hasAgreements: boolean;
};

/** What SIRENE says of the legal unit. */
export type Identity = {
  legalName: string;
  acronym: string | null;
  /** Usual names of the unit, then signs of its open establishments. */
  tradeNames: string[];
  /** NAF rév. 2, without dot: `6201Z`. */
  nafCode: string | null;
  nafLabel: string | null;
  /** NAF 2025, without dot: `6210Y`; the official code from 1 January 2027. */
  naf2025Code: string | null;
  naf2025Label: string | null;
  headcountBand: string | null;
  headcountLabel: string | null;
  headcountYear: number | null;
  /** PME, ETI or GE: of the whole group the unit belongs to, never of the unit alone. */
  groupCategory: string | null;
  groupCategoryYear: number | null;
  legalCategory: { code: string; label: string | null } | null;
  /** Économie sociale et solidaire, as declared to the register; null where it says nothing. */
  isEss: boolean | null;
  /** Société à mission; null where the register says nothing. */
  isMission: boolean | null;
  /** Ceased units whose head office this one has taken over, the latest first. */
  formerSirens: LinkedUnit[];
  /** The unit that has taken over this one's head office; null unless exactly one has. */
  followedBy: LinkedUnit | null;
  isActive: boolean;
  /** Open establishments, head office first; at most 50 are kept. */
  establishments: Establishment[];
  establishmentCount: number;
  provenance: Provenance;
};

/** One line of the timeline. */
export type AgreementSummary = {
  id: AgreementId;
  title: string;
  nature: string | null;
  number: string | null;
  siret: Siret;
  signedOn: IsoDate | null;
  filedOn: IsoDate | null;
  publishedOn: IsoDate | null;
  term: Term;
  /** State of the text as a whole; null when no date is known. */
  state: Extract<ClaimState, 'in-force' | 'presumed' | 'upcoming' | 'lapsed' | 'replaced'> | null;
  replacedBy: { id: AgreementId; title: string } | null;
  amends: AgreementId | null;
  textStatus: TextStatus;
  themes: Theme[];
  signatoryUnions: string[];
  /** Benefits with a claim in this text. */
  benefits: BenefitId[];
  /** True when the text was filed by another employer and names this one (UES, group). */
  isShared: boolean;
  filedBy: { siren: Siren; name: string };
  provenance: Provenance;
};

/** Claims of one benefit: the leading one (latest effective, widest scope, best state) and the others. */
export type BenefitEntry = { benefit: BenefitId; lead: Claim; others: Claim[] };

/** What the employer says itself, beside a claim or on the page as a whole. */
export type Reply = {
  /** A claim of this page; null = about the page. */
  claim: string | null;
  words: string;
  publishedOn: IsoDate;
};

/** Everything an employer page shows; the JSON beside the page is this object. */
export type EmployerProfile = {
  siren: Siren;
  name: string;
  isFictional: boolean;
  identity: Identity | null;
  /** Departments of open establishments (SIRENE), or of filing (NUMERO) when SIRENE is silent. */
  departments: string[];
  placeBasis: 'establishments' | 'filing' | 'unknown';
  /** APE code: SIRENE's, else the agreement's. */
  nafCode: string | null;
  /** Branch agreements that its establishments declare, the most declared first. */
  branches: Branch[];
  equality: EqualityFigures;
  /** QVCT figures, newest year first. */
  qvct: QvctYear[];
  labels: Label[];
  /** Null without a signal that still stands: that says nothing. */
  hiring: HiringSignal | null;
  entries: BenefitEntry[];
  agreements: AgreementSummary[];
  /** In order of publication. */
  replies: Reply[];
  counts: { attested: number; live: number; agreements: number; textsRead: number };
  /** Next day on which a state changes by the calendar alone. */
  changesOn: IsoDate | null;
};

/** One agreement's own page. */
export type AgreementPage = {
  summary: AgreementSummary;
  employer: { siren: Siren; name: string };
  members: { siren: Siren; name: string }[];
  claims: Claim[];
  signedOnStated: IsoDate | null;
  effectiveOnStated: IsoDate | null;
  endsOnStated: IsoDate | null;
  isComplete: boolean | null;
  isFictional: boolean;
  documentName: string | null;
};
