import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const url = inject('siteUrl');
const dataDir = inject('dataDir');
let dump: Database.Database | undefined;

beforeAll(async () => {
  const env = { ...process.env, DATA_DIR: dataDir };
  // The server may be writing its first dump: then ours is refused, and asked for again.
  for (let tries = 30; ; tries -= 1) {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/dump.ts'], { env, encoding: 'utf8' });
    if (status === 0) break;
    if (tries === 0 || !stderr.includes('another dump')) throw new Error(stderr);
    await sleep(1000);
  }
  dump = new Database(path.join(dataDir, 'dump', 'star-finder.sqlite'), { readonly: true });
}, 90_000);
afterAll(() => dump?.close());

type CsvRow = { code: string; size: string; employers: number; granting: number; bands: string[] };

/** The lines of a page's CSV: benefit, size, both figures. Labels with a semicolon are quoted. */
async function readCsv(address: string): Promise<CsvRow[]> {
  const text = await (await fetch(url + address)).text();
  const cells = (line: string) => line.match(/"(?:[^"]|"")*"|[^;]+|(?<=;)(?=;)/g) ?? [];
  const [head, ...lines] = text.trim().split('\r\n').map(cells);
  const at = (name: string) => head!.findIndex((cell) => cell.replace('\ufeff', '') === name);
  const [code, size, employers, granting, list] = [
    'code_avantage',
    'taille',
    'employeurs_avec_accord_publie',
    'employeurs_avec_avantage_en_vigueur',
    'liste',
  ].map(at);
  return lines.map((line) => ({
    code: line[code!]!,
    size: line[size!]!,
    employers: Number(line[employers!]),
    granting: Number(line[granting!]),
    bands: new URL(line[list!]!).searchParams.getAll('effectif'),
  }));
}

const IN_PLACE = `EXISTS (SELECT 1 FROM json_each('["' || replace(e.departments, '|', '","') || '"]') d
  WHERE d.value IN (SELECT value FROM json_each(:departments))
    AND (c.claim_id IS NULL OR c.departments = '' OR instr('|' || c.departments || '|', '|' || d.value || '|') > 0))`;

describe('every figure of a territory equals a query on the published SQLite file', () => {
  it.each([
    { address: '/territoires/bretagne.csv', departments: ['22', '29', '35', '56'] },
    { address: '/territoires/ille-et-vilaine.csv', departments: ['35'] },
    { address: '/territoires/nord.csv', departments: ['59'] },
  ])('$address', async ({ address, departments }) => {
    const rows = (await readCsv(address)).filter(({ size }) => size === 'toutes tailles');
    expect(rows.length).toBeGreaterThan(40);
    const scope = { departments: JSON.stringify(departments) };
    const employers = dump!
      .prepare(
        `SELECT count(*) AS n FROM employeurs e LEFT JOIN (SELECT NULL AS claim_id, '' AS departments) c WHERE ${IN_PLACE}`,
      )
      .get(scope) as { n: number };
    const counts = new Map(
      (
        dump!
          .prepare(
            `SELECT c.benefit AS benefit, count(DISTINCT c.siren) AS n FROM avantages c JOIN employeurs e USING (siren)
             WHERE c.is_live AND ${IN_PLACE} GROUP BY 1`,
          )
          .all(scope) as { benefit: string; n: number }[]
      ).map(({ benefit, n }) => [benefit, n]),
    );
    for (const { code, employers: of, granting } of rows) {
      expect(of).toBe(employers.n);
      expect([code, granting]).toEqual([code, counts.get(code) ?? 0]);
    }
    expect(rows.some(({ granting }) => granting > 0)).toBe(true);
  });

  it('/secteurs/62.csv, each size too', async () => {
    const rows = await readCsv('/secteurs/62.csv');
    const query = dump!.prepare(
      `SELECT count(DISTINCT c.siren) AS n FROM avantages c JOIN employeurs e USING (siren)
       WHERE c.is_live AND c.benefit = ? AND replace(e.naf_code, '.', '') LIKE '62%'`,
    );
    const whole = rows.filter(({ size }) => size === 'toutes tailles');
    for (const { code, granting } of whole)
      expect([code, granting]).toEqual([code, (query.get(code) as { n: number }).n]);
    const sized = rows.filter(({ size }) => size !== 'toutes tailles');
    expect(sized.length).toBeGreaterThan(0);
    const inBands = (column: string) =>
      dump!.prepare(
        `SELECT count(DISTINCT e.siren) AS n FROM employeurs e LEFT JOIN avantages c ON c.siren = e.siren AND c.is_live AND c.benefit = :code
         WHERE replace(e.naf_code, '.', '') LIKE '62%' AND ${column} IS NOT NULL
           AND e.headcount_band IN (SELECT value FROM json_each(:bands))`,
      );
    const [all, granted] = [inBands('e.siren'), inBands('c.siren')];
    for (const { code, employers, granting, bands } of sized) {
      expect(employers, code).toBeGreaterThanOrEqual(10);
      const asked = { code, bands: JSON.stringify(bands) };
      expect([code, employers, granting]).toEqual([
        code,
        (all.get(asked) as { n: number }).n,
        (granted.get(asked) as { n: number }).n,
      ]);
    }
  });
});
