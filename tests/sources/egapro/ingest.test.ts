import { afterAll, describe, expect, it } from 'vitest';
import { readFileSync, writeFileSync } from 'node:fs';
import { NO_EQUALITY } from '#domain/equality.ts';
import type { IsoDate } from '#domain/dates.ts';
import { writeWorkbook, type Cell } from '#sample/archive/workbook.ts';
import { DIRECTIVE_HEADER, INDEX_HEADER, REPRESENTATION_HEADER } from '#sample/indicators/equality.ts';
import { equalityOf } from '../../../src/pipeline/derive-equality.ts';
import { IndicatorBench } from '../../fixtures/indicators/bench.ts';
import { sirenOfNumber } from '../../support/corpus.ts';

const [large, small, member, other] = [1, 2, 3, 4].map(sirenOfNumber) as [never, never, never, never];
const bench = new IndicatorBench([large, small]);
afterAll(() => bench.remove());

const day = (text: string) => text as IsoDate;
const figures = (siren: never) => equalityOf(bench.read(siren).equality);
const identity = (siren: string) => [
  siren,
  'SOCIETE & FILS',
  null,
  null,
  'Bretagne',
  'Ille-et-Vilaine',
  'FRANCE',
  '62.02A - Conseil',
];
const LARGE: Cell[] = [2024, 'Entreprise', '251 à 999', ...identity(large), 39, 20, 15, '', 15, 5, 94];
const SMALL: Cell[] = [2025, 'Entreprise', '50 à 250', ...identity(small), 0, '', '', 25, 'NC', 'NC', 'NC'];
const UES: Cell[] = [
  2025, 'Unité Economique et Sociale (UES)', '1000 et plus', large, 'TETE', 'UES TETE, ET AUTRES (FRANCE)',
  `FILIALE, SA (${member}),SOCIETE (SUD) (${other}),SANS NUMERO (12)`, 'Bretagne', 'Ille-et-Vilaine', 'FRANCE', '62.02A', 38.5, 20, 15, '', 15, 10, 98,
]; // prettier-ignore

async function workbook(
  name: string,
  header: readonly string[],
  rows: readonly Cell[][],
  on = '2026-07-18',
): Promise<string> {
  await writeWorkbook(bench.at(name), {
    sheet: 'Feuille',
    modifiedOn: day(on),
    notice: null,
    rows: [header, ...rows],
  });
  return bench.at(name);
}
const index = (rows: readonly Cell[][], on?: string, header: readonly string[] = INDEX_HEADER) =>
  workbook('index-egalite-fh.xlsx', header, rows, on);

