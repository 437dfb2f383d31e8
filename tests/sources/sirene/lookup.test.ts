import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import { openLookup } from '#sources/sirene/lookup.ts';
import { searchAnswer } from '../../fixtures/sirene/search-answer.ts';

const SIREN = '002718286' as Siren;

type Reply = { status: number; body?: unknown; headers?: Record<string, string> };
let replies: Reply[];
let asked: { url: string; agent: string; at: number }[];
let server: Server;
let url: string;
let folder: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url!, agent: request.headers['user-agent']!, at: performance.now() });
    const { status, body, headers } = replies.length > 1 ? replies.shift()! : replies[0]!;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  replies = [{ status: 200, body: searchAnswer(SIREN) }];
  asked = [];
  folder = mkdtempSync(path.join(tmpdir(), 'lookup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (changes: { today?: string; perSecond?: number } = {}) =>
  openLookup({
    ...{ url, folder, userAgent: 'star-finder (https://example.fr)', pauseMs: 5 },
    perSecond: changes.perSecond ?? 1000,
    today: (changes.today ?? '2026-11-21') as IsoDate,
  });

describe('a look-up in the register', () => {
  it('reads the facts that the stock gives', async () => {
    const { on, found } = await open().find(SIREN);
    expect(on).toBe('2026-11-21');
    expect(found!.unit).toMatchObject({
      legalName: 'FORGES IMAGINAIRES',
      acronym: 'FIPF',
      nafCode: '2562B',
      naf2025Code: '2553Y',
      headcountBand: '22',
      headcountYear: 2023,
      groupCategory: 'ETI',
      legalCategory: '5710',
      isEss: true,
      isMission: null,
      isPublishable: true,
    });
    expect(found!.establishments).toMatchObject([
      { communeName: 'Saint-Malo', lat: 48.64012, lon: -2.02099, isHeadOffice: true },
      { communeName: 'Saint-Denis', departmentCode: '974', name: 'LA FORGE', lat: null, isHeadOffice: false },
    ]);
    expect(asked[0]).toMatchObject({ agent: 'star-finder (https://example.fr)' });
    expect(asked[0]!.url).toContain(`q=${SIREN}&`);
  });

  it('keeps the answer for a month, and no person of it', async () => {
    const first = await open().find(SIREN);
    expect(await open({ today: '2026-12-20' }).find(SIREN)).toEqual(first);
    expect(asked).toHaveLength(1);
    await open({ today: '2026-12-23' }).find(SIREN);
    expect(asked).toHaveLength(2);
    const [file] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    );
    expect(readFileSync(path.join(folder, file!), 'utf8')).not.toMatch(/EXEMPLE|CAMILLE|LILAS/);
  });

  it.each([
    ['a partially disclosed unit', { statut_diffusion: 'P', nom_raison_sociale: '[NON-DIFFUSIBLE]' }],
    ['a unit whose disclosure is not told', { statut_diffusion: null }],
    ['a sole trader', { nature_juridique: '1000', nom_raison_sociale: 'CAMILLE EXEMPLE' }],
    ['one by the flag alone', { complements: { est_entrepreneur_individuel: true } }],
  ])('keeps nothing of %s', async (_, changes) => {
    replies = [{ status: 200, body: searchAnswer(SIREN, changes) }];
    const { found } = await open().find(SIREN);
    expect(found).toMatchObject({ unit: { isPublishable: false, legalName: '' }, establishments: [] });
    expect(JSON.stringify(found)).not.toMatch(/EXEMPLE|FORGES/);
  });

  it('knows a number that the register does not hold', async () => {
    replies = [{ status: 200, body: searchAnswer('000047191') }];
    expect((await open().find(SIREN)).found).toBeNull();
    expect(await open().isKept(SIREN)).toBe(true);
  });

  it('asks again after 429 and 5xx, as late as it is told', async () => {
    replies = [
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 503 },
      { status: 200, body: searchAnswer(SIREN) },
    ];
    expect((await open().find(SIREN)).found?.unit.legalName).toBe('FORGES IMAGINAIRES');
    expect(asked).toHaveLength(3);
    expect(asked[1]!.at - asked[0]!.at).toBeGreaterThan(900);
  });

  it('gives up after five answers of no use, and at once when refused', async () => {
    replies = [{ status: 500 }];
    await expect(open().find(SIREN)).rejects.toThrow(/answers 500 for 002718286, 5 times/);
    expect(asked).toHaveLength(5);
    replies = [{ status: 400 }];
    await expect(open().find(SIREN)).rejects.toThrow(/answers 400/);
    expect(asked).toHaveLength(6);
    expect(await open().isKept(SIREN)).toBe(false);
  });

  it('stops where the shape is another one', async () => {
    for (const body of ['<html>', { resultats: [] }]) {
      replies = [{ status: 200, body }];
      await expect(open().find(SIREN)).rejects.toThrow(/another shape/);
    }
  });

  it('asks no more often than it may', async () => {
    const lookup = open({ perSecond: 20 });
    await Promise.all(
      ['002718286', '000047191', '001234563', '000000000'].map((siren) => lookup.find(siren as Siren)),
    );
    const times = asked.map(({ at }) => at).sort((a, b) => a - b);
    expect(times.at(-1)! - times[0]!).toBeGreaterThan(130);
  });
});
