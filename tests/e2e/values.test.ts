import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startWalk } from './walk.ts';

const url = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Also what is to be confirmed, so that the test does not depend on how well each benefit is read today. */
const STATES = 'etat=in-force&etat=presumed&etat=declared&etat=to-confirm';

type Card = { siren: string; value: number | null };

/** Employers of every page of a search, with the value shown in large. */
async function readCards(address: string): Promise<Card[]> {
  const cards: Card[] = [];
  for (let page = 1; ; page += 1) {
    const html = await (await fetch(`${address}&page=${page}`)).text();
    const found = html.split('<li class="result"').slice(1).map(readCard);
    cards.push(...found);
    if (found.length < 20) return cards;
  }
}

function readCard(html: string): Card {
  const text = /class="result-values"[^>]*>\s*<strong[^>]*>([\d,]+)\s%/u.exec(html)?.[1];
  return {
    siren: /href="\/employeurs\/(\d{9})"/.exec(html)![1]!,
    value: text === undefined ? null : Number(text.replace(',', '.')),
  };
}

describe('values, keyboard only, 360 px, with JavaScript off', () => {
  it('finds who pays at least 60 % of the mutuelle, then lists them by value, in 3 clicks', async () => {
    const start = `${url}/recherche?avantage=mutuelle&${STATES}`;
    const everyone = await readCards(start);
    const walk = await startWalk(browser, start);
    await walk.reach('.filters > summary');
    await walk.toggle();
    await walk.reach('input[name="minimum.mutuelle.employerShare"]');
    await walk.type('60');
    await walk.activate();
    const found = await readCards(walk.page.url());
    expect(found.length).toBeGreaterThan(1);
    expect(found.length).toBeLessThan(everyone.length);
    expect(found.filter(({ value }) => value === null || value < 60)).toEqual([]);
    const least = everyone.filter(({ value }) => value !== null && value >= 60);
    expect(found.map(({ siren }) => siren)).toEqual(expect.arrayContaining(least.map(({ siren }) => siren)));
    expect(await walk.page.locator('.criteria').textContent()).toMatch(/Mutuelle\s: au moins 60\s%/u);
    expect(await walk.page.locator('h1').textContent()).toContain(String(found.length));

    await walk.reach('.order a');
    await walk.activate();
    expect(await walk.page.locator('.order').textContent()).toContain('Triés par valeur, à votre demande');
    const sorted = await readCards(walk.page.url());
    expect(new Set(sorted.map(({ siren }) => siren))).toEqual(new Set(found.map(({ siren }) => siren)));
    const values = sorted.map(({ value }) => value!);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(walk.clicks()).toBe(3);

    await walk.reach('.criteria li:nth-child(2) a');
    await walk.activate();
    expect(await readCards(walk.page.url())).toHaveLength(everyone.length);
    await walk.page.context().close();
  });

  it('says the face value of titres-restaurant and the part of the employer, from the page of the benefit', async () => {
    const walk = await startWalk(browser, `${url}/avantages/titres-restaurant`);
    await walk.reach('a[href="/recherche?avantage=titres-restaurant&tri=valeur"]');
    await walk.activate();
    const first = walk.page.locator('.result-values').first();
    expect(await first.textContent()).toMatch(/^\s*[\d,]+\s€, dont [\d,]+\s[%€] payés par l’employeur/u);
    await walk.page.context().close();
  });
});
