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
    await walk.reach('input[type=search]');
    await walk.type(name);
    await walk.activate();
    await walk.reach(`a[href="/employeurs/${siren}"]`);
    await walk.activate();
    expect(walk.page.url()).toBe(`${url}/employeurs/${siren}`);
    expect(await walk.page.locator('article.clause blockquote').count()).toBeGreaterThan(0);
    expect(await walk.page.locator('article.clause').first().textContent()).toMatch(/\b20\d\d\b/);
    expect(await walk.page.locator('#questions li').count()).toBeGreaterThan(2);
    expect(walk.clicks()).toBeLessThanOrEqual(2);
    await walk.page.context().close();
  });

  it('finds who helps with childcare in a place in 3 clicks', async () => {
    const { siren } = await findEmployer();
    const profile = await readEmployer(siren);
    const walk = await startWalk(browser, url, { javaScript });
    await walk.reach('input[name=famille][value=parentalite]');
    await walk.toggle();
    await walk.reach('select[name=departement]');
    const option = walk.page.locator(`select[name=departement] option[value="${profile.departments[0]}"]`);
    await walk.choose((await option.textContent())!.trim());
    await walk.reach('.hero button');
    await walk.activate();
    expect(walk.page.url()).toContain(`departement=${profile.departments[0]}`);
    expect(await walk.page.locator(`a[href="/employeurs/${siren}"]`).count()).toBeGreaterThan(0);
    expect(await walk.page.locator('main').textContent()).toMatch(
      /employeurs? (?:ont|a) au moins un accord publié/,
    );
    expect(walk.clicks()).toBeLessThanOrEqual(3);
    await walk.page.context().close();
  });

  it('prints neutral questions from an employer page in 1 click', async () => {
    const { siren } = await findEmployer();
    const walk = await startWalk(browser, `${url}/employeurs/${siren}`, { javaScript });
    await walk.reach('a[href="#questions"]');
    await walk.activate();
    await walk.page.emulateMedia({ media: 'print' });
    const sheet = await walk.page.locator('#questions').innerText();
    expect(sheet).not.toMatch(/enceinte|grossesse|mes enfants|handicap|malade/i);
    await walk.page.emulateMedia({ media: null });
    const pages = (await walk.page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(pages).toHaveLength(1);
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
    const report = /href="(\/contact\?ref=ACCOTEXT[\w-]+)"/.exec(page)![1]!;
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
