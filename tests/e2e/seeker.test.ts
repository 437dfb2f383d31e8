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

type Profile = {
  name: string;
  departments: string[];
  entries: { benefit: string; lead: { id: string; state: string } }[];
};
const readEmployer = async (siren: string): Promise<Profile> =>
  (await (await fetch(`${url}/employeurs/${siren}.json`)).json()) as Profile;

/** An employer with a live crèche clause, and its name. */
async function findEmployer(): Promise<{ siren: string; name: string }> {
  const html = await (await fetch(`${url}/recherche?avantage=creche`)).text();
  const siren = /href="\/employeurs\/(\d{9})"/.exec(html)![1]!;
  const profile = await readEmployer(siren);
  return { siren, name: profile.name };
}

describe.each([
  { how: 'with JavaScript', javaScript: true },
  { how: 'with JavaScript off', javaScript: false },
])('job seeker, keyboard only, 360 px, $how', ({ javaScript }) => {
  it('reads what an employer offers in 2 clicks from its name', async () => {
    const { siren, name } = await findEmployer();
    const walk = await startWalk(browser, url, { javaScript });
    await walk.reach('#q');
    await walk.type(name);
    await walk.activate();
    await walk.reach(`a[href="/employeurs/${siren}"]`);
    await walk.activate();
    expect(walk.page.url()).toBe(`${url}/employeurs/${siren}`);
    expect(await walk.page.locator('article.clause blockquote').count()).toBeGreaterThan(0);
    expect(await walk.page.locator('article.clause').first().textContent()).toMatch(/\b20\d\d\b/);
    expect(await walk.page.locator('#questions li').count()).toBeGreaterThan(2);
    expect(walk.clicks()).toBeLessThanOrEqual(2);

    // From one family to the next, without the whole page between them.
    await walk.reach('.glance a');
    await walk.activate();
    await walk.reach('.family-end a');
    await walk.activate();
    await walk.page.keyboard.press('Tab');
    expect(await walk.page.evaluate(() => document.activeElement?.matches('.glance a'))).toBe(true);
    await walk.page.context().close();
  });

  it('finds who helps with childcare around a town in 3 clicks', async () => {
    const walk = await startWalk(browser, url, { javaScript });
    await walk.reach('input[name=famille][value=parentalite]');
    await walk.toggle();
    await walk.reach('input[name=lieu]');
    await walk.type('rennes');
    await walk.reach('.hero button');
    await walk.activate();
    expect(walk.page.url()).toBe(`${url}/recherche?famille=parentalite&pres=35238&rayon=30`);
    expect(await walk.page.locator('.result').count()).toBeGreaterThan(2);
    for (const text of await walk.page.locator('.result-distance').allTextContents())
      expect(text).toMatch(/^À Rennes$|, à (?:[12]?\d|30)\skm de Rennes$/u);
    expect(await walk.page.locator('.result-values').count()).toBeGreaterThan(0);
    expect(await walk.page.locator('main').textContent()).toMatch(
      /employeurs? (?:ont|a) un accord publié ou une déclaration à cet endroit/,
    );
    expect(walk.clicks()).toBeLessThanOrEqual(3);
    await walk.page.context().close();
  });

  it('ranks employers for a life situation in 2 clicks, each explaining itself', async () => {
    const walk = await startWalk(browser, url, { javaScript });
    await walk.reach('.hero a[href="/situations"]');
    await walk.activate();
    await walk.reach('main a[href^="/recherche?priorite=aidants"]');
    await walk.activate();
    expect(walk.clicks()).toBe(2);
    const address = new URL(walk.page.url());
    expect(address.searchParams.getAll('priorite')).toHaveLength(5);
    const summaries = await walk.page.locator('.reasons strong:first-child').allTextContents();
    const attested = summaries.flatMap((text) => /^(\d) de vos 5\spriorités attestée/u.exec(text)?.[1] ?? []);
    expect(attested.length).toBeGreaterThan(10);
    expect(Number(attested[0])).toBeGreaterThanOrEqual(Number(attested.at(-1)));
    // In a list a state is a word and a shape, whatever style sheet comes first; the pill is for cards.
    const border = await walk.page.locator('.reason-rows .badge.in-force').first().evaluate((badge) => getComputedStyle(badge).borderTopWidth); // prettier-ignore
    expect(border).toBe('0px');
    const reasons = walk.page.locator('.reasons details').last();
    expect(await reasons.textContent()).toMatch(/Entre \d au moins et \d au plus|Rien d’inconnu/);
    expect(await walk.page.locator('.reasons').allTextContents()).toContainEqual(
      expect.stringContaining('aucune trace publique'),
    );
    await walk.page.context().close();
  });

  it('changes its priorities by buttons: order, removal, addition', async () => {
    const walk = await startWalk(browser, `${url}/recherche?priorite=creche&priorite=mutuelle&priorite=cet`, { javaScript }); // prettier-ignore
    const listed = () => new URL(walk.page.url()).searchParams.getAll('priorite');
    const reach = async (selector: string) => {
      if (!(await walk.page.locator(selector).isVisible())) {
        await walk.reach('#priorites summary');
        await walk.toggle();
      }
      await walk.reach(selector);
    };
    const press = async (selector: string) => {
      await reach(selector);
      await walk.activate();
    };
    await press('button[name=monter][value=cet]');
    expect(listed()).toEqual(['creche', 'cet', 'mutuelle']);
    await press('button[name=descendre][value=creche]');
    expect(listed()).toEqual(['cet', 'creche', 'mutuelle']);
    await press('button[name=retirer][value=creche]');
    expect(listed()).toEqual(['cet', 'mutuelle']);
    await reach('#priorite');
    await walk.choose('Handicap');
    await press('.priority-add button');
    expect(listed()).toEqual(['cet', 'mutuelle', 'handicap']);
    const plain = await (await fetch(walk.page.url())).text();
    const order = [...plain.matchAll(/<h2[^>]*>\s*<a href="\/employeurs\/(\d{9})"/g)].map(
      (match) => match[1],
    );
    const shown = await walk.page.locator('.result h2 a').evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')!.slice('/employeurs/'.length)),
    ); // prettier-ignore
    expect(shown).toEqual(order);
    await walk.page.context().close();
  });

  it.each([
    { from: 'the home page, about nobody yet', isHome: true, link: 'a[href="/questions"]' },
    { from: 'an employer page, about it', isHome: false, link: 'a[href="#questions"]' },
  ])('prints neutral questions from $from, in 1 click', async ({ isHome, link }) => {
    const path = isHome ? '/' : `/employeurs/${(await findEmployer()).siren}`;
    const walk = await startWalk(browser, url + path, { javaScript });
    await walk.reach(link);
    await walk.activate();
    await walk.page.emulateMedia({ media: 'print' });
    const sheet = await walk.page.locator('#questions').innerText();
    expect(sheet).not.toMatch(/enceinte|grossesse|mes enfants|handicap|malade/i);
    await walk.page.emulateMedia({ media: null });
    const pages = (await walk.page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(pages).toHaveLength(1);
    expect(await walk.page.locator('#questions li').count()).toBeGreaterThan(2);
    expect(walk.clicks()).toBe(1);
    await walk.page.context().close();
  });
});

