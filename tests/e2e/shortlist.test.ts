import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';

const url = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const findSirens = async (): Promise<string[]> => {
  const html = await (await fetch(`${url}/recherche?avantage=creche`)).text();
  return [...new Set([...html.matchAll(/href="\/employeurs\/(\d{9})"/g)].map((match) => match[1]!))];
};

describe('shortlist, on the device only', () => {
  it('keeps, notes, exports, shares and forgets employers without sending any of it', async () => {
    const [first = '', second = ''] = await findSirens();
    const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
    const page = await context.newPage();
    const asked: { url: string; body: string | null }[] = [];
    page.on('request', (request) => asked.push({ url: request.url(), body: request.postData() }));
    for (const siren of [first, second]) {
      await page.goto(`${url}/employeurs/${siren}`);
      await page.getByRole('button', { name: 'Garder dans ma liste' }).press('Enter');
      expect(await page.locator('.keep [role=status]').textContent()).toContain('Gardé sur cet appareil');
    }
    await page.getByRole('link', { name: 'Voir ma liste' }).press('Enter');
    await page.waitForURL(/ma-liste/);
    await page.locator('.kept textarea').first().fill('Demander les horaires <b>vite</b>');
    await page.reload();
    expect(await page.locator('.kept li').count()).toBe(2);
    expect(await page.locator('.kept textarea').first().inputValue()).toBe(
      'Demander les horaires <b>vite</b>',
    );
    expect(await page.locator('[data-list=compare]').getAttribute('href')).toBe(
      `/comparer?e=${first}-${second}`,
    );

    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Enregistrer en texte' }).click();
    expect((await saved).suggestedFilename()).toBe('ma-liste.txt');

    const link = await page.locator('[data-list=link]').inputValue();
    expect(link).toBe(`${url}/ma-liste#e=${first}-${second}`);
    const other = await (await browser.newContext()).newPage();
    await other.goto(link);
    await expect.poll(() => other.locator('.kept li').count()).toBe(2);
    expect(await other.locator('.kept textarea').first().inputValue()).toBe('');
    await other.context().close();

    await page.locator('.kept button').first().click();
    expect(await page.locator('.kept li').count()).toBe(1);
    expect(asked.every(({ body }) => body === null)).toBe(true);
    expect(asked.every(({ url: to }) => to.startsWith(url) && !/Demander|horaires/.test(to))).toBe(true);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  it('says that it needs JavaScript, and what to do without', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${url}/ma-liste`);
    expect(await page.locator('main').innerText()).toContain('besoin de JavaScript');
    const [siren = ''] = await findSirens();
    await page.goto(`${url}/employeurs/${siren}`);
    expect(await page.locator('.keep').isVisible()).toBe(false);
    await context.close();
  });
});
