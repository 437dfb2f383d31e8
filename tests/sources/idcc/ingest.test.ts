import { afterAll, describe, expect, it } from 'vitest';
import { gzipSync } from 'fflate';
import { IndicatorBench } from '../../fixtures/indicators/bench.ts';
import { sirenOfNumber } from '../../support/corpus.ts';
import { fictionalSiret } from '#sample/identifiers.ts';

const [first, second, stranger] = [1, 2, 3].map(sirenOfNumber) as [never, never, never];
const bench = new IndicatorBench([first, second]);
afterAll(() => bench.remove());

const HEADER = 'MOIS,SIRET,IDCC,DATE_MAJ';
const site = (siren: string, n = 1): string => fictionalSiret(siren as never, n);
const line = (siret: string, idcc: string, day = '2026-05-14'): string => `202605,${siret},${idcc},${day}`;
const file = (...lines: string[]): string => [HEADER, ...lines, ''].join('\n');
const codes = (siren: never): string[] =>
  bench.read(siren).branches.map(({ siret, idcc }) => `${siret.slice(9)} ${idcc}`);

const GOOD = file(
  line(site(first), '16'),
  line(site(first), '1486'),
  line(site(first, 2), '1486 '),
  line(site(second), '9999'),
  line(site(stranger), '2216'),
);

describe('ingest idcc', () => {
  it('keeps every code of every establishment of the employers named, in four figures, dated by its newest line', async () => {
    const report = await bench.ingest('idcc', bench.write('siret-idcc.csv', GOOD));
    expect(report.error).toBeNull();
    expect(report.archives[0]).toMatchObject({
      publishedOn: '2026-05-14',
      counts: { records: 5, 'branches.kept': 4 },
    });
    expect(codes(first).map((each) => each.slice(-4))).toEqual(['0016', '1486', '1486']);
    expect(codes(stranger)).toEqual([]);
    expect(bench.read(first).branches[0]!.provenance).toMatchObject({
      source: 'idcc',
      file: 'siret-idcc.csv',
      url: expect.stringContaining('data.gouv.fr'),
    });
  });

  it('knows a file it has read', async () => {
    expect((await bench.ingest('idcc', bench.at('siret-idcc.csv'))).archives[0]!.outcome).toBe('known');
  });

  it('reads columns in another order, other separators, quotes, a mark of UTF-8 and gzip', async () => {
    const text = `\ufeff"SIRET";"MOIS";"DATE_MAJ";"IDCC"\r\n"${site(first)}";"202606";"14/06/2026";"0044"\r\n`;
    const report = await bench.ingest(
      'idcc',
      bench.write('siret_IDCC_juin.csv.gz', gzipSync(Buffer.from(text))),
    );
    expect(report.error).toBeNull();
    expect(report.archives[0]!.publishedOn).toBe('2026-06-14');
    expect(bench.read(first).branches.map(({ idcc }) => idcc)).toEqual(['0044']);
    expect(codes(second)).toEqual([]);
  });

  it('lists lines it cannot read, and goes on', async () => {
    const text = file(
      line(site(first), '44', '2026-07-01'),
      line(site(first), 'abc', '2026-07-01'),
      'n’importe quoi',
      line(`${first}00000`, '44', '2026-07-01'),
    );
    const report = await bench.ingest('idcc', bench.write('siret-idcc-07.csv', text));
    expect(report.error).toBeNull();
    expect(report.archives[0]!.rejects.map(({ reason }) => reason)).toEqual([
      'the line has no SIRET of 14 digits in its place',
      expect.stringMatching(/"abc" is no code/),
      expect.stringMatching(/is no SIRET/),
    ]);
  });

  it.each([
    [
      'a missing column',
      file().replace('IDCC', 'CODE'),
      /lacks the column "IDCC" and has the unknown column "CODE".*Nothing was changed/,
    ],
    ['an empty file', '', /holds no line/],
    [
      'half a download',
      file(line(site(first), '44', '2026-08-01')) + '202608,0027',
      /ends in the middle of a line/,
    ],
    [
      'an older edition',
      file(line(site(first), '44', '2026-01-01')),
      /is of 2026-01-01, older than the edition of/,
    ],
  ])('refuses %s and keeps the last good state', async (_, text, message) => {
    const before = codes(first);
    const report = await bench.ingest('idcc', bench.write('siret-idcc-bad.csv', text));
    expect(report.error).toMatch(message);
    expect(codes(first)).toEqual(before);
  });

  it('refuses a truncated gzip, and a file ten times shorter than the one before', async () => {
    const many = file(...Array.from({ length: 1000 }, () => line(site(first), '44', '2026-08-01')));
    expect((await bench.ingest('idcc', bench.write('siret-idcc-08.csv', many))).error).toBeNull();
    const cut = gzipSync(Buffer.from(many.repeat(20))).subarray(0, 200);
    expect((await bench.ingest('idcc', bench.write('siret-idcc-09.csv.gz', cut))).error).toMatch(
      /truncated or damaged/,
    );
    const short = file(...Array.from({ length: 100 }, () => line(site(first), '16', '2026-09-01')));
    expect((await bench.ingest('idcc', bench.write('siret-idcc-10.csv', short))).error).toMatch(
      /100 records where the one before held 1000/,
    );
    expect(bench.read(first).branches.map(({ idcc }) => idcc)).toEqual(['0044']);
  });

  it('marks what comes from a fictional file, and never shows its address', async () => {
    const report = await bench.ingest(
      'idcc',
      bench.zip('siret-idcc.csv.zip', {
        'FICTIF.txt': 'fictif',
        'siret-idcc.csv': file(line(site(second), '1486')),
      }),
    );
    expect(report.archives[0]).toMatchObject({ isFictional: true });
    expect(bench.read(second).branches[0]!.provenance.url).toBeNull();
    expect(bench.read(first).branches).toHaveLength(1);
  });
});
