import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Command lines of the fenced blocks, without their comments. */
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap((match) => match[1]!.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter(Boolean);

/** Run by the gate (`npm ci`, `npm test`) or by the browser tests (`npm start`, `npm run serve` beneath it). */
const RUN_ELSEWHERE = ['npm ci && npm start', 'npm ci && npm test', 'npm run serve'];

describe('README', () => {
  it('names only commands that exist', () => {
    const named = [...readme.matchAll(/npm run ([a-z:-]+)/g)].map((match) => match[1]!);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names every command people may type', () => {
    const inner = ['npm', 'test', 'start', 'test:unit', 'format'];
    const unnamed = Object.keys(scripts).filter(
      (name) => !inner.includes(name) && !readme.includes(`npm run ${name}`),
    );
    expect(unnamed).toEqual([]);
  });

  it('is what the gate runs', () => {
    const gate = readFileSync('.ci/run', 'utf8');
    expect(gate).toMatch(/^npm ci\b/m);
    expect(gate).toMatch(/^npm test$/m);
  });

  it('points only at files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]!);
    const tracked = new Set(execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n'));
    expect(links.filter((link) => !tracked.has(link))).toEqual([]);
  });

  describe('commands', () => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'star-finder-readme-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const runnable = commands.filter((command) => !RUN_ELSEWHERE.includes(command));

    it('are found', () => {
      expect(runnable.length).toBeGreaterThanOrEqual(6);
    });

    it.each(runnable)('%s', { timeout: 240_000 }, (command) => {
      const run = spawnSync('sh', ['-c', command], {
        encoding: 'utf8',
        env: {
          ...process.env,
          DATA_DIR: path.join(folder, 'data'),
          TODAY: '2026-11-21',
          NODE_ENV: 'production',
        },
      });
      expect(run.status, `${run.stdout}\n${run.stderr}`).toBe(0);
    });
  });
});
