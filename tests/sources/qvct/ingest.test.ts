import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import { mapFiles } from '#sources/qvct/mapping.ts';
import { IndicatorBench } from '../../fixtures/indicators/bench.ts';

const siren = '002718286' as Siren;
const bench = new IndicatorBench([siren]);
afterAll(() => bench.remove());

const HEADER = 'siren,siret_declarant,annee,perimetre,date_publication,nb_accords_signes';
const row = (year: number, published: string, count: number): string =>
  `${siren},00271828600012,${year},entreprise,${published},${count}`;
const file = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');
const held = () =>
  bench
    .read(siren)
    .qvct.map(({ year, figures, provenance }) => [year, figures['nb_accords_signes'], provenance.file]);

describe('ingest qvct', () => {
  it('keeps every year: a newer file adds its years and corrects the same one', async () => {
    expect(
      (
        await bench.ingest(
          'qvct',
          bench.write('qvct-2025-03-04.csv', file(row(2023, '2024-03-01', 2), row(2024, '2025-03-01', 3))),
        )
      ).error,
    ).toBeNull();
    expect(
      (
        await bench.ingest(
          'qvct',
          bench.write('qvct-2026-03-04.csv', file(row(2024, '2026-03-01', 4), row(2025, '2026-03-01', 5))),
        )
      ).error,
    ).toBeNull();
    const expected = [
      [2023, 2, 'qvct-2025-03-04.csv'],
      [2024, 4, 'qvct-2026-03-04.csv'],
      [2025, 5, 'qvct-2026-03-04.csv'],
    ];
    expect(held()).toEqual(expected);
    const older = await bench.ingest(
      'qvct',
      bench.write('qvct-2025-06-01.csv', file(row(2024, '2025-06-01', 9))),
    );
    expect(older.archives[0]!.counts).toMatchObject({ 'figures.older': 1 });
    expect(held()).toEqual(expected);
  });

  it.each([
    [
      'one bad line',
      file(row(2022, '2023-03-01', 1), row(2021, '2022-03-01', -1)),
      /1 errors.*\n\s+ligne 3, colonne nb_accords_signes/,
    ],
    ['moved columns', file(row(2022, '2023-03-01', 1)).replace('annee', 'an'), /La colonne annee manque/],
    [
      'another encoding',
      Buffer.from(file(row(2022, '2023-03-01', 1)).replace('entreprise', 'entité'), 'latin1'),
      /UTF-8/,
    ],
    ['an empty file', '', /Le fichier est vide/],
    ['half a download', file(row(2022, '2023-03-01', 1)).slice(0, -30), /La ligne compte/],
  ])('refuses a file with %s whole, and keeps what stood', async (_, content, message) => {
    const before = held();
    expect((await bench.ingest('qvct', bench.write('qvct-bad.csv', content))).error).toMatch(message);
    expect(held()).toEqual(before);
  });

  it('fetches a file that an employer publishes at an address of its own', async () => {
    const server = createServer((_, response) => response.end(file(row(2020, '2021-03-01', 7))));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rse/chiffres`;
    const report = await bench.ingest('qvct', url);
    server.close();
    expect(report.error).toBeNull();
    expect(held()[0]).toEqual([2020, 7, 'qvct-127.0.0.1-chiffres.csv']);
    expect(bench.read(siren).qvct[0]!.provenance.url).toBe(url);
  });
});

describe('the mapping of a bilan social', () => {
  const [mapping] = loadCatalogue().qvctMappings;
  // The layout is a real publisher's; these figures are invented, so they are nobody's.
  const nobody = { siren: '000000018', siret: '00000001800012' };
  beforeAll(() => void Object.assign(mapping!, nobody));
  const day = '2026-01-05' as IsoDate;
  const table = (name: string, lines: Record<string, string>[]): [string, string] => {
    const columns = mapping!.columns[name]!;
    return [name, `\ufeff${[columns.join(';'), ...lines.map((line) => columns.map((column) => line[column] ?? '').join(';'))].join('\r\n')}\r\n`];
  };
  const staff = (genre: string, value: number, change: Record<string, string> = {}) => ({
    'Année': '2023', 'Indicateur': 'Effectif', 'Type de contrat': 'Statutaires', 'Collège': 'Cadre', 'Genre': genre, "Tranche d'âge": 'De 25 à 35 ans', 'Valeur': `${value}.0`, ...change,
  });
  const partTime = (genre: string, value: number, bracket = '') => ({ 'Année': '2023', 'Indicateur': 'Salariés à temps partiel en décembre', 'Genre': genre, 'Tranche horaire': bracket, 'Valeur': String(value) });
  const effectifs = 'effectifs-et-repartition-par-age-statut-et-sexe';
  const files = new Map([
    table(effectifs, [staff('Femme', 40), staff('Homme', 60), staff('Homme', 20, { 'Type de contrat': 'Non statutaires CDD', 'Collège': 'Exécution' }), staff('Femme', 40, { "Tranche d'âge": '', 'Ancienneté': 'Moins de 5 ans' })]),
    table('autres-conditions-de-travail', [partTime('Femme', 10), partTime('Femme', 10, 'Moins de 20 heures')]),
    table('formation', [{ 'Année': '2023', 'Indicateur': 'Heures de formation', 'Genre': 'Femme', 'Valeur': '800' }]),
  ]);

  it('adds up one breakdown, divides by the right group, and fills nothing else', () => {
    expect(mapFiles(mapping!, files, day)).toMatchObject([
      { siren: nobody.siren, year: 2023, perimeter: 'entreprise', figures: { effectif_31_12: 120, part_femmes: 33.33, part_cdi: 83.33, part_femmes_encadrement: 40, part_temps_partiel_f: 25, heures_formation_f: 20 } },
    ]);
    expect(Object.keys(mapFiles(mapping!, files, day)[0]!.figures)).toHaveLength(6);
  });

  it('leaves out a ratio over fewer than five people', () => {
    const few = new Map(files).set(...table(effectifs, [staff('Femme', 4), staff('Homme', 60)]));
    const [year] = mapFiles(mapping!, few, day);
    expect(year!.figures).not.toHaveProperty('part_temps_partiel_f');
    expect(year!.figures).toHaveProperty('part_femmes');
  });

  it('stops at a file that is missing and at columns that have moved', () => {
    expect(() => mapFiles(mapping!, new Map(), day)).toThrow(/lacks effectifs.*csv/);
    const moved = new Map(files).set(effectifs, files.get(effectifs)!.replace('Collège', 'Catégorie'));
    expect(() => mapFiles(mapping!, moved, day)).toThrow(/lacks the column "Collège".*content\/qvct\/mappings\/edf-bilan-social.yml/);
  });

  it('reads the zip of the files, marked as computed by us', async () => {
    const zip = bench.zip('edf-bilan-social-20260105.zip', Object.fromEntries([...files].map(([name, text]) => [`bilan/${name}.csv`, text])));
    const report = await bench.ingest('qvct', zip);
    expect(report.error).toBeNull();
    expect(bench.read(nobody.siren as Siren).qvct).toMatchObject([{ year: 2023, basis: 'mapped', publishedOn: '2026-01-05', provenance: { url: 'https://opendata.edf.fr' } }]);
    const cut = bench.write('edf-bilan-social-20260106.zip', readFileSync(zip).subarray(0, 600));
    expect((await bench.ingest('qvct', cut)).error).toMatch(/truncated or no zip/);
  });
}); // prettier-ignore
