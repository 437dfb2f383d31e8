import { DATA_DIR } from '../support/data-dir.ts';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { rmSync } from 'node:fs';
import { keepAssets } from '#pipeline/publish-assets.ts';
import { activateTree, createTree, liveTree, sweepTrees } from '#pipeline/publish-tree.ts';
import { day } from '../support/facts.ts';

const put = (tree: string, name: string, text = name) => {
  mkdirSync(path.dirname(path.join(tree, name)), { recursive: true });
  writeFileSync(path.join(tree, name), text);
};
const live = (name: string) => readFileSync(path.join(DATA_DIR, 'site', name), 'utf8');
afterEach(() => {
  for (const name of ['site', 'sites']) rmSync(path.join(DATA_DIR, name), { recursive: true, force: true });
});

describe('trees', () => {
  it('replaces the live site in one step, and leaves of the old one its server code only', () => {
    expect(liveTree()).toBeNull();
    const first = createTree('full');
    put(first, 'client/index.html', 'one');
    put(first, 'server/entry.mjs');
    activateTree(first);
    expect(live('client/index.html')).toBe('one');
    const second = createTree('full');
    put(second, 'client/index.html', 'two');
    activateTree(second);
    expect(live('client/index.html')).toBe('two');
    expect(existsSync(path.join(first, 'client'))).toBe(false);
    expect(existsSync(path.join(first, 'server', 'entry.mjs'))).toBe(true);
    sweepTrees();
    expect(existsSync(first)).toBe(false);
    expect(liveTree()).toBe(second);
  });

  it('sweeps what killed builds left, and neither the live site nor a delta still to be moved', () => {
    const site = createTree('full');
    activateTree(site);
    const [delta, halfBuilt] = [createTree('delta'), createTree('full')];
    writeFileSync(`${delta}.sirens`, '');
    sweepTrees(delta);
    expect([site, delta, halfBuilt, `${delta}.sirens`].map((name) => existsSync(name))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('keepAssets', () => {
  it('keeps a retired asset for 30 days', () => {
    const one = createTree('full');
    put(one, 'client/_astro/a.1.css');
    const assetsOfOne = keepAssets(one, null, day('2026-01-01'));
    expect(assetsOfOne).toEqual([{ name: 'a.1.css', retiredOn: null }]);

    const two = createTree('full');
    put(two, 'client/_astro/a.2.css');
    const assetsOfTwo = keepAssets(two, { tree: one, assets: assetsOfOne }, day('2026-03-01'));
    expect(assetsOfTwo).toEqual([{ name: 'a.2.css', retiredOn: null }, { name: 'a.1.css', retiredOn: '2026-03-01' }]);
    expect(existsSync(path.join(two, 'client/_astro/a.1.css'))).toBe(true);

    for (const [today, isKept] of [['2026-03-30', true], ['2026-03-31', false]] as const) {
      const three = createTree('full');
      put(three, 'client/_astro/a.2.css');
      keepAssets(three, { tree: two, assets: assetsOfTwo }, day(today));
      expect(existsSync(path.join(three, 'client/_astro/a.1.css')), today).toBe(isKept);
    }
  });
}); // prettier-ignore
