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

const read = async (path: string): Promise<string> => (await fetch(url + path)).text();
const numberOf = (text: string | null): number => Number((text ?? '').replace(/[^\d]/g, ''));

describe('adviser, keyboard only, 360 px', () => {
  it('reads the figures of a region in 2 clicks, each with its list', async () => {
    const walk = await startWalk(browser, url);
    await walk.reach('header a[href="/territoires"]');
    await walk.activate();
    await walk.reach('a[href="/territoires/bretagne"]');
    await walk.activate();
    expect(walk.clicks()).toBeLessThanOrEqual(2);
    const cell = walk.page.locator('.panel-table a.panel-figure').first();
    const granting = numberOf((await cell.innerText()).split('sur')[0]!);
    const list = await read((await cell.getAttribute('href'))!);
    expect(numberOf(/<h[12][^>]*>\s*([\d\s\u202f\u00a0]+)/.exec(list)?.[1] ?? null)).toBe(granting);
    await walk.page.context().close();
  });

  it('widens a department with few employers, and says so', async () => {
    const index = await read('/territoires');
    const few = [...index.matchAll(/href="(\/territoires\/[a-z-]+)"[^>]*>[^<]+<\/a>\s*<span[^>]*>([1-9])<\/span>/g)][0]!;
    const page = await read(few[1]!);
    expect(page).toContain('trop peu pour un chiffre');
    for (const [, of] of page.matchAll(/class="of">sur ([\d\u202f]+)</g))
      expect(numberOf(of!)).toBeGreaterThanOrEqual(10);
  }); // prettier-ignore

  it('prints a visit brief on one A4, 2 clicks from a name', async () => {
    const siren = /\/employeurs\/(\d{9})"/.exec(await read('/recherche?avantage=teletravail'))![1]!;
    const walk = await startWalk(browser, `${url}/employeurs/${siren}`);
    await walk.reach(`a[href="/employeurs/${siren}/fiche-conseil"]`);
    await walk.activate();
    expect(walk.clicks()).toBe(1);
    const pdf = (await walk.page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await walk.page.context().close();
  });

  it('finds clauses beyond the law with their citation in 4 clicks', async () => {
    const walk = await startWalk(browser, `${url}/clauses`);
    await walk.reach('select[name=avantage]');
    await walk.choose('Télétravail');
    await walk.reach('input[name=engagement]');
    await walk.toggle();
    await walk.reach('.advice-form button');
    await walk.activate();
    expect(walk.clicks()).toBeLessThanOrEqual(4);
    const citation = await walk.page.locator('.citation').first().inputValue();
    expect(citation).toMatch(/^«/);
    expect(citation).toContain('vérifier l’applicabilité');
    expect(citation).toContain('/employeurs/');
    await walk.page.context().close();
  });

  it('follows what ends in a region in 1 click, without a replaced text', async () => {
    const walk = await startWalk(browser, `${url}/echeances`);
    await walk.reach('main a[href="/echeances/bretagne"]');
    const first = await walk.page.locator('.endings').boundingBox();
    expect((await walk.page.locator('main a[href="/echeances/bretagne"]').boundingBox())!.y).toBeLessThan(first!.y);
    await walk.activate();
    expect(walk.clicks()).toBe(1);
    await walk.page.context().close();
    const page = await read('/echeances/bretagne');
    expect(page).toContain('href="/echeances/bretagne.ics"');
    const calendar = await fetch(`${url}/echeances/bretagne.ics`);
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(await calendar.text()).toContain('BEGIN:VCALENDAR');
    const feed = await read('/echeances/france.atom');
    const agreements = [...feed.matchAll(/<id>[^<]*(\/accords\/ACCOTEXT\d{12})<\/id>/g)].map((match) => match[1]!);
    expect(agreements.length).toBeGreaterThan(0);
    for (const agreement of agreements.slice(0, 12)) expect(await read(agreement)).not.toContain('Remplacé par');
  }); // prettier-ignore

  it('shows an SME what at least ten similar employers signed, and keeps nothing', async () => {
    const siren = /\/employeurs\/(\d{9})"/.exec(await read('/recherche?avantage=creche'))![1]!;
    const walk = await startWalk(browser, `${url}/employeurs/${siren}`);
    await walk.reach(`a[href="/comparer-ma-pme?siret=${siren}"]`);
    await walk.activate();
    expect(walk.clicks()).toBe(1);
    const sentence = await walk.page.locator('main').innerText();
    expect(numberOf(/Parmi\s([\d\s\u202f]+)\semployeurs/.exec(sentence)![1]!)).toBeGreaterThanOrEqual(10);
    expect(await walk.page.locator('.peer-list .clause-item').count()).toBeGreaterThan(4);
    expect(await walk.page.context().cookies()).toEqual([]);
    await walk.page.context().close();
  });

  it('answers unknown territories, sectors and numbers without fault', async () => {
    const status = async (path: string): Promise<number> => (await fetch(url + path)).status;
    expect(await status('/territoires/atlantide')).toBe(404);
    expect(await status('/territoires/atlantide.csv')).toBe(404);
    expect(await status('/secteurs/00')).toBe(404);
    expect(await status('/echeances/atlantide.ics')).toBe(404);
    expect(await status('/comparer-ma-pme?siret=%27%3B--')).toBe(200);
    expect(await status('/clauses?page=99999999&minimum=1e999&avantage=%00')).toBe(200);
    expect(await status('/zones-sans-trace?sujet=__proto__')).toBe(200);
  });
});
