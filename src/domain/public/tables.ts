import { z } from 'zod';
import { SHOWN_STATES } from '../claim.ts';
import { IsoDate } from '../dates.ts';
import { REPORT_KINDS } from '../report.ts';
import { AgreementId, BenefitId, Siren, Siret } from '../ids.ts';

/**
 * The flat tables of the open data, one zod object a table: the CSV, SQLite and Parquet files, their data dictionary and
 * their Table Schema are all made from them. Lists are joined by `|`.
 */
const text = (title: string) => z.string().describe(title);
const day = (title: string) => IsoDate.nullable().describe(title);
const flag = (title: string) => z.boolean().describe(title);
const int = (title: string) => z.int().describe(title);
const number = (title: string) => z.number().describe(title);

const siren = Siren.describe('SIREN de l’employeur');
const fictional = flag('Vrai : employeur inventé, pour la démonstration');
const source = {
  source: text('Source : acco, sirene, egapro…'),
  source_file: text('Fichier de la source'),
  source_url: text('Adresse du fichier').nullable(),
  source_on: IsoDate.describe('Date du fichier'),
};

export const EmployerRow = z.strictObject({
  siren,
  name: text('Nom affiché'),
  is_fictional: fictional,
  legal_name: text('Raison sociale (Sirene)').nullable(),
  acronym: text('Sigle').nullable(),
  trade_names: text('Enseignes et noms usuels'),
  naf_code: text('Code NAF (APE)').nullable(),
  naf_label: text('Libellé NAF').nullable(),
  headcount_band: text('Tranche d’effectif de l’unité légale, code Sirene').nullable(),
  headcount_label: text('Tranche d’effectif, en clair').nullable(),
  headcount_year: int('Année de la tranche').nullable(),
  group_category: text('PME, ETI ou GE : du groupe entier').nullable(),
  legal_category: text('Catégorie juridique, code').nullable(),
  is_ess: flag('Économie sociale et solidaire').nullable(),
  is_mission: flag('Société à mission').nullable(),
  departments: text('Départements'),
  place_basis: text(
    'D’où viennent les départements : establishments, filing (département de dépôt), unknown',
  ),
  head_office_siret: Siret.nullable().describe('SIRET du siège'),
  head_office_commune: text('Commune du siège').nullable(),
  branches: text('Conventions collectives déclarées, codes IDCC'),
  establishments: int('Établissements ouverts').nullable(),
  hiring_siret: Siret.nullable().describe(
    'Signal d’embauche de La Bonne Boîte : établissement ; vide ne dit rien',
  ),
  hiring_said_on: day('Jour de ce signal'),
  hiring_expires_on: day('Premier jour où ce signal ne vaut plus'),
  agreements: int('Accords publiés'),
  texts_read: int('Dont le texte a été lu'),
  attested: int('Avantages attestés, quel que soit leur état'),
  live: int('Avantages en vigueur, présumés ou déclarés'),
  changes_on: day('Prochain jour où un état change par le seul calendrier'),
  page: z.url().describe('Page de l’employeur'),
  identity_file: text('Fichier Sirene').nullable(),
  identity_on: day('Date du fichier Sirene'),
});

export const EstablishmentRow = z.strictObject({
  siren,
  siret: Siret.describe('SIRET de l’établissement'),
  name: text('Enseigne').nullable(),
  commune_code: text('Code INSEE de la commune').nullable(),
  commune: text('Commune').nullable(),
  department: text('Département').nullable(),
  lat: number('Latitude, degrés WGS 84').nullable(),
  lon: number('Longitude, degrés WGS 84').nullable(),
  is_head_office: flag('Siège'),
});

