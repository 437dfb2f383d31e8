import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { docxOf } from '../fixtures/acco/docx.ts';
import {
  deletionFile,
  documentFile,
  documentFrom,
  idFrom,
  recordFile,
  siretFrom,
} from '../fixtures/acco/records.ts';
import { Workspace } from '../fixtures/acco/workspace.ts';

const ROOT = '20260424-063142';
const FULL = 'Freemium_acco_global_20250713-140000.tar.gz';
const FIRST = 'ACCO_20260424-063142.tar.gz';
const AGREEMENTS = 400;

/** `npm run test:faults` kills more often. */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 4);

function makeArchives(work: Workspace): string[] {
  const seeds = Array.from({ length: AGREEMENTS }, (_, index) => index + 1);
  const record = (seed: number, title: string) =>
    recordFile(ROOT, { id: idFrom(seed), siret: siretFrom(seed), document: documentFrom(seed), title });
  const document = (seed: number, title: string) =>
    documentFile(
      ROOT,
      documentFrom(seed),
      docxOf(...Array.from({ length: 60 }, (_, i) => `${title} ${seed}, clause ${i}.`)),
    );
  const content = (title: string, from: number[]) => [
    ...from.map((seed) => record(seed, title)),
    ...from.map((seed) => document(seed, title)),
  ];
  const withdrawn = seeds.slice(0, 50).map((seed) => ({ id: idFrom(seed), document: documentFrom(seed) }));
  return [
    work.archive(FULL, content('Plein', seeds)),
    work.archive(FIRST, [...content('Suite', seeds.slice(200)), deletionFile(ROOT, withdrawn)]),
  ];
}

/** The real command. @returns its exit code, null when it was killed */
function run(work: Workspace, archives: string[], killAfterMs: number | null): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/ingest.ts', 'acco', ...archives], {
      env: { ...process.env, DATA_DIR: work.data },
      stdio: 'ignore',
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code));
    if (killAfterMs !== null) void sleep(killAfterMs).then(() => child.kill('SIGKILL'));
  });
}

describe('an ingest killed at any moment', () => {
  let whole: Workspace;
  let work: Workspace;
  beforeEach(() => {
    whole = new Workspace();
    work = new Workspace();
  });
  afterEach(() => {
    whole.remove();
    work.remove();
  });

  it(
    `leaves the state of an uninterrupted run once it is run again (${ROUNDS} kills)`,
    { timeout: 600_000 },
    async () => {
      const archives = makeArchives(whole);
      const started = performance.now();
      expect(await run(whole, archives, null)).toBe(0);
      const duration = performance.now() - started;
      const expected = whole.dump();
      // Kills are spread over the whole run, each with a share of chance.
      for (let round = 0; round < ROUNDS; round++)
        await run(work, archives, (duration * (round + Math.random())) / ROUNDS);
      expect(await run(work, archives, null)).toBe(0);
      expect(work.dump()).toEqual(expected);
    },
  );
});
