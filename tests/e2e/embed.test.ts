import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';

const url = inject('siteUrl');
let browser: Browser;
let siren: string;
/** Another site, whose pages hold what is asked for. */
let stranger: Server;
let strangerUrl: string;
let body = '';
beforeAll(async () => {
  browser = await launchBrowser();
  stranger = createServer((_req, res) => {
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.end(`<!doctype html><title>Offre d’emploi</title>${body}`);
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
  const html = await (await fetch(`${url}/recherche?avantage=creche`)).text();
  siren = /href="\/employeurs\/(\d{9})"/.exec(html)![1]!;
});
afterAll(async () => {
  stranger.close();
  await browser.close();
});

async function openStranger(html: string) {
  body = html;
  const page = await (await browser.newContext()).newPage();
  await page.goto(strangerUrl, { waitUntil: 'load' });
  return page;
}

it('is copied by a button, which says so; without JavaScript its code is there to be copied by hand', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${url}/employeurs/${siren}/integrer`);
  const copy = page.locator('[data-copy=code-large]');
  await copy.getByRole('button').click();
  await copy.getByRole('status').filter({ hasText: 'Copié.' }).waitFor();
  const code = await page.locator('#code-large').inputValue();
  expect(code).toContain('<iframe');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  await context.close();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(`${url}/employeurs/${siren}/integrer`);
  expect(await still.locator('[data-copy]').first().isVisible()).toBe(false);
  expect(await still.locator('#code-large').isVisible()).toBe(true);
  await plain.close();
});

describe('the card', () => {
  it.each(['', '/petit'])('%s weighs less than 10 kB with all it needs, and runs nothing', async (size) => {
    const page = await (await browser.newContext({ viewport: { width: 340, height: 560 } })).newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => void bodies.push(response.body()));
    await page.goto(`${url}/embed/${siren}${size}`, { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(bodies)).reduce((sum, { length }) => sum + length, 0);
    expect(bytes).toBeGreaterThan(2000);
    expect(bytes).toBeLessThan(10_000);
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain('État au 21 novembre 2026');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await page.locator('a').getAttribute('href')).toMatch(new RegExp(`/employeurs/${siren}$`));
  });

  it('stands on another site, alone of all pages', async () => {
    const page = await openStranger(
      `<iframe src="${url}/embed/${siren}"></iframe><img src="${url}/badge/${siren}.svg">`,
    );
    await page.frameLocator('iframe').locator('h1').waitFor();
    expect(await page.locator('img').evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(28);
    const refused = await openStranger(`<iframe src="${url}/employeurs/${siren}"></iframe>`);
    await refused.waitForTimeout(500);
    expect(
      await refused
        .frames()[1]
        ?.locator('h1')
        .count()
        .catch(() => 0),
    ).toBe(0);
  });

  it('says so where there is no page any more', async () => {
    for (const path of ['/embed/999999999', '/embed/x', '/embed/999999999/petit']) {
      const answer = await fetch(url + path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('n’est plus publiée');
    }
  });
});

describe('oEmbed', () => {
  const ask = async (query: Record<string, string>) => {
    const answer = await fetch(`${url}/oembed?${new URLSearchParams(query)}`);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  it('is found from the page, and gives the snippet of the card', async () => {
    const page = await (await fetch(`${url}/employeurs/${siren}`)).text();
    const found =
      /href="([^"]+)"[^>]*type="application\/json\+oembed"|type="application\/json\+oembed" href="([^"]+)"/.exec(
        page,
      );
    const href = (found?.[1] ?? found?.[2])!.replaceAll('&#38;', '&').replaceAll('&amp;', '&');
    const { status, body } = await (async () => {
      const answer = await fetch(url + href);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    })();
    expect([status, body.type, body.version]).toEqual([200, 'rich', '1.0']);
    expect(body.html).toMatch(new RegExp(`^<iframe src="[^"]+/embed/${siren}" title="[^"]+"`));
  });

  it('refuses what it cannot give', async () => {
    const own = new URL(url).href;
    expect((await ask({})).status).toBe(400);
    expect((await ask({ url: 'pas une adresse' })).status).toBe(400);
    expect((await ask({ url: `${own}recherche` })).status).toBe(404);
    expect((await ask({ url: `https://exemple.fr/employeurs/${siren}` })).status).toBe(404);
    expect((await ask({ url: `${own}employeurs/999999999` })).status).toBe(404);
    expect((await ask({ url: `${own}employeurs/${siren}`, format: 'xml' })).status).toBe(501);
  });
});
