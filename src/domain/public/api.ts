import { z } from 'zod';
import { Change } from '../changes.ts';
import { SHOWN_STATES } from '../claim.ts';
import { BenefitId, Siren, Siret } from '../ids.ts';
import { PublicAgreement } from './agreement.ts';
import { PublicEmployer, PublicEstablishment } from './employer.ts';
import { Licence } from './licence.ts';
import { PublicSearchDocument } from './search.ts';

/** RFC 9457. */
export const Problem = z.strictObject({
  type: z.url().describe('Adresse qui explique le problème'),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe('Ce qui ne va pas ici, et quoi faire'),
  errors: z
    .array(z.strictObject({ name: z.string(), value: z.string(), reason: z.string() }))
    .optional()
    .describe('Un élément par paramètre refusé'),
});
export type Problem = z.infer<typeof Problem>;

const about = { licence: Licence };
const FacetCounts = z.array(z.strictObject({ value: z.string(), count: z.int() }));

export const SearchAnswer = z.strictObject({
  total: z.int().describe('Employeurs trouvés'),
  population: z
    .int()
    .describe(
      'Employeurs du lieu et de la taille choisis qui ont un accord publié ou une déclaration qui tient',
    ),
  page: z.int(),
  pageSize: z.int(),
  query: z.string().describe('La recherche telle qu’elle a été comprise, en paramètres d’adresse'),
  correctedText: z
    .string()
    .nullable()
    .describe('Orthographe utilisée, quand celle du texte ne trouvait rien'),
  results: z.array(PublicSearchDocument.extend({ page: z.url().describe('Page de l’employeur') })),
  facets: z.record(z.string(), FacetCounts).describe('Nombre d’employeurs par valeur de filtre'),
  next: z.url().nullable().describe('Page suivante'),
  ...about,
});

export const EmployerAnswer = z.strictObject({
  employer: PublicEmployer,
  links: z.strictObject({ page: z.url(), json: z.url(), feed: z.url() }),
  ...about,
});

export const SiretAnswer = z.strictObject({
  siret: Siret,
  siren: Siren.describe('Employeur qui répond : celui du SIRET, ou celui qui a repris son siège'),
  name: z.string(),
  isFictional: z.boolean(),
  establishment: PublicEstablishment.nullable().describe(
    'Null : fermé, inconnu de Sirene, ou au-delà des 50 établissements publiés',
  ),
  page: z.url(),
  employer: z.url().describe('Le même employeur dans l’API'),
  ...about,
});

export const AgreementAnswer = z.strictObject({ agreement: PublicAgreement, page: z.url(), ...about });

export const BenefitDefinition = z.strictObject({
  id: BenefitId,
  label: z.string(),
  family: z.string(),
  qvctTheme: z.string(),
  definition: z.string(),
  limits: z.string().describe('Ce que ça ne veut pas dire'),
  visibility: z.string().describe('Pourquoi rien ne peut être visible, même là où l’avantage existe'),
  isOptional: z.boolean().describe('Vrai : la loi ne fixe aucun minimum'),
  isToConfirm: z.boolean().describe('Vrai : lu trop peu sûrement, publié « à confirmer »'),
  floors: z.array(z.strictObject({ since: z.string(), rule: z.string(), article: z.string(), url: z.url(), verifiedOn: z.string() })),
  values: z.record(z.string(), z.strictObject({ label: z.string(), unit: z.string(), better: z.enum(['more', 'less', 'none']) })),
  mainValue: z.string().nullable(),
  question: z.string().describe('Question neutre à poser en entretien'),
  page: z.url(),
}); // prettier-ignore
export type BenefitDefinition = z.infer<typeof BenefitDefinition>;

export const BenefitsAnswer = z.strictObject({
  states: z.array(z.strictObject({ id: z.enum(SHOWN_STATES), isLive: z.boolean() })),
  benefits: z.array(BenefitDefinition),
  ...about,
});

export const ChangesAnswer = z.strictObject({
  changes: z.array(Change),
  next: z.int().describe('Valeur de « since » de la demande suivante'),
  hasMore: z.boolean(),
  ...about,
});
