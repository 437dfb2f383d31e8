import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putUpload } from '#db/app/bulk-uploads.ts';
import { insertDeclaration } from '#db/app/declarations.ts';
import { findDraft, insertDocument, insertDraft } from '#db/app/drafts.ts';
import type { AppDatabase } from '#db/app/open.ts';
import { listHolders, type Role } from '#db/app/rights.ts';
import { DeclarationContent, expiryOf } from '#domain/declaration.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import { openSession } from '#desk/sessions.ts';
import { newToken } from '#desk/tokens.ts';
import { someone } from '../support/desk.ts';
import { MODERATORS, startOwnDirectory, type OwnDirectory } from './own-directory.ts';

const SAME = { 'sec-fetch-site': 'same-origin' };
let site: OwnDirectory;
let url: string;
let app: AppDatabase;
let mine: Siren;
let theirs: Siren;
let ids: { draft: number; declaration: number; document: number; upload: number };

const CONTENT = DeclarationContent.parse({
  benefit: 'creche', values: {}, words: 'Nous réservons dix berceaux à nos salariés.', seniorityMonths: null, excluded: null,
  scope: { kind: 'category', label: 'attaques', sirets: [] }, proof: { kind: 'contract', url: null },
}); // prettier-ignore

/** A session of somebody made for a test, as a Cookie header. */
function cookieOf(name: string, right: { siren: Siren; role?: Role; isApproved?: boolean } | null): string {
  const person = someone(app, `${name}@attaques.example`, right);
  return `espace=${openSession(app, person.id, { door: 'email', idToken: null })}`;
}
const moderator = (): string => {
  const person = someone(app, MODERATORS[0]);
  return `espace=${openSession(app, person.id, { door: 'email', idToken: null })}`;
};

beforeAll(async () => {
  site = await startOwnDirectory();
  ({ url, app } = site);
  const html = await (await fetch(`${url}/recherche?avantage=creche`)).text();
  [mine, theirs] = [...new Set([...html.matchAll(/href="\/employeurs\/(\d{9})"/g)].map((match) => match[1]))].slice(-2) as [Siren, Siren]; // prettier-ignore
  const owner = someone(app, 'victime@attaques.example', { siren: theirs });
  const now = new Date();
  const draft = insertDraft(app, { siren: theirs, personId: owner.id, declarationId: null, declarationVersion: null, content: CONTENT }, now); // prettier-ignore
  const declaredOn = '2026-11-21' as IsoDate;
  const declaration = insertDeclaration(app, { siren: theirs, claimId: `declaration-${theirs}-creche-category-attaques`, status: 'pending', content: CONTENT, declaredOn, expiresOn: expiryOf(declaredOn), personId: owner.id }, now); // prettier-ignore
  const document = insertDocument(app, { siren: theirs, draftId: draft, declarationId: null, name: 'secret.pdf', type: 'application/pdf', bytes: 1, file: 'nothing.pdf', personId: owner.id, createdAt: now.toISOString() }); // prettier-ignore
  const upload = putUpload(app, { personId: owner.id, name: 'x.csv', rows: [{ line: 2, cells: {} }] }, now);
  ids = { draft, declaration, document, upload };
});
afterAll(() => site.stop());

const get = (address: string, cookie = '') =>
  fetch(url + address, { redirect: 'manual', headers: cookie ? { cookie } : {} });
const tokenOf = async (cookie: string, address = cookie ? '/espace/compte' : '/espace/connexion') =>
  /name="jeton" value="([^"]+)"/.exec(await (await get(address, cookie)).text())![1]!;
const post = (address: string, fields: Record<string, string>, { cookie = '', headers = SAME as Record<string, string> } = {}) =>
  fetch(url + address, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, ...(cookie ? { cookie } : {}) },
    body: new URLSearchParams(fields),
  }); // prettier-ignore

/** Markup without what stands safely between the quotes of an attribute. */
const unquoted = (html: string): string => html.replace(/="[^"]*"/g, '');

