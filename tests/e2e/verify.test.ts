import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { verifySite } from '#pipeline/verify.ts';

const dataDir = inject('dataDir');
const live = path.join(dataDir, 'site', 'client');
const corpus = path.join(dataDir, 'corpus.db');

describe('every published quote stands in its text', () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(path.join(tmpdir(), 'star-finder-verify-'));
    cpSync(path.join(live, 'employeurs'), path.join(copy, 'employeurs'), { recursive: true });
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const folder = () => path.join(copy, 'employeurs');
  const firstWith = (needle: string): string =>
    readdirSync(folder())
      .sort()
      .find(
        (name) => name.endsWith('.html') && readFileSync(path.join(folder(), name), 'utf8').includes(needle),
      )!;

  it('holds on the whole sample', async () => {
    const report = await verifySite(live, corpus);
    expect(report.faults).toEqual([]);
    expect(report.pages).toBeGreaterThan(200);
    expect(report.quotes).toBeGreaterThan(300);
  });

  it('sees one altered letter on one page', async () => {
    const name = firstWith('<blockquote');
    const file = path.join(folder(), name);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(/(<blockquote\b[^>]*>\s*<p>«\s[^<]{10})./, '$1§'));
    const { faults } = await verifySite(copy, corpus);
    expect(faults.map(({ page }) => page)).toEqual([name]);
    writeFileSync(file, before);
  });

  it('sees an altered quote in a JSON file', async () => {
    const name = firstWith('<blockquote').replace('.html', '.json');
    const file = path.join(folder(), name);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(/"quote":\s*"(.{8})./, '"quote":"$1§'));
    const { faults } = await verifySite(copy, corpus);
    expect(faults.some(({ problem }) => problem.includes('does not stand in the text'))).toBe(true);
    writeFileSync(file, before);
  });

  it('sees an altered letter in what stands around a quote', async () => {
    const name = firstWith('<q>');
    const file = path.join(folder(), name);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(/(<q>«\s[^<]{6})./, '$1§'));
    const { faults } = await verifySite(copy, corpus);
    expect(faults.map(({ page }) => page)).toEqual([name]);
    writeFileSync(file, before);
  });

  it('sees a page that says that an employer does not offer something', async () => {
    const name = firstWith('</main>');
    const file = path.join(folder(), name);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('</main>', '<p>Cet employeur n’offre pas de crèche.</p></main>'));
    const { faults } = await verifySite(copy, corpus);
    expect(faults).toEqual([{ page: name, claim: null, problem: 'the page says « n’offre pas »' }]);
    writeFileSync(file, before);
  });
});
