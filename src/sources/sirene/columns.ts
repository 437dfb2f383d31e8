import type { StockKind } from './names.ts';

/** Columns of INSEE's stock files since 16 December 2025 (NAF 2025 added), in their order. */
export const UNIT_COLUMNS: readonly string[] = [
  'siren', 'statutDiffusionUniteLegale', 'unitePurgeeUniteLegale', 'dateCreationUniteLegale', 'sigleUniteLegale',
  'sexeUniteLegale', 'prenom1UniteLegale', 'prenom2UniteLegale', 'prenom3UniteLegale', 'prenom4UniteLegale',
  'prenomUsuelUniteLegale', 'pseudonymeUniteLegale', 'identifiantAssociationUniteLegale', 'trancheEffectifsUniteLegale',
  'anneeEffectifsUniteLegale', 'dateDernierTraitementUniteLegale', 'nombrePeriodesUniteLegale', 'categorieEntreprise',
  'anneeCategorieEntreprise', 'dateDebut', 'etatAdministratifUniteLegale', 'nomUniteLegale', 'nomUsageUniteLegale',
  'denominationUniteLegale', 'denominationUsuelle1UniteLegale', 'denominationUsuelle2UniteLegale',
  'denominationUsuelle3UniteLegale', 'categorieJuridiqueUniteLegale', 'activitePrincipaleUniteLegale',
  'nomenclatureActivitePrincipaleUniteLegale', 'nicSiegeUniteLegale', 'economieSocialeSolidaireUniteLegale',
  'societeMissionUniteLegale', 'caractereEmployeurUniteLegale', 'activitePrincipaleNAF25UniteLegale',
]; // prettier-ignore

export const ESTABLISHMENT_COLUMNS: readonly string[] = [
  'siren', 'nic', 'siret', 'statutDiffusionEtablissement', 'dateCreationEtablissement', 'trancheEffectifsEtablissement',
  'anneeEffectifsEtablissement', 'activitePrincipaleRegistreMetiersEtablissement', 'dateDernierTraitementEtablissement',
  'etablissementSiege', 'nombrePeriodesEtablissement', 'complementAdresseEtablissement', 'numeroVoieEtablissement',
  'indiceRepetitionEtablissement', 'dernierNumeroVoieEtablissement', 'indiceRepetitionDernierNumeroVoieEtablissement',
  'typeVoieEtablissement', 'libelleVoieEtablissement', 'codePostalEtablissement', 'libelleCommuneEtablissement',
  'libelleCommuneEtrangerEtablissement', 'distributionSpecialeEtablissement', 'codeCommuneEtablissement',
  'codeCedexEtablissement', 'libelleCedexEtablissement', 'codePaysEtrangerEtablissement', 'libellePaysEtrangerEtablissement',
  'identifiantAdresseEtablissement', 'coordonneeLambertAbscisseEtablissement', 'coordonneeLambertOrdonneeEtablissement',
  'complementAdresse2Etablissement', 'numeroVoie2Etablissement', 'indiceRepetition2Etablissement', 'typeVoie2Etablissement',
  'libelleVoie2Etablissement', 'codePostal2Etablissement', 'libelleCommune2Etablissement',
  'libelleCommuneEtranger2Etablissement', 'distributionSpeciale2Etablissement', 'codeCommune2Etablissement',
  'codeCedex2Etablissement', 'libelleCedex2Etablissement', 'codePaysEtranger2Etablissement',
  'libellePaysEtranger2Etablissement', 'dateDebut', 'etatAdministratifEtablissement', 'enseigne1Etablissement',
  'enseigne2Etablissement', 'enseigne3Etablissement', 'denominationUsuelleEtablissement', 'activitePrincipaleEtablissement',
  'nomenclatureActivitePrincipaleEtablissement', 'caractereEmployeurEtablissement', 'activitePrincipaleNAF25Etablissement',
]; // prettier-ignore

export const LINK_COLUMNS: readonly string[] = [
  'siretEtablissementPredecesseur', 'siretEtablissementSuccesseur', 'dateLienSuccession', 'transfertSiege',
  'continuiteEconomique', 'dateDernierTraitementLienSuccession',
]; // prettier-ignore

/**
 * Columns each kind is read from; the first ones hold the SIREN or SIRET that say whether a line is wanted. Of the
 * parquet files, nothing else is read.
 */
export const READ_COLUMNS: Record<StockKind, { keys: readonly string[]; values: readonly string[] }> = {
  links: {
    keys: ['siretEtablissementPredecesseur', 'siretEtablissementSuccesseur'],
    values: LINK_COLUMNS.slice(2),
  },
  units: {
    keys: ['siren'],
    values: [
      'statutDiffusionUniteLegale', 'sigleUniteLegale', 'trancheEffectifsUniteLegale', 'anneeEffectifsUniteLegale',
      'dateDernierTraitementUniteLegale', 'categorieEntreprise', 'anneeCategorieEntreprise', 'etatAdministratifUniteLegale',
      'denominationUniteLegale', 'denominationUsuelle1UniteLegale', 'denominationUsuelle2UniteLegale',
      'denominationUsuelle3UniteLegale', 'categorieJuridiqueUniteLegale', 'activitePrincipaleUniteLegale',
      'nomenclatureActivitePrincipaleUniteLegale', 'nicSiegeUniteLegale', 'economieSocialeSolidaireUniteLegale',
      'societeMissionUniteLegale', 'activitePrincipaleNAF25UniteLegale',
    ],
  },
  establishments: {
    keys: ['siren'],
    values: [
      'siret', 'statutDiffusionEtablissement', 'trancheEffectifsEtablissement', 'dateDernierTraitementEtablissement',
      'etablissementSiege', 'libelleCommuneEtablissement', 'codeCommuneEtablissement',
      'coordonneeLambertAbscisseEtablissement', 'coordonneeLambertOrdonneeEtablissement', 'etatAdministratifEtablissement',
      'enseigne1Etablissement', 'enseigne2Etablissement', 'denominationUsuelleEtablissement', 'caractereEmployeurEtablissement',
    ],
  },
}; // prettier-ignore

export const COLUMNS: Record<StockKind, readonly string[]> = {
  links: LINK_COLUMNS,
  units: UNIT_COLUMNS,
  establishments: ESTABLISHMENT_COLUMNS,
};
