import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertDraft } from '#db/app/drafts.ts';
import type { Siren } from '#domain/ids.ts';
import { launchBrowser } from './browser.ts';
import { claimsOf, handsOn, hesitate, press, type Hands } from './desk-hands.ts';
import { CONTENT, findEmployers } from './desk-rooms.ts';
import { MODERATORS, startOwnDirectory, type OwnDirectory } from './own-directory.ts';
import { startWalk } from './walk.ts';

const WORDS = 'Une aide au déménagement de 900 euros est versée à tous, sur présentation de la facture.';
const REPLY = 'Cet accord est toujours appliqué. Le texte de 2025 le confirme.';
const MAILBOX = 'rh@employeur-fictif.example';
const SUBMIT = '.desk-main form button[type=submit]';
let browser: Browser;
let siren: Siren;
let site: OwnDirectory;
let hands: Hands;
/** A claim read in an agreement of that employer, to reply to, and another one to have corrected. */
let replied: string;
let wrong: string;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startOwnDirectory()]);
  hands = handsOn(site, browser);
  for (const each of await findEmployers(site.url)) {
    const { entries } = await hands.readJson(each);
    const live = entries.filter(
      ({ lead }) => lead.agreement && ['in-force', 'presumed'].includes(lead.state),
    );
    if (live.length < 2 || entries.some(({ benefit }) => benefit === 'logement')) continue;
    siren = each;
    [replied, wrong] = [live[0]!.lead.id, live[1]!.lead.id];
    break;
  }
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function signIn(page: Page, mailbox: string): Promise<void> {
  await page.goto(`${site.url}/espace/connexion`);
  await page.fill('#courriel', mailbox);
  await page.click('.desk-main button[type=submit]');
  await page.goto(await hands.linkFor(mailbox));
  await page.click('.desk-main button[type=submit]');
}
const isInSearch = async (): Promise<boolean> =>
  (await hands.read(`/recherche?q=${siren}&avantage=logement`)).includes(`href="/employeurs/${siren}"`);

