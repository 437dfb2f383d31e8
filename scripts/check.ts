import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { loadCatalogue } from '#catalogue/catalogue.ts';

/** Types, lint, format and content: everything that can be wrong without running. */
const TOOLS: [label: string, program: string, args: string[]][] = [
  ['types', 'node_modules/astro/bin/astro.mjs', ['check', '--minimumFailingSeverity', 'warning']],
  ['lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  ['format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
];

const failures: string[] = [];
for (const [label, program, args] of TOOLS) {
  console.log(`check: ${label}`);
  const run = spawnSync(process.execPath, [path.resolve(program), ...args], { stdio: 'inherit' });
  if (run.status !== 0) failures.push(label);
}

console.log('check: content');
try {
  const { benefits, families } = loadCatalogue();
  console.log(`check: content: ${benefits.length} benefits in ${families.length} families`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failures.push('content');
}

console.log(failures.length ? `check: failed: ${failures.join(', ')}` : 'check: all good');
process.exitCode = failures.length ? 1 : 0;
