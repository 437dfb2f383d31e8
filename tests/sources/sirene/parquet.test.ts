import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ESTABLISHMENT_COLUMNS, READ_COLUMNS, UNIT_COLUMNS } from '#sources/sirene/columns.ts';
import { readParquet } from '#sources/sirene/parquet.ts';
import { parquet, siteRow, unitRow } from './stock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'parquet-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: Buffer, wanted: string[], kind: 'units' | 'establishments' = 'units') {
  const file = { name: 'StockUniteLegale_utf8.parquet', path: path.join(folder, 'stock.parquet') };
  writeFileSync(file.path, bytes);
  const rows: Record<string, string>[] = [];
  let lines = 0;
  for await (const piece of readParquet(file, kind, new Set(wanted))) {
    rows.push(...piece.rows);
    lines += piece.lines;
  }
  return { rows, lines };
}

const sirenAt = (n: number): string => String(100_000_000 + 7 * n);
const rows = Array.from({ length: 40 }, (_, n) =>
  unitRow(sirenAt(n), { denominationUniteLegale: `ÉTOILE ${n}`, sigleUniteLegale: n % 3 ? '' : `S${n}` }),
);
const seen = (row: Record<string, string>): Record<string, string> =>
  Object.fromEntries([...READ_COLUMNS.units.keys, ...READ_COLUMNS.units.values].map((name) => [name, row[name] ?? ''])); // prettier-ignore

describe('readParquet', () => {
  it.each(['ZSTD', 'SNAPPY', 'GZIP'] as const)(
    'reads wanted rows as the CSV prints them, %s',
    async (codec) => {
      const found = await read(parquet(UNIT_COLUMNS, rows, { rowGroupSize: 7, codec }), [
        sirenAt(0),
        sirenAt(25),
      ]);
      expect(found.lines).toBe(40);
      expect(found.rows).toEqual([seen(rows[0]!), seen(rows[25]!)]);
    },
  );

  it('finds any employers in row groups of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 45 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 45 }), { maxLength: 20 }),
        async (rowGroupSize, picked) => {
          const found = await read(parquet(UNIT_COLUMNS, rows, { rowGroupSize }), picked.map(sirenAt));
          expect(found.rows).toEqual(rows.filter((_, n) => picked.includes(n)).map(seen));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('reads several establishments of one unit, and flags as words', async () => {
    const sites = [siteRow('00271828600012'), siteRow('00271828600020', { etablissementSiege: 'false' })];
    const found = await read(parquet(ESTABLISHMENT_COLUMNS, sites), ['002718286'], 'establishments');
    expect(found.rows.map((row) => [row['siret'], row['etablissementSiege']])).toEqual([
      ['00271828600012', 'true'],
      ['00271828600020', 'false'],
    ]);
  });

  it.each([
    [
      'a column less',
      () => parquet(UNIT_COLUMNS.slice(0, -1), rows),
      /lacks the column "activitePrincipaleNAF25/,
    ],
    ['a column more', () => parquet([...UNIT_COLUMNS, 'couleur'], rows), /has the unknown column "couleur"/],
    ['half a download', () => parquet(UNIT_COLUMNS, rows).subarray(0, 4000), /truncated or no parquet file/],
    ['an empty file', () => Buffer.alloc(0), /truncated or no parquet file/],
    ['another file', () => Buffer.from('siren,nic\n'.repeat(40)), /truncated or no parquet file/],
    [
      'a damaged page',
      () => {
        const bytes = parquet(UNIT_COLUMNS, rows, { rowGroupSize: 40 });
        return bytes.fill(0xff, 20, 200);
      },
      /truncated or no parquet file/,
    ],
  ])('refuses %s', async (_, make, message) => {
    await expect(read(make(), [sirenAt(0)])).rejects.toThrow(message);
  });
});