/** Every address of the desk, from its files: a new page is attacked without being listed. */
const ROUTES = readdirSync('src/pages/espace', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(astro|ts)$/.test(name))
  .map((name) => `/espace/${name.replace(/\.(astro|ts)$/, '').replace(/\/?index$/, '')}`.replace(/\/$/, ''))
  .sort();
const PUBLIC = /^\/espace\/(?:connexion(?:\/.*)?|deconnexion|courriels|refus|invitation)$/;
const PERSONAL = /^\/espace(?:\/compte(?:\/.*)?|\/lot|\/lot\/modele\.csv)?$/;
const addressOf = (route: string, siren: Siren): string =>
  route
    .replace('[siren]', siren)
    .replace('/document/[id]', `/document/${ids.document}`)
    .replace('/lot/[id]', `/lot/${ids.upload}`)
    .replace('/brouillon/[id]', `/brouillon/${ids.draft}`)
    .replace('/declarations/[id]', `/declarations/${ids.declaration}`)
    .replace('[etape]', 'phrase');
const PRIVATE = ROUTES.filter((route) => !PUBLIC.test(route) && !PERSONAL.test(route));

describe('every private address', () => {
  it('is found', () => {
    expect(ROUTES.length).toBeGreaterThan(14);
    expect(PRIVATE.length).toBeGreaterThan(6);
  });

  it.each([...PRIVATE, ...ROUTES.filter((route) => PERSONAL.test(route))])('%s gives nothing to a stranger', async (route) => {
    const answer = await get(addressOf(route, theirs));
    expect([303, 404]).toContain(answer.status);
    if (answer.status === 303) expect(answer.headers.get('location')).toBe('/espace/connexion');
    expect(answer.headers.get('set-cookie')).toBeNull();
  }); // prettier-ignore

  it.each(PRIVATE)('%s of another employer is not there, whatever the role', async (route) => {
    const address = addressOf(route, theirs);
    for (const role of ['owner', 'editor', 'mandate'] as const) {
      const cookie = cookieOf(`${role}-ailleurs`, { siren: mine, role });
      expect((await get(address, cookie)).status).toBe(404);
      const jeton = await tokenOf(cookie);
      for (const action of ['modifier', 'retirer', 'supprimer', 'valider', 'inviter', 'role']) {
        const fields = { jeton, action, sur: 'oui', phrase: 'Ces mots ne sont pas les vôtres.', version: '1', role: 'owner', avantage: 'creche', siren: theirs, personne: '1', courriel: 'x@attaques.example' }; // prettier-ignore
        expect((await post(address, fields, { cookie })).status).toBe(404);
      }
    }
    expect(findDraft(app, ids.draft)).toMatchObject({ version: 1, content: { words: CONTENT.words } });
    expect(listHolders(app, theirs)).toHaveLength(1);
  });

  it('mixes no employer with another: a number of theirs under a SIREN of mine is not there', async () => {
    const cookie = cookieOf('melange', { siren: mine });
    for (const route of PRIVATE.filter((each) => each.includes('[id]'))) {
      if (!route.includes('[siren]')) continue;
      expect((await get(addressOf(route, mine), cookie)).status).toBe(404);
    }
  });

  it.each(['editor', 'mandate'] as const)('people and access of one’s own employer are no business of a %s', async (role) => {
    const cookie = cookieOf(`${role}-ici`, { siren: mine, role });
    const address = `/espace/${mine}/personnes`;
    expect((await get(address, cookie)).status).toBe(404);
    const fields = { jeton: await tokenOf(cookie), action: 'inviter', courriel: 'x@attaques.example', role: 'owner' };
    expect((await post(address, fields, { cookie })).status).toBe(404);
  }); // prettier-ignore

  it('documents are for moderators, as a file and nothing else', async () => {
    const owner = cookieOf('victime', { siren: theirs });
    expect((await get(`/espace/document/${ids.document}`, owner)).status).toBe(404);
    expect((await get('/espace/document/999999', moderator())).status).toBe(404);
    expect((await get('/espace/document/..%2f..%2fapp.db', moderator())).status).toBe(404);
  });

  it('accesses to approve are for moderators', async () => {
    const cookie = cookieOf('proprietaire', { siren: mine });
    expect((await get('/espace/acces', cookie)).status).toBe(404);
    expect((await get('/espace/acces', moderator())).status).toBe(200);
  });
});

