import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertDraft } from '#db/app/drafts.ts';
import type { AppDatabase } from '#db/app/open.ts';
import { listHolders, type Role } from '#db/app/rights.ts';
import type { Siren } from '#domain/ids.ts';
import { openSession } from '#desk/sessions.ts';
import { newToken } from '#desk/tokens.ts';
import { someone } from '../support/desk.ts';
import { addressOf, CONTENT, findEmployers, furnish, listDeskRoutes, type Rooms } from './desk-rooms.ts';
import { MODERATORS, startOwnDirectory, type OwnDirectory } from './own-directory.ts';

const SAME = { 'sec-fetch-site': 'same-origin' };
let site: OwnDirectory;
let url: string;
let app: AppDatabase;
let mine: Siren;
let theirs: Siren;
let rooms: Rooms;
let ownRooms: Rooms;

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
  site = await startOwnDirectory(undefined, undefined, { WEB_PROCESSES: '2' });
  ({ url, app } = site);
  [mine, theirs] = (await findEmployers(url)).slice(-2) as [Siren, Siren];
  rooms = await furnish(site, theirs, 'victime@attaques.example');
  ownRooms = await furnish(site, mine, 'chez-soi@attaques.example');
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

/** Everything kept, but for who is signed in and when they were seen. */
function stateOfApp(): string {
  const names = app.$client.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name").pluck().all() as string[]; // prettier-ignore
  const kept = names.filter((name) => !['web_sessions', 'people', 'secrets', 'sign_in_links', 'rights'].includes(name)); // prettier-ignore
  return JSON.stringify([
    // What the site itself writes down each day is nobody's doing.
    ...kept.map((name) => [
      name,
      app.$client
        .prepare(
          `SELECT * FROM ${name}${name === 'report_events' ? " WHERE action NOT IN ('announced', 'warned')" : ''}`,
        )
        .all(),
    ]),
    listHolders(app, theirs).map(({ label, role, isApproved }) => [label, role, isApproved]),
  ]);
}

/** A new page is attacked without being listed: it is one of somebody's employer until this says otherwise. */
const ROUTES = listDeskRoutes();
const PUBLIC =
  /^\/espace\/(?:connexion(?:\/.*)?|deconnexion|courriels|refus|invitation)$|^\/(?:signaler|suivi|corrections)(?:\/|$)/;
const PERSONAL = /^\/espace(?:\/compte(?:\/.*)?|\/(?:lot|qvct)|\/(?:lot|qvct)\/modele\.csv)?$/;
const MODERATORS_ONLY = /^\/moderation(?:\/|$)|^\/espace\/(?:acces|document\/)/;
const PRIVATE = ROUTES.filter((route) => !PUBLIC.test(route) && !PERSONAL.test(route));
const OF_EMPLOYER = PRIVATE.filter((route) => !MODERATORS_ONLY.test(route));

/** Everything that any form of the desk sends, at once. */
const FIELDS = {
  sur: 'oui', phrase: 'Ces mots ne sont pas les vôtres.', version: '1', role: 'owner', avantage: 'creche', personne: '1', invitation: '1',
  courriel: 'x@attaques.example', texte: 'Ces mots ne sont pas les vôtres.', motif: 'wrong-reading', note: 'x', lu: '1', publier: 'oui', partie: 'oui',
}; // prettier-ignore
const ACTIONS = ['modifier', 'retirer', 'supprimer', 'valider', 'refuser', 'inviter', 'annuler', 'role', 'publier', 'apercu', 'proposer', 'confirmer', 'ecarter', 'corrige', 'demander', 'note']; // prettier-ignore

