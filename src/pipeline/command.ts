import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataPath } from '#env';

/** Told as work goes on; `total` null when nobody knows it yet. */
export type Progress = (step: string, done: number, total?: number | null) => void;

const PRINT_EVERY_MS = 1000;

/**
 * Body of a command: prints progress with counts and rate, then one summary line, leaves the report in
 * `DATA_DIR/reports/<name>.json`, and makes the process exit with 1 when the work failed.
 */
export async function runCommand<T extends object>(
  name: string,
  work: (progress: Progress) => Promise<T>,
  summarize: (report: T) => string,
): Promise<T | null> {
  const startedAt = new Date();
  const seconds = () => (Date.now() - startedAt.getTime()) / 1000;
  const head = () => ({ command: name, startedAt: startedAt.toISOString(), seconds: seconds() });
  try {
    const report = await work(printProgress(name));
    writeReport(name, { ...head(), isOk: true, ...report });
    console.log(`${name}: ${summarize(report)}, ${seconds().toFixed(1)} s`);
    return report;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    writeReport(name, { ...head(), isOk: false, error: message });
    // The three errors of the house speak to the person at the terminal; anything else is a fault of ours.
    const isOurs = error instanceof Error && /^(Source|Record|Input)Error$/.test(error.name);
    console.error(isOurs ? message : error);
    console.error(`${name}: failed after ${seconds().toFixed(1)} s`);
    process.exitCode = 1;
    return null;
  }
}

/** Prints at most one line a second for a step, and always its last count. */
export function printProgress(name: string): Progress {
  let current = '';
  let start = 0;
  let printed = 0;
  return (step, done, total = null) => {
    const now = performance.now();
    if (step !== current) {
      current = step;
      start = now;
      printed = now;
    }
    const isLast = total !== null && done === total;
    if (!isLast && (done === 0 || now - printed < PRINT_EVERY_MS)) return;
    printed = now;
    const rate = now > start ? ` (${formatCount((done * 1000) / (now - start))}/s)` : '';
    console.log(
      `${name}: ${step}: ${formatCount(done)}${total === null ? '' : ` of ${formatCount(total)}`}${rate}`,
    );
  };
}

export const formatCount = (count: number): string => Math.round(count).toLocaleString('en');

function writeReport(name: string, report: object): void {
  const file = dataPath('reports', `${name}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
