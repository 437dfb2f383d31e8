import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { listTemplates } from './templates.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const url = inject('siteUrl');
const templates = await listTemplates(url);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens a page and keeps what it asked for and complained of. */
async function open(context: BrowserContext, path: string) {
  const page: Page = await context.newPage();
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) strangers.push(request.url());
  });
  page.on('console', (message) => {
    const isExpected = /status of (404|410)/.test(message.text());
    if (message.type() === 'error' && !isExpected) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const response = await page.goto(url + path);
  return { page, response: response!, strangers, complaints };
}

/** What is folded is read as well. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const block of document.querySelectorAll('details')) block.open = true;
  });

describe.each(templates)('$name', ({ path, status }) => {
  it('answers, asks nobody else, sets no cookie, raises no error', async () => {
    const context = await browser.newContext();
    const { page, response, strangers, complaints } = await open(context, path);
    expect(response.status()).toBe(status);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it.each([
    { scheme: 'light', width: 320 },
    { scheme: 'dark', width: 320 },
    { scheme: 'light', width: 1280 },
    { scheme: 'dark', width: 1280 },
  ] as const)('has no accessibility fault in $scheme at $width px', async ({ scheme, width }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
    const { page } = await open(context, path);
    await unfold(page);
    await page.evaluate(AXE);
    const results = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
    const faults = results.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.html)
          .join(' ')
          .slice(0, 300)}`,
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([320, 360])('does not overflow at %i px', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const { page } = await open(context, path);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await unfold(page);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await context.close();
  });

  it('is kept out of search engines with any query string, for whoever shares it', async () => {
    const answer = await fetch(`${url}${path}${path.includes('?') ? '&' : '?'}utm=x`, { redirect: 'manual' });
    expect(answer.headers.get('x-robots-tag')).toBe('noindex');
    expect(answer.headers.get('set-cookie')).toBeNull();
    await answer.arrayBuffer();
  });
});
