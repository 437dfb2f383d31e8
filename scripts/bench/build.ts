import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Pages of 10,000 employers from nothing, then a delta of 100, in a DATA_DIR of its own. Settings are read once a
 * process, so the measure runs in a process of its own too.
 */
export async function benchBuild(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-bench-'));
  const child = fork(fileURLToPath(new URL('./build-measure.ts', import.meta.url)), [], {
    env: { ...process.env, DATA_DIR: folder },
    execArgv: [],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`bench build: the measure stopped (${code}).`);
}
