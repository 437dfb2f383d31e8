import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { IsoDate } from '#domain/dates.ts';
import { agreementXml, documentPath, textPath } from './archive/agreement-xml.ts';
import { openGzip, openZip } from './archive/compressed-file.ts';
import { TAR_END, tarEntry } from './archive/tar.ts';
import { tell } from './cases.ts';
import { documentOf } from './docx/docx.ts';
import { createEmployer, type Employer } from './employer.ts';
import { EMPLOYERS_MAX } from './identifiers.ts';
import { calendarOf, type Calendar } from './life.ts';
import { writeIndicatorFiles } from './indicators/files.ts';
import type { Agreement } from './model.ts';
import { createPlanner } from './plan.ts';
import { PLANTED_PERIOD } from './planted.ts';
import { ESTABLISHMENT_COLUMNS, establishmentLines, UNIT_COLUMNS, unitLine } from './sirene.ts';
import { forgottenUnit, LINK_COLUMNS, successionLines } from './successions.ts';
import { truthOf } from './truth.ts';

export type SampleOptions = {
  employers: number;
  seed: string;
  today: IsoDate;
  /** A folder for everything, or one `.tar.gz` for the full dump alone. */
  out: string;
  truth: string | null;
  onProgress?: (done: number, stage: string) => void;
};

export type SampleFigures = {
  employers: number;
  agreements: number;
  documents: number;
  bytes: number;
  files: string[];
};

const NOTICE = `Archive fictive.
Tous les employeurs, accords, numéros et noms de cette archive sont inventés par le générateur d’exemples de Star finder.
Aucun ne désigne une entreprise, une personne ou un accord réels. La mise en forme seule suit celle de la base ACCO de la DILA.
`;

/** Employer and agreements at that index: made again for each pass, so that nothing is kept in memory. */
export function planEmployer(
  seed: string,
  index: number,
  calendar: Calendar,
): { employer: Employer; agreements: Agreement[] } {
  const employer = createEmployer(seed, index);
  const planner = createPlanner(seed, employer, calendar);
  tell(planner);
  return { employer, agreements: planner.agreements };
}

const stamp = (day: IsoDate, time: string): string => `${day.replaceAll('-', '')}-${time}`;

/** Writes the archives and Sirene files. Same options, same bytes. Throws when `employers` exceeds the numbers available. */
export async function generateSample(options: SampleOptions): Promise<SampleFigures> {
  if (options.employers > EMPLOYERS_MAX)
    throw new Error(`sample: at most ${EMPLOYERS_MAX} employers have a fictional SIREN`);
  const { out, today } = options;
  const calendar = calendarOf(today);
  const isFile = out.endsWith('.gz');
  mkdirSync(isFile ? path.dirname(out) : out, { recursive: true });
  const figures: SampleFigures = {
    employers: options.employers,
    agreements: 0,
    documents: 0,
    bytes: 0,
    files: [],
  };
  const run = { options, calendar, figures };
  if (isFile) await writeArchive(run, out, stamp(calendar.fullOn, '140000'), 'all');
  else {
    const full = stamp(calendar.fullOn, '140000');
    const increment = stamp(calendar.incrementOn, '064210');
    await writeArchive(run, path.join(out, `Freemium_acco_global_${full}.tar.gz`), full, 'full');
    await writeArchive(run, path.join(out, `ACCO_${increment}.tar.gz`), increment, 'increment');
    const { seed, employers } = options;
    const forgotten = employers < PLANTED_PERIOD ? [] : [forgottenUnit(seed)];
    const written = (write: typeof unitLine) =>
      function* (): Generator<string> {
        for (let index = 0; index < employers; index++)
          yield write(seed, createEmployer(seed, index), calendar);
        for (const unit of forgotten) yield write(seed, unit, calendar);
      };
    const links = successionLines(seed, employers, calendar).map((line) => `${line}\n`);
    await writeStock(run, 'StockUniteLegale_utf8', UNIT_COLUMNS, written(unitLine));
    await writeStock(run, 'StockEtablissement_utf8', ESTABLISHMENT_COLUMNS, written(establishmentLines));
    // A stock without a line is refused as damaged: few employers have no succession, hence no file of them.
    if (links.length > 0)
      await writeStock(run, 'StockEtablissementLiensSuccession_utf8', LINK_COLUMNS, () => links);
    await writeIndicators(run);
  }
  if (options.truth) await writeTruth(run, options.truth);
  return figures;
}

