import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The open data of 150,000 employers, in a DATA_DIR and a process of its own. */
export async function benchDump(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-bench-'));
  const child = fork(fileURLToPath(new URL('./dump-measure.ts', import.meta.url)), [], {
    env: { ...process.env, DATA_DIR: folder },
    execArgv: [],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`bench dump: the measure stopped (${code}).`);
}
