import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startWalk, type Walk } from './walk.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const url = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const start = (path = '/'): Promise<Walk> => startWalk(browser, url + path, { javaScript: true });
const open = (walk: Walk) => walk.page.locator('[role=combobox][aria-expanded=true]').waitFor();

describe('names proposed while typed, keyboard only, 360 px', () => {
  it('compare three offers in 4 clicks whatever the proposal, from parts of their names', async () => {
    const walk = await start();
    await walk.reach('#noms');
    const taken: string[] = [];
    for (const [part, place] of [['fournil', 2], ['imprimerie', 1], ['papeterie', 3]] as const) {
      await walk.type(part);
      await open(walk);
      const option = walk.page.locator('.names-form [role=option]').nth(place - 1);
      taken.push((await option.textContent())!.replaceAll(/\D/g, '').slice(-9));
      await walk.pick(place);
    } // prettier-ignore
    await walk.activate();
    expect(walk.page.url()).toBe(`${url}/comparer?e=${taken.join('-')}`);
    expect(await walk.page.locator('.compare-facts td a[href^="/employeurs/"]').count()).toBe(3);
    expect(walk.clicks()).toBe(4);
    await walk.page.context().close();
  });

  it('lead to the page of an employer, its question sheet on it, in 1 click', async () => {
    const walk = await start();
    await walk.reach('#q');
    await walk.type('imprimerie');
    await open(walk);
    await walk.pick(1);
    await walk.page.waitForURL(/\/employeurs\/\d{9}$/);
    expect(await walk.page.locator('#questions li').count()).toBeGreaterThan(2);
    expect(walk.clicks()).toBe(1);
    await walk.page.context().close();
  });

  it('lead an SME to what employers like it signed, in 1 click, with JavaScript off in 2', async () => {
    const walk = await start('/comparer-ma-pme');
    await walk.reach('#siret');
    await walk.type('imprimerie');
    await open(walk);
    await walk.pick(1);
    await walk.page.waitForURL(/\?siret=\d{9}$/);
    expect(walk.clicks()).toBe(1);
    await walk.page.context().close();

    const plain = await startWalk(browser, `${url}/comparer-ma-pme`);
    await plain.reach('#siret');
    await plain.type('imprimerie');
    await plain.activate();
    await plain.reach('.open-name a[href^="/comparer-ma-pme?siret="]');
    await plain.activate();
    expect(await plain.page.locator('main').innerText()).toMatch(/Parmi/);
    expect(plain.clicks()).toBe(2);
    await plain.page.context().close();
  });

  it('are a combobox of the ARIA practices: announced, walked through, closed, and left alone', async () => {
    const walk = await start('/comparer');
    const field = walk.page.locator('#noms');
    await walk.reach('#noms');
    await walk.type('papet');
    await open(walk);
    const options = walk.page.locator('.names-form [role=option]');
    const count = await options.count();
    expect(count).toBeGreaterThan(2);
    const status = walk.page.locator('.combo [role=status]');
    await expect.poll(() => status.textContent()).toContain(`${count} employeurs proposés`);
    expect(await field.getAttribute('aria-activedescendant')).toBeNull();
    await walk.page.keyboard.press('ArrowUp');
    expect(await options.last().getAttribute('aria-selected')).toBe('true');
    await walk.page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBeNull();
    await walk.page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
    expect(await field.getAttribute('aria-controls')).toBe(
      await walk.page.locator('.names-form [role=listbox]').getAttribute('id'),
    );
    await walk.page.evaluate(AXE);
    const { violations } = (await walk.page.evaluate('axe.run(document)')) as AxeResults;
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await walk.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);

    await walk.page.keyboard.press('Escape');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    expect(await field.inputValue()).toBe('papet');
    await walk.page.keyboard.press('ArrowDown');
    await walk.page.keyboard.press('Enter');
    const chosen = walk.page.locator('.names-chosen li');
    expect(await chosen.count()).toBe(1);
    expect(await field.inputValue()).toBe('');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await walk.type('zzzzzzzz');
    await expect.poll(() => status.textContent()).toContain('Aucun employeur de ce nom');
    await chosen.locator('button').press('Enter');
    expect(await chosen.count()).toBe(0);
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await walk.page.context().close();
  });

  it('are taken by a finger as well', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 }, hasTouch: true });
    const page = await context.newPage();
    await page.goto(`${url}/comparer`);
    await page.locator('#noms').tap();
    await page.keyboard.type('imprimerie');
    await page.locator('.names-form [role=option]').nth(1).tap();
    expect(await page.locator('.names-chosen li').count()).toBe(1);
    expect(await page.locator('[role=listbox]').first().isVisible()).toBe(false);
    await context.close();
  });

  it('ask our server alone, once typing stops, and no search engine keeps the answer', async () => {
    const walk = await start('/comparer');
    const asked: string[] = [];
    walk.page.on('request', (request) => asked.push(request.url()));
    await walk.reach('#noms');
    await walk.type('imprimerie');
    await open(walk);
    expect(asked).toEqual([`${url}/noms.json?q=imprimerie`]);
    const answer = await fetch(asked[0]!);
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await walk.page.context().cookies()).toEqual([]);
    for (const hostile of ['', 'a', '%00%00', '"><script>', 'x'.repeat(900), '%F0%9F', "'; drop--"]) {
      const response = await fetch(`${url}/noms.json?q=${encodeURIComponent(hostile)}`);
      expect(response.status).toBe(200);
      expect(Array.isArray(await response.json())).toBe(true);
    }
    await walk.page.context().close();
  });
});
