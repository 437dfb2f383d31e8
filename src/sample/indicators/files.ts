import path from 'node:path';
import type { Employer } from '../employer.ts';
import type { Calendar } from '../life.ts';
import { openZip } from '../archive/compressed-file.ts';
import { BRANCH_COLUMNS, branchLines } from './branches.ts';

export type IndicatorRun = {
  seed: string;
  out: string;
  calendar: Calendar;
  notice: string;
  employers: () => Iterable<Employer>;
};

/** Files of the sources besides agreements and Sirene, in their own layouts, marked fictional. @returns name and size of each */
export async function writeIndicatorFiles(run: IndicatorRun): Promise<{ name: string; bytes: number }[]> {
  const { seed, calendar } = run;
  return [
    await writeCsv(run, 'siret-idcc', BRANCH_COLUMNS.join(','), (employer) =>
      branchLines(seed, employer, calendar),
    ),
  ];
}

/** A zip of the CSV and of the notice that marks it fictional. */
async function writeCsv(
  { out, notice, employers }: IndicatorRun,
  stem: string,
  header: string,
  linesOf: (employer: Employer) => Iterable<string>,
): Promise<{ name: string; bytes: number }> {
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
