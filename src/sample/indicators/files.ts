import path from 'node:path';
import { addDays, type IsoDate } from '#domain/dates.ts';
import { openZip } from '../archive/compressed-file.ts';
import { writeWorkbook, type Cell } from '../archive/workbook.ts';
import type { Employer } from '../employer.ts';
import type { Calendar } from '../life.ts';
import { BRANCH_COLUMNS, branchLines } from './branches.ts';
import {
  DIRECTIVE_HEADER, directiveLines, INDEX_HEADER, indexRows, REPRESENTATION_HEADER, representationRows,
} from './equality.ts'; // prettier-ignore

import { ESS_HEADER, essLines, RFAR_HEADER, rfarLines, SIAE_HEADER, siaeLines } from './labels.ts';
import { QVCT_HEADER, qvctLines } from './qvct.ts';

export type IndicatorRun = {
  seed: string;
  out: string;
  calendar: Calendar;
  notice: string;
  employers: () => Iterable<Employer>;
};

type Written = { name: string; bytes: number };

/** The files are a few days old. */
const dayOf = ({ calendar }: IndicatorRun): IsoDate => addDays(calendar.today, -4);
const compact = (day: IsoDate): string => day.replaceAll('-', '');

/** Files of the sources besides agreements and Sirene, in their own layouts, marked fictional. @returns name and size of each */
export async function writeIndicatorFiles(run: IndicatorRun): Promise<Written[]> {
  const { seed, calendar } = run;
  const day = compact(dayOf(run));
  const members = [...run.employers()].filter(({ planted }) => UES_MEMBERS.has(planted?.id ?? ''));
  return [
    await writeCsv(run, 'siret-idcc', BRANCH_COLUMNS.join(','), (employer) =>
      branchLines(seed, employer, calendar),
    ),
    await writeSheet(run, 'index-egalite-fh', 'Données publiques Index Egapro', INDEX_HEADER, (employer) =>
      indexRows(seed, employer, calendar, membersOf(employer, members)),
    ),
    await writeSheet(run, 'dgt-export-representation', 'BDD REPONDANTS', REPRESENTATION_HEADER, (employer) =>
      representationRows(seed, employer, calendar),
    ),
    await writeCsv(
      run,
      `declarations_export-${day}`,
      DIRECTIVE_HEADER.map((name) => `"${name}"`).join(';'),
      (employer) => directiveLines(seed, employer, calendar),
    ),
    await writeCsv(run, `qvct-fictif-${day}`, QVCT_HEADER.join(','), (employer) =>
      qvctLines(seed, employer, calendar),
    ),
    await writeCsv(run, `rfar-${day}`, RFAR_HEADER, (employer) => rfarLines(seed, employer)),
    await writeCsv(run, `ess-france-${day}`, ESS_HEADER, (employer) => essLines(employer)),
    await writeCsv(run, `siae-${day}`, SIAE_HEADER, (employer) => siaeLines(seed, employer)),
  ];
}

const UES_MEMBERS = new Set(['ues-head', 'ues-member', 'ues-silent-member']);

/** The other members of the UES an employer heads; they follow it in the plan. */
const membersOf = ({ planted, index }: Employer, all: readonly Employer[]): Employer[] =>
  planted?.id === 'ues-head' ? all.filter((other) => Math.abs(other.index - index) < 10) : [];

/** A zip of the CSV and of the notice that marks it fictional. */
async function writeCsv(
  { out, notice, employers }: IndicatorRun,
  stem: string,
  header: string,
  linesOf: (employer: Employer) => Iterable<string>,
): Promise<Written> {
  const name = path.join(out, `${stem}.csv.zip`);
  const zip = openZip(name);
  await zip.write('FICTIF.txt', [Buffer.from(notice)]);
  function* pieces(): Generator<Uint8Array> {
    yield Buffer.from(`${header}\n`);
    for (const employer of employers()) for (const line of linesOf(employer)) yield Buffer.from(`${line}\n`);
  }
  await zip.write(`${stem}.csv`, pieces());
  return { name, bytes: await zip.close() };
}

/** A workbook with the same notice beside its parts. */
async function writeSheet(
  run: IndicatorRun,
  stem: string,
  sheet: string,
  header: readonly string[],
  rowsOf: (employer: Employer) => Iterable<readonly Cell[]>,
): Promise<Written> {
  const name = path.join(run.out, `${stem}.xlsx`);
  function* rows(): Generator<readonly Cell[]> {
    yield header;
    for (const employer of run.employers()) yield* rowsOf(employer);
  }
  const bytes = await writeWorkbook(name, {
    sheet,
    modifiedOn: dayOf(run),
    notice: run.notice,
    rows: rows(),
  });
  return { name, bytes };
}
