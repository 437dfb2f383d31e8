import type { z } from 'zod';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Gone } from '#db/facts/read.ts';
import type { AgreementPage, Provenance } from '#domain/profile.ts';
import type { AgreementRow, DefinitionRow, SourceRow, TombstoneRow } from '#domain/public/tables.ts';
import { judge } from '#domain/quality.ts';
import { joined, sourceCells } from './cells.ts';

export function agreementRow({
  summary,
  employer,
  members,
  isFictional,
}: AgreementPage): z.input<typeof AgreementRow> {
  const { term, provenance } = summary;
  return {
    id: summary.id,
    siren: employer.siren,
    siret: summary.siret,
    title: summary.title,
    nature: summary.nature,
    number: summary.number,
    signed_on: summary.signedOn,
    filed_on: summary.filedOn,
    published_on: summary.publishedOn,
    effective_on: term.effectiveOn,
    ends_on: term.endsOn,
    end_basis: term.endBasis,
    state: summary.state,
    text_status: summary.textStatus,
    themes: joined(summary.themes.map(({ code }) => code)),
    signatory_unions: joined(summary.signatoryUnions),
    benefits: joined(summary.benefits),
    members: joined(members.map(({ siren }) => siren)),
    replaced_by: summary.replacedBy?.id ?? null,
    amends: summary.amends,
    is_fictional: isFictional,
    ...sourceCells(provenance),
  };
}

export const tombstoneRow = ({ path, kind, cause, since }: Gone): z.input<typeof TombstoneRow> => ({
  path,
  kind,
  cause,
  since,
});

type Source = Provenance & { agreements: number; employers: number };

export const sourceRow = (source: Source): z.input<typeof SourceRow> => ({
  source: source.source,
  file: source.file,
  url: source.url,
  published_on: source.publishedOn,
  sha256: source.sha256,
  agreements: source.agreements,
  employers: source.employers,
});

export const definitionRows = (catalogue: Catalogue): z.input<typeof DefinitionRow>[] =>
  catalogue.benefits.map(({ id, label, family, definition, limits, visibility, mainValue, values }) => ({
    benefit: id,
    ...{ label, family, definition, limits, visibility },
    main_value: mainValue,
    main_unit: mainValue === null ? null : (values[mainValue]?.unit ?? null),
    is_to_confirm: judge(catalogue.quality, id).isToConfirm,
  }));
