import { createHash } from 'node:crypto';
import { LIVE_STATES, shownState, type Claim, type Term } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import { NO_EQUALITY } from '#domain/equality.ts';
import type { AgreementId, BenefitId, Siren, Siret } from '#domain/ids.ts';
import { createMask } from '#domain/mask.ts';
import type { AgreementPage, AgreementSummary, EmployerProfile, Provenance } from '#domain/profile.ts';
import type { SearchDocument } from '#domain/search.ts';
import { createFacts } from '#db/facts/open.ts';
import type { Gone } from '#db/facts/reader.ts';
import { refreshFigures, refreshSources, writerOf } from '#db/facts/write.ts';

export const day = (text: string): IsoDate => text as IsoDate;

export const PROVENANCE: Provenance = {
  source: 'acco',
  file: 'ACCO_20260424-063142.tar.gz',
  url: null,
  publishedOn: day('2026-04-24'),
  sha256: 'f'.repeat(64),
};

const TERM: Term = {
  effectiveOn: day('2024-02-01'),
  effectiveBasis: 'metadata',
  endsOn: null,
  endBasis: 'metadata',
  presumedFrom: null,
  renewedUntil: null,
};

export const makeClaim = (overrides: Partial<Claim> = {}): Claim => ({
  id: 'ACCOTEXT000000000001-creche',
  benefit: 'creche' as BenefitId,
  state: 'in-force',
  isToConfirm: false,
  values: { cribs: 6 },
  quote: 'La société réserve six berceaux.',
  context: null,
  article: '4.2',
  scope: { kind: 'employer', label: null, sirets: [] },
  eligibility: { seniorityMonths: null, included: [], excluded: [], isConditional: false },
  agreement: {
    id: 'ACCOTEXT000000000001' as AgreementId,
    title: 'Accord sur la parentalité',
    signedOn: day('2024-01-10'),
  },
  declaration: null,
  term: TERM,
  closedBy: null,
  oneOffYear: null,
  gap: { kind: 'optional' },
  rules: ['grant-verb'],
  departments: null,
  ...overrides,
});

export const makeSummary = (overrides: Partial<AgreementSummary> = {}): AgreementSummary => ({
  id: 'ACCOTEXT000000000001' as AgreementId,
  title: 'Accord sur la parentalité',
  nature: 'ACCORD',
  number: 'T03524060001',
  siret: '11111111100011' as Siret,
  signedOn: day('2024-01-10'),
  filedOn: null,
  publishedOn: null,
  term: TERM,
  state: 'in-force',
  replacedBy: null,
  amends: null,
  textStatus: 'read',
  themes: [],
  signatoryUnions: ['CFDT'],
  benefits: ['creche' as BenefitId],
  isShared: false,
  filedBy: { siren: '111111111' as Siren, name: 'Verrerie du Couesnon' },
  provenance: PROVENANCE,
  ...overrides,
});

export const makeProfile = (overrides: Partial<EmployerProfile> = {}): EmployerProfile => ({
  siren: '111111111' as Siren,
  name: 'Verrerie du Couesnon',
  isFictional: true,
  identity: null,
  departments: ['35'],
  placeBasis: 'filing',
  nafCode: '2313Z',
  branches: [],
  equality: NO_EQUALITY,
  qvct: [],
  labels: [],
  hiring: null,
  entries: [{ benefit: 'creche' as BenefitId, lead: makeClaim(), others: [] }],
  agreements: [makeSummary()],
  replies: [],
  counts: { attested: 1, live: 1, agreements: 1, textsRead: 1 },
  changesOn: null,
  ...overrides,
});

export const makePage = (profile: EmployerProfile, summary: AgreementSummary): AgreementPage => ({
  summary,
  employer: { siren: profile.siren, name: profile.name },
  members: [],
  claims: profile.entries
    .flatMap(({ lead, others }) => [lead, ...others])
    .filter(({ agreement }) => agreement?.id === summary.id),
  signedOnStated: summary.signedOn,
  effectiveOnStated: summary.term.effectiveOn,
  endsOnStated: summary.term.endsOn,
  isComplete: true,
  isFictional: profile.isFictional,
  documentName: null,
});

export const documentOf = (profile: EmployerProfile): SearchDocument => ({
  siren: profile.siren,
  name: profile.name,
  aliases: [],
  isFictional: profile.isFictional,
  departments: profile.departments,
  placeBasis: profile.placeBasis,
  communeName: null,
  places: [],
  branches: [],
  nafDivision: profile.nafCode?.slice(0, 2) ?? null,
  nafLabel: null,
  headcountBand: null,
  headcountLabel: null,
  agreements: profile.counts.agreements,
  claims: profile.entries.flatMap(({ lead, others }) =>
    [lead, ...others].map((claim) => ({
      benefit: claim.benefit,
      state: shownState(claim),
      values: claim.values,
      departments: claim.departments,
      communes: claim.departments && [],
    })),
  ),
});

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/**
 * Writes a small facts database from ready profiles, as a derivation would: for tests of what reads facts
 * (`DATA_DIR/facts.db`).
 */
export function buildFacts(
  file: string,
  profiles: readonly EmployerProfile[],
  options: { generation?: string; gone?: Gone[]; today?: IsoDate } = {},
): void {
  const facts = createFacts(file);
  const writer = writerOf(facts);
  const mask = createMask();
  facts.transaction(() => {
    for (const profile of profiles) {
      writer.putEmployer({
        profile: mask.maskProfile(profile),
        document: mask.maskDocument(documentOf(profile)),
        place: profile.departments[0] ?? null,
        places: [],
        digest: sha256(profile),
        isIndexable: profile.entries.some(({ lead }) => LIVE_STATES.includes(lead.state)),
      });
      for (const summary of profile.agreements.filter(({ isShared }) => !isShared)) {
        const page = makePage(profile, summary);
        writer.putAgreement({ page: mask.maskAgreement(page), digest: sha256(page) });
      }
    }
    writer.replaceGone(options.gone ?? []);
    refreshSources(facts, [PROVENANCE]);
    refreshFigures(facts, {
      dataOn: PROVENANCE.publishedOn,
      derivedOn: options.today ?? day('2026-09-12'),
      generation: options.generation ?? '1',
    });
  });
  facts.$client.close();
}