describe('the same facts everywhere', () => {
  it('says on the page, in the JSON and in search that a crèche place is granted', async () => {
    const { siren } = await findEmployer();
    const html = await (await fetch(`${url}/employeurs/${siren}`)).text();
    const profile = await readEmployer(siren);
    const entry = profile.entries.find(({ benefit }) => benefit === 'creche')!;
    expect(['in-force', 'presumed', 'declared']).toContain(entry.lead.state);
    expect(html).toContain(`id="${entry.lead.id}"`);
  });

  it('marks what is fictional, up to the report of an error', async () => {
    const { siren } = await findEmployer();
    const page = await (await fetch(`${url}/employeurs/${siren}`)).text();
    const report = /href="(\/signaler\?avantage=ACCOTEXT[^"]+)"/
      .exec(page)![1]!
      .replaceAll('&#38;', '&')
      .replaceAll('&amp;', '&');
    for (const html of [page, await (await fetch(url + report)).text()])
      expect(html).toContain('Données fictives');
  });

  it('does not list a lapsed clause unless asked to', async () => {
    const total = async (query: string) => {
      const html = await (await fetch(`${url}/recherche?avantage=creche${query}`)).text();
      return new Set([...html.matchAll(/href="\/employeurs\/(\d{9})"/g)].map((match) => match[1])).size;
    };
    expect(await total('&etat=lapsed')).toBeGreaterThan(0);
    expect(await total('')).toBeGreaterThan(0);
  });
});
