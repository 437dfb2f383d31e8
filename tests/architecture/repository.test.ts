import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const text = tracked.filter((file) => !/\.(gz|zip|woff2|png|docx|sqlite)$/.test(file));

describe('repository', () => {
  it('keeps the fixed top level', () => {
    const top = new Set(tracked.map((file) => file.split('/')[0]));
    const known =
      /^(src|content|db|scripts|tests|docs|\.ci|astro\.config\.mjs|package\.json|package-lock\.json|tsconfig\.json|README\.md|LICENSE|eslint\.config\.js|vitest\.config\.ts|\.prettierrc\.json|\.prettierignore|\.gitignore|\.gitattributes|\.npmrc|Dockerfile|compose\.yaml|\.dockerignore)$/;
    expect([...top].filter((name) => !known.test(name!))).toEqual([]);
  });

  it('names no package registry in the lock file', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
  });

  it('needs nothing outside the checkout', () => {
    const outside = /\.\.\/shared\b|(?:^|["'`\s(])\/(?:work|root|tmp)\//m;
    expect(
      text.filter(
        (file) =>
          file !== 'tests/architecture/repository.test.ts' && outside.test(readFileSync(file, 'utf8')),
      ),
    ).toEqual([]);
  });

  it('has no source file too long to be read in one sitting', () => {
    const code = tracked.filter((file) => /^(src|db|scripts)\/.*\.(ts|astro)$/.test(file));
    const long = code.filter((file) => readFileSync(file, 'utf8').split('\n').length > 260);
    expect(long).toEqual([]);
  });

  it('carries at most 6 MB of sample data', () => {
    const bytes = tracked
      .filter((file) => file.startsWith('content/sample/'))
      .reduce((sum, file) => sum + statSync(file).size, 0);
    expect(bytes).toBeLessThanOrEqual(6 * 1024 * 1024);
  });

  it('has no switched-off test', () => {
    const off = new RegExp(String.raw`\b(?:it|test|describe)\.(?:only|todo|skip)\(`);
    const tests = tracked.filter((file) => file.endsWith('.test.ts'));
    expect(tests.filter((file) => off.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
