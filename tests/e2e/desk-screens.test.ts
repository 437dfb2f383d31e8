import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putUpload } from '#db/app/bulk-uploads.ts';
import { insertDeclaration } from '#db/app/declarations.ts';
import { insertDraft } from '#db/app/drafts.ts';
import { insertInvitation } from '#db/app/invitations.ts';
import { DeclarationContent, expiryOf } from '#domain/declaration.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import { hashToken, newToken } from '#desk/tokens.ts';
import { someone } from '../support/desk.ts';
import { launchBrowser } from './browser.ts';
import { MODERATORS, startOwnDirectory, type OwnDirectory } from './own-directory.ts';
import { faultsOf } from './our-words.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WORDS = 'Nous réservons dix berceaux à nos salariés.';
const CONTENT = DeclarationContent.parse({
  benefit: 'creche', values: { cribs: 10 }, words: WORDS, seniorityMonths: 6, excluded: 'stagiaires',
  scope: { kind: 'category', label: 'personnels de nuit', sirets: [] }, proof: { kind: 'contract', url: null },
}); // prettier-ignore
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'attr-quotes': 'off', 'doctype-style': 'off', 'no-trailing-whitespace': 'off', 'void-style': 'off', 'no-inline-style': 'error' },
}); // prettier-ignore

let site: OwnDirectory;
let browser: Browser;
let screens: { path: string; cookie: string }[];
beforeAll(async () => {
  [site, browser] = await Promise.all([startOwnDirectory(), launchBrowser()]);
  const { app } = site;
  const html = await (await fetch(`${site.url}/recherche?avantage=creche`)).text();
  const siren = /href="\/employeurs\/(\d{9})"/.exec(html)![1]! as Siren;
  const now = new Date();
  const owner = site.signIn('rh@ecrans.example', { siren, role: 'owner', isApproved: true });
  const waiting = site.signIn('attend@ecrans.example', { siren, role: 'editor', isApproved: false });
  const nobody = site.signIn('personne@ecrans.example');
  const person = someone(app, 'rh@ecrans.example');
  const draft = insertDraft(app, { siren, personId: person.id, declarationId: null, declarationVersion: null, content: CONTENT }, now); // prettier-ignore
  const declaredOn = '2026-11-21' as IsoDate;
  const declaration = insertDeclaration(app, { siren, claimId: `declaration-${siren}-x`, status: 'pending', content: CONTENT, declaredOn, expiresOn: expiryOf(declaredOn), personId: person.id }, now); // prettier-ignore
  const token = newToken();
  insertInvitation(app, { siren, role: 'editor', email: 'invite@ecrans.example', tokenHash: hashToken(token), invitedBy: person.id }, now); // prettier-ignore
  const upload = putUpload(app, { personId: person.id, name: 'x.csv', rows: [{ line: 2, cells: { employeur: siren, avantage: 'licorne' } }, { line: 3, cells: { employeur: siren, avantage: 'velo-voiture', phrase: WORDS, preuve: 'charte' } }] }, now); // prettier-ignore
  const room = `/espace/${siren}`;
  screens = [
    ...['/espace/connexion', '/espace/connexion/envoye', '/espace/connexion/lien?jeton=x', '/espace/courriels', '/espace/deconnexion', '/espace/invitation?jeton=x', `/espace/invitation?jeton=${token}`].map((path) => ({ path, cookie: '' })),
    ...[room, `${room}/declarer`, `${room}/declarations/${declaration}`, `${room}/personnes`, '/espace/compte', '/espace/lot', `/espace/lot/${upload}`, `/espace/invitation?jeton=${token}`,
      ...['avantage', 'chiffres', 'phrase', 'couverture', 'preuve', 'relecture'].map((step) => `${room}/brouillon/${draft}/${step}`),
    ].map((path) => ({ path, cookie: owner })),
    { path: room, cookie: waiting },
    { path: '/espace', cookie: nobody },
    { path: '/espace/acces', cookie: site.signIn(MODERATORS[0]) },
    { path: '/espace', cookie: site.signIn(MODERATORS[0]) },
  ]; // prettier-ignore
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

describe('screens of the desk', () => {
  it('are valid HTML in clean French', async () => {
    for (const { path, cookie } of screens) {
      const html = await (
        await fetch(site.url + path, { headers: cookie ? { cookie: `espace=${cookie}` } : {} })
      ).text();
      const { results } = await validator.validateString(html);
      const faults = results
        .flatMap(({ messages }) => messages)
        .filter(({ severity }) => severity > 1)
        .map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`);
      expect([...new Set(faults)], path).toEqual([]);
      expect(faultsOf(html), path).toEqual([]);
    }
  });

  it.each([
    [320, 'light'],
    [1280, 'dark'],
  ] as const)('have no barrier and fit at %i px, %s', { timeout: 180_000 }, async (width, colorScheme) => {
    for (const { path, cookie } of screens) {
      const context = await browser.newContext({
        viewport: { width, height: 780 },
        colorScheme,
        bypassCSP: true,
      });
      if (cookie) await context.addCookies([{ name: 'espace', value: cookie, url: site.url }]);
      const page = await context.newPage();
      await page.goto(site.url + path);
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate(
        'axe.run(document, { resultTypes: ["violations"] })',
      )) as AxeResults;
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`), path).toEqual([]); // prettier-ignore
      expect(
        await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
        path,
      ).toBeLessThanOrEqual(0);
      await context.close();
    }
  });
});