describe('every private address', () => {
  it('is found', () => {
    expect(PRIVATE.length).toBeGreaterThan(10);
    for (const route of ['/repondre', '/moderation/[id]', '/espace/[siren]/personnes', '/espace/lot/[id]'])
      expect(PRIVATE).toContain(route);
  });

  it('stands in a room that knows who is there, and that alone takes forms', () => {
    const pages = readdirSync('src/pages', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:astro|ts)$/.test(name)); // prettier-ignore
    const asking = pages.filter((name) => /\blocals\b/.test(readFileSync(`src/pages/${name}`, 'utf8')));
    expect(asking.length).toBeGreaterThan(20);
    for (const name of asking) expect(name).toMatch(/^(?:espace|moderation|signaler|repondre)(?:\/|\.)/);
  });

  it('takes a form nowhere else', async () => {
    for (const address of ['/', '/recherche', '/corrections', `/suivi/${rooms.receipt}`, `/employeurs/${theirs}`, `/embed/${theirs}`, '/oembed', '/api/v1/avantages'])
      expect((await post(address, FIELDS)).status, address).toBe(405);
  }); // prettier-ignore

  it.each([...PRIVATE, ...ROUTES.filter((route) => PERSONAL.test(route))])('%s gives nothing to whoever is not signed in', async (route) => {
    const before = stateOfApp();
    const address = addressOf(route, rooms);
    const jeton = await tokenOf('');
    for (const answer of [await get(address), ...(await Promise.all(ACTIONS.map((action) => post(address, { ...FIELDS, jeton, action, etape: action }))))]) {
      expect([303, 404, 405]).toContain(answer.status);
      if (answer.status === 303) expect(answer.headers.get('location')).toMatch(/^\/espace\/connexion(?:\?siren=\d{9})?$/);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect(stateOfApp()).toBe(before);
  }); // prettier-ignore

  describe.each([
    ['somebody without an employer', null],
    ['an owner of another employer', { role: 'owner' }],
    ['an editor of another employer', { role: 'editor' }],
    ['a mandate of another employer', { role: 'mandate' }],
    ['somebody who waits to be let in elsewhere', { role: 'owner', isApproved: false }],
  ] as const)('by %s', (who, right) => {
    const cookie = () => cookieOf(who.replace(/\W/g, '-'), right && { siren: mine, ...right });

    it.each(PRIVATE)('%s is not there, whatever is sent to it', async (route) => {
      const address = addressOf(route, rooms);
      const session = cookie();
      const jeton = await tokenOf(session);
      const before = stateOfApp();
      expect((await get(address, session)).status).toBe(404);
      const answers = await Promise.all(ACTIONS.map((action) => post(address, { ...FIELDS, jeton, action, etape: action, siren: theirs }, { cookie: session }))); // prettier-ignore
      for (const { status } of answers) expect([404, 405]).toContain(status);
      expect(stateOfApp()).toBe(before);
    });
  });

  it.each(OF_EMPLOYER.filter((route) => route.includes('[siren]') && route.includes('[id]')))('%s mixes no employer with another', async (route) => {
    const cookie = cookieOf('melange', { siren: mine });
    const address = addressOf(route, rooms, mine);
    const before = stateOfApp();
    expect((await get(address, cookie)).status).toBe(404);
    const answer = await post(address, { ...FIELDS, jeton: await tokenOf(cookie), action: 'retirer' }, { cookie });
    // What was sent is given back to them, as for a draft that is gone.
    expect([303, 307, 404]).toContain(answer.status);
    expect(answer.headers.get('location') ?? `/espace/${mine}`).toContain(`/espace/${mine}`);
    expect(stateOfApp()).toBe(before);
  }); // prettier-ignore

  it.each(PRIVATE.filter((route) => MODERATORS_ONLY.test(route)))('%s is for moderators, not for the owner', async (route) => {
    const cookie = cookieOf('proprietaire', { siren: theirs });
    const before = stateOfApp();
    expect((await get(addressOf(route, rooms), cookie)).status).toBe(404);
    const jeton = await tokenOf(cookie);
    for (const action of ACTIONS)
      expect([404, 405]).toContain((await post(addressOf(route, rooms), { ...FIELDS, jeton, action, etape: action, siren: theirs }, { cookie })).status);
    expect(stateOfApp()).toBe(before);
  }); // prettier-ignore

  it.each(['editor', 'mandate', 'owner'] as const)('people and access of one’s own employer are no business of a %s who may not', async (role) => {
    const cookie = cookieOf(`${role}-ici`, { siren: mine, role, isApproved: role !== 'owner' });
    const address = `/espace/${mine}/personnes`;
    expect((await get(address, cookie)).status).toBe(404);
    const fields = { jeton: await tokenOf(cookie), action: 'inviter', courriel: 'x@attaques.example', role: 'owner' };
    expect((await post(address, fields, { cookie })).status).toBe(404);
  }); // prettier-ignore

  it('documents are for moderators, as a file to keep and nothing else', async () => {
    mkdirSync(path.join(site.dataDir, 'documents'), { recursive: true });
    writeFileSync(path.join(site.dataDir, 'documents', 'nothing.pdf'), '%PDF-1.7 <script>alert(1)</script>');
    const answer = await get(`/espace/document/${rooms.document}`, moderator());
    expect(answer.status).toBe(200);
    const { headers } = answer;
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('cache-control')).toContain('no-store');
    for (const address of ['/documents/nothing.pdf', '/espace/document/nothing.pdf', '/donnees/nothing.pdf'])
      expect((await get(address, moderator())).status, address).toBe(404);
    expect((await get('/espace/document/999999', moderator())).status).toBe(404);
    expect((await get('/espace/document/..%2f..%2fapp.db', moderator())).status).toBe(404);
  });

  it('accesses to approve are there for moderators', async () => {
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

/** A whole draft of my employer, of people whom no other declaration covers. */
const newDraft = (label: string): number =>
  insertDraft(app, { siren: mine, personId: null, declarationId: null, declarationVersion: null, content: { ...CONTENT, scope: { ...CONTENT.scope, label } } }, new Date()); // prettier-ignore

describe('hostile input', () => {
  const PAYLOAD = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const LIVE = /<script>alert|<img src=x/;

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

  describe('in every field of every form', () => {
    const INVISIBLE = 'Nous offrons\u200b une \u202eaide\u202c à \u2066tous\u2069 les salariés\ufeff.';
    type Form = {
      action: string;
      body: string;
      texts: string[];
      others: string[];
      kept: Record<string, string>;
    };
    const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

    /** Forms of a page that post, with their fields by kind. */
    function formsOf(html: string, address: string): Form[] {
      return [...html.matchAll(/<form\b([^>]*method="post"[^>]*)>([\s\S]*?)<\/form>/g)].map(
        ([, head = '', body = '']) => {
          const tags = [...body.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)].map(([tag]) => tag);
          const named = tags.flatMap((tag) =>
            attribute(tag, 'name') ? [{ tag, name: attribute(tag, 'name')! }] : [],
          );
          const isText = (tag: string) => /^<textarea|type="(?:text|email|url|search)"/.test(tag);
          const ours = ['jeton', 'version', 'lu', 'etape', 'vu'];
          return {
            action: attribute(head, 'action')?.replaceAll('&amp;', '&').replaceAll('&#38;', '&') ?? address,
            body,
            texts: named.filter(({ tag }) => isText(tag)).map(({ name }) => name),
            others: named
              .filter(({ tag, name }) => !isText(tag) && !ours.includes(name))
              .map(({ name }) => name),
            kept: Object.fromEntries(
              named
                .filter(({ name }) => ours.includes(name))
                .map(({ tag, name }) => [name, attribute(tag, 'value') ?? '']),
            ),
          };
        },
      );
    }
    const screens = () =>
      ROUTES.flatMap((route) =>
        ['avantage', 'chiffres', 'phrase', 'couverture', 'preuve', 'relecture'].map((step) =>
          addressOf(route, ownRooms, mine, step),
        ),
      ).filter(
        (address, place, all) =>
          all.indexOf(address) === place && !/deconnexion|document|\.csv|\.json|proconnect/.test(address),
      );

    it('comes back as letters, and nothing invisible is kept', { timeout: 240_000 }, async () => {
      const people = ['', cookieOf('chez-soi', { siren: mine }), moderator()];
      let forms = 0;
      for (const address of screens())
        for (const cookie of people) {
          const page = await get(address, cookie);
          if (page.status !== 200) continue;
          for (const { action, texts, others, kept } of formsOf(await page.text(), address)) {
            if (action.includes('deconnexion')) continue;
            forms += 1;
            const all = (words: string) =>
              Object.fromEntries([...texts, ...others].map((name) => [name, words]));
            for (const words of [PAYLOAD, INVISIBLE]) {
              const answer = await post(action, { ...all(words), ...kept }, { cookie });
              expect(answer.status, `${action} ${words}`).toBeLessThan(500);
              expect(unquoted(await answer.text()), action).not.toMatch(LIVE);
            }
          }
        }
      expect(forms).toBeGreaterThan(40);
      for (const address of [...screens(), '/corrections', `/employeurs/${mine}`])
        for (const cookie of people)
          expect(unquoted(await (await get(address, cookie)).text()), address).not.toMatch(LIVE);
      expect(stateOfApp()).not.toMatch(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
    });
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

  it('of 100 MB is refused with words, declared or not, and the draft is kept', { timeout: 120_000 }, async () => {
    const cookie = cookieOf('lourd', { siren: mine });
    const address = `/espace/${mine}/brouillon/${newDraft('lourd')}/preuve`;
    const before = stateOfApp();
    const send = (headers: Record<string, string | number>, megabytes: number) =>
      new Promise<{ status: number; words: string }>((resolve, reject) => {
        const sent = request(url + address, { method: 'POST', agent: false, headers: { ...SAME, cookie, 'content-type': 'multipart/form-data; boundary=x', ...headers } }, (answer) => {
          let words = '';
          answer.on('data', (chunk: Buffer) => (words += chunk.toString()));
          answer.on('end', () => resolve({ status: answer.statusCode!, words }));
        });
        sent.on('error', reject);
        const chunk = Buffer.alloc(1024 * 1024, 'x');
        for (let n = 0; n < megabytes; n++) sent.write(chunk);
        sent.end();
      });
    expect(await send({ 'content-length': 100 * 1024 * 1024 }, 100)).toEqual({ status: 413, words: 'Envoi trop lourd\u00a0: 6 Mo au plus.\n' });
    expect(await send({ 'transfer-encoding': 'chunked' }, 20)).toMatchObject({ status: 411 });
    expect(stateOfApp()).toBe(before);
    expect((await get(address, cookie)).status).toBe(200);
  }); // prettier-ignore

  it('while the database is locked is put off with words, and given back as it was typed', { timeout: 60_000 }, async () => {
    const cookie = cookieOf('verrou', { siren: mine });
    const jeton = await tokenOf(cookie);
    const address = `/espace/${mine}/brouillon/${newDraft('verrou')}/phrase`;
    const version = /name="version" value="(\d+)"/.exec(await (await get(address, cookie)).text())![1]!;
    const fields = { jeton, version, phrase: 'Une phrase tapée pendant que la base était verrouillée.' };
    // Seen long ago: the session itself would be written to.
    app.$client.prepare("UPDATE web_sessions SET seen_at = datetime('now', '-30 minutes') || 'Z'").run();
    app.$client.exec('BEGIN IMMEDIATE');
    const link = newToken();
    try {
      const answer = await post(address, fields, { cookie });
      const html = await answer.text();
      expect(answer.status).toBe(503);
      expect(html).toContain('très occupé');
      expect(html).toContain(fields.phrase);
      expect((await get(address, cookie)).status).toBe(200);
      expect((await post('/espace/deconnexion', { jeton }, { cookie })).status).toBe(503);
      expect((await post('/espace/connexion/lien', { jeton: await tokenOf(''), lien: link })).status).toBeLessThan(500);
    } finally {
      app.$client.exec('ROLLBACK');
    }
    const later = await post(address, fields, { cookie });
    expect(later.headers.get('location')).toContain('/relecture');
  }); // prettier-ignore

  it('of a wrong or foreign SIRET says what to do', async () => {
    for (const [employeur, words] of [
      ['123', 'neuf chiffres'],
      ['999999999', 'n’existe pas'],
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
    const draft = newDraft('envoi double');
    const jeton = await tokenOf(cookie);
    const send = () =>
      post(`/espace/${mine}/brouillon/${draft}/relecture`, { jeton, version: '1' }, { cookie });
    const answers = await Promise.all([send(), send()]);
    const leads = answers.map(({ headers }) => headers.get('location')!).sort();
    expect(leads).toEqual([`/espace/${mine}/brouillon/perdu`, `/espace/${mine}?fait=publie`].sort());
    const told = await post(`/espace/${mine}/brouillon/perdu`, { jeton }, { cookie });
    expect([told.status, await told.text()]).toEqual([409, expect.stringContaining('vient d’être publié')]);
  });

  it('of guessed links is locked out, by all web processes together', async () => {
    /** On a connection of its own, so that either process may be the one that answers. */
    const guess = () =>
      new Promise<number>((resolve, reject) => {
        request(`${url}/espace/connexion/lien?jeton=${newToken()}`, { agent: false }, (answer) => {
          answer.resume();
          resolve(answer.statusCode!);
        })
          .on('error', reject)
          .end();
      });
    const statuses: number[] = [];
    for (let i = 0; i < 25; i++) statuses.push(await guess());
    const refused = statuses.indexOf(429);
    expect(refused).toBeLessThanOrEqual(10);
    expect(new Set(statuses.slice(refused))).toEqual(new Set([429]));
    // Whoever holds a true link is not kept out by it.
    expect((await get('/espace/connexion')).status).toBe(200);
  });
});
