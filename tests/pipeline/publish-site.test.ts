import { DATA_DIR } from '../support/data-dir.ts';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Siren } from '#domain/ids.ts';
import { buildEmployerFacts } from '../support/site.ts';
import { openManifest } from '#db/site/manifest.ts';
import { listClientFiles } from '#pipeline/publish-files.ts';
import { clientOf, liveTree, manifestOf } from '#pipeline/publish-tree.ts';
import { publish, type PublishReport } from '#pipeline/publish.ts';
import { day } from '../support/facts.ts';

const SIRENS = Array.from({ length: 8 }, (_, i) => String(111_111_111 + i)) as Siren[];
const LAST = SIRENS.at(-1)!;
const NEW = '999999999' as Siren;
/** Chosen anew in each run: any set of pages must do. */
const changed = SIRENS.slice(0, -1).filter(() => Math.random() < 0.4);

const client = () => clientOf(liveTree()!);
const read = (name: string) => readFileSync(path.join(client(), name), 'utf8');
const snapshot = () =>
  Object.fromEntries(
    listClientFiles(liveTree()!).map((name) => [
      name,
      readFileSync(path.join(client(), name)).toString('latin1'),
    ]),
  );
const sinceOf = (address: string) => {
  const manifest = openManifest(manifestOf(liveTree()!));
  const found = manifest.listPages().find((page) => page.path === address);
  manifest.close();
  return found?.since;
};

let first: PublishReport;
beforeAll(async () => {
  buildEmployerFacts(DATA_DIR, SIRENS.map((siren) => ({ siren })), '1');
  first = await publish({ today: day('2026-09-12') });
}); // prettier-ignore

describe(`publish (changed: ${changed.join(' ') || 'none'})`, { timeout: 120_000 }, () => {
  it('renders everything the first time', () => {
    expect([first.mode, first.employers, first.search?.documents]).toEqual(['full', 8, 8]);
    for (const siren of SIRENS) {
      expect(read(`employeurs/${siren}.html`)).toContain(`Verrerie ${siren}`);
      expect(JSON.parse(read(`employeurs/${siren}.json`))).toMatchObject({
        siren,
        name: `Verrerie ${siren}`,
      });
    }
    expect(read('robots.txt')).toContain('Sitemap: ');
    expect(read('sitemaps/employeurs-1.xml')).toContain(
      '/employeurs/111111111</loc><lastmod>2026-09-12</lastmod>',
    );
    expect(read('sitemaps/pages-1.xml')).not.toMatch(/404|410/);
  });

  it('renders nothing when nothing changed', async () => {
    const before = liveTree();
    const report = await publish({ today: day('2026-09-13') });
    expect(report).toMatchObject({ mode: 'nothing', build: null, search: null });
    expect(liveTree()).toBe(before);
  });

  it('moves a delta into the live site that equals a full build, byte for byte', async () => {
    const site = liveTree();
    const kept = SIRENS.slice(0, -1).find((siren) => !changed.includes(siren));
    const writtenAt = kept && statSync(path.join(client(), `employeurs/${kept}.html`)).mtimeMs;
    const employers = [
      ...SIRENS.slice(0, -1).map((siren) => ({
        siren,
        ...(changed.includes(siren) ? { quote: 'Huit berceaux sont réservés.' } : {}),
      })),
      { siren: NEW },
    ];
    buildEmployerFacts(DATA_DIR, employers, '2');
    const report = await publish({ today: day('2026-10-01') });
    expect(report).toMatchObject({ mode: 'delta', changed: changed.length + 1, gone: 1, employers: 8 });
    expect(liveTree()).toBe(site);
    const delta = snapshot();
    expect(delta[`employeurs/${LAST}.html`]).toBeUndefined();
    expect(delta[`employeurs/${LAST}.json`]).toBeUndefined();
    expect(delta[`employeurs/${NEW}.html`]).toContain(`Verrerie ${NEW}`);
    if (kept) {
      expect(statSync(path.join(client(), `employeurs/${kept}.html`)).mtimeMs).toBe(writtenAt);
      expect(sinceOf(`/employeurs/${kept}`)).toBe('2026-09-12');
    }
    expect(sinceOf(`/employeurs/${NEW}`)).toBe('2026-10-01');
    expect(sinceOf(`/employeurs/${LAST}`)).toBeUndefined();

    const full = await publish({ today: day('2026-11-01'), isFull: true });
    expect(full.mode).toBe('full');
    expect(liveTree()).not.toBe(site);
    expect(snapshot()).toEqual(delta);
  });

  it('takes away the page of a benefit in a department when too few employers are left', async () => {
    const page = 'avantages/creche/ille-et-vilaine.html';
    expect(read(page)).toContain('8\u00a0employeurs sur 8');
    expect(read('sitemaps/pages-1.xml')).toContain('/avantages/creche/ille-et-vilaine<');
    buildEmployerFacts(DATA_DIR, SIRENS.slice(0, 4).map((siren) => ({ siren })), '2b');
    expect(await publish({ today: day('2026-11-02') })).toMatchObject({ mode: 'delta', employers: 4 });
    expect(listClientFiles(liveTree()!)).not.toContain(page);
    expect(read('sitemaps/pages-1.xml')).not.toContain('/avantages/creche/ille-et-vilaine<');
  }); // prettier-ignore

  it('leaves the live site alone when a build fails', async () => {
    const before = snapshot();
    buildEmployerFacts(DATA_DIR, [{ siren: NEW }], '3');
    const config = process.env.TODAY;
    process.env.TODAY = 'not a day';
    await expect(publish()).rejects.toThrow(/build: Astro stopped/);
    process.env.TODAY = config ?? '';
    expect(snapshot()).toEqual(before);
  });
});