type Run = { options: SampleOptions; calendar: Calendar; figures: SampleFigures };

function* planned(
  { options, calendar }: Run,
  stage: string,
): Generator<{ employer: Employer; agreements: Agreement[] }> {
  for (let index = 0; index < options.employers; index++) {
    yield planEmployer(options.seed, index, calendar);
    if ((index + 1) % 1000 === 0) options.onProgress?.(index + 1, stage);
  }
}

function finish({ figures }: Run, bytes: number, name: string): void {
  figures.bytes += bytes;
  figures.files.push(name);
}

/** As DILA's: every XML, then every office file, then the deletion list. */
async function writeArchive(
  run: Run,
  name: string,
  root: string,
  batch: 'full' | 'increment' | 'all',
): Promise<void> {
  const { options, calendar, figures } = run;
  const day = batch === 'increment' ? calendar.incrementOn : calendar.fullOn;
  const modified = Date.parse(`${day}T00:31:00Z`) / 1000;
  const file = openGzip(name);
  const isIn = (agreement: Agreement): boolean =>
    batch === 'all' || agreement.batch === batch || agreement.batch === 'both';
  await file.write(tarEntry(`${root}/FICTIF.txt`, NOTICE, modified));
  for (const { agreements } of planned(run, 'XML'))
    for (const agreement of agreements.filter(isIn)) {
      figures.agreements++;
      await file.write(
        tarEntry(`${root}/${textPath(agreement.id)}.xml`, agreementXml(agreement, day), modified),
      );
    }
  for (const { agreements } of planned(run, 'documents'))
    for (const agreement of agreements.filter(isIn)) {
      const document = documentOf(options.seed, agreement);
      if (!document) continue;
      figures.documents++;
      await file.write(
        tarEntry(`${root}/acco/global/bureautique${documentPath(agreement)}`, document, modified),
      );
    }
  if (batch === 'increment')
    await file.write(tarEntry(`${root}/liste_suppression_acco.dat`, deletions(run), modified));
  await file.write(TAR_END);
  finish(run, await file.close(), name);
}

/** Two lines for each withdrawn agreement: its XML without extension, its document after a double slash. */
function deletions(run: Run): string {
  const lines: string[] = [];
  for (const { agreements } of planned(run, 'suppressions'))
    for (const agreement of agreements)
      if (agreement.isWithdrawn)
        lines.push(textPath(agreement.id), `acco/global/bureautique/${documentPath(agreement)}`);
  return lines.map((line) => `${line}\n`).join('');
}

/** A zip of the CSV, as INSEE's, and of the notice that marks it fictional. */
async function writeStock(
  run: Run,
  stock: string,
  columns: readonly string[],
  linesOf: () => Iterable<string>,
): Promise<void> {
  const name = path.join(run.options.out, `${stock}.zip`);
  const zip = openZip(name);
  await zip.write('FICTIF.txt', [Buffer.from(NOTICE)]);
  function* lines(): Generator<Uint8Array> {
    yield Buffer.from(`${columns.join(',')}\n`);
    for (const line of linesOf()) yield Buffer.from(line);
  }
  await zip.write(`${stock}.csv`, lines());
  finish(run, await zip.close(), name);
}

async function writeIndicators(run: Run): Promise<void> {
  const { options, calendar } = run;
  const { seed, out } = options;
  function* employers(): Generator<Employer> {
    for (let index = 0; index < options.employers; index++) yield createEmployer(seed, index);
  }
  const written = await writeIndicatorFiles({ seed, out, calendar, notice: NOTICE, employers });
  for (const { name, bytes } of written) finish(run, bytes, name);
}

/** JSON lines, one a planted claim. */
async function writeTruth(run: Run, name: string): Promise<void> {
  const file = createWriteStream(name);
  for (const { agreements } of planned(run, 'vérité'))
    for (const agreement of agreements)
      for (const claim of truthOf(run.options.seed, agreement, run.calendar))
        if (!file.write(`${JSON.stringify(claim)}\n`)) await once(file, 'drain');
  file.end();
  await finished(file);
  run.figures.files.push(name);
}
