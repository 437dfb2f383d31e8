import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { zstdDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MakePage } from '#search/made-pages.ts';
import { createFrontDoor } from '#server/front-door.ts';

const LONG = '<!doctype html><p>Deux jours de télétravail.</p>'.repeat(100);
let make: MakePage | null;
let drawn = 0;
const logged: string[] = [];
let door: ReturnType<typeof createFrontDoor>;

beforeEach(async () => {
  drawn = 0;
  make = async ({ searchParams }) =>
    searchParams.get('q') === 'panne'
      ? Promise.reject(new Error('broken search'))
      : searchParams.has('lieu')
        ? { location: '/recherche?departement=35' }
        : { html: `${LONG}${searchParams.get('q') ?? ''}` };
  door = createFrontDoor({
    clientRoot: '/nowhere',
    dumpRoot: '/nowhere',
    onDemand: (_req, res) => {
      drawn += 1;
      res.end('cadre');
    },
    isGone: () => false,
    movedTo: () => null,
    readinessFaults: () => [],
    searchState: () => 'un',
    searchPage: () => make,
    log: (line) => logged.push(line),
  });
  await once(door.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  door.close();
  door.closeAllConnections();
  await once(door, 'close').catch(() => {});
});

const ask = (path: string, options: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${(door.address() as AddressInfo).port}${path}`, {
    redirect: 'manual',
    ...options,
  });

describe('a page of the search', () => {
  it('is made without the framework once it can be', async () => {
    const asked = await ask('/recherche?q=cr%C3%A8che');
    expect(await asked.text()).toBe(`${LONG}crèche`);
    expect([asked.status, asked.headers.get('content-type'), drawn]).toEqual([200, 'text/html', 0]);
    expect(asked.headers.get('x-robots-tag')).toBe('noindex');
    make = null;
    expect(await (await ask('/recherche?q=autre')).text()).toBe('cadre');
  });

  it('is none of those asked for at the same time', async () => {
    const headers = { 'accept-encoding': 'identity' };
    const words = Array.from({ length: 20 }, (_, i) => `mot-${i}`);
    const texts = await Promise.all(
      words.map(async (word) => (await ask(`/recherche?q=${word}`, { headers })).text()),
    );
    expect(texts).toEqual(words.map((word) => `${LONG}${word}`));
  });

  it('is compressed, tagged, kept and not sent again', async () => {
    const headers = { 'accept-encoding': 'zstd' };
    const first = await ask('/recherche?q=a', { headers });
    expect(first.headers.get('content-encoding')).toBe('zstd');
    const body = Buffer.from(await first.arrayBuffer());
    const text = body.subarray(0, 4).readUInt32LE() === 0xfd2fb528 ? zstdDecompressSync(body) : body;
    expect(text.toString()).toBe(`${LONG}a`);
    make = () => Promise.reject(new Error('made twice'));
    const again = await ask('/recherche?q=a', {
      headers: { ...headers, 'if-none-match': first.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });

  it('leads to the one address of what a form says, and says nothing to HEAD', async () => {
    const led = await ask('/recherche?lieu=35');
    expect([led.status, led.headers.get('location')]).toEqual([302, '/recherche?departement=35']);
    const head = await ask('/recherche?q=a', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('that fails is answered as a fault of ours, without its query in the log', async () => {
    expect((await ask('/recherche?q=panne')).status).toBe(500);
    expect(logged.join()).toMatch(/GET \/recherche: Error: broken search/);
    expect(logged.join()).not.toContain('panne');
  });
});
