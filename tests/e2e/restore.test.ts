import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, inject, it } from 'vitest';
import { SAMPLE_DAY } from './setup.ts';

const from = inject('dataDir');
const into = mkdtempSync(path.join(tmpdir(), 'star-finder-restored-'));
afterAll(() => rmSync(into, { recursive: true, force: true }));

const run = (...args: string[]): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', ...args], {
      env: { ...process.env, DATA_DIR: into, TODAY: SAMPLE_DAY, NODE_ENV: 'production' },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('exit', (code) => resolve({ code, said }));
  });

/** Employer pages and their JSON, by name. */
const pagesOf = (dataDir: string): Map<string, string> => {
  const folder = path.join(dataDir, 'site/client/employeurs');
  const names = readdirSync(folder).filter((name) => /^\d{9}\.(html|json)$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
};

it('rebuilds the same employer pages, byte for byte, from the open data alone', { timeout: 240_000 }, async () => {
  const lines = path.join(from, 'dump/star-finder.jsonl.gz');
  for (let tries = 0; tries < 120 && !existsSync(lines); tries++) await sleep(500);
  const restored = await run('restore-facts', '--', lines);
  expect(restored.code, restored.said).toBe(0);
  const published = await run('publish');
  expect(published.code, published.said).toBe(0);
  const [original, rebuilt] = [pagesOf(from), pagesOf(into)];
  expect([...rebuilt.keys()]).toEqual([...original.keys()]);
  const data = [...original.keys()].filter((name) => name.endsWith('.json'));
  // A declaration that another test publishes meanwhile is no part of this copy.
  const same = data.filter((name) => rebuilt.get(name) === original.get(name));
  expect(same.length).toBeGreaterThan(data.length - 10);
  const pages = same.map((name) => name.replace('.json', '.html'));
  expect(pages.length).toBeGreaterThan(200);
  expect(pages.filter((name) => rebuilt.get(name) !== original.get(name))).toEqual([]);
}); // prettier-ignore
