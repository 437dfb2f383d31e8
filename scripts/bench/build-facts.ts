import { createHash } from 'node:crypto';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { mergeNames, nameWriter } from '#db/facts/names.ts';
import { createFacts, openFactsToUpdate } from '#db/facts/open.ts';
import { placeWriter, refreshPlaces } from '#db/facts/places.ts';
import { refreshFigures, refreshSources, writerOf } from '#db/facts/write.ts';
import type { Claim, Term } from '#domain/claim.ts';
import type { IsoDate } from '#domain/dates.ts';
import { NO_EQUALITY } from '#domain/equality.ts';
import type { AgreementId, BenefitId, Siren, Siret } from '#domain/ids.ts';
import { createMask } from '#domain/mask.ts';
import type { WorkPlace } from '#domain/place.ts';
import type { AgreementPage, AgreementSummary, EmployerProfile, Provenance } from '#domain/profile.ts';
import type { SearchDocument } from '#domain/search.ts';

const day = (text: string) => text as IsoDate;
const AGREEMENTS = 3;
const TERM: Term = {
  effectiveOn: day('2024-02-01'),
  effectiveBasis: 'metadata',
  endsOn: null,
  endBasis: 'metadata',
  renewedUntil: null,
  presumedFrom: null,
};
const PROVENANCE: Provenance = {
  source: 'acco',
  file: 'ACCO_20260424-063142.tar.gz',
  url: null,
  publishedOn: day('2026-04-24'),
  sha256: 'f'.repeat(64),
};

/**
 * Writes facts of `count` made-up employers, each with three agreements and a claim for each of the first five
 * benefits: the weight of a well-filled page. `edition` changes the words of the first `changed` employers;
 * `hasAgreements` writes the pages of the agreements too.
 */
export function writeBenchFacts(
  file: string,
  count: number,
  edition = 1,
  changed = 0,
  hasAgreements = false,
): void {
  const benefits = loadCatalogue().benefits.slice(0, 5);
  const facts = createFacts(file);
  const writer = writerOf(facts);
  const mask = createMask();
  facts.transaction(() => {
    for (let i = 0; i < count; i++) {
      const profile = makeProfile(i, i < changed ? edition : 1, benefits.map(({ id }) => id)); // prettier-ignore
      writer.putEmployer({
        profile: mask.maskProfile(profile),
        document: mask.maskDocument({
          ...{ siren: profile.siren, name: profile.name, aliases: [], isFictional: true },
          ...{
            departments: profile.departments,
            placeBasis: 'filing',
            communeName: null,
            places: [],
            branches: [],
            nafDivision: '23',
          },
          ...{ nafLabel: null, headcountBand: null, headcountLabel: null, agreements: AGREEMENTS },
          claims: profile.entries.map(({ lead: { benefit, state, values, departments } }) => ({ benefit, state, values, departments, communes: departments && [] })), // prettier-ignore
        }),
        place: profile.departments[0] ?? null,
        places: [],
        digest: createHash('sha256').update(JSON.stringify(profile)).digest('hex'),
        isIndexable: true,
      });
      for (const summary of hasAgreements ? profile.agreements : [])
        writer.putAgreement({ page: mask.maskAgreement(makePage(profile, summary)), digest: summary.id });
    }
    refreshSources(facts, [PROVENANCE]);
    const context = {
      dataOn: PROVENANCE.publishedOn,
      derivedOn: day('2026-09-12'),
      generation: String(edition),
    };
    refreshFigures(facts, context);
  });
  facts.$client.close();
}

/** Puts the names and communes of made-up employers into facts, without their pages: what a search reads of facts. */
export function addBenchNames(file: string, documents: Iterable<SearchDocument>): void {
  const facts = openFactsToUpdate(file);
  const putNames = nameWriter(facts);
  const { putPlaces } = placeWriter(facts);
  facts.transaction(() => {
    for (const { siren, name, aliases, places } of documents) {
      putNames({ siren, name, identity: { acronym: null, tradeNames: aliases } });
      putPlaces(siren, places as WorkPlace[]);
    }
    refreshPlaces(facts);
    mergeNames(facts);
  });
  facts.$client.close();
}

function makeProfile(i: number, edition: number, benefits: readonly BenefitId[]): EmployerProfile {
  const siren = String(100_000_000 + i) as Siren;
  const name = `Atelier de mesure ${i}`;
  const agreements = Array.from({ length: AGREEMENTS }, (_, n) => makeSummary(siren, name, i * AGREEMENTS + n, benefits)); // prettier-ignore
  return {
    siren,
    name,
    isFictional: true,
    identity: null,
    departments: ['35'],
    placeBasis: 'filing',
    nafCode: '2313Z',
    ...{ branches: [], equality: NO_EQUALITY, qvct: [], labels: [], hiring: null, replies: [] },
    entries: benefits.map((benefit, n) => ({
      benefit,
      lead: makeClaim(agreements[n % AGREEMENTS]!, benefit, edition),
      others: [],
    })),
    agreements,
    counts: {
      attested: benefits.length,
      live: benefits.length,
      agreements: AGREEMENTS,
      textsRead: AGREEMENTS,
    },
    changesOn: null,
  };
}

const makePage = (
  { siren, name, isFictional, entries }: EmployerProfile,
  summary: AgreementSummary,
): AgreementPage => ({
  summary,
  employer: { siren, name },
  members: [],
  claims: entries.map(({ lead }) => lead).filter(({ agreement }) => agreement?.id === summary.id),
  ...{
    signedOnStated: summary.signedOn,
    effectiveOnStated: null,
    endsOnStated: null,
    isComplete: true,
    isFictional,
    documentName: null,
  },
});

const makeSummary = (siren: Siren, name: string, n: number, benefits: readonly BenefitId[]): AgreementSummary => ({
  id: `ACCOTEXT${String(n).padStart(12, '0')}` as AgreementId,
  title: `Accord n° ${n} relatif à la qualité de vie et des conditions de travail`,
  nature: 'ACCORD',
  number: 'T03524060001',
  siret: `${siren}00011` as Siret,
  signedOn: day('2024-01-10'),
  filedOn: day('2024-01-20'),
  publishedOn: day('2024-02-20'),
  term: TERM,
  state: 'in-force',
  replacedBy: null,
  amends: null,
  textStatus: 'read',
  themes: [],
  signatoryUnions: ['CFDT'],
  benefits: [...benefits],
  isShared: false,
  filedBy: { siren, name },
  provenance: PROVENANCE,
}); // prettier-ignore

const makeClaim = (agreement: AgreementSummary, benefit: BenefitId, edition: number): Claim => ({
  id: `${agreement.id}-${benefit}`,
  benefit,
  state: 'in-force',
  isToConfirm: false,
  values: {},
  quote: `Édition ${edition} : la société ouvre cet avantage à l’ensemble de son personnel, sans condition d’ancienneté, dans les limites de l’article précédent.`,
  context: null,
  article: '4.2',
  scope: { kind: 'employer', label: null, sirets: [] },
  eligibility: { seniorityMonths: 6, included: ['CDI', 'CDD'], excluded: ['stagiaires'], isConditional: false },
  declaration: null,
  agreement: { id: agreement.id, title: agreement.title, signedOn: agreement.signedOn },
  term: TERM,
  closedBy: null,
  oneOffYear: null,
  gap: { kind: 'optional' },
  rules: ['grant-verb'],
  departments: null,
}); // prettier-ignore
