import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertDraft } from '#db/app/drafts.ts';
import { recordInLedger } from '#db/app/ledger.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { launchBrowser } from './browser.ts';
import { addressOf, askAbout, findEmployers, furnish, listDeskRoutes, type Rooms } from './desk-rooms.ts';
import { MODERATORS, startOwnDirectory, type OwnDirectory } from './own-directory.ts';
import { faultsOf } from './our-words.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'attr-quotes': 'off', 'doctype-style': 'off', 'no-trailing-whitespace': 'off', 'void-style': 'off', 'no-inline-style': 'error' },
}); // prettier-ignore
const STEPS = ['avantage', 'chiffres', 'phrase', 'couverture', 'preuve', 'relecture'];
type Look = [width: number, scheme: 'light' | 'dark'];
const LOOKS: Look[] = [
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
];

let site: OwnDirectory;
let browser: Browser;
let rooms: Rooms;
let employer: string;
let cookies: Record<'nobody' | 'owner' | 'waiting' | 'lonely' | 'moderator', string>;
let screens: { path: string; cookie: string }[];
beforeAll(async () => {
  [site, browser] = await Promise.all([startOwnDirectory(), launchBrowser()]);
  const [siren] = await findEmployers(site.url);
  rooms = await furnish(site, siren!, 'rh@ecrans.example');
  askAbout(site, rooms);
  employer = ((await (await fetch(`${site.url}/employeurs/${siren}.json`)).json()) as EmployerProfile).name;
  recordInLedger(site.app, { siren: siren!, kind: 'claim', key: rooms.claim, action: 'corrected', role: 'moderator', reason: 'reading-corrected', before: 'Avant', after: 'Après' }); // prettier-ignore
  cookies = {
    nobody: '',
    owner: site.signIn('rh@ecrans.example', { siren: siren!, role: 'owner', isApproved: true }),
    waiting: site.signIn('attend@ecrans.example', { siren: siren!, role: 'editor', isApproved: false }),
    lonely: site.signIn('personne@ecrans.example'),
    moderator: site.signIn(MODERATORS[0]),
  };
  const paths = listDeskRoutes().flatMap((route) =>
    route.includes('[etape]')
      ? STEPS.map((step) => addressOf(route, rooms, siren, step))
      : [addressOf(route, rooms)],
  );
  const tried = [...paths, '/espace/invitation?jeton=x', '/signaler', `/repondre?employeur=${siren}`, `/moderation?siren=${siren}`, '/moderation?siren=12', '/corrections?employeur=12'].flatMap((path) => Object.values(cookies).map((cookie) => ({ path, cookie }))); // prettier-ignore
  // Whatever a page answers to somebody as a page of its own is a screen; what it says to all alike is one.
  const known = new Map<string, { path: string; cookie: string }>();
  for (const { path, cookie } of tried) {
    const answer = await get(path, cookie);
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
    if (!isPage || ![200, 410].includes(answer.status)) continue;
    const heads = (await answer.text()).match(/<h[12][^>]*>[^<]*|class="desk-(?:bar|note)"/g);
    known.set(`${path} ${heads?.join()}`, { path, cookie });
  }
  screens = [...known.values()];
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const get = (path: string, cookie: string) =>
  fetch(site.url + path, { redirect: 'manual', headers: cookie ? { cookie: `espace=${cookie}` } : {} });

/** Pages of one look, one for each person. */
function browse([width, colorScheme]: Look) {
  const pages = new Map<string, Promise<Page>>();
  const begin = async (cookie: string): Promise<Page> => {
    const viewport = { width, height: 780 };
    const context = await browser.newContext({ viewport, colorScheme, bypassCSP: true });
    if (cookie) await context.addCookies([{ name: 'espace', value: cookie, url: site.url }]);
    return context.newPage();
  };
  return {
    async open(path: string, cookie: string): Promise<Page> {
      if (!pages.has(cookie)) pages.set(cookie, begin(cookie));
      const page = await pages.get(cookie)!;
      await page.goto(site.url + path);
      return page;
    },
    close: async () => {
      for (const page of pages.values()) await (await page).context().close();
    },
  };
}

async function expectNoBarrier(page: Page, what: string): Promise<void> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  )) as AxeResults;
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
  expect(found, what).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), what).toBeLessThanOrEqual(
    0,
  );
}

