import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Siren } from '#domain/ids.ts';
import { launchBrowser } from './browser.ts';
import { claimsOf, handsOn, hesitate, press } from './desk-hands.ts';
import { findEmployers } from './desk-rooms.ts';
import { MODERATORS, startOwnDirectory, type OwnDirectory } from './own-directory.ts';

const VISITOR = 'visiteur@ailleurs.example';
let browser: Browser;
let site: OwnDirectory;
let siren: Siren;
let claim: string;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startOwnDirectory()]);
  [siren] = (await findEmployers(site.url)) as [Siren];
  claim = (await handsOn(site, browser).readJson(siren)).entries.find(({ benefit }) => benefit === 'creche')!.lead.id;
}); // prettier-ignore
afterAll(async () => {
  await browser.close();
  await site.stop();
});

it('moderation, from two reports to the decision of two persons', { timeout: 240_000 }, async () => {
  const { read, readJson, until, phone } = handsOn(site, browser);

  // Two visitors report one claim; the first leaves an address.
  const visitor = await phone();
  const receipts: string[] = [];
  for (const [words, email] of [['La phrase rapporte une demande.', VISITOR], ['Le nombre est celui de 2019.', '']]) {
    await visitor.goto(`${site.url}/signaler?avantage=${claim}`);
    await visitor.check('input[value=misread]');
    await visitor.fill('#texte', words!);
    await visitor.fill('#courriel', email!);
    await hesitate();
    await press(visitor, 'Envoyer le signalement');
    receipts.push(new URL(visitor.url()).pathname);
  }

  // The queue: the delay of three working days, first due first.
  const [first, second] = await Promise.all(MODERATORS.map((email) => phone(site.signIn(email), 1280)));
  await first!.goto(`${site.url}/moderation`);
  expect(await first!.locator('.queue tbody tr').count()).toBe(2);
  // 21 November 2026 is a Saturday.
  expect(await first!.locator('.queue td[data-label="Délai"]').allInnerTexts()).toEqual(
    Array(2).fill('Au plus tard le 25 novembre 2026'),
  );
  await first!.locator('.queue a').first().click();
  const address = first!.url();

  // Before and now stand side by side; a note is for moderators alone.
  expect(await first!.locator('.before-after').innerText()).toContain('Phrase citée');
  expect(await first!.locator('main').innerText()).toContain('Rien n’a changé depuis le signalement.');
  await first!.click('summary:has-text("Ajouter une note")');
  await first!.fill('#note-note', 'Voir l’article 4.');
  await press(first!, 'Ajouter une note');
  expect(await first!.locator('.trail').innerText()).toContain('Voir l’article 4.');

  // A question from the closed list, and its answer, by whoever has the number.
  await first!.click('summary:has-text("Poser une question")');
  await first!.selectOption('#motif-demander', 'which-part');
  await press(first!, 'Poser une question');
  await until('the mail', async () => (await read('/espace/courriels')).includes('Une question sur votre signalement'));
  await visitor.goto(site.url + receipts[0]!);
  expect(await visitor.locator('main').innerText()).not.toContain('Voir l’article 4.');
  await visitor.click('a:has-text("Répondre à la question")');
  await visitor.fill('#texte', 'La seconde moitié de la phrase.');
  await press(visitor, 'Envoyer la réponse');

  // Whoever decides on an older state is told, and nothing is done.
  await second!.goto(address);
  await first!.goto(address);
  expect(await first!.locator('.trail').innerText()).toContain('La seconde moitié de la phrase.');
  await first!.selectOption('#motif-proposer', 'wrong-reading');
  await first!.fill('#note-proposer', 'Demande des syndicats.');
  await press(first!, 'Proposer le retrait');
  await second!.click('summary:has-text("Maintenir la page")');
  await second!.selectOption('#motif-refuser', 'quote-exact');
  await press(second!, 'Maintenir la page');
  expect(await second!.getByRole('alert').innerText()).toContain('a changé depuis que vous l’avez ouvert');

  // The one who proposed cannot confirm; the other one first rejects, then confirms.
  await first!.goto(address);
  expect(await first!.getByRole('button', { name: 'Confirmer le retrait' }).count()).toBe(0);
  await second!.goto(address);
  await second!.click('summary:has-text("Ne pas retenir")');
  await press(second!, 'Ne pas retenir');
  expect(claimsOf(await readJson(siren))).toContain(claim);
  await first!.goto(address);
  await first!.selectOption('#motif-proposer', 'wrong-reading');
  await press(first!, 'Proposer le retrait');
  await second!.goto(address);
  await press(second!, 'Confirmer le retrait');
  expect((await second!.locator('.trail').innerText()).replace(/\s+/g, ' ')).toMatch(
    /Signalement reçu.*Note.*Question posée.*Réponse de la personne.*Retrait proposé.*moderation@.*Retrait non retenu.*relecture@.*Retrait proposé.*Retrait confirmé.*relecture@/,
  );

  // Gone from the page, the search and the form; said in the ledger, by roles.
  await until('the withdrawal', async () => !claimsOf(await readJson(siren)).includes(claim));
  await until('the search', async () => !(await read(`/recherche?avantage=creche&q=${siren}`)).includes(`/employeurs/${siren}"`));
  await visitor.goto(`${site.url}/signaler?avantage=${claim}`);
  expect(await visitor.locator('main').innerText()).toContain('n’est plus sur le site');
  await visitor.goto(`${site.url}/corrections?employeur=${siren}`);
  const line = await visitor.locator('.ledger li').first().innerText();
  for (const words of ['Retiré', 'La modération (deux personnes)', 'Extrait mal interprété', 'Retiré du site'])
    expect(line).toContain(words);
  expect(line).not.toContain('@');

  // Both reports are answered by it; the address is gone, the history of the employer stays.
  for (const receipt of receipts) {
    await visitor.goto(site.url + receipt);
    expect(await visitor.locator('main').innerText()).toContain('La page a changé');
  }
  await until('the mail', async () => (await read('/espace/courriels')).includes('Réponse à votre signalement'));
  await first!.goto(`${site.url}/moderation`);
  expect(await first!.locator('.queue').count()).toBe(0);
  await first!.fill('#siren', siren);
  await press(first!, 'Voir l’historique');
  expect(await first!.locator('.queue tbody tr').count()).toBe(2);
  expect(await first!.locator('main').innerText()).toContain('Accepté');
  expect(site.app.$client.serialize().toString('latin1')).not.toContain(VISITOR);
  for (const page of [visitor, first!, second!]) await page.context().close();
}); // prettier-ignore