describe('forged requests', () => {
  const address = '/espace/compte';
  it('without a token, with that of somebody else, or an old one, change nothing', async () => {
    const cookie = cookieOf('csrf', { siren: mine });
    const other = await tokenOf(cookieOf('csrf-autre', null));
    const anonymous = await tokenOf('');
    for (const jeton of ['', other, anonymous, 'x.y', `${newToken()}.${newToken()}`]) {
      const answer = await post(address, { jeton, action: 'effacer', sur: 'oui' }, { cookie });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('Rien n’a été enregistré');
    }
    expect((await get(address, cookie)).status).toBe(200);
  });

  it('from another site are stopped at the door, token or not', async () => {
    const cookie = cookieOf('csrf', { siren: mine });
    const jeton = await tokenOf(cookie);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://ailleurs.example' },
      { origin: 'null' },
      {},
    ] as Record<string, string>[])
      // prettier-ignore
      expect((await post(address, { jeton, action: 'effacer', sur: 'oui' }, { cookie, headers })).status).toBe(403);
    expect((await get(address, cookie)).status).toBe(200);
  });

  it('by GET do nothing', async () => {
    const cookie = cookieOf('par-get', { siren: mine });
    await get(`${address}?action=effacer&sur=oui`, cookie);
    await get('/espace/deconnexion', cookie);
    expect((await get(address, cookie)).status).toBe(200);
  });
});

describe('sessions', () => {
  it('chosen by somebody else open nothing, and are dropped', async () => {
    const planted = newToken();
    const answer = await get('/espace', `espace=${planted}`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('set-cookie')).toMatch(/^espace=deleted;.*Expires=Thu, 01 Jan 1970/i);
    for (const forged of ['x', '1', '../x', encodeURIComponent("' OR 1=1 --"), 'a'.repeat(5000)])
      expect([303, 431]).toContain((await get('/espace', `espace=${forged}`)).status);
  });

  it('are given in a cookie that scripts and other sites cannot use, and only at sign-in', async () => {
    const mailbox = `cookie@attaques.example`;
    const asked = await post('/espace/connexion', {
      jeton: await tokenOf(''),
      courriel: mailbox,
      employeur: mine,
    });
    expect([asked.status, asked.headers.get('set-cookie')]).toEqual([303, null]);
    const mails = await (await get('/espace/courriels')).text();
    const lien = /jeton=([\w-]{43})/.exec(
      mails.split('<article').find((each) => each.includes(mailbox))!,
    )![1]!;
    const looked = await get(`/espace/connexion/lien?jeton=${lien}`);
    expect([looked.status, looked.headers.get('set-cookie')]).toEqual([200, null]);
    const planted = newToken();
    const opened = await post('/espace/connexion/lien', { jeton: await tokenOf(''), lien }, { cookie: `espace=${planted}` }); // prettier-ignore
    expect(opened.headers.get('location')).toBe(`/espace/${mine}`);
    const cookie = opened.headers.getSetCookie().at(-1)!;
    expect(cookie).toMatch(/^espace=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/i);
    expect(cookie).not.toContain(planted);
    // A link serves once.
    const again = await post('/espace/connexion/lien', { jeton: await tokenOf(''), lien });
    expect([again.status, again.headers.get('set-cookie')]).toEqual([410, null]);
  });

  it('end everywhere at once', async () => {
    const [here, there] = [cookieOf('partout', { siren: mine }), cookieOf('partout', { siren: mine })];
    await post('/espace/compte', { jeton: await tokenOf(here), action: 'partout' }, { cookie: here });
    for (const cookie of [here, there]) expect((await get('/espace/compte', cookie)).status).toBe(303);
  });
});

