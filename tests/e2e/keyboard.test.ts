import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';

const url = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const STOPS = 60;
const ADDRESSES = [
  '/',
  '/recherche?priorite=creche&priorite=mutuelle',
  '/comparer?q=savonnerie&q=zzzzzzzzzz',
];

describe.each(['light', 'dark'] as const)('focus, %s', (scheme) => {
  it.each(ADDRESSES)('begins with the skip links, is always seen and never lost on %s', async (address) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 }, colorScheme: scheme });
    const page = await context.newPage();
    await page.goto(url + address);
    const visited: string[] = [];
    for (let stop = 0; stop < STOPS; stop += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        // The ring of a tile is drawn around its label.
        const ring = [element, element.closest('label')].find(
          (each) => each && getComputedStyle(each).outlineStyle !== 'none',
        );
        const box = element.getBoundingClientRect();
        return {
          name: `${element.localName} ${element.textContent.trim().slice(0, 30)}`,
          ring: ring ? parseFloat(getComputedStyle(ring).outlineWidth) : 0,
          isOnScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        };
      });
      if (!seen) break;
      visited.push(seen.name);
      expect(seen, seen.name).toMatchObject({ isOnScreen: true });
      expect(seen.ring, seen.name).toBeGreaterThanOrEqual(2);
    }
    expect(visited.slice(0, 2)).toEqual(['a Aller au contenu', 'a Aller à la recherche']);
    expect(visited.length).toBeGreaterThan(20);
    await context.close();
  });
});

it('a skip link leads to the content', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}/comparer`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(
    true,
  );
  await page.close();
});
