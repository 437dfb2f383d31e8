import { describe, expect, it } from 'vitest';
import { RecordError } from '#domain/errors.ts';
import { toEstablishment, townName, toUnit } from '#sources/sirene/map.ts';
import { parseStockName } from '#sources/sirene/names.ts';
import { siteRow, unitRow } from './stock.ts';

const SIREN = '002718286';
const SIRET = '00271828600012';

describe('toUnit', () => {
  it('reads a company', () => {
    const unit = toUnit(
      unitRow(SIREN, { sigleUniteLegale: 'FIPF', denominationUsuelle1UniteLegale: 'LES FORGES' }),
    );
    expect(unit).toMatchObject({
      legalName: 'FORGES IMAGINAIRES, PÈRE ET FILLE',
      acronym: 'FIPF',
      tradeNames: ['LES FORGES'],
      nafCode: '2562B',
      headcountBand: '22',
      headcountYear: 2024,
      groupCategory: 'PME',
      isActive: true,
      isPublishable: true,
    });
  });

  it.each([
    ['a partially disclosed unit', { statutDiffusionUniteLegale: 'P', denominationUniteLegale: '[ND]' }],
    ['a partially disclosed unit whose name stands', { statutDiffusionUniteLegale: 'P' }],
    ['a status that is not known', { statutDiffusionUniteLegale: 'N' }],
    [
      'a sole trader',
      { categorieJuridiqueUniteLegale: '1000', nomUniteLegale: 'EXEMPLE', prenom1UniteLegale: 'CAMILLE' },
    ],
    ['a unit without legal category', { categorieJuridiqueUniteLegale: '' }],
  ])('refuses %s and keeps nothing of it', (_, changes) => {
    const unit = toUnit(unitRow(SIREN, changes));
    expect(unit).toMatchObject({
      isPublishable: false,
      legalName: '',
      tradeNames: [],
      nafCode: null,
      headcountBand: null,
    });
    expect(JSON.stringify(unit)).not.toMatch(/FORGES|EXEMPLE|CAMILLE/);
  });

  it('tells a closed unit', () => {
    expect(toUnit(unitRow(SIREN, { etatAdministratifUniteLegale: 'C' }))).toMatchObject({
      isActive: false,
      isPublishable: true,
    });
  });

  it('leaves out an activity of an older nomenclature, a band of units without staff, masked values', () => {
    const unit = toUnit(
      unitRow(SIREN, {
        nomenclatureActivitePrincipaleUniteLegale: 'NAFRev1',
        trancheEffectifsUniteLegale: 'NN',
        anneeEffectifsUniteLegale: '',
        sigleUniteLegale: '[ND]',
      }),
    );
    expect(unit).toMatchObject({ nafCode: null, headcountBand: null, headcountYear: null, tradeNames: [] });
  });

  it('rejects a SIREN that fails its key', () => {
    expect(() => toUnit(unitRow('002718287'))).toThrow(RecordError);
  });
});

describe('toEstablishment', () => {
  it('reads place, sign and state', () => {
    const site = toEstablishment(siteRow(SIRET, { denominationUsuelleEtablissement: 'LA FORGE' }));
    expect(site).toMatchObject({
      siren: SIREN,
      name: 'LA FORGE',
      communeCode: '35288',
      communeName: 'Saint-Malo',
      departmentCode: '35',
      isHeadOffice: true,
      isOpen: true,
    });
  });

  it.each([
    ['97411', '974'],
    ['2A004', '2A'],
    ['98818', '988'],
    ['01053', '01'],
    ['75111', '75'],
  ])('puts the commune %s in department %s', (code, department) => {
    expect(toEstablishment(siteRow(SIRET, { codeCommuneEtablissement: code }))?.departmentCode).toBe(
      department,
    );
  });

  it('tells a closed one, and leaves out one that is not fully disclosed', () => {
    expect(toEstablishment(siteRow(SIRET, { etatAdministratifEtablissement: 'F' }))?.isOpen).toBe(false);
    expect(toEstablishment(siteRow(SIRET, { statutDiffusionEtablissement: 'P' }))).toBeNull();
  });

  it('keeps an establishment abroad without department', () => {
    expect(
      toEstablishment(siteRow(SIRET, { codeCommuneEtablissement: '', libelleCommuneEtablissement: '' })),
    ).toMatchObject({ communeCode: null, departmentCode: null });
  });

  it('rejects a SIRET that fails its key or belongs to another unit', () => {
    expect(() => toEstablishment(siteRow('00271828600013'))).toThrow(/no SIRET/);
    expect(() => toEstablishment(siteRow(SIRET, { siren: '000047191' }))).toThrow(/no SIRET/);
  });
});

describe('names', () => {
  it.each([
    ['LA ROCHELLE', 'La Rochelle'],
    ['LE MANS', 'Le Mans'],
    ["VILLENEUVE-D'ASCQ", "Villeneuve-d'Ascq"],
    ['BAIE-MAHAULT', 'Baie-Mahault'],
    ['FORT-DE-FRANCE', 'Fort-de-France'],
    ['Saint-Étienne', 'Saint-Étienne'],
  ])('prints %s as %s', (printed, expected) => {
    expect(townName(printed)).toBe(expected);
  });

  it('knows the names of stock files', () => {
    for (const name of [
      'StockUniteLegale_utf8.zip',
      'StockEtablissement_utf8.csv',
      'StockUniteLegale_utf8.csv.gz',
      'StockEtablissement_utf8.csv.zip',
      'StockUniteLegale_utf8.parquet',
      'StockEtablissementLiensSuccession_utf8.zip',
    ])
      expect(parseStockName(name)?.kind).toBe('full');
    for (const name of ['StockUniteLegaleHistorique_utf8.zip', 'ACCO_20260424-063142.tar.gz'])
      expect(parseStockName(name)).toBeNull();
  });
});
