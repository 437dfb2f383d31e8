import type { Claim, ClaimState, Term } from '#domain/claim.ts';
import { IsoDate } from '#domain/dates.ts';
import { NO_EQUALITY } from '#domain/equality.ts';
import { AgreementId, BenefitId, Siren, Siret } from '#domain/ids.ts';
import type { AgreementSummary, BenefitEntry, EmployerProfile } from '#domain/profile.ts';

export const day = (text: string): IsoDate => IsoDate.parse(text);
export const agreementId = (n: number): AgreementId =>
  AgreementId.parse(`ACCOTEXT${String(n).padStart(12, '0')}`);
export const benefitId = (id: string): BenefitId => BenefitId.parse(id);
export const siren = Siren.parse('001234563');

export const term = (change: Partial<Term> = {}): Term => ({
  effectiveOn: day('2024-01-01'),
  endsOn: day('2026-12-31'),
  endBasis: 'metadata',
  effectiveBasis: 'metadata',
  renewedUntil: null,
  presumedFrom: null,
  ...change,
});

export function claim(benefit: string, state: ClaimState = 'in-force', change: Partial<Claim> = {}): Claim {
  const id = change.agreement?.id ?? agreementId(1);
  return {
    id: `${id}-${benefit}`,
    benefit: benefitId(benefit),
    state,
    isToConfirm: false,
    values: {},
    quote: 'Les parties conviennent de mettre en place ce dispositif.',
    context: null,
    article: null,
    scope: { kind: 'employer', label: null, sirets: [] },
    eligibility: { seniorityMonths: null, included: [], excluded: [], isConditional: false },
    agreement: { id, title: 'Accord de test', signedOn: day('2023-12-01') },
    declaration: null,
    term: term(),
    closedBy: null,
    oneOffYear: null,
    gap: null,
    rules: [],
    departments: null,
    ...change,
  };
}

export const entry = (benefit: string, state: ClaimState = 'in-force', agreement = 1): BenefitEntry => ({
  benefit: benefitId(benefit),
  lead: claim(benefit, state, { agreement: { id: agreementId(agreement), title: 'Accord', signedOn: null } }),
  others: [],
});

const provenance = {
  source: 'acco',
  file: 'ACCO_20260424-063142.tar.gz',
  url: null,
  publishedOn: day('2026-04-24'),
  sha256: 'a'.repeat(64),
};

export const summary = (n: number, change: Partial<AgreementSummary> = {}): AgreementSummary => ({
  id: agreementId(n),
  title: `Accord ${n}`,
  nature: 'ACCORD',
  number: 'T03524000123',
  siret: Siret.parse(`${siren}00012`),
  signedOn: day('2024-03-01'),
  filedOn: day('2024-03-12'),
  publishedOn: null,
  term: term(),
  state: 'in-force',
  replacedBy: null,
  amends: null,
  textStatus: 'read',
  themes: [],
  signatoryUnions: [],
  benefits: [],
  isShared: false,
  filedBy: { siren, name: 'Verrerie Tristéalle' },
  provenance,
  ...change,
});

export const profile = (entries: BenefitEntry[], change: Partial<EmployerProfile> = {}): EmployerProfile => ({
  siren,
  name: 'Verrerie Tristéalle',
  isFictional: true,
  identity: null,
  departments: ['35'],
  placeBasis: 'filing',
  nafCode: null,
  branches: [],
  replies: [],
  equality: NO_EQUALITY,
  qvct: [],
  labels: [],
  hiring: null,
  entries,
  agreements: [summary(1)],
  counts: { attested: entries.length, live: entries.length, agreements: 1, textsRead: 1 },
  changesOn: null,
  ...change,
});
