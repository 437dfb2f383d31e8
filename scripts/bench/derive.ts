import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const EMPLOYERS = 1500;

/** One of our own commands, in a DATA_DIR of its own. */
function run(folder: string, script: string, ...args: string[]): void {
  const done = spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
    env: { ...process.env, DATA_DIR: path.join(folder, 'data') },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`bench derive: ${script}: ${done.stderr}`);
}

/**
 * Derives generated employers from nothing, again with every text in the cache, and ten of them alone, beside the least
 * any derivation must do (read and fold every text). Each step runs in a process of its own: its memory is its own.
 */
export async function benchDerive(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-bench-'));
  try {
    const sample = path.join(folder, 'sample');
    run(folder, 'sample', '--employers', String(EMPLOYERS), '--out', sample);
    run(folder, 'ingest', 'acco', sample);
    run(folder, 'ingest', 'sirene', sample);
    for (const step of ['baseline', 'cold', 'warm', 'some']) {
      const child = fork(fileURLToPath(new URL('./derive-measure.ts', import.meta.url)), [step], {
        env: { ...process.env, DATA_DIR: path.join(folder, 'data') },
        execArgv: [],
      });
      const [code] = (await once(child, 'exit')) as [number | null];
      if (code !== 0) throw new Error(`bench derive: ${step} stopped (${code}).`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