describe('the desk', () => {
  it('from the claim of a page to the expiry of what was declared on it', { timeout: 400_000 }, async () => {
    const { read, readJson, until, linkFor, phone } = hands;

    // Claim and sign in, with the keyboard, on a phone.
    const start = performance.now();
    const walk = await startWalk(browser, `${site.url}/employeurs/${siren}`);
    const { page } = walk;
    await walk.reach(`a[href="/espace/connexion?siren=${siren}"]`);
    await walk.activate();
    await walk.reach('#courriel');
    await walk.type(MAILBOX);
    await walk.activate();
    expect(page.url()).toBe(`${site.url}/espace/connexion/envoye`);
    await page.goto(await linkFor(MAILBOX));
    await walk.reach('.desk-main button[type=submit]');
    await walk.activate();
    expect(page.url()).toBe(`${site.url}/espace/${siren}`);
    expect(await page.locator('main').innerText()).toContain('attend sa validation');

    // Declare.
    await walk.reach(`a[href="/espace/${siren}/declarer"]`);
    await walk.activate();
    await page.selectOption('#avantage', 'logement');
    await walk.reach('.desk-main button[type=submit]');
    await walk.activate();
    await walk.reach('#valeur-amount');
    await walk.type('900');
    await walk.activate();
    await walk.reach('#phrase');
    await walk.type('Court.');
    await walk.reach(SUBMIT);
    await page.keyboard.press('Enter');
    await page.locator('#erreur:focus').waitFor();
    await walk.reach('#phrase');
    await page.keyboard.press('Control+A');
    await walk.type(WORDS);
    for (let submits = 0; submits < 2; submits++) {
      await walk.reach(SUBMIT);
      await walk.activate();
      // Each page begins at its title, past what all of them begin with.
      await page.locator('h1:focus').waitFor();
      expect((await page.locator('h1').boundingBox())!.y).toBeLessThan(100);
    }
    await walk.reach('input[name=preuve]');
    await walk.toggle();
    await walk.reach(SUBMIT);
    await walk.activate();

    // Preview, then publish.
    const preview = await page.locator('.desk-preview .clause').innerText();
    for (const words of ['Déclaré par l’employeur', '900', WORDS]) expect(preview).toContain(words);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await walk.reach(SUBMIT);
    await walk.activate();
    expect(page.url()).toBe(`${site.url}/espace/${siren}?fait=attente`);
    await page.locator(':focus', { hasText: 'Enregistré' }).waitFor();
    expect(performance.now() - start).toBeLessThan(180_000);
    expect(walk.clicks()).toBeLessThanOrEqual(11);
    expect(await read(`/employeurs/${siren}`)).not.toContain(WORDS);

    // A moderator lets them in; seekers see it within a minute, as it was previewed, and find it.
    const moderator = await phone();
    await signIn(moderator, MODERATORS[0]);
    await moderator.goto(`${site.url}/espace/acces`);
    await moderator.locator('li', { hasText: MAILBOX }).getByRole('button', { name: 'Valider' }).click();
    await until('the page', async () => (await read(`/employeurs/${siren}`)).includes(WORDS));
    const seeker = await phone();
    const card = seeker.locator(`[id="declaration-${siren}-logement"]`);
    await seeker.goto(`${site.url}/employeurs/${siren}`);
    const shown = await card.innerText();
    expect(shown.startsWith(preview.trim().replace(/\s*Signaler une erreur.*$/s, ''))).toBe(true);
    await until('the search', isInSearch);
    const entry = (await readJson(siren)).entries.find(({ benefit }) => benefit === 'logement')!;
    expect(entry.lead).toMatchObject({
      state: 'declared',
      declaration: { declaredOn: '2026-11-21', expiresOn: '2027-11-21' },
    });
    expect(await read('/corrections')).toContain('Déclaration de l’employeur publiée');

    // Reply beside a claim.
    await page.goto(`${site.url}/repondre?employeur=${siren}&avantage=${replied}`);
    await page.fill('#texte', REPLY);
    await press(page, 'Voir l’aperçu');
    expect(await page.locator('.reply').innerText()).toContain(REPLY);
    await press(page, 'Publier la réponse');
    await until('the reply', async () =>
      (await readJson(siren)).replies.some(({ words }) => words === REPLY),
    );
    await seeker.goto(`${site.url}/employeurs/${siren}`);
    expect(await seeker.locator(`[id="${replied}"] .reply`).innerText()).toContain(REPLY);

    // A visitor has another claim corrected: two moderators, then the public ledger.
    await seeker.goto(`${site.url}/signaler?avantage=${wrong}`);
    await seeker.check('input[value=misread]');
    await seeker.fill('#texte', 'La phrase rapporte une demande.');
    await hesitate();
    await press(seeker, 'Envoyer le signalement');
    const followed = new URL(seeker.url()).pathname;
    await moderator.goto(`${site.url}/moderation`);
    await moderator.locator('.queue a').first().click();
    const address = moderator.url();
    await moderator.selectOption('#motif-proposer', 'wrong-reading');
    await press(moderator, 'Proposer le retrait');
    expect(await moderator.getByRole('button', { name: 'Confirmer le retrait' }).count()).toBe(0);
    const second = await phone();
    await signIn(second, MODERATORS[1]);
    await second.goto(address);
    await press(second, 'Confirmer le retrait');
    await until('the correction', async () => !claimsOf(await readJson(siren)).includes(wrong));
    await seeker.goto(`${site.url}/employeurs/${siren}`);
    expect(await seeker.locator(`[id="${wrong}"]`).count()).toBe(0);
    await seeker.goto(site.url + followed);
    expect(await seeker.locator('main').innerText()).toContain('La page a changé');
    await seeker.goto(`${site.url}/corrections?employeur=${siren}`);
    const lines = await seeker.locator('.ledger li').allInnerTexts();
    expect(lines).toHaveLength(3);
    for (const words of ['La modération (deux personnes)', 'Extrait mal interprété', 'Retiré du site'])
      expect(lines[0]).toContain(words);
    expect(lines.join()).not.toContain('@');

    // A year later, nobody having confirmed it.
    const later = await startOwnDirectory(site.dataDir, '2027-11-21');
    try {
      const then = handsOn(later, browser);
      await then.until('the calendar', async () => {
        const entry = (await then.readJson(siren)).entries.find(({ benefit }) => benefit === 'logement');
        return entry?.lead.state === 'lapsed';
      });
      await seeker.goto(`${later.url}/employeurs/${siren}`);
      expect(await card.innerText()).toContain('Durée dépassée');
      await then.until(
        'the search',
        async () =>
          !(await then.read(`/recherche?q=${siren}&avantage=logement`)).includes(
            `href="/employeurs/${siren}"`,
          ),
      );
      const theirs = await then.phone(later.signIn(MAILBOX, { siren, role: 'owner', isApproved: true }));
      await theirs.goto(`${later.url}/espace/${siren}`);
      expect(await theirs.locator('main').innerText()).toContain('Expirée le 21 novembre 2027');
    } finally {
      await later.stop();
    }
    for (const each of [page, moderator, seeker, second]) await each.context().close();
  });

  it('is done with a thumb, by somebody who types slowly, in less than three minutes', { timeout: 240_000 }, async () => {
    const KEY_MS = 180;
    const LOOK_MS = 1200;
    const mailbox = 'pouce@employeur-fictif.example';
    site.signIn(mailbox, { siren, role: 'editor', isApproved: true });
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, locale: 'fr-FR' });
    const page = await context.newPage();
    await page.goto(`${site.url}/employeurs/${siren}`);
    const start = performance.now();
    const steps: string[] = [];
    const seconds = (): string => ((performance.now() - start) / 1000).toFixed(1);
    /** Looks, then taps; what the thumb meets must be large enough for it. */
    const tap = async (what: string, selector: string): Promise<void> => {
      const target = page.locator(selector).first();
      await target.scrollIntoViewIfNeeded();
      await page.waitForTimeout(LOOK_MS);
      const box = (await target.boundingBox())!;
      expect(box.height, what).toBeGreaterThanOrEqual(24);
      const before = page.url();
      await target.tap();
      await page.waitForURL(({ href }) => href !== before, { waitUntil: 'load' });
      steps.push(`${seconds().padStart(6)} s  ${what}`);
    };
    const type = async (selector: string, words: string): Promise<void> => {
      await page.locator(selector).tap();
      await page.keyboard.type(words, { delay: KEY_MS });
    };
    const CONTINUE = '.desk-main form button[type=submit]';
    await tap('represent this employer', `a[href="/espace/connexion?siren=${siren}"]`);
    await type('#courriel', mailbox);
    await tap('ask for the link', CONTINUE);
    await page.goto(await hands.linkFor(mailbox));
    await tap('sign in', CONTINUE);
    await tap('declare a benefit', `a[href="/espace/${siren}/declarer"]`);
    await page.waitForTimeout(LOOK_MS);
    await page.selectOption('#avantage', 'creche');
    await tap('choose it', CONTINUE);
    await type('#valeur-cribs', '10');
    await tap('say its figures', CONTINUE);
    await type('#phrase', 'Nous réservons dix berceaux aux équipes de nuit.');
    await tap('say it in a sentence', CONTINUE);
    await page.locator('input[value=categorie]').tap();
    await type('#categorie', 'équipes de nuit');
    await tap('say who is covered', CONTINUE);
    await page.locator('input[value=contract]').tap();
    await tap('say what it rests on', CONTINUE);
    expect(await page.locator('.desk-preview').innerText()).toContain('équipes de nuit');
    await page.waitForTimeout(5 * LOOK_MS);
    await tap('publish', CONTINUE);
    expect(page.url()).toContain('fait=publie');
    console.log(`task 2 on a phone, ${steps.length} taps:\n${steps.join('\n')}`);
    expect(Number(seconds())).toBeLessThan(180);
    await context.close();
  }); // prettier-ignore

  it('takes a declaration back, and nobody sees it any more', { timeout: 120_000 }, async () => {
    const page = await hands.phone();
    await signIn(page, MAILBOX);
    await page.goto(`${site.url}/espace/${siren}`);
    await page.locator('main a[href*="/declarations/"]', { hasText: 'logement' }).click();
    await page.click('summary:has-text("Retirer")');
    await page.check('input[name=sur]');
    await page.click('button[value=retirer]');
    expect(page.url()).toContain('fait=retire');
    await hands.until(
      'the withdrawal',
      async () => !(await hands.read(`/employeurs/${siren}`)).includes(WORDS),
    );
    await press(page, 'Se déconnecter');
    await page.goto(`${site.url}/espace/${siren}`);
    expect(page.url()).toBe(`${site.url}/espace/connexion`);
    await page.context().close();
  });
});

