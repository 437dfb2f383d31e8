import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';

/**
 * Runs every test and ends with `N passed, N failed, N skipped`.
 * `faults` and `fuzz` run the same code with larger counts.
 */
const MODES: Record<string, { variables: Record<string, string>; paths: string[] }> = {
  all: { variables: {}, paths: [] },
  faults: { variables: { FAULT_ROUNDS: '40' }, paths: ['kill', 'fault', 'bad-input'] },
  fuzz: { variables: { FUZZ_RUNS: '5000' }, paths: ['--project', 'unit'] },
};

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; fullName: string; ancestorTitles: string[] }[];
  }[];
};

const [name = 'all', ...rest] = process.argv.slice(2);
const mode = MODES[name] ?? { variables: {}, paths: [name] };
const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-test-'));
const reportFile = path.join(folder, 'report.json');
const vitest = path.resolve('node_modules/vitest/vitest.mjs');
const run = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...mode.paths,
    ...rest,
  ],
  { stdio: 'inherit', env: { ...process.env, ...mode.variables, DATA_DIR: path.join(folder, 'data') } },
);

let passed = 0;
let failed = 0;
let skipped = 0;
try {
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  passed = report.numPassedTests;
  skipped = report.numPendingTests;
  // A file that cannot even be loaded holds no failed test: it counts as one.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  failed = report.numFailedTests + brokenFiles.length;
  for (const test of report.testResults.flatMap((file) => file.assertionResults)) {
    if (test.status === 'pending' || test.status === 'skipped') console.log(`skipped: ${test.fullName}`);
  }
} catch {
  failed = 1;
}
if (run.status !== 0 && failed === 0) failed = 1;
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
