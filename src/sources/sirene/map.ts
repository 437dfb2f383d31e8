import { parseIsoDate, type IsoDate } from '#domain/dates.ts';
import { RecordError } from '#domain/errors.ts';
import { isSirenValid, isSiretValid, sirenOf, type Siren, type Siret } from '#domain/ids.ts';
import { departmentOfCommune } from '#domain/place.ts';
import { toPosition } from './position.ts';
import type { StockRow } from './parse.ts';

export type UnitItem = {
  type: 'unit';
  siren: Siren;
  legalName: string;
  acronym: string | null;
  tradeNames: string[];
  nafCode: string | null;
  naf2025Code: string | null;
  headcountBand: string | null;
  headcountYear: number | null;
  groupCategory: string | null;
  groupCategoryYear: number | null;
  legalCategory: string | null;
  isEss: boolean | null;
  isMission: boolean | null;
  headOfficeNic: string | null;
  openEstablishments: number | null;
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
  lat: number | null;
  lon: number | null;
  isHeadOffice: boolean;
  isOpen: boolean;
  isEmploying: boolean;
};

export type LinkItem = {
  type: 'link';
  from: Siret;
  to: Siret;
  fromSiren: Siren;
  toSiren: Siren;
  on: IsoDate;
};

const TOUCHED = [
  'dateDernierTraitementUniteLegale', 'dateDernierTraitementEtablissement', 'dateDernierTraitementLienSuccession',
]; // prettier-ignore

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

const yesOrNo = (row: StockRow, column: string): boolean | null =>
  ({ O: true, N: false })[row[column] ?? ''] ?? null;

/** All that is kept of a unit that may not be shown. */
export const NOTHING = {
  legalName: '',
  acronym: null,
  tradeNames: [],
  nafCode: null,
  naf2025Code: null,
  headcountBand: null,
  headcountYear: null,
  groupCategory: null,
  groupCategoryYear: null,
  legalCategory: null,
  isEss: null,
  isMission: null,
  headOfficeNic: null,
  openEstablishments: null,
};

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
  if (!isPublishable) return { type: 'unit', siren, ...NOTHING, isActive, isPublishable };
  const legalName = valueOf(row, 'denominationUniteLegale') ?? '';
  const band = valueOf(row, 'trancheEffectifsUniteLegale');
  const aliases = [1, 2, 3].map((at) => `denominationUsuelle${at}UniteLegale`);
  return {
    type: 'unit',
    siren,
    legalName,
    acronym: valueOf(row, 'sigleUniteLegale'),
    tradeNames: unique(aliases.map((column) => valueOf(row, column)), legalName), // prettier-ignore
    nafCode: nafOf(row, 'UniteLegale'),
    naf2025Code: valueOf(row, 'activitePrincipaleNAF25UniteLegale')?.replace('.', '') ?? null,
    // NN says « no staff that year »: an agreement says otherwise, and the band tells nothing of its size.
    headcountBand: band === 'NN' ? null : band,
    headcountYear: Number(valueOf(row, 'anneeEffectifsUniteLegale')) || null,
    groupCategory: valueOf(row, 'categorieEntreprise'),
    groupCategoryYear: Number(valueOf(row, 'anneeCategorieEntreprise')) || null,
    legalCategory: valueOf(row, 'categorieJuridiqueUniteLegale'),
    isEss: yesOrNo(row, 'economieSocialeSolidaireUniteLegale'),
    isMission: yesOrNo(row, 'societeMissionUniteLegale'),
    headOfficeNic: valueOf(row, 'nicSiegeUniteLegale')?.padStart(5, '0') ?? null,
    openEstablishments: null,
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
    departmentCode: communeCode && departmentOfCommune(communeCode),
    ...locate(row, communeCode),
    isHeadOffice: row['etablissementSiege'] === 'true',
    isOpen: row['etatAdministratifEtablissement'] === 'A',
    isEmploying:
      row['caractereEmployeurEtablissement'] !== 'N' ||
      /^[0-5][1-9]$|^[1-5]\d$/.test(row['trancheEffectifsEtablissement'] ?? ''),
  };
}

/** Coordinates of an address that INSEE could not place, or hides, are left out. */
function locate(row: StockRow, communeCode: string | null): { lat: number | null; lon: number | null } {
  const [x, y] = ['Abscisse', 'Ordonnee'].map((axis) =>
    Number(valueOf(row, `coordonneeLambert${axis}Etablissement`) ?? NaN),
  );
  const position = communeCode === null ? null : toPosition(x!, y!, departmentOfCommune(communeCode));
  return position ?? { lat: null, lon: null };
}

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

/**
 * One succession; null unless one unit went on as another with economic continuity, as the file says it.
 * @throws RecordError for a SIRET that fails its key or a day that is none
 */
export function toLink(row: StockRow): LinkItem | null {
  const [from, to] = [row['siretEtablissementPredecesseur'] ?? '', row['siretEtablissementSuccesseur'] ?? ''];
  if (!isSiretValid(from) || !isSiretValid(to))
    throw new RecordError(`sirene: "${from}" followed by "${to}": one of them is no SIRET.`);
  const on = parseIsoDate((row['dateLienSuccession'] ?? '').slice(0, 10));
  if (!on) throw new RecordError(`sirene: "${row['dateLienSuccession']}" is no day of a succession.`);
  const [fromSiren, toSiren] = [sirenOf(from), sirenOf(to)];
  if (row['continuiteEconomique'] !== 'true' || fromSiren === toSiren) return null;
  return { type: 'link', from, to, fromSiren, toSiren, on };
}

/** Day on which INSEE last touched the row: the newest of a stock is the stock's own day. */
export const touchedOn = (row: StockRow): IsoDate | null =>
  parseIsoDate(
    (TOUCHED.map((column) => row[column]).find((value) => value !== undefined) ?? '').slice(0, 10),
  );
