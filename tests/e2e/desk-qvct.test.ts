import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fictionalSiret } from '#sample/identifiers.ts';
import type { Siren } from '#domain/ids.ts';
import { launchBrowser } from './browser.ts';
import { handsOn, press, type Hands } from './desk-hands.ts';
import { startOwnDirectory, type OwnDirectory } from './own-directory.ts';

let browser: Browser;
let site: OwnDirectory;
let hands: Hands;
let page: Page;
let mine: Siren[];
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startOwnDirectory()]);
  hands = handsOn(site, browser);
  const html = await hands.read('/recherche?avantage=teletravail');
  mine = [...new Set([...html.matchAll(/href="\/employeurs\/(\d{9})"/g)].map((match) => match[1] as Siren))].slice(0, 2); // prettier-ignore
  const right = { role: 'mandate', isApproved: true } as const;
  page = await hands.phone(site.signIn('cabinet@cabinet.example', ...mine.map((siren) => ({ siren, ...right })))); // prettier-ignore
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const HEAD = 'siren;siret_declarant;annee;perimetre;date_publication;effectif_31_12;part_cdi;droit_deconnexion'; // prettier-ignore
const line = (siren: Siren, year: number, cdi: string) =>
  `${siren};${fictionalSiret(siren, 1)};${year};entreprise;02/03/${year + 1};420;${cdi};oui`;
