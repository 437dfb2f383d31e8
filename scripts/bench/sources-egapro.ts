import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IngestReport } from '#pipeline/ingest-report.ts';
import type { IsoDate } from '#domain/dates.ts';
import { fictionalSiren } from '#sample/identifiers.ts';
import { writeWorkbook, type Cell } from '#sample/archive/workbook.ts';
import { COLUMNS } from '#sources/egapro/columns.ts';

const EMPLOYERS = 40_895;
const ROWS = 214_040;
const TARGET_SECONDS = 30;

/** Rows of the published workbook: 40,895 employers, one UES in nine, one score in five not computable. */
function* rows(): Generator<readonly Cell[]> {
  yield COLUMNS.index;
  for (let n = 0; n < ROWS; n++) {
    const employer = n % EMPLOYERS;
    const isUes = employer % 9 === 0;
    const isLarge = employer % 3 === 0;
    const members = [employer, employer + 1, employer + 2]
      .map((index) => `SOCIETE FICTIVE ${index} (${fictionalSiren(index)})`)
      .join(',');
    yield [
      2018 + Math.floor(n / EMPLOYERS),
      isUes ? 'Unité Economique et Sociale (UES)' : 'Entreprise',
      isLarge ? '251 à 999' : '50 à 250',
      fictionalSiren(employer),
      `SOCIETE FICTIVE DE MECANIQUE ET DE LEVAGE ${employer}`,
      isUes ? `UES FICTIVE ${employer}` : null,
      isUes ? members : null,
      'Auvergne-Rhône-Alpes',
      'Puy-de-Dôme',
      'FRANCE',
      '28.22Z - Fabrication de matériel de levage et de manutention',
      30 + (n % 10),
      isLarge ? 20 : '',
      isLarge ? 15 : '',
      isLarge ? '' : 35,
      n % 4 === 0 ? 'NC' : 15,
      n % 11,
      n % 5 === 0 ? 'NC' : 75 + (n % 26),
    ];
  }
}

/** Ingests a generated `index-egalite-fh.xlsx` of the real size, in a process of its own. */
export async function benchEgapro(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-bench-'));
  try {
    const file = path.join(folder, 'index-egalite-fh.xlsx');
    await writeWorkbook(file, {
      sheet: 'Données publiques Index Egapro',
      modifiedOn: '2026-07-18' as IsoDate,
      notice: null,
      rows: rows(),
    });
    const run = spawnSync(process.execPath, ['scripts/ingest.ts', 'egapro', file], {
      env: { ...process.env, DATA_DIR: path.join(folder, 'data') },
    });
    if (run.status !== 0) throw new Error(`bench: egapro: ${run.stdout.toString()}${run.stderr.toString()}`);
    const report = JSON.parse(
      readFileSync(path.join(folder, 'data', 'reports', 'ingest-egapro.json'), 'utf8'),
    ) as IngestReport;
    const corpus = statSync(path.join(folder, 'data', 'corpus.db')).size / 1e6;
    console.log(
      `egapro: ${report.totals['records']} rows (${(statSync(file).size / 1e6).toFixed(1)} MB of xlsx) in ${report.seconds.toFixed(1)} s (target ${TARGET_SECONDS} s), peak memory ${Math.round(report.peakMemoryMb)} MB, corpus ${corpus.toFixed(0)} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
