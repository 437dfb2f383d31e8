import { parseIsoDate, type IsoDate } from '#domain/dates.ts';
import { RecordError } from '#domain/errors.ts';
import { isSirenValid, isSiretValid, type Siren, type Siret } from '#domain/ids.ts';
import type { StockRow } from './parse.ts';

export type UnitItem = {
  type: 'unit';
  siren: Siren;
  legalName: string;
  tradeNames: string[];
  nafCode: string | null;
  headcountBand: string | null;
  headcountYear: number | null;
  category: string | null;
  isActive: boolean;
  isPublishable: boolean;
};

export type EstablishmentItem = {
  type: 'establishment';
  siret: Siret;
  siren: Siren;
  name: string | null;
  communeCode: string | null;
  communeName: string | null;
  departmentCode: string | null;
  isHeadOffice: boolean;
  isOpen: boolean;
};

/** INSEE prints this instead of a value that a partially disclosed unit keeps to itself. */
const MASKED = '[ND]';

const valueOf = (row: StockRow, column: string): string | null => {
  const value = row[column]?.trim();
  return value && value !== MASKED ? value : null;
};

const unique = (values: (string | null)[], without: string): string[] =>
  [...new Set(values.filter((value) => value !== null && value !== without))] as string[];

/** Codes of older nomenclatures mean other activities. */
const nafOf = (row: StockRow, suffix: string): string | null =>
  row[`nomenclatureActivitePrincipale${suffix}`] === 'NAFRev2'
    ? (valueOf(row, `activitePrincipale${suffix}`)?.replace('.', '') ?? null)
    : null;

/**
 * One legal unit. Of sole traders (legal category 1xxx) and units that are not fully disclosed nothing is kept but their
 * number and the refusal.
 * @throws RecordError for a SIREN that fails its key
 */
export function toUnit(row: StockRow): UnitItem {
  const siren = row['siren'] ?? '';
  if (!isSirenValid(siren)) throw new RecordError(`sirene: "${siren}" is no SIREN.`);
  const isPublishable =
    row['statutDiffusionUniteLegale'] === 'O' && !/^1|^$/.test(row['categorieJuridiqueUniteLegale'] ?? '');
  const isActive = row['etatAdministratifUniteLegale'] === 'A';
  if (!isPublishable)
    return { type: 'unit', siren, legalName: '', tradeNames: [], nafCode: null, headcountBand: null, headcountYear: null, category: null, isActive, isPublishable }; // prettier-ignore
  const legalName = valueOf(row, 'denominationUniteLegale') ?? '';
  const band = valueOf(row, 'trancheEffectifsUniteLegale');
  const aliases = ['sigleUniteLegale', ...[1, 2, 3].map((at) => `denominationUsuelle${at}UniteLegale`)];
  return {
    type: 'unit',
    siren,
    legalName,
    tradeNames: unique(aliases.map((column) => valueOf(row, column)), legalName), // prettier-ignore
    nafCode: nafOf(row, 'UniteLegale'),
    // NN says « no staff that year »: an agreement says otherwise, and the band tells nothing of its size.
    headcountBand: band === 'NN' ? null : band,
    headcountYear: Number(valueOf(row, 'anneeEffectifsUniteLegale')) || null,
    category: valueOf(row, 'categorieEntreprise'),
    isActive,
    isPublishable,
  };
}

/**
 * One establishment; null when it is not fully disclosed.
 * @throws RecordError for a SIRET that fails its key or belongs to another unit
 */
export function toEstablishment(row: StockRow): EstablishmentItem | null {
  const siret = row['siret'] ?? '';
  const siren = row['siren'] ?? '';
  if (!isSiretValid(siret) || !siret.startsWith(siren))
    throw new RecordError(`sirene: "${siret}" is no SIRET of ${siren}.`);
  if (row['statutDiffusionEtablissement'] !== 'O') return null;
  const communeCode = valueOf(row, 'codeCommuneEtablissement');
  const name = valueOf(row, 'libelleCommuneEtablissement');
  const signs = ['enseigne1Etablissement', 'denominationUsuelleEtablissement', 'enseigne2Etablissement'];
  return {
    type: 'establishment',
    siret,
    siren: siren as Siren,
    name: signs.map((column) => valueOf(row, column)).find((value) => value !== null) ?? null,
    communeCode,
    communeName: name && townName(name),
    departmentCode: communeCode && departmentOf(communeCode),
    isHeadOffice: row['etablissementSiege'] === 'true',
    isOpen: row['etatAdministratifEtablissement'] === 'A',
  };
}

/** `97411` → `974`, `2A004` → `2A`, `35238` → `35`. */
const departmentOf = (communeCode: string): string =>
  /^9[78]/.test(communeCode) ? communeCode.slice(0, 3) : communeCode.slice(0, 2);

const LOWER = new Set([
  'de',
  'du',
  'des',
  'd',
  'en',
  'et',
  'la',
  'le',
  'les',
  'l',
  'lès',
  'sur',
  'sous',
  'aux',
  'au',
  'à',
]);

/** SIRENE prints towns in capitals: « SAINT-MALO » → « Saint-Malo », « LE MANS » → « Le Mans ». Other spellings are kept. */
export function townName(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/[\p{L}\p{N}]+/gu, (word, at: number) =>
      at > 0 && LOWER.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
}

/** Day on which INSEE last touched the row: the newest of a stock is the stock's own day. */
export const touchedOn = (row: StockRow): IsoDate | null =>
  parseIsoDate(
    (row['dateDernierTraitementUniteLegale'] ?? row['dateDernierTraitementEtablissement'] ?? '').slice(0, 10),
  );
