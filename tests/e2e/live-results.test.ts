import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from './browser.ts';

const url = inject('siteUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(url + path);
  return page;
}
const heading = (page: Page) => page.locator('h1').textContent();
/** Marks the page: what reloads loses the mark. */
const mark = (page: Page) => page.evaluate(() => void (document.body.dataset.mark = 'same'));
const isSame = (page: Page) => page.evaluate(() => document.body.dataset.mark === 'same');

describe('results as you type', () => {
  it('follow the words, the address and the announced count, and leave the focus where it is', async () => {
    const page = await open('/recherche');
    await mark(page);
    const everyone = await heading(page);
    await page.locator('#q').click();
    await page.keyboard.type('télétravail');
    await page.waitForURL(/q=t%C3%A9l%C3%A9travail/);
    expect(await heading(page)).not.toBe(everyone);
    expect(await page.locator('#annonce').textContent()).toBe(await heading(page));
    expect(await page.locator('#annonce').getAttribute('role')).toBe('status');
    await page.locator('#q:focus').waitFor();
    expect(await page.locator('#q').inputValue()).toBe('télétravail');
    const plain = await (await fetch(page.url())).text();
    expect(plain).toContain(`<h1>${await heading(page)}</h1>`);
    expect(await isSame(page)).toBe(true);
    await page.context().close();
  });

  it('follow a ticked filter, keep the focus on it and what was ticked to compare', async () => {
    const page = await open('/recherche');
    await mark(page);
    const box = page.locator('input[name=e]').first();
    const siren = await box.getAttribute('value');
    await box.check();
    await page.locator('summary', { hasText: 'Parentalité' }).click();
    await page.locator('input[name=avantage][value=creche]').focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/avantage=creche/);
    expect(await isSame(page)).toBe(true);
    await page.locator('[value=creche]:focus').waitFor();
    expect(await page.locator('input[name=avantage][value=creche]').isChecked()).toBe(true);
    expect(await page.locator(`input[name=e][value="${siren}"]`).isChecked()).toBe(true);
    await page.context().close();
  });

  it('on a phone, are shown by the button of the filters, which is at hand wherever one stands in them', async () => {
    const page = await open('/recherche', 360);
    await mark(page);
    await page.locator('.filters > summary').click();
    await page.locator('summary', { hasText: 'Parentalité' }).click();
    await page.locator('input[name=avantage][value=creche]').check();
    await page.waitForURL(/avantage=creche/);
    const button = page.locator('.apply button');
    const { y, height } = (await button.boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(900);
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.querySelector('.filters[open]'));
    await page.locator('h1:focus').waitFor();
    expect((await page.locator('h1').boundingBox())!.y).toBeGreaterThanOrEqual(0);
    expect((await page.locator('.result').first().boundingBox())!.y).toBeLessThan(900);
    expect(await isSame(page)).toBe(true);
    await page.context().close();
  });

  it('asks which place is meant when several have the name, and takes the one that is', async () => {
    const page = await open('/recherche?lieu=bretagne');
    expect(page.url()).toBe(`${url}/recherche?region=53`);
    await page.goto(`${url}/recherche?lieu=zzzzzz`);
    expect(await page.locator('.place-question').textContent()).toContain('Nous ne trouvons pas');
    await page.goto(`${url}/recherche?lieu=35&famille=parentalite`);
    expect(page.url()).toBe(`${url}/recherche?famille=parentalite&departement=35`);
    await page.goto(`${url}/recherche?lieu=sa`);
    expect(await page.locator('.place-question a').count()).toBeGreaterThan(1);
    await page.context().close();
  });

  it('says a new order of priorities, and keeps the focus in the list when one is taken away', async () => {
    const page = await open('/recherche?priorite=creche&priorite=mutuelle&priorite=cet');
    await mark(page);
    const press = async (name: string, next: RegExp) => {
      await page.locator(`button[name=${name}][value=cet]`).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(next);
    };
    await press('monter', /priorite=creche&priorite=cet&priorite=mutuelle/);
    expect(await page.locator('#annonce').textContent()).toMatch(/Mes priorités\u00a0: Crèche.*mutuelle/i);
    await page.locator('[value=cet]:focus').waitFor();
    await press('retirer', /priorite=creche&priorite=mutuelle$/);
    await page.locator('#priorites :focus').waitFor();
    expect(await isSame(page)).toBe(true);
    await page.context().close();
  });

  it('has one short address, whether a form was sent or a box ticked', async () => {
    const sent = await fetch(`${url}/recherche?q=&lieu=&rayon=30&famille=sante&etat=in-force&etat=presumed&etat=declared`, { redirect: 'manual' }); // prettier-ignore
    expect(sent.headers.get('location')).toBe('/recherche?famille=sante');
    const page = await open('/recherche?q=t%C3%A9l%C3%A9travail');
    await page.locator('input[name=effectif]:not(:disabled)').first().focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/^[^?]*\?q=[^&]*&effectif=\d\d$/);
    await page.context().close();
  });

  it('moves a priority by dragging it', async () => {
    const page = await open('/recherche?priorite=creche&priorite=mutuelle&priorite=cet');
    await page.locator('[data-priority=cet] .priority-name').dragTo(page.locator('[data-priority=creche] .priority-name'), { targetPosition: { x: 4, y: 2 } }); // prettier-ignore
    await page.waitForURL(/priorite=cet&priorite=creche&priorite=mutuelle/);
    await page.context().close();
  });

  it('weighs less than ten kilobytes', async () => {
    const html = await (await fetch(`${url}/recherche`)).text();
    const scripts = [...html.matchAll(/<script[^>]*src="([^"]+)"/g)].map((match) => match[1]!);
    expect(scripts).toHaveLength(1);
    const source = await (await fetch(url + scripts[0]!)).text();
    expect(source.length).toBeLessThan(10_000);
  });
});