describe('two editors at once', () => {
  const MINE = 'Nous réservons vingt berceaux dans des crèches proches de nos sites.';
  const THEIRS = 'Nous réservons douze berceaux, attribués chaque année par une commission.';
  const open = async (name: string, path: string): Promise<Page> => {
    const right = { siren, role: 'editor', isApproved: true } as const;
    const page = await hands.phone(site.signIn(`${name}@employeur-fictif.example`, right));
    await page.goto(site.url + path);
    return page;
  };
  const newDraft = (): string => {
    const content = { ...CONTENT, scope: { ...CONTENT.scope, label: `à deux ${performance.now()}` } };
    const id = insertDraft(site.app, { siren, personId: null, declarationId: null, declarationVersion: null, content }, new Date()); // prettier-ignore
    return `/espace/${siren}/brouillon/${id}`;
  };

  it('of one page: the second is told, both versions stand before them, and they choose', async () => {
    const draft = `${newDraft()}/phrase`;
    const [first, second] = [await open('premiere', draft), await open('seconde', draft)];
    await first.fill('#phrase', THEIRS);
    await second.fill('#phrase', MINE);
    await press(first, 'Enregistrer et continuer');
    expect(first.url()).toContain('/relecture');
    const [answer] = await Promise.all([
      second.waitForNavigation(),
      press(second, 'Enregistrer et continuer'),
    ]);
    expect(answer?.status()).toBe(409);
    expect(await second.getByRole('alert').innerText()).toContain('Quelqu’un d’autre a enregistré');
    expect(await second.locator('.desk-main .desk-note').innerText()).toContain(THEIRS);
    expect(await second.inputValue('#phrase')).toBe(MINE);
    await press(second, 'Enregistrer et continuer');
    expect(await second.locator('.desk-preview').innerText()).toContain(MINE);
    for (const page of [first, second]) await page.context().close();
  });

  it('of a preview: what another changed since is not published unread', async () => {
    const draft = newDraft();
    const [first, second] = [await open('premiere', `${draft}/phrase`), await open('seconde', `${draft}/relecture`)];
    await first.fill('#phrase', THEIRS);
    await press(first, 'Enregistrer et continuer');
    await press(second, 'Publier');
    expect(await second.getByRole('alert').innerText()).toContain('depuis cet aperçu');
    expect(await second.locator('.desk-preview').innerText()).toContain(THEIRS);
    await press(second, 'Publier');
    expect(second.url()).toContain('fait=publie');
    for (const page of [first, second]) await page.context().close();
  }); // prettier-ignore

  it('of a draft published meanwhile: the second is told, and given back what they wrote', async () => {
    const draft = newDraft();
    const [first, second] = [await open('premiere', `${draft}/relecture`), await open('seconde', `${draft}/phrase`)];
    await second.fill('#phrase', MINE);
    await press(first, 'Publier');
    expect(first.url()).toContain('fait=publie');
    await press(second, 'Enregistrer et continuer');
    expect(second.url()).toContain('/brouillon/perdu');
    expect(await second.locator('h1').innerText()).toContain('n’est plus ouvert');
    expect(await second.locator('main').innerText()).toContain(MINE);
    await second.click('a:has-text("Voir vos déclarations")');
    expect(second.url()).toBe(`${site.url}/espace/${siren}`);
    for (const page of [first, second]) await page.context().close();
  }); // prettier-ignore
});