export const BenefitRow = z.strictObject({
  siren,
  claim_id: text('Identifiant stable : accord, avantage, champ'),
  benefit: BenefitId.describe('Avantage'),
  benefit_label: text('Libellé de l’avantage'),
  family: text('Famille'),
  state: z.enum(SHOWN_STATES).describe('État affiché ; to-confirm : lecture peu sûre'),
  is_live: flag('En vigueur, présumé ou déclaré'),
  is_lead: flag('Mène la fiche de cet avantage chez cet employeur'),
  main_value: text('Valeur principale').nullable(),
  main_unit: text('Unité de la valeur principale').nullable(),
  values: text('Toutes les valeurs, en JSON'),
  quote: text('Extrait littéral, 300 caractères au plus'),
  quote_titles: text('Titres au-dessus de l’extrait, le plus proche en dernier').nullable(),
  quote_above: text(
    'Ligne plus haut qui nomme l’avantage, si ni l’extrait ni les titres ne le font',
  ).nullable(),
  quote_head: text('Début de la phrase, si l’extrait ne le contient pas').nullable(),
  quote_tail: text('Suite de la phrase, si l’extrait ne la contient pas').nullable(),
  quote_before: text('Ce qui précède la phrase dans le même article').nullable(),
  quote_after: text('Ce qui la suit dans le même article').nullable(),
  quote_conditions: text('Ce que l’article dit ailleurs de qui y a droit et à quelles conditions').nullable(),
  article: text('Article du texte').nullable(),
  scope: text('Champ : employer, establishment, ues, group, category'),
  scope_label: text('Champ, mots du texte').nullable(),
  seniority_months: number('Ancienneté demandée, en mois').nullable(),
  is_conditional: flag('À l’essai ou sous condition'),
  departments: text('Départements couverts ; vide : partout où est l’employeur'),
  agreement_id: AgreementId.nullable().describe('Accord ; vide pour une déclaration'),
  agreement_title: text('Titre de l’accord').nullable(),
  signed_on: day('Signature'),
  effective_on: day('Prise d’effet'),
  ends_on: day('Dernier jour d’effet ; vide : sans date de fin'),
  end_basis: text(
    'D’où vient la fin : metadata, text, event (la négociation annuelle suivante ou un autre événement, à un jour que le texte ne dit pas), presumed, clause (dite pour cet avantage), recalled (celle du texte qui rappelle un autre accord) ; vide : rien n’est dit',
  ).nullable(),
  gap: text('Écart au minimum légal : beyond, at-floor, below, optional, not-comparable').nullable(),
  gap_difference: number('Écart, dans l’unité').nullable(),
  gap_unit: text('Unité de l’écart').nullable(),
  closed_by: AgreementId.nullable().describe('Texte qui remplace ou supprime'),
  one_off_year: int('Année d’un versement unique').nullable(),
  is_fictional: fictional,
});

export const AgreementRow = z.strictObject({
  id: AgreementId.describe('Identifiant de la DILA'),
  siren,
  siret: Siret.describe('Établissement qui a déposé'),
  title: text('Titre'),
  nature: text('Nature').nullable(),
  number: text('Numéro de dépôt').nullable(),
  signed_on: day('Signature'),
  filed_on: day('Dépôt'),
  published_on: day('Diffusion'),
  effective_on: day('Prise d’effet'),
  ends_on: day('Dernier jour d’effet'),
  end_basis: text(
    'D’où vient la fin : metadata, text, event (la négociation annuelle suivante ou un autre événement), presumed ; vide : rien n’est dit',
  ).nullable(),
  state: text('État du texte entier').nullable(),
  text_status: text('read, no-text, missing, unreadable'),
  themes: text('Codes des thèmes de la DILA'),
  signatory_unions: text('Organisations signataires'),
  benefits: text('Avantages dont ce texte donne un extrait'),
  members: text('SIREN des autres employeurs nommés (UES, groupe)'),
  replaced_by: AgreementId.nullable().describe('Remplacé par'),
  amends: AgreementId.nullable().describe('Modifie'),
  is_fictional: fictional,
  ...source,
});

