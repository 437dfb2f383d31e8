import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listLedger } from '#db/app/ledger.ts';
import { listSuppressions } from '#db/app/read.ts';
import { listReplies } from '#db/app/replies.ts';
import { findReport, listOpenReports, listReportEvents } from '#db/app/reports.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { MODERATORS, startOwnDirectory, type OwnDirectory } from './own-directory.ts';

let site: OwnDirectory;
let siren: string;
let other: string;
let claims: string[];
beforeAll(async () => {
  site = await startOwnDirectory();
  const html = await (await fetch(`${site.url}/recherche?avantage=creche`)).text();
  [siren, other] = [
    ...new Set([...html.matchAll(/href="\/employeurs\/(\d{9})"/g)].map((match) => match[1]!)),
  ] as [string, string];
  const profile = (await (await fetch(`${site.url}/employeurs/${siren}.json`)).json()) as EmployerProfile;
  claims = profile.entries.map(({ lead }) => lead.id);
});
afterAll(() => site.stop());

type Sent = {
  cookie?: string | null;
  headers?: Record<string, string>;
  body?: Record<string, string>;
  noToken?: boolean;
};

const headersOf = ({ cookie, headers }: Sent) => ({
  ...(cookie ? { Cookie: `espace=${cookie}` } : {}),
  ...headers,
});
const get = (path: string, sent: Sent = {}) =>
  fetch(site.url + path, { redirect: 'manual', headers: headersOf(sent) });

/** Tokens of forms are made some seconds before they are sent, as people do. */
async function tokenOf(path: string, sent: Sent): Promise<string> {
  const html = await (await get(path, sent)).text();
  return /name="jeton" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

async function post(path: string, sent: Sent, token?: string): Promise<Response> {
  const jeton: Record<string, string> = sent.noToken ? {} : { jeton: token ?? (await tokenOf(path, sent)) };
  return fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/x-www-form-urlencoded',
      ...headersOf(sent),
    },
    body: new URLSearchParams({ ...jeton, ...sent.body }).toString(),
  });
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const XSS = `"><script>alert(1)</script><img src=x onerror=alert(1)>'\u202e\u200b`;
/** Markup without what stands safely between the quotes of an attribute. */
const unquoted = (html: string): string => html.replace(/="[^"]*"/g, '');
const LIVE = /<script>alert|<img src=x/;
const reportPath = (n = 0): string => `/signaler?avantage=${claims[n]}`;
const filed = () => listOpenReports(site.app);

