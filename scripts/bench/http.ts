import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The search page over HTTP, in a DATA_DIR of its own: settings are read once a process. */
export async function benchHttp(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-bench-'));
  const child = fork(fileURLToPath(new URL('./http-measure.ts', import.meta.url)), [], {
    env: { ...process.env, DATA_DIR: folder, NODE_ENV: 'production' },
    execArgv: [],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`bench http: the measure stopped (${code}).`);
}
