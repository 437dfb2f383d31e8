import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { MODERATORS, startOwnDirectory, type OwnDirectory } from './own-directory.ts';
import { startWalk } from './walk.ts';

const WORDS = 'Une aide au déménagement de 900 euros est versée à tous, sur présentation de la facture.';
const MAILBOX = 'rh@employeur-fictif.example';
let browser: Browser;
let siren: string;
let site: OwnDirectory;
let url: string;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startOwnDirectory()]);
  url = site.url;
  const html = await (await fetch(`${url}/recherche?avantage=teletravail`)).text();
  const found = [...new Set([...html.matchAll(/href="\/employeurs\/(\d{9})"/g)].map((match) => match[1]!))];
  for (const each of found) {
    const page = await (await fetch(`${url}/employeurs/${each}`)).text();
    if (!page.includes('id="sans-trace-logement"')) continue;
    siren = each;
    break;
  }
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const until = async (what: string, isSo: () => Promise<boolean>): Promise<number> => {
  const start = performance.now();
  for (;;) {
    if (await isSo()) return performance.now() - start;
    if (performance.now() - start > 60_000) throw new Error(`${what} did not happen within a minute`);
    await sleep(250);
  }
};
const read = async (address: string, base = url): Promise<string> => (await fetch(base + address)).text();

/** The last link sent to a mailbox, read where an installation without a mail server keeps its mails. */
async function linkFor(mailbox: string): Promise<string> {
  const html = await read('/espace/courriels');
  const mail = html.split('<article').find((each) => each.includes(mailbox))!;
  return /href="([^"]+\?jeton=[\w-]{43})"/.exec(mail)![1]!;
}

async function signIn(page: Page, mailbox: string): Promise<void> {
  await page.goto(`${url}/espace/connexion`);
  await page.fill('#courriel', mailbox);
  await page.click('.desk-main button[type=submit]');
  await page.goto(await linkFor(mailbox));
  await page.click('.desk-main button[type=submit]');
}

describe('an employer', { timeout: 180_000 }, () => {
  it('signs in, declares, previews and publishes with a keyboard on a phone, in less than three minutes', async () => {
    const start = performance.now();
    const walk = await startWalk(browser, `${url}/employeurs/${siren}`);
    const { page } = walk;
    await walk.reach(`a[href="/espace/connexion?siren=${siren}"]`);
    await walk.activate();
    await walk.reach('#courriel');
    await walk.type(MAILBOX);
    await walk.activate();
    expect(page.url()).toBe(`${url}/espace/connexion/envoye`);
    await page.goto(await linkFor(MAILBOX));
    await walk.reach('.desk-main button[type=submit]');
    await walk.activate();
    expect(page.url()).toBe(`${url}/espace/${siren}`);
    expect(await page.locator('main').innerText()).toContain('attend sa validation');
    await walk.reach(`a[href="/espace/${siren}/declarer"]`);
    await walk.activate();
    await page.selectOption('#avantage', 'logement');
    await walk.reach('.desk-main button[type=submit]');
    await walk.activate();
    await walk.reach('#valeur-amount');
    await walk.type('900');
    await walk.activate();
    await walk.reach('#phrase');
    await walk.type(WORDS);
    await walk.reach('.desk-main form button[type=submit]');
    await walk.activate();
    await walk.reach('.desk-main form button[type=submit]');
    await walk.activate();
    await walk.reach('input[name=preuve]');
    await walk.toggle();
    await walk.reach('.desk-main form button[type=submit]');
    await walk.activate();
    // The preview is the card that seekers will see.
    const preview = page.locator('.desk-preview .clause');
    expect(await preview.innerText()).toContain('Déclaré par l’employeur');
    expect(await preview.innerText()).toContain('900');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await walk.reach('.desk-main form button[type=submit]');
    await walk.activate();
    expect(page.url()).toBe(`${url}/espace/${siren}?fait=attente`);
    expect(performance.now() - start).toBeLessThan(180_000);
    expect(walk.clicks()).toBeLessThanOrEqual(11);
    expect(await read(`/employeurs/${siren}`)).not.toContain(WORDS);
    await page.context().close();
  });

  it('is approved by a moderator, and seekers see it within a minute, on the page and in the search', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, MODERATORS[0]);
    await page.goto(`${url}/espace/acces`);
    await page.locator('li', { hasText: MAILBOX }).getByRole('button', { name: 'Valider' }).click();
    await context.close();
    await until('the page', async () => (await read(`/employeurs/${siren}`)).includes(WORDS));
    await until('the search', async () =>
      (await read(`/recherche?q=${siren}&avantage=logement`)).includes(`href="/employeurs/${siren}"`),
    );
    const profile = JSON.parse(await read(`/employeurs/${siren}.json`)) as { entries: { benefit: string; lead: object }[] }; // prettier-ignore
    expect(profile.entries.find(({ benefit }) => benefit === 'logement')!.lead).toMatchObject({
      state: 'declared',
      declaration: { declaredOn: '2026-11-21', expiresOn: '2027-11-21' },
    });
    expect(await read('/corrections')).toContain('Déclaration de l’employeur publiée');
  });

  it('sees it lapse by itself when a year has passed', async () => {
    const later = await startOwnDirectory(site.dataDir, '2027-11-21');
    try {
      await until('the calendar', async () => {
        const page = await read(`/employeurs/${siren}`, later.url);
        const card = page.split(`id="declaration-${siren}-logement"`)[1] ?? '';
        return card.slice(0, 2000).includes('Durée dépassée');
      });
    } finally {
      await later.stop();
    }
  });

  it('takes it back, and nobody sees it any more', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 780 },
    });
    const page = await context.newPage();
    await signIn(page, MAILBOX);
    await page.goto(`${url}/espace/${siren}`);
    await page.click('main a[href*="/declarations/"]');
    await page.click('summary:has-text("Retirer")');
    await page.check('input[name=sur]');
    await page.click('button[value=retirer]');
    expect(page.url()).toContain('fait=retire');
    await until('the withdrawal', async () => !(await read(`/employeurs/${siren}`)).includes(WORDS));
    await page.click('button:has-text("Se déconnecter")');
    await page.goto(`${url}/espace/${siren}`);
    expect(page.url()).toBe(`${url}/espace/connexion`);
    await context.close();
  });
});
