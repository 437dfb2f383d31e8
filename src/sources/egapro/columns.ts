import { DIRECTIVE_INDICATORS, type IndexIndicatorId } from '#domain/equality.ts';
import type { EqualityLayout } from '#domain/equality-row.ts';

const INDEX = [
  'Année', 'Structure', "Tranche d'effectifs", 'SIREN', 'Raison Sociale', 'Nom UES', 'Entreprises UES (SIREN)', 'Région',
  'Département', 'Pays', 'Code NAF', 'Note Ecart rémunération', "Note Ecart taux d'augmentation (hors promotion)",
  'Note Ecart taux de promotion', "Note Ecart taux d'augmentation", 'Note Retour congé maternité',
  'Note Hautes rémunérations', 'Note Index',
]; // prettier-ignore

const INDEX_2018 = [
  'Raison Sociale', 'SIREN', 'Année', 'Note', 'Structure', 'Nom UES', 'Entreprises UES (SIREN)', 'Région', 'Département',
]; // prettier-ignore

const REPRESENTATION = [
  'Annee_ecarts', 'SIREN', 'Nom_Entreprise', 'Region', 'Departement', 'Pays', 'Code_NAF', 'Cadres_pourcentage_femmes',
  'Cadres_pourcentage_hommes', 'Membres_pourcentage_femmes', 'Membres_pourcentage_hommes',
]; // prettier-ignore

const DIRECTIVE = [
  'year', 'siren', 'name', 'address', 'region', 'departmentCode', 'departmentLabel', 'nafCode', 'nafLabel', 'workforceEma',
  'totalWomen', 'totalMen', ...DIRECTIVE_INDICATORS,
]; // prettier-ignore

/** Columns of each file of the ministry; their order does not matter. */
export const COLUMNS: Record<EqualityLayout, readonly string[]> = {
  index: INDEX,
  'index-2018': INDEX_2018,
  representation: REPRESENTATION,
  directive: DIRECTIVE,
};

/** Indicators of the index by their column. */
export const INDICATOR_COLUMNS: readonly (readonly [column: string, id: IndexIndicatorId])[] = [
  ['Note Ecart rémunération', 'pay'],
  ["Note Ecart taux d'augmentation (hors promotion)", 'raises'],
  ['Note Ecart taux de promotion', 'promotions'],
  ["Note Ecart taux d'augmentation", 'raises-and-promotions'],
  ['Note Retour congé maternité', 'maternity'],
  ['Note Hautes rémunérations', 'top-pay'],
];

/** The layout with most columns in common: a moved column is then named against it. */
export function layoutOf(header: readonly string[]): EqualityLayout {
  const shared = (layout: EqualityLayout): number =>
    COLUMNS[layout].filter((column) => header.includes(column)).length / COLUMNS[layout].length;
  const layouts = Object.keys(COLUMNS) as EqualityLayout[];
  return layouts.reduce((best, layout) => (shared(layout) > shared(best) ? layout : best));
}
