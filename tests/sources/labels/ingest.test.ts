import { afterAll, describe, expect, it } from 'vitest';
import { IndicatorBench } from '../../fixtures/indicators/bench.ts';
import type { Siren } from '#domain/ids.ts';
import { fictionalSiren } from '#sample/identifiers.ts';

const [first, second, stranger] = [0, 1, 2].map(fictionalSiren) as [Siren, Siren, Siren];
const bench = new IndicatorBench([first, second]);
afterAll(() => bench.remove());

const flags = (siren: Siren) => bench.read(siren).labels.map(({ label, scope }) => [label, scope]);
const bare = (siren: string) => String(Number(siren));

describe('ingest labels', () => {
  it('flags the employers named, whatever became of the leading zeros, and leaves empty lines alone', async () => {
    const rfar = `RAISON;SIREN;PERIMETRE\nA;${bare(first)};Groupe\nB;;Rien\nC;${bare(stranger)};\nD;${second};\n`;
    const report = await bench.ingest('labels', bench.write('rfar-2026-07-01.csv', rfar));
    expect(report.error).toBeNull();
    expect(report.archives[0]).toMatchObject({ publishedOn: '2026-07-01', counts: { records: 4, 'labels.rfar': 2 } });
    await bench.ingest('labels', bench.write('ess-france-2026-07-01.csv', `SIREN,Nom\n${first},"A, B"\n`));
    await bench.ingest('labels', bench.write('siae-2026-07-01.csv', `siren,type_siae,est_siae\n${first},"['EI', 'XYZ']",1\n`));
    expect(flags(first)).toEqual([['ess', null], ['rfar', 'Groupe'], ['siae', 'entreprise d’insertion, XYZ']]);
    expect(flags(second)).toEqual([['rfar', null]]);
  });

  it('takes a flag away when the next edition of the same list lacks it', async () => {
    await bench.ingest('labels', bench.write('rfar-2026-08-01.csv', `SIREN;PERIMETRE\n${first};Groupe\n`));
    expect(flags(second)).toEqual([]);
    expect(flags(first)).toHaveLength(3);
  });

  it.each([
    ['moved columns', 'rfar-2026-09-01.csv', 'SIRET;PERIMETRE\n1;x\n', /lacks the column "SIREN"/],
    ['an empty file', 'ess-france-2026-09-01.csv', '', /is empty/],
    ['a list without any line', 'ess-france-2026-09-01.csv', 'SIREN\n', /holds 0 records/],
    ['a line that is cut', 'siae-2026-09-01.csv', `siren,type_siae,est_siae\n${first}`, /line 2.*Nothing was changed/],
    ['an older edition', 'rfar-2025-01-01.csv', `SIREN;PERIMETRE\n${first};x\n`, /older than the edition/],
  ])('refuses %s and keeps the last good state', async (_, name, text, message) => {
    const before = flags(first);
    expect((await bench.ingest('labels', bench.write(name, text))).error).toMatch(message);
    expect(flags(first)).toEqual(before);
  });

  it('lists numbers that are no SIREN', async () => {
    const report = await bench.ingest('labels', bench.write('rfar-2026-10-01.csv', `SIREN;PERIMETRE\n${first};\n123456789;\n`));
    expect(report.archives[0]!.rejects).toMatchObject([{ entry: 'line 3', reason: expect.stringContaining('is no SIREN') }]);
  });
}); // prettier-ignore