export const IndicatorRow = z.strictObject({
  siren,
  scheme: z
    .enum(['index', 'representation', 'directive', 'qvct'])
    .describe('Index de l’égalité, représentation (L1142-11), directive (UE) 2023/970, chiffres QVCT'),
  year: int('Année des données'),
  perimeter: text('Périmètre (QVCT) ou UES déclarante').nullable(),
  siret: Siret.nullable().describe('Établissement que le chiffre couvre ; vide : tout le périmètre'),
  indicator: text('Indicateur'),
  status: z.enum(['stated', 'not-computable', 'not-stated']).describe('not-computable n’est pas zéro'),
  value: number('Valeur').nullable(),
  words: text('Valeur en mots, où elle n’est pas un nombre').nullable(),
  declared_on: IsoDate.nullable().describe('Déclaré ici par l’employeur le ; vide : publié ailleurs'),
  expires_on: IsoDate.nullable().describe('Premier jour où cette déclaration ne vaut plus'),
  is_fictional: fictional,
  ...source,
});

export const BranchRow = z.strictObject({
  siren,
  idcc: text('Identifiant de la convention collective (IDCC)'),
  name: text('Nom de la convention').nullable(),
  establishments: int('Établissements qui la déclarent'),
  is_statute: flag('Statut ou accord d’entreprise, et non convention collective'),
  is_fictional: fictional,
  ...source,
});

export const LabelRow = z.strictObject({
  siren,
  label: text('rfar, ess, mission, siae'),
  scope: text('Partie de l’employeur concernée').nullable(),
  since: day('Depuis le'),
  until: day('Jusqu’au'),
  is_fictional: fictional,
  ...source,
});

export const DeclarationRow = z.strictObject({
  siren,
  claim_id: text('Avantage déclaré : même identifiant que dans la table des avantages'),
  benefit: BenefitId.describe('Avantage'),
  state: z.enum(SHOWN_STATES).describe('État affiché'),
  declared_on: IsoDate.describe('Déclaré le'),
  expires_on: IsoDate.describe('Premier jour où la déclaration ne vaut plus'),
  proof: text('Nature de la preuve'),
  proof_url: text('Page publique de la preuve').nullable(),
  is_fictional: fictional,
});

export const ReplyRow = z.strictObject({
  siren,
  claim_id: text('Avantage dont parle la réponse ; vide : la page entière').nullable(),
  published_on: IsoDate.describe('Publiée le'),
  words: text('Mots de l’employeur'),
  is_fictional: fictional,
});

export const CorrectionRow = z.strictObject({
  id: int('Numéro d’ordre au registre'),
  at: z.iso.datetime().describe('Instant de la décision'),
  siren: Siren.nullable().describe('SIREN de l’employeur ; vide quand le motif interdit de le nommer'),
  kind: z.enum(REPORT_KINDS).describe('Ce qui a été corrigé'),
  key: text('Identifiant de ce qui a été corrigé').nullable(),
  action: text('Décision'),
  role: text('Qui a décidé : un rôle, jamais une personne'),
  reason: text('Motif').nullable(),
  before: text('Avant'),
  after: text('Après'),
});

export const TombstoneRow = z.strictObject({
  path: text('Adresse retirée'),
  kind: z.enum(['agreement', 'employer']).describe('Accord ou employeur'),
  cause: z
    .enum(['withdrawn', 'suppressed', 'disappeared'])
    .describe('Retiré par la source, retiré ici, ou disparu de la source'),
  since: IsoDate.describe('Depuis le'),
});

export const SourceRow = z.strictObject({
  source: text('Source'),
  file: text('Fichier'),
  url: text('Adresse').nullable(),
  published_on: IsoDate.describe('Date du fichier'),
  sha256: text('Empreinte SHA-256 du fichier'),
  agreements: int('Accords qui en viennent'),
  employers: int('Employeurs qui en viennent'),
});

export const DefinitionRow = z.strictObject({
  benefit: BenefitId.describe('Avantage'),
  label: text('Libellé'),
  family: text('Famille'),
  definition: text('Définition'),
  limits: text('Ce que ça ne veut pas dire'),
  visibility: text('Pourquoi rien ne peut être visible, même là où l’avantage existe'),
  main_value: text('Valeur principale').nullable(),
  main_unit: text('Son unité').nullable(),
  is_to_confirm: flag('Lu trop peu sûrement : publié « à confirmer »'),
});
