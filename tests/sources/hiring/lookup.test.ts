import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/dates.ts';
import type { Siret } from '#domain/ids.ts';
import { request } from '#sources/http.ts';
import { openHiringLookup } from '#sources/hiring/lookup.ts';
import { office, startHiringServer, type HiringServer, type Reply } from '../../support/hiring-server.ts';

const SIRET = '00271828600014' as Siret;
const OTHER = '00004719100017';
const TODAY = '2026-11-21' as IsoDate;
const SECRET = 'cle-tres-secrete';

const says = (...items: unknown[]): Reply => ({ status: 200, body: { hits: items.length, items } });
let replies: Reply[];
let server: HiringServer;
let folder: string;

beforeAll(async () => {
  server = await startHiringServer(() => (replies.length > 1 ? replies.shift()! : replies[0]!));
});
afterAll(() => server.close());
beforeEach(() => {
  replies = [says(office(SIRET))];
  server.asked.length = 0;
  server.forms.length = 0;
  folder = mkdtempSync(path.join(tmpdir(), 'hiring-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (changes: { today?: IsoDate; tokenUrl?: string; perSecond?: number } = {}) =>
  openHiringLookup({
    ...{ url: server.url, tokenUrl: server.tokenUrl, clientId: 'PAR_exemple', clientSecret: SECRET },
    ...{ folder, today: TODAY, userAgent: 'star-finder', perSecond: 1000, pauseMs: 5 },
    ...changes,
  });

describe('a question to La Bonne Boîte', () => {
  it('is asked with a token of all three scopes, fetched once', async () => {
    const lookup = open();
    expect(await lookup.ask(SIRET)).toEqual({ on: TODAY, isExpected: true });
    await lookup.ask(SIRET);
    expect(server.forms.map((form) => Object.fromEntries(form))).toEqual([
      {
        grant_type: 'client_credentials',
        client_id: 'PAR_exemple',
        client_secret: SECRET,
        scope: 'api_labonneboitev2 search office',
      },
    ]);
    expect(server.asked.map(({ siret, authorization }) => [siret, authorization])).toEqual([
      [SIRET, 'Bearer jeton'],
      [SIRET, 'Bearer jeton'],
    ]);
  });

  it.each<[string, boolean | null, Reply]>([
    ['one occupation of several', true, says(office(SIRET, { is_high_potential: false }), office(SIRET))],
    ['an establishment without that potential', false, says(office(SIRET, { is_high_potential: false }))],
    ['an answer that leaves it open', null, says(office(SIRET, { is_high_potential: null }))],
    ['nothing', null, says()],
    ['no content', null, { status: 204, body: '' }],
    ['an unknown establishment', null, { status: 404 }],
    ['another establishment than the one asked about', null, says(office(OTHER))],
  ])('reads %s', async (_, isExpected, reply) => {
    replies = [reply];
    expect(await open().ask(SIRET)).toEqual({ on: TODAY, isExpected });
  });

  it('stands thirty days, and keeps neither name nor address nor score', async () => {
    await open().ask(SIRET);
    expect(await open({ today: '2026-12-20' as IsoDate }).kept(SIRET)).toEqual({ on: TODAY, isExpected: true });
    const later = open({ today: '2026-12-21' as IsoDate });
    expect(await later.kept(SIRET)).toBeNull();
    expect(await later.lastAsked(SIRET)).toBe(TODAY);
    const [file] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    expect(readFileSync(path.join(folder, file!), 'utf8')).toBe(`{"on":"${TODAY}","isExpected":true}`);
  }); // prettier-ignore

  it('is asked again after 429 and 5xx, as late as the service says', async () => {
    replies = [{ status: 429, headers: { 'retry-after': '1' } }, { status: 500 }, says(office(SIRET))];
    expect((await open().ask(SIRET)).isExpected).toBe(true);
    expect(server.asked).toHaveLength(3);
    expect(server.asked[1]!.at - server.asked[0]!.at).toBeGreaterThan(900);
  });

  it('is given up after five answers of no use, and at once when refused', async () => {
    replies = [{ status: 500 }];
    await expect(open().ask(SIRET)).rejects.toThrow(/answers 500 for 00271828600014, 5 times/);
    replies = [{ status: 403 }];
    await expect(open().ask(SIRET)).rejects.toThrow(/answers 403/);
    expect(server.asked).toHaveLength(6);
    expect(await open().kept(SIRET)).toBeNull();
  });

  it('stops where the shape is another one', async () => {
    for (const body of ['<html>', '', { items: null }, { companies: [] }, { items: [{ siret: 1 }] }]) {
      replies = [{ status: 200, body }];
      await expect(open().ask(SIRET)).rejects.toThrow(/another shape/);
    }
    expect(await open().lastAsked(SIRET)).toBeNull();
  });

  it('goes out twice a second at most', async () => {
    const lookup = open({ perSecond: 20 });
    for (const siret of [SIRET, OTHER, SIRET]) await lookup.ask(siret as Siret);
    expect(server.asked[2]!.at - server.asked[0]!.at).toBeGreaterThan(90);
  });
});

describe('a token', () => {
  afterEach(() =>
    Object.assign(server.token, { status: 200, body: { access_token: 'jeton', expires_in: 1499 } }),
  );

  it.each([
    ['refused', 400, { error: 'invalid_client' }],
    ['of another shape', 200, { token: 'jeton' }],
    ['in no JSON', 200, '<html>'],
  ])('%s stops the source, without naming the secret', async (_, status, body) => {
    Object.assign(server.token, { status, body });
    const failure = await open().ask(SIRET).catch(String);
    expect(failure).toMatch(/gives no token .* Check HIRING_CLIENT_ID/);
    expect(failure).not.toContain(SECRET);
    expect(server.asked).toEqual([]);
  });

  it('that nobody gives stops the source', async () => {
    await expect(open({ tokenUrl: 'http://127.0.0.1:9/' }).ask(SIRET)).rejects.toThrow(/cannot be reached/);
  });

  it('never follows a redirection to another service', async () => {
    const seen: (string | undefined)[] = [];
    const elsewhere = createServer((question, response) => {
      seen.push(question.headers.authorization);
      response.end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    replies = [{ status: 302, headers: { location } }];
    const response = await request(`${server.url}/potentielEmbauche?siret=${SIRET}`, { authorization: 'Bearer jeton' });
    response.resume();
    elsewhere.closeAllConnections();
    elsewhere.close();
    expect(seen).toEqual([undefined]);
  }); // prettier-ignore
});