async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results
    .flatMap(({ messages }) => messages)
    .filter(({ severity }) => severity > 1)
    .map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`);
}

describe('screens of the desk', () => {
  it('are those of every page of its rooms', () => {
    const pages = listDeskRoutes().filter((route) => !/\.(?:csv|json)$|\/document\/|proconnect|retour$|refus$|perdu$/.test(route)); // prettier-ignore
    const shown = new Set(screens.map(({ path }) => path.split('?')[0]));
    const missing = pages.filter(
      (route) => !STEPS.some((step) => shown.has(addressOf(route, rooms, rooms.siren, step).split('?')[0]!)),
    );
    expect(missing).toEqual([]);
  });

  it('are valid HTML in clean French', async () => {
    for (const { path, cookie } of screens) {
      const html = await (await get(path, cookie)).text();
      expect([...new Set(await htmlFaults(html))], path).toEqual([]);
      expect(faultsOf(html), path).toEqual([]);
    }
  });

  it('say « Données fictives » wherever an employer of the sample is named', async () => {
    const named: string[] = [];
    for (const { path, cookie } of screens) {
      const html = await (await get(path, cookie)).text();
      const main = html.slice(html.search(/<nav class="breadcrumb|<main/));
      const isNamed = [employer, rooms.siren, rooms.claim].some((each) => main.toLowerCase().includes(each.toLowerCase())); // prettier-ignore
      if (!isNamed) continue;
      named.push(path);
      expect(html, path).toMatch(/<aside class="banner"[^>]*>[\s\S]*Données fictives/);
    }
    for (const path of ['/corrections', '/espace/compte', '/espace/acces', '/moderation', `/suivi/${rooms.receipt}`])
      expect(named).toContain(path);
    expect(new Set(named).size).toBeGreaterThan(18);
  }); // prettier-ignore

  it.each(LOOKS)('have no barrier and fit at %i px, %s', { timeout: 180_000 }, async (...look) => {
    const { open, close } = browse(look);
    for (const { path, cookie } of screens) await expectNoBarrier(await open(path, cookie), path);
    await close();
  });
});

describe('forms of the desk sent with faults', () => {
  type Bad = { path: string; cookie: string; form: string; typed: Record<string, string>; fields: string[] };
  /** What is typed into each form, and the fields that must then be marked. */
  const bad = (): Bad[] => {
    const { siren, claim, receipt } = rooms;
    const draft = insertDraft(site.app, { siren, personId: null, declarationId: null, declarationVersion: null, content: { benefit: 'creche' as never, values: {}, words: 'Nous réservons dix berceaux à nos salariés.', scope: { kind: 'employer', label: null, sirets: [] }, proof: { kind: 'contract', url: null } } }, new Date()); // prettier-ignore
    const step = (name: string) => `/espace/${siren}/brouillon/${draft}/${name}`;
    const { nobody, owner, moderator } = cookies;
    return [
      { path: '/espace/connexion', cookie: nobody, form: '#courriel', typed: { courriel: 'rh' }, fields: ['courriel'] },
      { path: '/espace/connexion', cookie: nobody, form: '#courriel', typed: { courriel: 'rh', employeur: '123' }, fields: ['courriel', 'employeur'] },
      { path: '/espace/compte', cookie: owner, form: '[name=sur]', typed: {}, fields: ['sur'] },
      { path: `/espace/${siren}/declarer`, cookie: owner, form: '#avantage', typed: {}, fields: ['avantage'] },
      { path: `/espace/${siren}/personnes`, cookie: owner, form: '#courriel', typed: { courriel: 'x' }, fields: ['courriel'] },
      { path: `/espace/${siren}/declarations/${rooms.declaration}`, cookie: owner, form: '[name=sur]', typed: {}, fields: ['sur'] },
      { path: step('avantage'), cookie: owner, form: '#avantage', typed: { avantage: '' }, fields: ['avantage'] },
      { path: step('chiffres'), cookie: owner, form: '#valeur-cribs', typed: { 'valeur-cribs': '0', 'valeur-employerShare': '140' }, fields: ['valeur-cribs', 'valeur-employerShare'] },
      { path: step('phrase'), cookie: owner, form: '#phrase', typed: { phrase: 'Madame Durand <b>' }, fields: ['phrase'] },
      { path: step('couverture'), cookie: owner, form: '#anciennete', typed: { qui: 'categorie', categorie: '', anciennete: '1,5', exclus: 'Jean Dupont' }, fields: ['categorie', 'anciennete', 'exclus'] },
      { path: step('preuve'), cookie: owner, form: '#adresse', typed: { adresse: 'http://x' }, fields: ['adresse'] },
      { path: '/signaler', cookie: nobody, form: '#texte', typed: { employeur: 'abc' }, fields: ['employeur'] },
      { path: `/signaler?avantage=${claim}`, cookie: nobody, form: '#texte', typed: { courriel: 'x' }, fields: ['motif', 'texte', 'courriel'] },
      { path: `/signaler/complement?suivi=${receipt}`, cookie: nobody, form: '#texte', typed: {}, fields: ['texte'] },
      { path: `/repondre?employeur=${siren}`, cookie: owner, form: '#texte', typed: { texte: 'Madame Durand vous répond.' }, fields: ['texte'] },
      { path: `/moderation/${rooms.report}`, cookie: moderator, form: '#motif-refuser', typed: {}, fields: ['motif-refuser'] },
      { path: `/moderation/${rooms.report}`, cookie: moderator, form: '#note-note', typed: {}, fields: ['note-note'] },
    ];
  }; // prettier-ignore

  /** Sends one form as a browser would that checks nothing itself. */
  async function send(page: Page, { form, typed }: Bad): Promise<void> {
    await page.evaluate(
      ([selector, fields]) => {
        const sent = document.querySelector(selector)!.closest('form')!;
        sent.noValidate = true;
        for (const [name, value] of Object.entries(fields)) {
          const field = sent.elements.namedItem(name);
          if (field instanceof RadioNodeList) field.value = value;
          else (field as HTMLInputElement).value = value;
        }
        const buttons = [...sent.querySelectorAll<HTMLButtonElement>('button:not([formnovalidate])')];
        sent.requestSubmit(buttons.at(-1));
      },
      [form, typed] as const,
    );
    await page.waitForFunction(() => document.title.startsWith('Erreur'));
  }

  it.each(LOOKS)('say so at each field, without a barrier, at %i px, %s', { timeout: 240_000 }, async (...look) => {
    const { open, close } = browse(look);
    for (const each of bad()) {
      const what = `${each.path} ${each.fields.join(' ')}`;
      const page = await open(each.path, each.cookie);
      await send(page, each);
      // The browser gives the focus with the first frame it draws.
      await page.waitForFunction(() => document.activeElement?.id === 'erreur');
      const said = await page.evaluate(() => {
        const idsOf = (field: Element) => (field.getAttribute('aria-describedby') ?? '').split(' ');
        const wrong = [...document.querySelectorAll('[aria-invalid=true]')];
        return {
          links: [...document.querySelectorAll<HTMLAnchorElement>('#erreur a')].map(({ hash }) => hash.slice(1)),
          targets: [...document.querySelectorAll<HTMLAnchorElement>('#erreur a')].map(({ hash }) => {
            const target = document.getElementById(hash.slice(1));
            target?.focus();
            return target !== null && document.activeElement === target;
          }),
          described: wrong.map((field) => idsOf(field).some((id) => document.getElementById(id)?.classList.contains('desk-error'))),
        };
      });
      expect([...new Set(said.links)].sort(), what).toEqual([...each.fields].sort());
      expect(said.targets.every(Boolean), what).toBe(true);
      expect(said.described.length, what).toBeGreaterThanOrEqual(each.fields.length);
      expect(said.described.every(Boolean), what).toBe(true);
      await expectNoBarrier(page, what);
      const html = await page.content();
      expect(faultsOf(html), what).toEqual([]);
    }
    await close();
  }); // prettier-ignore
});
