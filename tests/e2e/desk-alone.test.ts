import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fictionalSiren } from '#sample/identifiers.ts';
import { searchAnswer } from '../fixtures/sirene/search-answer.ts';
import { launchBrowser } from './browser.ts';
import { handsOn, press, type Hands } from './desk-hands.ts';
import { MODERATORS, startOwnDirectory, type OwnDirectory } from './own-directory.ts';

/** Invented, and in no agreement of the sample. */
const SIREN = fictionalSiren(900_000);
const MAILBOX = 'rh@forges-imaginaires.example';
const WORDS = 'Une aide au déménagement de 900 euros est versée à tous, sur présentation de la facture.';
const TABLE = `employeur;avantage;phrase;chiffres;preuve\r\n${SIREN};logement;${WORDS};;charte\r\n`;
let browser: Browser;
let register: Server;
let site: OwnDirectory;
let hands: Hands;
let hr: Page;
beforeAll(async () => {
  // The real door of the register: API recherche-entreprises.
  register = createServer((request, response) =>
    response.end(JSON.stringify(searchAnswer(/q=(\d{9})/.exec(request.url!)![1]!))),
  );
  await new Promise<void>((resolve) => register.listen(0, '127.0.0.1', resolve));
  const settings = {
    SIRENE_API_URL: `http://127.0.0.1:${(register.address() as AddressInfo).port}`,
  };
  [browser, site] = await Promise.all([launchBrowser(), startOwnDirectory(undefined, undefined, settings)]);
  hands = handsOn(site, browser);
  hr = await hands.phone();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  register.closeAllConnections();
  register.close();
});

/** Words of the page, all spaces alike. */
const words = async (page: Page) => (await page.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
const statusOf = async (address: string) => (await fetch(site.url + address)).status;
const PAGE = `/employeurs/${SIREN}`;

describe('an employer without any agreement', { timeout: 180_000 }, () => {
  it('is invited by the page that knows nothing of it, and signs in with its number', async () => {
    expect(await statusOf(PAGE)).toBe(404);
    await hr.goto(`${site.url}/siret?siret=${SIREN}`);
    await hr.click('main a[href="/espace/connexion"]');
    await hr.fill('#courriel', MAILBOX);
    await hr.fill('#employeur', '123 456 789');
    await press(hr, 'Recevoir le lien');
    expect(await words(hr)).toContain('un chiffre est faux');
    await hr.fill('#employeur', SIREN);
    await press(hr, 'Recevoir le lien');
    await hr.goto(await hands.linkFor(MAILBOX));
    await press(hr, 'Me connecter');
    expect(hr.url()).toBe(`${site.url}/espace/${SIREN}`);
    expect(await words(hr)).toContain('Votre page sera créée quand votre accès sera validé');
    expect(await hr.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  it('is approved, then known by name, and told what is still missing', async () => {
    const moderator = await hands.phone(site.signIn(MODERATORS[0]));
    await moderator.goto(`${site.url}/espace/acces`);
    const row = moderator.locator('li', { hasText: MAILBOX });
    expect(await row.innerText()).toContain('sans accord publié');
    await row.getByRole('button', { name: 'Valider' }).click();
    await hands.until('the name', async () => {
      await hr.goto(`${site.url}/espace/${SIREN}`);
      return (await words(hr)).includes('FORGES IMAGINAIRES');
    });
    expect(await words(hr)).toContain('quand vous aurez publié une première déclaration');
    expect(await statusOf(PAGE)).toBe(404);
  });

  it('declares, and gets a page that says what it rests on, found like any other', async () => {
    await hr.goto(`${site.url}/espace/lot`);
    await hr.setInputFiles('#fichier', { name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
    await press(hr, 'Vérifier');
    await press(hr, 'Publier 1 déclaration');
    await hands.until('the page', async () => (await statusOf(PAGE)) === 200);
    const html = await hands.read(PAGE);
    expect(html).toContain(WORDS);
    expect(html).toContain('Aucun accord publié à ce jour');
    expect(html).toContain('ce silence ne veut pas dire «\u00a0non\u00a0»');
    expect(html).not.toContain('n’offre pas');
    await hands.until('the search', async () =>
      (await hands.read(`/recherche?q=forges+imaginaires&avantage=logement`)).includes(`href="${PAGE}"`),
    );
    expect(await hands.read(`/recherche?q=${SIREN}`)).toContain('ucun accord publié');
    expect(await hands.readJson(SIREN)).toMatchObject({ name: 'FORGES IMAGINAIRES', agreements: [], counts: { live: 1 } }); // prettier-ignore
    expect(await hands.read('/sitemaps/employeurs-1.xml')).toContain(PAGE);
    await hr.goto(`${site.url}/espace/${SIREN}`);
    expect(await words(hr)).not.toContain('Votre page sera créée');
    for (const width of [360, 1280]) {
      const reader = await hands.phone(null, width);
      await reader.goto(site.url + PAGE);
      expect(await reader.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await reader.context().close();
    }
  });

  it('has no page any more once nothing it declared holds', async () => {
    const later = await startOwnDirectory(site.dataDir, '2027-11-21');
    try {
      const gone = async () => (await fetch(later.url + PAGE)).status === 410;
      await hands.until('the calendar', gone);
    } finally {
      await later.stop();
    }
    await hr.goto(`${site.url}/espace/${SIREN}`);
    await hr.click('main a[href*="/declarations/"]');
    await hr.click('summary:has-text("Retirer")');
    await hr.check('input[name=sur]');
    await press(hr, 'Retirer');
    await hands.until('the withdrawal', async () => (await statusOf(PAGE)) === 410);
    await hands.until('the index', async () =>
      (await hands.read(`/recherche?q=${SIREN}`)).includes('Aucun employeur trouvé'),
    );
    await hr.goto(`${site.url}/espace/${SIREN}`);
    expect(await words(hr)).toContain('quand vous aurez publié une première déclaration');
  });
});