describe('hostile input', () => {
  const PAYLOAD = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

  it('comes back as letters wherever a form shows it again', async () => {
    const cookie = cookieOf('xss', { siren: mine });
    const draft = insertDraft(app, { siren: mine, personId: null, declarationId: null, declarationVersion: null, content: CONTENT }, new Date()); // prettier-ignore
    const jeton = await tokenOf(cookie);
    const fields = { version: '1', phrase: PAYLOAD, categorie: PAYLOAD, qui: 'categorie', exclus: PAYLOAD, adresse: PAYLOAD, preuve: 'charter', 'valeur-cribs': PAYLOAD, avantage: PAYLOAD }; // prettier-ignore
    for (const step of ['avantage', 'chiffres', 'phrase', 'couverture', 'preuve']) {
      const answer = await post(
        `/espace/${mine}/brouillon/${draft}/${step}`,
        { jeton, ...fields },
        { cookie },
      );
      const html = await answer.text();
      expect(answer.status).toBe(422);
      expect(unquoted(html)).not.toMatch(/<script>alert|<img src=x/);
    }
    const asked = await post('/espace/connexion', {
      jeton: await tokenOf(''),
      courriel: PAYLOAD,
      employeur: PAYLOAD,
    });
    expect(asked.status).toBe(422);
    expect(unquoted(await asked.text())).not.toMatch(/<script>alert|<img src=x/);
    expect(await (await get(`/espace/connexion?siren=${encodeURIComponent(PAYLOAD)}`)).text()).not.toContain(
      'alert(1)',
    );
    expect(await (await get(`/espace/connexion/lien?jeton=${encodeURIComponent(PAYLOAD)}`)).text()).not.toContain('<script>alert'); // prettier-ignore
  });

  it('leads to no other site', async () => {
    for (const tried of ['//ailleurs.example', 'https://ailleurs.example', '/\\ailleurs.example'])
      for (const address of ['/espace', '/espace/connexion', '/espace/deconnexion'])
        for (const name of ['next', 'retour', 'redirect', 'siren', 'jeton'])
          expect((await get(`${address}?${name}=${encodeURIComponent(tried)}`)).headers.get('location') ?? '/').toMatch(/^\/(?![/\\])/); // prettier-ignore
  });

  it('of 7 MB is refused with words', async () => {
    const answer = await post('/espace/connexion', { courriel: 'x'.repeat(7 * 1024 * 1024) });
    expect([answer.status, await answer.text()]).toEqual([413, 'Envoi trop lourd\u00a0: 6 Mo au plus.\n']);
  });

  it('of a wrong or foreign SIRET says what to do', async () => {
    for (const [employeur, words] of [
      ['123', 'neuf chiffres'],
      ['999999999', 'aucun employeur'],
      ['abc def ghi', 'neuf chiffres'],
    ] as const) {
      // prettier-ignore
      const answer = await post('/espace/connexion', { jeton: await tokenOf(''), courriel: 'rh@attaques.example', employeur }); // prettier-ignore
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(words);
    }
  });

  it('sent twice is done once', async () => {
    const cookie = cookieOf('double', { siren: mine });
    const content = { ...CONTENT, scope: { ...CONTENT.scope, label: 'envoi double' } };
    const draft = insertDraft(app, { siren: mine, personId: null, declarationId: null, declarationVersion: null, content }, new Date()); // prettier-ignore
    const jeton = await tokenOf(cookie);
    const send = () => post(`/espace/${mine}/brouillon/${draft}/relecture`, { jeton }, { cookie });
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
  });

  it('of guessed links is locked out', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 15; i++)
      statuses.push((await get(`/espace/connexion/lien?jeton=${newToken()}`)).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