const send = async (lines: string[], name = 'chiffres.csv') => {
  await page.goto(`${site.url}/espace/qvct`);
  await page.setInputFiles('#fichier', { name, mimeType: 'text/csv', buffer: Buffer.from([HEAD, ...lines].join('\r\n')) }); // prettier-ignore
  await press(page, 'Vérifier');
};
/** Words of the page, all spaces alike. */
const words = async () => (await page.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
const section = async (siren: Siren) =>
  (await hands.read(`/employeurs/${siren}`)).split('id="qvct"')[1]?.split('</section>')[0] ?? '';

describe('a file of QVCT figures', { timeout: 180_000 }, () => {
  it('begins with a template of one’s own employers', async () => {
    await page.goto(`${site.url}/espace`);
    await page.click(`a[href="/espace/${mine[0]}"]`);
    await page.click(`a[href="/espace/${mine[0]}/qvct"]`);
    await page.click('main a[href="/espace/qvct"]');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('a[href="/espace/qvct/modele.csv"]'),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.split('\r\n')[0]!.split(';')).toHaveLength(62);
    for (const siren of mine) expect(text).toContain(`\r\n${siren};`);
  });

  it('shows every error at once, by line, column and remedy, on the page and as a file', async () => {
    await send([
      line(mine[0]!, 2025, '191'),
      line('356000000' as Siren, 2025, '90').replace(/;\d{14};/, ';35600000000048;'),
      line(mine[0]!, 2024, '91,2'),
    ]);
    expect(await words()).toContain('3 lignes lues : 1 prête, 2 à corriger');
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows.slice(0, 2).map((row) => row.split('\t').slice(0, 2).map((cell) => cell.trim()))).toEqual([['2', 'part_cdi'], ['3', 'siren']]); // prettier-ignore
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('a:has-text("Télécharger les erreurs")'),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/^\ufeffligne;colonne;erreur;que_faire\r\n2;part_cdi;/); // prettier-ignore
    expect(await section(mine[0]!)).not.toContain('Déclaré par l’employeur');
  });

  it('is shown as seekers will see it, published for several employers, and stands there within a minute', async () => {
    await send([line(mine[0]!, 2025, '91,2'), line(mine[0]!, 2024, '90,1'), line(mine[1]!, 2025, '77')]);
    expect(await words()).toContain('3 lignes prêtes, aucune erreur.');
    expect(await page.locator('.desk-preview').innerText()).toMatch(/2025 \(déclaré\)/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    const [address, form] = [page.url(), page.locator('form.desk-part')];
    const token = await form.locator('input[name=jeton]').inputValue();
    const seen = await form.locator('input[name=vu]').inputValue();
    await form.getByRole('button').click();
    expect(await words()).toContain('3 lignes de chiffres publiées');
    // Sent again by the back button, it is done once.
    expect((await page.context().request.post(address, { form: { jeton: token, vu: seen }, headers: { 'sec-fetch-site': 'same-origin' } })).status()).toBe(404); // prettier-ignore
    for (const siren of mine)
      await hands.until('the page', async () => (await section(siren)).includes('2025 (déclaré)'));
    const html = await section(mine[0]!);
    expect(html).toContain('Déclaré par l’employeur dans son espace le 21 novembre 2026');
    expect(html).toContain('expire le 21 novembre 2027');
    expect((await hands.readJson(mine[0]!)).qvct.filter(({ basis }) => basis === 'declared')).toMatchObject([
      { year: 2025, figures: { part_cdi: 91.2, droit_deconnexion: true }, declaration: { declaredOn: '2026-11-21', isLapsed: false } },
      { year: 2024 },
    ]); // prettier-ignore
    expect(await hands.read('/corrections')).toContain('Chiffres QVCT 2025');
  });

  it('is confirmed and taken back from the room of each employer', async () => {
    await page.goto(`${site.url}/espace/${mine[0]}`);
    await page.click(`a[href="/espace/${mine[0]}/qvct"]`);
    await page.locator('input[name=ligne]').nth(1).check();
    await page.click('summary:has-text("Retirer")');
    await press(page, 'Retirer les lignes cochées');
    expect(await words()).toContain('Cochez la case pour confirmer le retrait');
    await page.check('input[name=sur]');
    await press(page, 'Retirer les lignes cochées');
    expect(await words()).toContain('Chiffres retirés');
    await page.locator('input[name=ligne]').first().check();
    await press(page, 'Confirmer pour douze mois');
    expect(await words()).toContain('Confirmé pour douze mois');
    await hands.until('the withdrawal', async () => !(await section(mine[0]!)).includes('2024 (déclaré)'));
    expect(await section(mine[0]!)).toContain('2025 (déclaré)');
  });

  it('of one year is typed in a form as well, mended there, and changed later', async () => {
    await page.goto(`${site.url}/espace/${mine[1]}/qvct`);
    await page.click('a:has-text("Remplir un formulaire")');
    await page.fill('#annee', '2024');
    await page.click('summary:has-text("Emploi")');
    await page.fill('#part_cdi', '88,5');
    await press(page, 'Vérifier et voir l’aperçu');
    expect(await words()).toContain('Remplissez aussi « Effectif au 31 décembre »');
    expect(await page.locator('#part_cdi').inputValue()).toBe('88,5');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.fill('#effectif_31_12', '420');
    await page.click('summary:has-text("Dialogue social")');
    await page.selectOption('#cse', 'oui');
    await press(page, 'Vérifier et voir l’aperçu');
    expect(await page.locator('.desk-preview').innerText()).toMatch(/2024 \(déclaré\)/);
    await page.click('a:has-text("Revenir au formulaire")');
    expect(await page.locator('#part_cdi').inputValue()).toBe('88,5');
    await page.fill('#part_cdi', '88,25');
    await press(page, 'Vérifier et voir l’aperçu');
    await press(page, 'Publier 1 ligne');
    expect(await words()).toContain('1 ligne de chiffres publiée');
    await hands.until('the page', async () => (await section(mine[1]!)).includes('88,25'));
    await page.goto(`${site.url}/espace/${mine[1]}/qvct`);
    await page.locator('a:has-text("Modifier")', { hasText: '2024' }).click();
    expect(await page.locator('#cse').inputValue()).toBe('oui');
    await page.selectOption('#cse', '');
    await press(page, 'Vérifier et voir l’aperçu');
    expect(await words()).toContain('1 ligne remplace ce que vous aviez déclaré');
  });

  it('of hostile content, or too heavy, changes nothing', async () => {
    await send([`${line(mine[0]!, 2023, '90')}`.replace('entreprise', '<script>alert(1)</script>')]);
    expect(await page.content()).not.toContain('<script>alert');
    expect(await words()).toContain('0 prête');
    await send(['x'.repeat(7 * 1024 * 1024)]);
    expect(await page.locator('body').innerText()).toContain('Envoi trop lourd');
    await send([], 'vide.csv');
    expect(await words()).toContain('aucune ligne de chiffres');
  });
});
