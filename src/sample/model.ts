import type { ClaimState } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Scope, Standing, Values } from '#domain/extraction.ts';
import type { AgreementId, Siret } from '#domain/ids.ts';
import type { Employer } from './employer.ts';
import type { Writer } from './writer.ts';

/** What a document is made of, in reading order. */
export type Block =
  | { kind: 'title' | 'item' | 'step' | 'centered'; text: string }
  | { kind: 'heading'; text: string; level: 1 | 2 }
  | { kind: 'text'; text: string; note?: string }
  | { kind: 'table'; rows: string[][] };

/**
 * What a careful reader takes from a text about one benefit. `none`: its words are there but nothing is granted or asked;
 * `ignore`: careful readers may differ.
 */
export type Expectation = {
  benefit: string;
  standing: Standing | 'none' | 'ignore';
  values: Values;
  scope?: Scope['kind'];
  isOneOff?: boolean;
};

export type Section = { title: string; blocks: Block[]; expects: Expectation[] };

/** How long a text says it lasts. `silent`: no clause on duration and no end date. */
export type Duration =
  | { kind: 'indefinite' }
  | { kind: 'fixed'; months: number }
  | { kind: 'silent' }
  | { kind: 'tacit'; months: number };

export type Life = {
  signedOn: IsoDate;
  effectiveOn: IsoDate;
  /** Last day of effect stated by the text. */
  endsOn: IsoDate | null;
  duration: Duration;
};

export type Genre = 'agreement' | 'amendment' | 'pay-talks' | 'no-deal' | 'notice';

/** Archives a record is in; `both`: published in the full dump, then again. */
export type Batch = 'full' | 'increment' | 'both';

export type DocumentKind = 'docx' | 'scan' | 'damaged' | 'absent';

/** One agreement as planned: metadata are final, the text is written on demand. */
export type Agreement = {
  id: AgreementId;
  employer: Employer;
  ordinal: number;
  genre: Genre;
  nature: string;
  title: string;
  life: Life;
  number: string;
  siret: Siret;
  legalName: string;
  filedOn: IsoDate;
  publishedOn: IsoDate;
  /** Empty in the record where the source left it empty. */
  dates: { filed: string; effective: string; end: string; published: string };
  isComplete: boolean;
  themes: string[];
  unions: string[];
  signatories: string[];
  document: DocumentKind;
  batch: Batch;
  isWithdrawn: boolean;
  /** Benefits closed by a later text of the same employer; `*` closes the whole text. */
  closures: { benefit: string; state: 'replaced' | 'ended'; from: IsoDate }[];
  /** Writes the sections, always the same. */
  write(w: Writer): Section[];
  frame: Frame;
};

/** What the frame of a text says besides its sections. */
export type Frame = {
  subject: string;
  kind: 'company' | 'ues' | 'establishment' | 'group';
  members: { name: string; siren: string }[];
  /** The text this one amends or replaces. */
  parent: { relation: 'amends' | 'replaces'; title: string; signedOn: IsoDate; number: string } | null;
  year: number | null;
};

export type TruthClaim = {
  id: AgreementId;
  benefit: string;
  standing: Expectation['standing'];
  values: Values;
  /** On the reference day; null where standing makes no claim or the rule is left to the reader. */
  state: ClaimState | null;
  scope?: Scope['kind'];
};
