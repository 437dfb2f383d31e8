import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
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
  siren: string;
  name: string;
  entries: { benefit: string; lead: { state: string; isToConfirm: boolean; quote: string } }[];
};

/** The first employers found by a benefit, in the order of the results. */
async function findEmployers(count: number): Promise<Profile[]> {
  const html = await (await fetch(`${url}/recherche?avantage=creche`)).text();
  const sirens = [...new Set([...html.matchAll(/href="\/employeurs\/(\d{9})"/g)].map((match) => match[1]!))];
  return Promise.all(
    sirens
      .slice(0, count)
      .map(async (siren) => (await (await fetch(`${url}/employeurs/${siren}.json`)).json()) as Profile),
  );
}
const addressOf = (employers: readonly Profile[]): string =>
  `${url}/comparer?e=${employers.map(({ siren }) => siren).join('-')}`;
/** Parts of names that several employers of the sample bear. */
const PARTS = ['fournil', 'imprimerie', 'papeterie'];
const columnsOf = (page: Page): Promise<string[]> =>
  page.locator('.compare-facts td a[href^="/employeurs/"]').allTextContents();

describe.each([
  { how: 'with JavaScript', javaScript: true },
  { how: 'with JavaScript off', javaScript: false },
])('three offers, keyboard only, 360 px, $how', ({ javaScript }) => {
  it('are compared in 1 click from their names, typed on the home page', async () => {
    const employers = await findEmployers(3);
    const walk = await startWalk(browser, url, { javaScript });
    await walk.reach('#noms');
    await walk.type(employers.map(({ name }) => name).join(', '));
    await walk.reach('.names-form button[type=submit]');
    await walk.activate();
    expect(walk.page.url()).toBe(addressOf(employers));
    expect(await columnsOf(walk.page)).toEqual(employers.map(({ name }) => name.replaceAll("'", '’')));
    expect(await walk.page.locator('tbody tr').count()).toBeGreaterThan(3);
    expect(walk.clicks()).toBe(1);
    await walk.page.context().close();
  });

  it('are compared in 2 clicks from parts of their names, the first of each being right', async () => {
    const walk = await startWalk(browser, url, { javaScript });
    await walk.reach('#noms');
    await walk.type(PARTS.join(', '));
    await walk.reach('.names-form button[type=submit]');
    await walk.activate();
    const shown = await walk.page.locator('.open-name').evaluateAll((groups) =>
      groups.map((group) => group.querySelectorAll('input[type=radio], button').length - 1),
    ); // prettier-ignore
    expect(shown.every((count) => count > 1)).toBe(true);
    expect(shown).toHaveLength(3);
    const proposed = await walk.page
      .locator('.open-name input:checked, .last-name button:first-of-type')
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('value')!));
    await walk.reach('.last-name button');
    await walk.activate();
    expect(walk.page.url()).toBe(`${url}/comparer?e=${proposed.join('-')}`);
    expect(await columnsOf(walk.page)).toHaveLength(3);
    expect(walk.clicks()).toBe(2);
    await walk.page.context().close();
  });

  it('are compared in 4 clicks from parts of their names, the first of each being wrong', async () => {
    const walk = await startWalk(browser, url, { javaScript });
    await walk.reach('#noms');
    await walk.type(PARTS.join(', '));
    await walk.reach('.names-form button[type=submit]');
    await walk.activate();
    const lasts = await walk.page.locator('.open-name').evaluateAll((groups) =>
      groups.map((group) => [...group.querySelectorAll('[value]:not([value=""])')].at(-1)!.getAttribute('value')!),
    ); // prettier-ignore
    for (const [rank, siren] of lasts.slice(0, -1).entries()) {
      await walk.reach(`input[name=choix${rank}]`);
      await walk.press(`input[name=choix${rank}][value="${siren}"]`, 'ArrowDown');
    }
    await walk.reach(`.last-name button[value="${lasts.at(-1)!}"]`);
    await walk.activate();
    expect(walk.page.url()).toBe(`${url}/comparer?e=${lasts.join('-')}`);
    expect(await columnsOf(walk.page)).toHaveLength(3);
    expect(walk.clicks()).toBe(4);
    await walk.page.context().close();
  });

  it('may leave out a name that is nobody they meant', async () => {
    const [first, second] = await findEmployers(2);
    const walk = await startWalk(browser, `${addressOf([first!, second!])}&q=imprimerie`, { javaScript });
    await walk.reach('.last-name button[value=""]');
    await walk.activate();
    expect(walk.page.url()).toBe(addressOf([first!, second!]));
    await walk.page.context().close();
  });

  it('are compared in 4 clicks from results: the search, two ticks, the button of the third', async () => {
    const employers = await findEmployers(3);
    const walk = await startWalk(browser, url, { javaScript });
    await walk.reach('#q');
    await walk.type('crèche');
    await walk.activate();
    for (const { siren, name } of employers.slice(0, 2)) {
      const box = `input[name=e][value="${siren}"]`;
      await walk.reach(box);
      const label = await walk.page.locator(`label:has(${box})`).textContent();
      expect(label!.replace(/\s+/g, ' ').trim()).toBe(`Comparer ${name.replaceAll("'", '’')}`);
      await walk.toggle();
    }
    await walk.reach(`.with-ticked[value="${employers[2]!.siren}"]`);
    await walk.activate();
    expect(walk.page.url()).toBe(addressOf(employers));
    expect(await columnsOf(walk.page)).toHaveLength(3);
    expect(walk.clicks()).toBe(4);
    await walk.page.context().close();
  });

  it('begin at the page of one of them', async () => {
    const [first, second] = await findEmployers(2);
    const walk = await startWalk(browser, `${url}/employeurs/${first!.siren}`, { javaScript });
    await walk.reach(`a[href="/comparer?e=${first!.siren}"]`);
    await walk.activate();
    await walk.reach('#noms');
    await walk.type(second!.siren);
    await walk.reach('.names-form button[type=submit]');
    await walk.activate();
    expect(walk.page.url()).toBe(addressOf([first!, second!]));
    expect(walk.clicks()).toBe(2);
    await walk.page.context().close();
  });
});

