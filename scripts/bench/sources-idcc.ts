import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IngestReport } from '#pipeline/ingest-report.ts';
import type { AgreementRecord } from '#domain/agreement.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { AgreementId } from '#domain/ids.ts';
import { beginArchive, finishArchive } from '#db/corpus/archives.ts';
import { openCorpus } from '#db/corpus/open.ts';
import { AccoWriter } from '#db/corpus/write.ts';
import { fictionalSiren, fictionalSiret } from '#sample/identifiers.ts';

const ROWS = 2_400_000;
/** Employers that agreements name; each has ten lines of the file, the rest belongs to others. */
export const EMPLOYERS = 15_000;
const LINES_EACH = 10;
const TARGET_SECONDS = 20;

async function writeLines(file: string): Promise<void> {
  const out = createWriteStream(file, { highWaterMark: 1024 * 1024 });
  out.write('MOIS,SIRET,IDCC,DATE_MAJ\n');
  const every = Math.floor(ROWS / (EMPLOYERS * LINES_EACH));
  for (let n = 0, own = 0; n < ROWS; n++) {
    const isOwn = n % every === 0 && own < EMPLOYERS * LINES_EACH;
    const siret = isOwn
      ? fictionalSiret(fictionalSiren(own % EMPLOYERS), Math.floor(own / EMPLOYERS) + 1)
      : `9${String(n).padStart(8, '0')}00017`;
    if (isOwn) own++;
    const idcc = n % 7 === 0 ? '9999' : String(1000 + (n % 2000)).padStart(4, '0');
    if (!out.write(`202605,${siret},${idcc},2026-05-19\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}

/** A corpus whose agreements name the employers. */
export function writeCorpus(file: string): void {
  const corpus = openCorpus(file);
  corpus.transaction(() => {
    const publishedOn = '2026-04-24' as IsoDate;
    const archive = { kind: 'full' as const, stamp: '20260424-000000', publishedOn };
    const id = beginArchive(corpus, {
      ...archive,
      source: 'acco',
      name: 'bench',
      url: null,
      bytes: 1,
      scope: '',
    });
    const writer = new AccoWriter(corpus, { id, ...archive });
    for (let n = 0; n < EMPLOYERS; n++) writer.writeAgreement(recordOf(n));
    finishArchive(corpus, id, { sha256: 'b'.repeat(64), isFictional: true, counts: {} });
  });
  corpus.$client.close();
}

function recordOf(n: number): AgreementRecord {
  const siren = fictionalSiren(n);
  return {
    ...{
      id: `ACCOTEXT0009${String(n).padStart(8, '0')}` as AgreementId,
      siren,
      siret: fictionalSiret(siren, 1),
    },
    ...{
      nature: 'ACCORD',
      title: 'Accord',
      number: null,
      legalName: `SOCIETE ${n}`,
      signedOn: null,
      filedOn: null,
    },
    ...{
      effectiveOn: null,
      endsOn: null,
      hasNoEnd: false,
      publishedOn: null,
      updatedOn: null,
      nafCode: null,
    },
    ...{
      idccCode: null,
      sectorLabel: null,
      isComplete: true,
      themes: [],
      signatoryUnions: [],
      signatoryCodes: [],
    },
    ...{ documentName: null, isFictional: true },
  };
}

/** Ingests 2.4 million generated lines for 15,000 employers, in a process of its own. */
export async function benchIdcc(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-bench-'));
  try {
    const file = path.join(folder, 'siret-idcc.csv');
    await writeLines(file);
    writeCorpus(path.join(folder, 'data', 'corpus.db'));
    const run = spawnSync(process.execPath, ['scripts/ingest.ts', 'idcc', file], {
      env: { ...process.env, DATA_DIR: path.join(folder, 'data') },
    });
    if (run.status !== 0) throw new Error(`bench: idcc: ${run.stdout.toString()}${run.stderr.toString()}`);
    const report = JSON.parse(
      readFileSync(path.join(folder, 'data', 'reports', 'ingest-idcc.json'), 'utf8'),
    ) as IngestReport;
    console.log(
      `idcc: ${report.totals['records']} lines (${(statSync(file).size / 1e6).toFixed(0)} MB), ${report.totals['branches.kept']} kept for ${EMPLOYERS} employers, in ${report.seconds.toFixed(1)} s (target ${TARGET_SECONDS} s), peak memory ${Math.round(report.peakMemoryMb)} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