describe('ingest egapro', () => {
  it('reads the index: points asked for at this size, NC apart from zero, the UES on each member', async () => {
    const report = await bench.ingest('egapro', await index([LARGE, SMALL, UES]));
    expect(report.error).toBeNull();
    expect(report.archives[0]).toMatchObject({ publishedOn: '2026-07-18', counts: { records: 3 } });
    const [year2024, year2025] = figures(large).index;
    expect(year2024).toMatchObject({ year: 2024, score: { status: 'stated', value: 94 }, ues: null, headcountBand: '251 à 999' });
    expect(year2024!.indicators.map(({ id, figure }) => [id, figure.value])).toEqual([['pay', 39], ['raises', 20], ['promotions', 15], ['maternity', 15], ['top-pay', 5]]);
    expect(year2025).toMatchObject({ year: 2025, score: { value: 98 }, ues: { name: 'UES TETE, ET AUTRES (FRANCE)', members: 3 } });
    for (const siren of [member, other]) expect(figures(siren).index).toEqual([year2025]);
    const [few] = figures(small).index;
    expect(few!.score).toEqual({ status: 'not-computable', value: null });
    expect(few!.indicators.map(({ id, figure }) => [id, figure])).toEqual([
      ['pay', { status: 'stated', value: 0 }],
      ['raises-and-promotions', { status: 'stated', value: 25 }],
      ['maternity', { status: 'not-computable', value: null }],
      ['top-pay', { status: 'not-computable', value: null }],
    ]);
  });

  it('reads older CSV in both encodings; the newer file wins where both state a year', async () => {
    const header = 'Raison Sociale;SIREN;Année;Note;Structure;Nom UES;Entreprises UES (SIREN);Région;Département';
    const text = `${header}\r\nSOCIÉTÉ;${large};2019;88;Entreprise;;;Bretagne;Ille-et-Vilaine\r\nSOCIÉTÉ;${large};2024;12;Entreprise;;;Bretagne;Ille-et-Vilaine\r\nSOCIÉTÉ;${small};2019;;Entreprise;;;;\r\n`;
    const expected = [[2019, 88], [2024, 94], [2025, 98]];
    for (const [name, bytes] of [['egapro-index-a.csv', Buffer.from(`\ufeff${text}`)], ['egapro-index-b.csv', Buffer.from(text, 'latin1')]] as const) {
      writeFileSync(bench.at(name), bytes);
      expect((await bench.ingest('egapro', bench.at(name))).error).toBeNull();
      expect(figures(large).index.map(({ year, score }) => [year, score.value])).toEqual(expected);
    }
    expect(figures(small).index[0]!.score.status).toBe('not-stated');
  });

  it('reads balanced representation', async () => {
    const row: Cell[] = [2023, large, 'SOCIETE', null, null, 'FRANCE', null, 37.4, 62.6, 'NC', 'NC'];
    const report = await bench.ingest('egapro', await workbook('dgt-export-representation.xlsx', REPRESENTATION_HEADER, [row]));
    expect(report.error).toBeNull();
    expect(figures(large).representation).toMatchObject([
      { year: 2023, executives: { women: { value: 37.4 }, men: { value: 62.6 } }, boards: { women: { status: 'not-computable', value: null } } },
    ]);
  });

  const declaration = { ...Object.fromEntries(DIRECTIVE_HEADER.map((name) => [name, null])), year: 2027, siren: large, workforceEma: 812.5, totalWomen: 400, totalMen: 412, globalAnnualMeanGap: -12.5, annualQuartile1ProportionWomen: 0.55 }; // prettier-ignore
  const expected = [{ year: 2027, workforce: 812.5, women: 400, men: 412, values: { globalAnnualMeanGap: -12.5, annualQuartile1ProportionWomen: 55 } }];

  it('reads the export of the new scheme in JSON and in CSV, shares in percent, beside the index', async () => {
    const json = JSON.stringify({ data: [declaration], count: 1 });
    expect((await bench.ingest('egapro', bench.write('declarations_export.json', json))).error).toBeNull();
    expect(figures(large).directive).toMatchObject(expected);
    const cell = (value: unknown): string => `"${typeof value === 'number' && value < 0 ? "'" : ''}${String(value ?? '')}"`;
    const csv = [DIRECTIVE_HEADER.map(cell).join(';'), DIRECTIVE_HEADER.map((name) => cell(declaration[name as 'year'])).join(';')].join('\n');
    const report = await bench.ingest('egapro', bench.write('declarations_export.csv', csv));
    expect(report.error).toBeNull();
    expect(figures(large).directive).toMatchObject(expected);
    expect(figures(large).index).toHaveLength(3);
  });

  it('sets aside a row it cannot read and says where it stands', async () => {
    const bad = [...LARGE.slice(0, 17), 194];
    const report = await bench.ingest('egapro', await index([LARGE, SMALL, UES, bad, [2024, 'Entreprise', '50 à 250', '123456789']], '2026-07-19'));
    expect(report.error).toBeNull();
    expect(report.archives[0]!.rejects.map(({ entry, reason }) => `${entry}: ${reason}`)).toEqual([
      'row 5: egapro: "Note Index": "194" is neither NC nor a number from 0 to 100.',
      'row 6: egapro: "123456789" is no SIREN.',
    ]);
  });

  it.each<[string, () => Promise<string> | string, RegExp]>([
    ['moved columns', () => index([LARGE], '2026-07-20', INDEX_HEADER.map((name) => name.replace('Note Index', 'Score'))), /lacks the column "Note Index" and has the unknown column "Score"/],
    ['a column more', () => index([LARGE], '2026-07-20', [...INDEX_HEADER, 'Nouveau']), /unknown column "Nouveau".*adapt src\/sources\/egapro\/columns.ts/],
    ['half a download', () => (writeFileSync(bench.at('index-2.xlsx'), readFileSync(bench.at('index-egalite-fh.xlsx')).subarray(0, 900)), bench.at('index-2.xlsx')), /truncated or no zip/],
    ['an empty workbook', () => workbook('index-3.xlsx', [], []), /lacks the column/],
    ['a workbook without sheet', () => bench.zip('index-4.xlsx', { 'xl/workbook.xml': '<a/>' }), /does not hold the file/],
    ['a sheet that is cut', () => bench.zip('index-5.xlsx', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1' }), /truncated or damaged/],
    ['an older edition', () => index([LARGE], '2025-01-01'), /is of 2025-01-01, older than/],
    ['an empty CSV', () => bench.write('egapro-index-b.csv', ''), /is empty/],
    ['JSON that is cut', () => bench.write('declarations_export.json', '{"data":[{"year":20'), /truncated or no JSON/],
    ['JSON that announces more', () => bench.write('declarations_export.json', JSON.stringify({ data: [declaration], count: 40000 })), /announces 40000 declarations and holds 1/],
  ])('refuses %s and keeps the last good state', async (_, file, message) => {
    const before = figures(large);
    expect((await bench.ingest('egapro', await file())).error).toMatch(message);
    expect(figures(large)).toEqual(before);
    expect(before).not.toEqual(NO_EQUALITY);
  });
}); // prettier-ignore