describe('a comparison', () => {
  it('is the same for whoever opens its link', async () => {
    const employers = await findEmployers(3);
    const read = async (address: string) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(address);
      const table = await page.locator('.compare-tables').innerText();
      const link = new URL((await page.locator('.share-link').textContent())!.trim());
      await context.close();
      return { table, link: url + link.pathname + link.search };
    };
    const mine = await read(addressOf(employers));
    expect(mine.link).toBe(addressOf(employers));
    expect((await read(mine.link)).table).toBe(mine.table);
  });

  /** Rows of benefits that can be read, of all there are. */
  const rowsOf = async (page: Page): Promise<{ read: number; all: number }> => {
    const seen = await page
      .locator('.compare-family tbody th')
      .evaluateAll((heads) => heads.map((head) => head.checkVisibility()));
    return { read: seen.filter(Boolean).length, all: seen.length };
  };

  it('folds its families on a phone, one after the other or all at once, without JavaScript too', async () => {
    const walk = await startWalk(browser, addressOf(await findEmployers(6)));
    const summaries = walk.page.locator('.compare-family summary');
    for (const words of await summaries.allInnerTexts()) expect(words).toMatch(/\d+\savantage/u);
    expect(await walk.page.locator('.compare-family details[open]').count()).toBe(1);
    expect(await walk.page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(9000);
    const { read, all } = await rowsOf(walk.page);
    expect(read).toBeLessThan(all / 2);
    await walk.reach('.compare-family:not(:has([open])) summary');
    await walk.toggle();
    expect((await rowsOf(walk.page)).read).toBeGreaterThan(read);
    const open = await walk.page.locator('.open-all a').getAttribute('href');
    await walk.page.goto(url + open!);
    expect(await rowsOf(walk.page)).toEqual({ read: all, all });
    await walk.page.context().close();
  });

  it('shows every row on a wide screen and on paper, each column under its name', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 780 } });
    await page.goto(addressOf(await findEmployers(6)));
    const { read, all } = await rowsOf(page);
    expect(read).toBe(all);
    expect(await page.locator('.compare-family summary').first().isVisible()).toBe(false);
    const tables = await page.locator('.compare-family table').evaluateAll((found) =>
      found.map((table) => table.querySelectorAll('thead th').length - table.querySelectorAll('tbody tr:first-child > *').length),
    ); // prettier-ignore
    expect(new Set(tables)).toEqual(new Set([0]));
    await page.emulateMedia({ media: 'print' });
    expect((await rowsOf(page)).read).toBe(all);
    expect(
      await page
        .locator('.compare-unknown dd')
        .first()
        .evaluate((line) => line.checkVisibility()),
    ).toBe(true);
    await page.close();
  });

  it('leads each cell to its clause or to the reason for silence', async () => {
    const employers = await findEmployers(2);
    const html = await (await fetch(addressOf(employers))).text();
    const targets = [...html.matchAll(/href="(\/employeurs\/\d{9})#([^"]+)"/g)];
    expect(targets.length).toBeGreaterThan(10);
    const pages = new Map<string, string>();
    for (const [, path] of targets)
      if (!pages.has(path!)) pages.set(path!, await (await fetch(url + path!)).text());
    const lost = targets.filter(([, path, id]) => !pages.get(path!)!.includes(`id="${id}"`));
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  it('comes as a CSV file with every quote', async () => {
    const employers = await findEmployers(3);
    const response = await fetch(addressOf(employers).replace('/comparer?', '/comparer.csv?'));
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    const lines: Record<string, string>[] = parse(Buffer.from(await response.arrayBuffer()), {
      bom: true,
      delimiter: ';',
      columns: true,
    });
    for (const { siren, entries } of employers) {
      const own = lines.filter((line) => line.siren === siren);
      expect(own).toHaveLength(lines.length / employers.length);
      for (const { benefit, lead } of entries) {
        const line = own.find(({ code_avantage }) => code_avantage === benefit)!;
        expect(line.citation!.replace(/^'/, '')).toBe(lead.quote);
        expect(line.code_etat).toBe(lead.isToConfirm ? 'to-confirm' : lead.state);
      }
    }
  });

  it('prints on A4 in landscape', async () => {
    const page = await browser.newPage();
    await page.goto(addressOf(await findEmployers(6)));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = new Set(pdf.match(/MediaBox\s*\[[^\]]*\]/g)!.map((box) => box.replace(/\.\d+/g, '')));
    expect([...sizes]).toEqual(['MediaBox [0 0 841 594]']);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 1032, height: 700 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1032);
    await page.close();
  });

  it('has one address', async () => {
    const [first, second] = await findEmployers(2);
    const ask = (query: string) => fetch(`${url}/comparer?${query}`, { redirect: 'manual' });
    const answer = await ask(`e=${first!.siren}&e=${second!.siren}&q=`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe(`/comparer?e=${first!.siren}-${second!.siren}`);
  });

  it('says what it does not know, and is never an error', async () => {
    const [first, second] = await findEmployers(2);
    const ask = async (query: string) => {
      const response = await fetch(`${url}/comparer?${query}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('x-robots-tag')).toBe('noindex');
      return response.text();
    };
    const known = `${first!.siren}-${second!.siren}`;
    expect(await ask(`e=${known}-999999999`)).toContain('Nous ne connaissons aucun accord publié');
    const hostile = await ask(`e=${known}-${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(hostile).toContain('n’est pas un numéro SIREN');
    expect(hostile).not.toContain('alert(1)');
    expect(await ask(`q=${encodeURIComponent('"><img src=x>')}`)).not.toContain('<img');
    expect(await ask('e=999999999')).toContain('Nous ne connaissons aucun accord publié');
    const bare = await fetch(`${url}/comparer`);
    expect(bare.headers.get('x-robots-tag')).toBeNull();
    expect(await bare.text()).not.toContain('noindex');
  });
});
