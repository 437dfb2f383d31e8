import type { z } from 'zod';
import type { Catalogue } from '#catalogue/catalogue.ts';
import { isLiveState, shownState, type Claim } from '#domain/claim.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import type {
  BenefitRow,
  BranchRow,
  DeclarationRow,
  EmployerRow,
  EstablishmentRow,
  LabelRow,
  ReplyRow,
} from '#domain/public/tables.ts';
import { joined, sourceCells } from './cells.ts';
import { indicatorRows } from './indicator-rows.ts';

/** Everything one profile brings, by name of the table. `site`: public address, without a trailing slash. */
export const employerRows = (profile: EmployerProfile, catalogue: Catalogue, site: string) => ({
  employeurs: [employerRow(profile, site)],
  etablissements: establishmentRows(profile),
  avantages: profile.entries.flatMap(({ lead, others }) =>
    [lead, ...others].map((claim) => benefitRow(profile, claim, claim === lead, catalogue)),
  ),
  indicateurs: indicatorRows(profile),
  declarations: declarationRows(profile),
  reponses: profile.replies.map(({ claim, words, publishedOn }): z.input<typeof ReplyRow> => ({
    ...{ siren: profile.siren, claim_id: claim, published_on: publishedOn, words },
    is_fictional: profile.isFictional,
  })),
  branches: profile.branches.map(
    ({ idcc, name, establishments, isStatute, provenance }): z.input<typeof BranchRow> => ({
      ...{ siren: profile.siren, idcc, name, establishments, is_statute: isStatute },
      is_fictional: profile.isFictional,
      ...sourceCells(provenance),
    }),
  ),
  labels: profile.labels.map(({ id, scope, since, until, provenance }): z.input<typeof LabelRow> => ({
    ...{ siren: profile.siren, label: id, scope, since, until, is_fictional: profile.isFictional },
    ...sourceCells(provenance),
  })),
});

function employerRow(profile: EmployerProfile, site: string): z.input<typeof EmployerRow> {
  const { siren, name, identity, counts } = profile;
  const seat = identity?.establishments.find(({ isHeadOffice }) => isHeadOffice);
  return {
    siren,
    name,
    is_fictional: profile.isFictional,
    legal_name: identity?.legalName ?? null,
    acronym: identity?.acronym ?? null,
    trade_names: joined(identity?.tradeNames ?? []),
    naf_code: profile.nafCode,
    naf_label: identity?.nafLabel ?? null,
    headcount_band: identity?.headcountBand ?? null,
    headcount_label: identity?.headcountLabel ?? null,
    headcount_year: identity?.headcountYear ?? null,
    group_category: identity?.groupCategory ?? null,
    legal_category: identity?.legalCategory?.code ?? null,
    is_ess: identity?.isEss ?? null,
    is_mission: identity?.isMission ?? null,
    departments: joined(profile.departments),
    place_basis: profile.placeBasis,
    head_office_siret: seat?.siret ?? null,
    head_office_commune: seat?.communeName ?? null,
    branches: joined(profile.branches.map(({ idcc }) => idcc)),
    establishments: identity?.establishmentCount ?? null,
    hiring_siret: profile.hiring?.siret ?? null,
    hiring_said_on: profile.hiring?.saidOn ?? null,
    hiring_expires_on: profile.hiring?.expiresOn ?? null,
    agreements: counts.agreements,
    texts_read: counts.textsRead,
    attested: counts.attested,
    live: counts.live,
    changes_on: profile.changesOn,
    page: `${site}/employeurs/${siren}`,
    identity_file: identity?.provenance.file ?? null,
    identity_on: identity?.provenance.publishedOn ?? null,
  };
}

const establishmentRows = ({ siren, identity }: EmployerProfile): z.input<typeof EstablishmentRow>[] =>
  (identity?.establishments ?? []).map((each) => ({
    siren,
    siret: each.siret,
    name: each.name,
    commune_code: each.communeCode,
    commune: each.communeName,
    department: each.departmentCode,
    lat: each.position?.lat ?? null,
    lon: each.position?.lon ?? null,
    is_head_office: each.isHeadOffice,
  }));

function benefitRow(
  { siren, isFictional }: EmployerProfile,
  claim: Claim,
  isLead: boolean,
  catalogue: Catalogue,
): z.input<typeof BenefitRow> {
  const { agreement, term, gap, scope, eligibility } = claim;
  const benefit = catalogue.benefitById.get(claim.benefit);
  const slot = benefit?.mainValue ?? null;
  const value = slot === null ? undefined : claim.values[slot];
  const state = shownState(claim);
  const compared = gap && 'unit' in gap ? gap : null;
  return {
    siren,
    claim_id: claim.id,
    benefit: claim.benefit,
    benefit_label: benefit?.label ?? claim.benefit,
    family: benefit?.family ?? '',
    state,
    is_live: isLiveState(state),
    is_lead: isLead,
    main_value: value === undefined ? null : String(value),
    main_unit: value === undefined ? null : (benefit?.values[slot!]?.unit ?? null),
    values: JSON.stringify(claim.values),
    quote: claim.quote,
    quote_titles: claim.context?.titles.join(' › ') || null,
    quote_above: claim.context?.above ?? null,
    quote_head: claim.context?.head ?? null,
    quote_tail: claim.context?.tail ?? null,
    quote_before: claim.context?.before ?? null,
    quote_after: claim.context?.after ?? null,
    quote_conditions: claim.context?.conditions.join(' […] ') || null,
    article: claim.article,
    scope: scope.kind,
    scope_label: scope.label,
    seniority_months: eligibility.seniorityMonths,
    is_conditional: eligibility.isConditional,
    departments: joined(claim.departments ?? []),
    agreement_id: agreement?.id ?? null,
    agreement_title: agreement?.title ?? null,
    signed_on: agreement?.signedOn ?? null,
    effective_on: term.effectiveOn,
    ends_on: term.endsOn,
    end_basis: term.endBasis,
    gap: gap?.kind ?? null,
    gap_difference: compared && 'difference' in compared ? compared.difference : null,
    gap_unit: compared?.unit ?? null,
    closed_by: claim.closedBy?.id ?? null,
    one_off_year: claim.oneOffYear,
    is_fictional: isFictional,
  };
}

const declarationRows = ({
  siren,
  isFictional,
  entries,
}: EmployerProfile): z.input<typeof DeclarationRow>[] =>
  entries
    .flatMap(({ lead, others }) => [lead, ...others])
    .flatMap((claim) =>
      claim.declaration
        ? [
            {
              siren,
              claim_id: claim.id,
              benefit: claim.benefit,
              state: shownState(claim),
              declared_on: claim.declaration.declaredOn,
              expires_on: claim.declaration.expiresOn,
              proof: claim.declaration.proof.kind,
              proof_url: claim.declaration.proof.url,
              is_fictional: isFictional,
            },
          ]
        : [],
    );
