import '../support/data-dir.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RATE } from '#opendata/api/limit.ts';
import { createFrontDoor } from '#server/front-door.ts';
import { SECURITY_HEADERS } from '#server/headers.ts';
import { createCounter } from '#server/open-doors.ts';

const root = mkdtempSync(path.join(tmpdir(), 'open-doors-'));
const SQLITE = 'SQLite format 3\0'.padEnd(5000, 'x');
const logged: string[] = [];
let server: Server;
let url: string;

beforeAll(async () => {
  for (const [name, text] of Object.entries({
    'client/404.html': '<title>Introuvable</title>',
    'client/employeurs/123456782.json': '{"siren":"123456782"}',
    'dump/star-finder.sqlite': SQLITE,
    'dump/employeurs.parquet': 'PAR1',
    'dump/star-finder.jsonl.gz': 'gz',
    'dump/manifeste.json': `{"notes":"${'n'.repeat(2000)}"}`,
    'dump/facts.copy.db': 'under way',
  })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  server = createFrontDoor({
    clientRoot: path.join(root, 'client'),
    dumpRoot: path.join(root, 'dump'),
    onDemand: (req, res) => {
      res.setHeader('Content-Type', 'application/json');
      if (req.method === 'POST') req.on('end', () => res.end('{"posted":true}')).resume();
      else res.end('{}');
    },
    isGone: () => false,
    movedTo: () => null,
    readinessFaults: () => [],
    log: (line) => logged.push(line),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

describe('open data files', () => {
  it.each([
    ['star-finder.sqlite', 'application/vnd.sqlite3'],
    ['employeurs.parquet', 'application/vnd.apache.parquet'],
    ['star-finder.jsonl.gz', 'application/gzip'],
    ['manifeste.json', 'application/json; charset=utf-8'],
  ])('%s is served as %s to any site', async (name, type) => {
    const response = await fetch(`${url}/donnees/${name}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    await response.arrayBuffer();
  });

  it('are read by ranges, as they lie on disk', async () => {
    const response = await fetch(`${url}/donnees/star-finder.sqlite`, { headers: { Range: 'bytes=0-14' } });
    expect([response.status, await response.text()]).toEqual([206, 'SQLite format 3']);
    expect(response.headers.get('content-range')).toBe(`bytes 0-14/${SQLITE.length}`);
  });
});

describe('programs on other sites', () => {
  it('read the JSON of an employer, whose other headers are those of every answer', async () => {
    const { headers } = await fetch(`${url}/employeurs/123456782.json`);
    const { 'Cross-Origin-Resource-Policy': _, ...others } = SECURITY_HEADERS;
    for (const [name, value] of Object.entries(others)) expect(headers.get(name), name).toBe(value);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it('are answered what their browser asks first', async () => {
    for (const where of ['/api/v1/search', '/mcp', '/donnees/manifeste.json', '/employeurs/123456782.atom']) {
      const { status, headers } = await fetch(url + where, { method: 'OPTIONS' });
      expect([status, headers.get('access-control-allow-origin')], where).toEqual([204, '*']);
    }
    expect((await fetch(`${url}/recherche`, { method: 'OPTIONS' })).status).toBe(405);
  });

  it('are told in their own format what an address does not take', async () => {
    const response = await fetch(`${url}/api/v1/search`, { method: 'DELETE' });
    expect([response.status, response.headers.get('content-type'), response.headers.get('allow')]).toEqual([
      405, 'application/problem+json', 'GET, HEAD, OPTIONS',
    ]); // prettier-ignore
    expect(await response.json()).toMatchObject({ status: 405, title: 'Méthode refusée' });
    expect((await fetch(`${url}/mcp`)).status).toBe(405);
  });

  it('post JSON to the protocol, from anywhere, up to 64 kB', async () => {
    const post = (body: string, type = 'application/json') =>
      fetch(`${url}/mcp`, { method: 'POST', body, headers: { 'Content-Type': type, Origin: 'https://ailleurs.example' } }); // prettier-ignore
    expect(await (await post('{}')).json()).toEqual({ posted: true });
    expect((await post('a=1', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await post('x'.repeat(70_000))).status).toBe(413);
  });
});

describe('the limit', () => {
  it('says what is left, and refuses one too many with the time to wait', async () => {
    const first = await fetch(`${url}/api/v1/avantages`);
    expect(first.headers.get('ratelimit-policy')).toBe(`"minute";q=${RATE.most};w=${RATE.seconds}`);
    expect(first.headers.get('ratelimit')).toMatch(/^"minute";r=\d+;t=\d+$/);
    let last = first;
    for (let n = 0; n <= RATE.most && last.status === 200; n++) last = await fetch(`${url}/api/v1/avantages`);
    expect([last.status, last.headers.get('content-type')]).toEqual([429, 'application/problem+json']);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await fetch(`${url}/employeurs/123456782.json`)).status).toBe(200);
    expect(logged).toEqual([]);
  });

  it('begins anew with each window, for each address', () => {
    let time = 0;
    const count = createCounter({ most: 2, seconds: 60 }, () => time);
    expect([count('a'), count('a'), count('a'), count('b')].map(({ isAllowed }) => isAllowed)).toEqual([true, true, false, true]); // prettier-ignore
    time = 59_001;
    expect(count('a')).toEqual({ isAllowed: false, left: 0, resetsIn: 1 });
    time = 60_000;
    expect(count('a')).toEqual({ isAllowed: true, left: 1, resetsIn: 60 });
  });
});
