import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOpenReports } from '#db/app/reports.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { launchBrowser } from './browser.ts';
import { MODERATORS, startOwnDirectory, type OwnDirectory } from './own-directory.ts';
import { startWalk } from './walk.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: OwnDirectory;
let browser: Browser;
let siren: string;
let claim: string;
let employer: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([startOwnDirectory(), launchBrowser()]);
  const html = await (await fetch(`${site.url}/recherche?avantage=creche`)).text();
  siren = /href="\/employeurs\/(\d{9})"/.exec(html)![1]!;
  const profile = await read();
  employer = profile.name;
  claim = profile.entries.find(({ benefit }) => benefit === 'creche')!.lead.id;
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const read = async (): Promise<EmployerProfile> =>
  (await (await fetch(`${site.url}/employeurs/${siren}.json`)).json()) as EmployerProfile;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the published page says so: a minute at most. */
async function within(isSaid: (profile: EmployerProfile) => boolean): Promise<EmployerProfile> {
  const start = Date.now();
  for (;;) {
    const profile = await read();
    if (isSaid(profile)) return profile;
    if (Date.now() - start > 60_000) throw new Error('the page says the same after a minute');
    await pause(300);
  }
}

async function open(path: string, cookie: string | null = null, width = 360): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 780 },
    javaScriptEnabled: false,
    locale: 'fr-FR',
  });
  if (cookie) await context.addCookies([{ name: 'espace', value: cookie, url: site.url }]);
  const page = await context.newPage();
  await page.goto(site.url + path);
  return page;
}

const press = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).click();

describe('somebody who found an error, keyboard only, 360 px, JavaScript off', () => {
  it('is at the form of that claim in 3 clicks from the home page, and has a receipt with the next one', async () => {
    const walk = await startWalk(browser, site.url);
    await walk.reach('input[type=search]');
    await walk.type(employer);
    await walk.activate();
    await walk.reach(`a[href="/employeurs/${siren}"]`);
    await walk.activate();
    await walk.reach(`a[href="/signaler?avantage=${claim}"]`);
    await walk.activate();
    expect(walk.clicks()).toBe(3);
    expect(await walk.page.locator('.shown').textContent()).toContain('Phrase citée');
    await walk.reach('input[value="misread"]');
    await walk.toggle();
    await walk.reach('#texte');
    await walk.type('La phrase rapporte une demande.');
    await walk.reach('#courriel');
    await walk.type('quelquun@example.org');
    await pause(2000);
    await walk.reach('main button[type=submit]');
    await walk.activate();
    expect(walk.page.url()).toMatch(/\/suivi\/([0-9a-z]{5}-){3}[0-9a-z]{5}$/);
    expect(await walk.page.locator('.receipt').textContent()).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
  });

  it('needs 3 clicks for a receipt without looking for the page', async () => {
    const walk = await startWalk(browser, site.url);
    await walk.reach('footer a[href="/signaler"]');
    await walk.activate();
    await walk.reach('#employeur');
    await walk.type(siren);
    await walk.reach('#avantage');
    await walk.type('place en creche');
    await walk.reach('input[value="misread"]');
    await walk.toggle();
    await walk.reach('#texte');
    await walk.type('Le nombre est celui de 2019.');
    await pause(2000);
    await walk.reach('main button[type=submit]');
    await walk.activate();
    expect(walk.page.url()).toContain('/suivi/');
    expect(walk.clicks()).toBe(3);
    expect(await walk.page.locator('.shown-title').textContent()).toContain('crèche');
  });

  it('keeps what was typed when something is missing', async () => {
    const page = await open(`/signaler?employeur=${siren}`);
    await page.evaluate(() => document.querySelector('main form')?.setAttribute('novalidate', ''));
    await page.fill('#texte', 'L’adresse est fausse.');
    await page.fill('#courriel', 'pas une adresse');
    await press(page, 'Envoyer le signalement');
    expect(await page.locator('[role=alert]').textContent()).toContain('Choisissez ce qui ne va pas');
    expect(await page.inputValue('#texte')).toBe('L’adresse est fausse.');
    expect(await page.inputValue('#courriel')).toBe('pas une adresse');
  });
});

describe('screens behind a sign-in or a receipt', () => {
  it.each([
    { scheme: 'light', width: 360 },
    { scheme: 'dark', width: 1280 },
  ] as const)('have no accessibility fault in $scheme at $width px', async ({ scheme, width }) => {
    const [report] = listOpenReports(site.app);
    const signedIn = site.signIn(MODERATORS[0]);
    const context = await browser.newContext({ viewport: { width, height: 780 }, colorScheme: scheme });
    await context.addCookies([{ name: 'espace', value: signedIn, url: site.url }]);
    const page = await context.newPage();
    for (const path of [
      `/suivi/${report!.receipt}`,
      '/moderation',
      `/moderation/${report!.id}`,
      `/moderation?siren=${siren}`,
      `/repondre?employeur=${siren}`,
      `/repondre?employeur=${siren}&avantage=${claim}`,
    ]) {
      expect((await page.goto(site.url + path))?.status(), path).toBe(200);
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate(
        'axe.run(document, { resultTypes: ["violations"] })',
      )) as AxeResults;
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
        path,
      ).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        path,
      ).toBeLessThanOrEqual(0);
    }
  });
});

describe('an employer', () => {
  it('replies beside the claim, within a minute', { timeout: 120_000 }, async () => {
    const cookie = site.signIn('rh@verrerie.example', { siren, role: 'editor', isApproved: true });
    const page = await open(`/repondre?employeur=${siren}&avantage=${claim}`, cookie);
    await page.fill('#texte', 'Cet accord a été remplacé.\n\nLe nouveau texte est déposé.');
    await press(page, 'Voir l’aperçu');
    expect(await page.locator('.reply p').allTextContents()).toContain('Le nouveau texte est déposé.');
    // What was asked for is on the screen, and has the focus as soon as it is drawn.
    await page.locator('#apercu:focus').waitFor();
    await press(page, 'Publier la réponse');
    await page.locator('#reponse:focus').waitFor();
    expect((await page.locator('#reponse').boundingBox())!.y).toBeLessThan(400);
    const { replies } = await within((profile) => profile.replies.length > 0);
    expect(replies).toMatchObject([
      { claim, words: 'Cet accord a été remplacé.\n\nLe nouveau texte est déposé.' },
    ]);
    const public_ = await open(`/employeurs/${siren}`);
    expect(await public_.locator(`[id="${claim}"] .reply`).textContent()).toContain('Réponse de l’employeur');
    await public_.goto(`${site.url}/corrections`);
    expect(await public_.locator('.ledger li').first().textContent()).toContain(
      'Réponse de l’employeur publiée',
    );
  });
});