describe('forged forms', () => {
  const body = { motif: 'misread', texte: 'x' };

  it.each([
    ['from another site', { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    ['from a neighbouring host', { headers: { 'Sec-Fetch-Site': 'same-site' } }],
    ['of a browser without origin', { headers: { 'Sec-Fetch-Site': 'none' } }],
    ['without a token', { noToken: true }],
  ])('%s are refused', async (_, sent) => {
    for (const path of [reportPath(), '/signaler', '/moderation/1', `/repondre?employeur=${siren}`]) {
      const { status } = await post(path, { ...sent, body }, 'x');
      expect(status, path).toBe(403);
    }
    expect(filed()).toEqual([]);
  });

  it('with the token of somebody else, a made-up or an old one are refused', async () => {
    const cookie = site.signIn('rh@verrerie.example');
    const theirs = await tokenOf(reportPath(), { cookie });
    const old = `${(Date.now() - 13 * 3600_000).toString(36)}.${theirs.split('.')[1]}`;
    for (const token of [theirs, 'a.b', '', old])
      expect((await post(reportPath(), { body }, token)).status).toBe(403);
    expect(filed()).toEqual([]);
  });

  it('are not taken by GET, nor as another format, nor too long', async () => {
    expect((await get(`${reportPath()}&motif=misread&texte=x&etape=confirmer`)).status).toBe(200);
    const asJson = { headers: { 'Content-Type': 'application/json' }, body };
    expect((await post(reportPath(), asJson)).status).toBe(415);
    expect((await post(reportPath(), { body: { texte: 'x'.repeat(70_000) } })).status).toBe(413);
    expect(filed()).toEqual([]);
  });
});

describe('hostile words', () => {
  it('are refused, cleaned or shown as words', { timeout: 60_000 }, async () => {
    const token = await tokenOf(reportPath(), {});
    await pause(2100);
    const bad = await post(reportPath(), { body: { motif: XSS, texte: XSS, courriel: XSS } }, token);
    expect(bad.status).toBe(422);
    expect(unquoted(await bad.text())).not.toMatch(LIVE);
    expect(
      (await post(reportPath(), { body: { motif: 'misread', texte: 'x', 'site-web': 'x' } }, token)).status,
    ).toBe(422);
    expect((await post(reportPath(), { body: { motif: 'misread', texte: 'x' } })).status).toBe(422);
    expect(filed()).toEqual([]);

    const sent = await post(reportPath(), { body: { motif: 'misread', texte: XSS } }, token);
    expect(sent.status).toBe(303);
    expect(filed()).toMatchObject([{ words: XSS.slice(0, -2), key: claims[0] }]);
    const receipt = sent.headers.get('location')!;
    const cookie = site.signIn(MODERATORS[0]);
    for (const path of [
      receipt,
      '/moderation',
      `/moderation/${filed()[0]!.id}`,
      `/moderation?siren=${siren}`,
    ]) {
      const answer = await get(path, { cookie });
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(answer.headers.get('cache-control'), path).toBe('no-store');
      expect(unquoted(await answer.text()), path).not.toMatch(LIVE);
    }
    for (const path of [
      '/signaler?avantage=',
      '/signaler?employeur=',
      '/corrections?employeur=',
      '/suivi/',
      '/oembed?url=',
      '/repondre?avantage=',
      '/moderation?siren=',
    ])
      expect(
        unquoted(await (await get(path + encodeURIComponent(XSS), { cookie })).text()),
        path,
      ).not.toMatch(LIVE);
  });
});

describe('the room of others', () => {
  it('opens to nobody but those who may', async () => {
    const { id } = filed()[0]!;
    const roles = {
      nobody: null,
      stranger: site.signIn('autre@exemple.example', { siren: other, role: 'owner', isApproved: true }),
      waiting: site.signIn('attente@exemple.example', { siren, role: 'owner', isApproved: false }),
      owner: site.signIn('rh@verrerie.example', { siren, role: 'owner', isApproved: true }),
      moderator: site.signIn(MODERATORS[0]),
    };
    const reply = `/repondre?employeur=${siren}`;
    const expected: [path: string, Record<keyof typeof roles, number>][] = [
      ['/moderation', { nobody: 303, stranger: 404, waiting: 404, owner: 404, moderator: 200 }],
      [`/moderation/${id}`, { nobody: 303, stranger: 404, waiting: 404, owner: 404, moderator: 200 }],
      ['/moderation/999', { nobody: 303, stranger: 404, waiting: 404, owner: 404, moderator: 404 }],
      [reply, { nobody: 303, stranger: 404, waiting: 404, owner: 200, moderator: 200 }],
    ];
    for (const [path, statuses] of expected)
      for (const [role, cookie] of Object.entries(roles)) {
        const { status, headers } = await get(path, { cookie });
        expect(status, `${role} ${path}`).toBe(statuses[role as keyof typeof roles]);
        expect(headers.get('location') ?? '/espace/connexion', path).toMatch(/^\/espace\/connexion/);
        if (role === 'owner' || role === 'moderator') continue;
        const token = await tokenOf('/signaler', { cookie });
        const body = {
          etape: path === reply ? 'publier' : 'proposer',
          texte: 'Réponse.',
          motif: 'wrong-reading',
          lu: '1',
        };
        expect([303, 404], `${role} POST ${path}`).toContain(
          (await post(path, { cookie, body }, token)).status,
        );
      }
    const token = await tokenOf('/signaler', { cookie: roles.owner });
    const body = { etape: 'proposer', motif: 'wrong-reading', lu: '1' };
    expect((await post(`/moderation/${id}`, { cookie: roles.owner, body }, token)).status).toBe(404);
    expect([listReplies(site.app), listSuppressions(site.app), listLedger(site.app)]).toEqual([[], [], []]);
    expect(findReport(site.app, id)?.status).toBe('received');
    expect(roles.stranger).not.toBe(roles.owner);
  });

  it('is not opened by a receipt that was guessed', async () => {
    for (const path of [
      '/suivi/1',
      '/suivi/aaaaa-aaaaa-aaaaa-aaaaa',
      '/suivi/..%2f',
      '/signaler/complement?suivi=aaaaa-aaaaa-aaaaa-aaaaa',
    ])
      expect([404, 400, 403], path).toContain((await get(path)).status);
  });

  it('one moderator alone withdraws nothing, by hand neither', async () => {
    const { id, key } = filed()[0]!;
    const cookie = site.signIn(MODERATORS[0]);
    const act = (body: Record<string, string>) =>
      post(`/moderation/${id}`, { cookie, body: { lu: String(last()), ...body } });
    const last = () => listReportEvents(site.app, id).at(-1)!.id;
    expect((await act({ etape: 'confirmer' })).status).toBe(422);
    expect((await act({ etape: 'proposer', motif: 'je-veux' })).status).toBe(422);
    expect((await act({ etape: 'n’importe quoi' })).status).toBe(422);
    expect((await act({ etape: 'corrige', motif: 'reading-corrected' })).status).toBe(422);
    expect((await act({ etape: 'proposer', motif: 'wrong-reading' })).status).toBe(303);
    expect((await act({ etape: 'confirmer' })).status).toBe(422);
    const { status } = await act({ etape: 'ecarter', lu: '0' });
    expect(status).toBe(422);
    expect(listSuppressions(site.app)).toEqual([]);
    expect((await get(`/employeurs/${siren}`)).status).toBe(200);
    expect(await (await get(`/employeurs/${siren}`)).text()).toContain(key);
  });
});

describe('a flood', () => {
  it('ends at ten reports an hour from one place', { timeout: 60_000 }, async () => {
    const before = filed().length;
    const token = await tokenOf('/signaler', {});
    await pause(2100);
    const answers: number[] = [];
    for (let n = 0; n < 12; n++) {
      const answer = await post(
        reportPath(n % claims.length),
        { body: { motif: 'other', texte: `n° ${n}` } },
        token,
      );
      answers.push(answer.status);
      if (answer.status !== 303) expect(await answer.text()).toContain('réessayez dans une heure');
    }
    expect(answers.slice(-3)).toEqual([422, 422, 422]);
    expect(filed().length - before).toBeLessThanOrEqual(10);
  });
});
