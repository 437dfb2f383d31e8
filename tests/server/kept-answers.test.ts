import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFrontDoor } from '#server/front-door.ts';
import { SECURITY_HEADERS } from '#server/headers.ts';
import { createKeptAnswers } from '#server/kept-answers.ts';

const WORDS = 'Deux jours de télétravail. '.repeat(100);
let made = 0;
let state: string | null = 'un';
let door: ReturnType<typeof createFrontDoor>;

beforeEach(async () => {
  made = 0;
  state = 'un';
  door = createFrontDoor({
    clientRoot: '/nowhere',
    dumpRoot: '/nowhere',
    onDemand: (req, res) => {
      made += 1;
      res.statusCode = req.url!.includes('lieu') ? 302 : 200;
      res.setHeader('Content-Type', 'text/html; charset=utf-8');
      if (req.url!.includes('biscuit')) res.setHeader('Set-Cookie', 'a=b');
      res.write(`${made} `);
      res.end(WORDS);
    },
    isGone: () => false,
    movedTo: () => null,
    readinessFaults: () => [],
    searchState: () => state,
  });
  await once(door.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  door.close();
  door.closeAllConnections();
  await once(door, 'close').catch(() => {});
});

type Asked = { status: number; headers: IncomingHttpHeaders; body: Buffer };
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Asked> {
  const { port } = door.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) })); // prettier-ignore
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('a search asked again', () => {
  it.each(['br', 'gzip', 'identity'])(
    'is given as it was, in %s, with the same headers',
    async (encoding) => {
      const headers = { 'accept-encoding': encoding };
      const first = await ask('/recherche?q=x', headers);
      const again = await ask('/recherche?q=x', headers);
      expect(made).toBe(1);
      expect(again.body.equals(first.body)).toBe(true);
      for (const name of ['content-type', 'content-encoding', 'vary', 'cache-control', 'x-robots-tag'])
        expect([name, again.headers[name]]).toEqual([name, first.headers[name]]);
      for (const [name, value] of Object.entries(SECURITY_HEADERS))
        expect(again.headers[name.toLowerCase()], name).toBe(value);
      expect(again.headers['content-length']).toBe(String(first.body.length));
    },
  );

  it('is made anew for another address, another encoding and another state of the data', async () => {
    await ask('/recherche?q=x');
    await ask('/recherche?q=y');
    await ask('/recherche?q=x', { 'accept-encoding': 'br' });
    expect(made).toBe(3);
    state = 'deux';
    expect((await ask('/recherche?q=x')).body.toString()).toMatch(/^4 /);
    state = 'un';
    expect((await ask('/recherche?q=x')).body.toString()).toMatch(/^5 /);
  });

  it.each([
    ['a cookie', '/recherche?q=x', { cookie: 'a=b' }],
    ['a password', '/recherche?q=x', { authorization: 'Basic eDp5' }],
    ['a range', '/recherche?q=x', { range: 'bytes=0-8' }],
    ['an answer that sets a cookie', '/recherche?biscuit', {}],
    ['an answer that leads elsewhere', '/recherche?lieu=x', {}],
    ['another page', '/comparer?e=1', {}],
  ])('is made anew with %s', async (_what, path, headers) => {
    await ask(path, headers);
    await ask(path, headers);
    expect(made).toBe(2);
  });

  it('is made anew for whoever has a cookie, though others asked the same', async () => {
    await ask('/recherche?q=x');
    expect((await ask('/recherche?q=x', { cookie: 'a=b' })).body.toString()).toMatch(/^2 /);
  });

  it('is made anew where the state of the data is not known', async () => {
    state = null;
    await ask('/recherche?q=x');
    await ask('/recherche?q=x');
    expect(made).toBe(2);
  });

  it('answers HEAD without a body', async () => {
    await ask('/recherche?q=x');
    const { status, body } = await ask('/recherche?q=x', {}, 'HEAD');
    expect([status, body.length]).toEqual([200, 0]);
  });
});

describe('kept answers', () => {
  it('are few, small and forgotten after a minute', async () => {
    let time = 0;
    const kept = createKeptAnswers({ entriesMax: 3, bytesMax: 4000 }, () => time);
    const server = createServer((req, res) => {
      if (!kept.answer(req, res, 'un')) res.end('x'.repeat(req.url === '/long' ? 1000 : 300));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).then((answer) => answer.text());
    await get('/long');
    expect(kept.size().entries).toBe(0);
    for (const path of ['/1', '/2', '/3', '/4', '/5']) await get(path);
    expect(kept.size().entries).toBe(3);
    time = 60_000;
    await get('/6');
    expect(kept.size().entries).toBe(1);
    expect(kept.size().bytes).toBeGreaterThan(300);
    server.close();
    server.closeAllConnections();
  });
});
