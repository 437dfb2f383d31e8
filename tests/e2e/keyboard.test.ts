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

it.each([
  { bar: 'the button of the filters', open: '.filters > summary', isTicked: false },
  { bar: 'the button of the comparison', open: null, isTicked: true },
])(
  '$bar, which stays on the screen of a phone, covers nothing that has the focus',
  async ({ open, isTicked }) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
    const page = await context.newPage();
    await page.goto(`${url}/recherche?avantage=creche`);
    if (open) await page.locator(open).click();
    if (isTicked) await page.locator('input[name=e]').first().check();
    const covered: string[] = [];
    let stops = 0;
    for (; stops < 100; stops += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        if (element === document.body) return null;
        const { left, top, width, height } = element.getBoundingClientRect();
        const at = document.elementFromPoint(left + width / 2, top + height / 2);
        const label = element.labels?.[0];
        const isSeen = at !== null && (element.contains(at) || at.contains(element) || !!label?.contains(at));
        return { name: `${element.localName} ${element.textContent.trim().slice(0, 30)}`, isSeen };
      });
      if (!seen) break;
      if (!seen.isSeen) covered.push(seen.name);
    }
    expect(covered).toEqual([]);
    expect(stops).toBeGreaterThan(30);
    await context.close();
  },
);
