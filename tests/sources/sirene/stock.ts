import zlib from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { ESTABLISHMENT_COLUMNS, LINK_COLUMNS, UNIT_COLUMNS } from '#sources/sirene/columns.ts';

/** A legal unit as INSEE's file prints it; `changes` by column. */
export const unitRow = (siren: string, changes: Record<string, string> = {}): Record<string, string> => ({
  siren,
  statutDiffusionUniteLegale: 'O',
  dateCreationUniteLegale: '1987-04-01',
  sigleUniteLegale: '',
  trancheEffectifsUniteLegale: '22',
  anneeEffectifsUniteLegale: '2024',
  dateDernierTraitementUniteLegale: '2026-10-30T08:14:27.000',
  nombrePeriodesUniteLegale: '4',
  categorieEntreprise: 'PME',
  anneeCategorieEntreprise: '2024',
  dateDebut: '2019-01-01',
  etatAdministratifUniteLegale: 'A',
  denominationUniteLegale: 'FORGES IMAGINAIRES, PÈRE ET FILLE',
  categorieJuridiqueUniteLegale: '5710',
  activitePrincipaleUniteLegale: '25.62B',
  nomenclatureActivitePrincipaleUniteLegale: 'NAFRev2',
  nicSiegeUniteLegale: '00012',
  economieSocialeSolidaireUniteLegale: 'N',
  societeMissionUniteLegale: 'N',
  caractereEmployeurUniteLegale: 'O',
  ...changes,
});

export const siteRow = (siret: string, changes: Record<string, string> = {}): Record<string, string> => ({
  siren: siret.slice(0, 9),
  nic: siret.slice(9),
  siret,
  statutDiffusionEtablissement: 'O',
  dateDernierTraitementEtablissement: '2026-10-31T05:31:02.000',
  etablissementSiege: 'true',
  codePostalEtablissement: '35400',
  libelleCommuneEtablissement: 'SAINT-MALO',
  codeCommuneEtablissement: '35288',
  etatAdministratifEtablissement: 'A',
  activitePrincipaleEtablissement: '25.62B',
  ...changes,
});

const field = (value: string): string =>
  /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

export function csv(columns: readonly string[], rows: Record<string, string>[], newline = '\n'): string {
  const lines = rows.map((row) => columns.map((column) => field(row[column] ?? '')).join(','));
  return [columns.join(','), ...lines].map((line) => line + newline).join('');
}

export const units = (...rows: Record<string, string>[]): string => csv(UNIT_COLUMNS, rows);
export const sites = (...rows: Record<string, string>[]): string => csv(ESTABLISHMENT_COLUMNS, rows);
export const links = (...rows: Record<string, string>[]): string => csv(LINK_COLUMNS, rows);

export const linkRow = (
  from: string,
  to: string,
  changes: Record<string, string> = {},
): Record<string, string> => ({
  siretEtablissementPredecesseur: from,
  siretEtablissementSuccesseur: to,
  dateLienSuccession: '2025-01-01',
  transfertSiege: 'false',
  continuiteEconomique: 'true',
  dateDernierTraitementLienSuccession: '2025-02-03T10:11:12',
  ...changes,
});

const INTEGERS = /^(annee|nombrePeriodes|categorieJuridique)/;
const FLAGS = /^(etablissementSiege|transfertSiege|continuiteEconomique)$/;
const TIMES = /^dateDernierTraitement/;

function typed(column: string, value: string) {
  if (value === '') return null;
  if (INTEGERS.test(column)) return BigInt(value);
  if (FLAGS.test(column)) return value === 'true';
  return TIMES.test(column) ? new Date(`${value}Z`) : value;
}

const typeOf = (column: string) =>
  INTEGERS.test(column)
    ? 'INT64'
    : FLAGS.test(column)
      ? 'BOOLEAN'
      : TIMES.test(column)
        ? 'TIMESTAMP'
        : 'STRING';

/** The same rows with the types of INSEE's parquet files, in groups of `rowGroupSize`. */
export function parquet(
  columns: readonly string[],
  rows: Record<string, string>[],
  { rowGroupSize = 2, codec = 'ZSTD' as 'ZSTD' | 'SNAPPY' | 'GZIP' } = {},
): Buffer {
  const columnData = columns.map((name) => ({
    name,
    type: typeOf(name) as 'STRING',
    data: rows.map((row) => typed(name, row[name] ?? '')),
  }));
  const compressors = {
    ZSTD: (b: Uint8Array) => zlib.zstdCompressSync(b),
    GZIP: (b: Uint8Array) => zlib.gzipSync(b),
  };
  return Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize, codec, compressors }));
}
