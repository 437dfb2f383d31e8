import { z } from 'zod';
import { Branch } from '../branch.ts';
import { IsoDate } from '../dates.ts';
import { EqualityFigures } from '../equality.ts';
import { HiringSignal } from '../hiring.ts';
import { BenefitId, Siren, Siret } from '../ids.ts';
import { Label } from '../label.ts';
import { Position } from '../place.ts';
import { Provenance } from '../provenance.ts';
import { QvctYear } from '../qvct-figures.ts';
import { PublicAgreementSummary } from './agreement.ts';
import { PublicClaim } from './claim.ts';

const LinkedUnit = z.strictObject({
  siren: Siren,
  name: z.string(),
  on: IsoDate,
  hasAgreements: z.boolean().describe('Des accords ont été déposés sous ce numéro'),
});

export const PublicEstablishment = z.strictObject({
  siret: Siret,
  name: z.string().nullable(),
  communeCode: z.string().nullable(),
  communeName: z.string().nullable(),
  departmentCode: z.string().nullable(),
  position: Position.nullable(),
  isHeadOffice: z.boolean(),
  isOpen: z.boolean(),
});

export const PublicIdentity = z.strictObject({
  legalName: z.string(),
  acronym: z.string().nullable(),
  tradeNames: z.array(z.string()),
  nafCode: z.string().nullable(),
  nafLabel: z.string().nullable(),
  naf2025Code: z.string().nullable(),
  naf2025Label: z.string().nullable(),
  headcountBand: z.string().nullable().describe('Tranche d’effectif de l’unité légale (Sirene)'),
  headcountLabel: z.string().nullable(),
  headcountYear: z.int().nullable(),
  groupCategory: z.string().nullable().describe('PME, ETI ou GE : du groupe entier, jamais de l’unité seule'),
  groupCategoryYear: z.int().nullable(),
  legalCategory: z.strictObject({ code: z.string(), label: z.string().nullable() }).nullable(),
  isEss: z.boolean().nullable(),
  isMission: z.boolean().nullable(),
  formerSirens: z.array(LinkedUnit).describe('Unités fermées dont celle-ci a repris le siège'),
  followedBy: LinkedUnit.nullable().describe('Unité qui a repris le siège de celle-ci'),
  isActive: z.boolean(),
  establishments: z
    .array(PublicEstablishment)
    .describe('Établissements ouverts, siège en premier ; 50 au plus'),
  establishmentCount: z.int(),
  provenance: Provenance,
});

/** The JSON beside each employer page. */
export const PublicEmployer = z.strictObject({
  siren: Siren,
  name: z.string(),
  isFictional: z.boolean().describe('Employeur inventé, pour la démonstration'),
  identity: PublicIdentity.nullable().describe('Ce que dit Sirene ; null quand Sirene ne dit rien'),
  departments: z.array(z.string()),
  placeBasis: z.enum(['establishments', 'filing', 'unknown']).describe('D’où viennent les départements'),
  nafCode: z.string().nullable(),
  branches: z.array(Branch),
  equality: EqualityFigures,
  qvct: z.array(QvctYear),
  labels: z.array(Label),
  hiring: HiringSignal.nullable().describe(
    'Signal d’embauche de La Bonne Boîte ; null ne dit rien. Ce n’est pas un avantage',
  ),
  entries: z.array(z.strictObject({ benefit: BenefitId, lead: PublicClaim, others: z.array(PublicClaim) })),
  agreements: z.array(PublicAgreementSummary),
  replies: z
    .array(z.strictObject({ claim: z.string().nullable(), words: z.string(), publishedOn: IsoDate }))
    .describe('Réponses de l’employeur ; claim null : à propos de la page'),
  counts: z.strictObject({ attested: z.int(), live: z.int(), agreements: z.int(), textsRead: z.int() }),
  changesOn: IsoDate.nullable().describe('Prochain jour où un état change par le seul calendrier'),
});
