import { z } from 'zod';
import { Theme } from '../agreement.ts';
import { IsoDate } from '../dates.ts';
import { AgreementId, BenefitId, Siren, Siret } from '../ids.ts';
import { Provenance } from '../provenance.ts';
import { PublicClaim, PublicTerm } from './claim.ts';

export const PublicEmployerLink = z.strictObject({ siren: Siren, name: z.string() });

export const PublicAgreementSummary = z.strictObject({
  id: AgreementId.describe('Identifiant de la DILA'),
  title: z.string(),
  nature: z.string().nullable(),
  number: z.string().nullable().describe('Numéro de dépôt'),
  siret: Siret.describe('Établissement qui a déposé'),
  signedOn: IsoDate.nullable(),
  filedOn: IsoDate.nullable(),
  publishedOn: IsoDate.nullable(),
  term: PublicTerm,
  state: z
    .enum(['in-force', 'presumed', 'upcoming', 'lapsed', 'replaced'])
    .nullable()
    .describe('État du texte entier ; null : aucune date connue'),
  replacedBy: z.strictObject({ id: AgreementId, title: z.string() }).nullable(),
  amends: AgreementId.nullable(),
  textStatus: z.enum(['read', 'no-text', 'missing', 'unreadable']),
  themes: z.array(Theme),
  signatoryUnions: z.array(z.string()),
  benefits: z.array(BenefitId).describe('Avantages dont ce texte donne un extrait'),
  isShared: z.boolean().describe('Déposé par un autre employeur, et nomme celui-ci (UES, groupe)'),
  filedBy: PublicEmployerLink,
  provenance: Provenance,
});

/** One agreement's own page. « Déposé et publié ; non contrôlé au fond ». */
export const PublicAgreement = z.strictObject({
  summary: PublicAgreementSummary,
  employer: PublicEmployerLink,
  members: z.array(PublicEmployerLink),
  claims: z.array(PublicClaim),
  signedOnStated: IsoDate.nullable(),
  effectiveOnStated: IsoDate.nullable(),
  endsOnStated: IsoDate.nullable(),
  isComplete: z.boolean().nullable(),
  isFictional: z.boolean(),
  documentName: z.string().nullable(),
});
