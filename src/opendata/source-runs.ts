import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { dataPath } from '#env';

/** Of a report of `npm run ingest` or of a refresh, what may be told: when, and whether the files were taken. */
const IngestReport = z.object({
  source: z.string(),
  startedAt: z.iso.datetime(),
  error: z.string().nullable(),
});

export type SourceRun = { startedAt: string; isOk: boolean };

/** The last reading of each source, from `DATA_DIR/reports`; what is no such report is passed over. */
export function readSourceRuns(folder: string = dataPath('reports')): Map<string, SourceRun> {
  const runs = new Map<string, SourceRun>();
  if (!existsSync(folder)) return runs;
  for (const name of readdirSync(folder)) {
    if (!/^ingest-.*\.json$/.test(name)) continue;
    const report = parse(path.join(folder, name));
    if (!report) continue;
    const { source, startedAt, error } = report;
    const known = runs.get(source);
    if (!known || known.startedAt < startedAt) runs.set(source, { startedAt, isOk: error === null });
  }
  return runs;
}

/** Null while a run is writing it, or for another kind of file. */
function parse(file: string): z.infer<typeof IngestReport> | null {
  try {
    return IngestReport.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
