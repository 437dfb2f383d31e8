import { once } from 'node:events';
import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type RequestListener,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { answerWhole } from '#server/whole-answer.ts';

const WORDS = 'Deux jours de télétravail. '.repeat(100);
const page: RequestListener = (_req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  res.write(WORDS.slice(0, 50));
  res.end(new TextEncoder().encode(WORDS.slice(50)));
};

let server: Server;
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close').catch(() => {});
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

async function ask(headers: Record<string, string>, method = 'GET', listener = page): Promise<Answer> {
  server?.close();
  server = createServer((req, res) => {
    answerWhole(req, res);
    listener(req, res);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, headers, method, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) })); // prettier-ignore
    });
    asked.on('error', reject);
    asked.end();
  });
}

const as = (coding: string) => ({ 'accept-encoding': coding });

describe('an answer in one piece', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'zstd', zstdDecompressSync],
    ['gzip, br', 'br', brotliDecompressSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['identity', undefined, (body: Buffer) => body],
    ['zstd;q=0, xbr', undefined, (body: Buffer) => body],
  ])('to a client of « %s » is in %s, whole, with its length', async (accepted, coding, read) => {
    const { status, headers, body } = await ask(as(accepted));
    expect([status, headers['content-encoding'], headers.vary]).toEqual([200, coding, 'Accept-Encoding']);
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(read(body).toString()).toBe(WORDS);
  });

  it('is not sent to whoever has it', async () => {
    const { headers } = await ask(as('br'));
    const again = await ask({ ...as('br'), 'if-none-match': `"x", W/${headers.etag}` });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
    expect((await ask({ ...as('gzip'), 'if-none-match': headers.etag! })).status).toBe(200);
  });

  it('is compressed neither where it is short nor where a part of it is asked for', async () => {
    const short = await ask(as('br'), 'GET', (_req, res) => res.end('Court.'));
    expect([short.headers['content-encoding'], short.body.toString()]).toEqual([undefined, 'Court.']);
    const part = await ask({ ...as('br'), range: 'bytes=0-3' });
    expect([part.headers['content-encoding'], part.body.toString()]).toEqual([undefined, WORDS]);
  });

  it('says what it is to HEAD, and leads elsewhere without a tag', async () => {
    const head = await ask(as('br'), 'HEAD');
    expect([head.status, head.body.length, head.headers['content-encoding']]).toEqual([200, 0, 'br']);
    const moved = await ask(as('br'), 'GET', (_req, res) => res.writeHead(302, { Location: '/x' }).end());
    expect([moved.status, moved.headers.location, moved.headers.etag]).toEqual([302, '/x', undefined]);
  });

  it('is cut off where its page gives up half-way', async () => {
    const broken: RequestListener = (_req, res) => {
      res.write(WORDS);
      res.write('Internal server error', () => res.destroy());
    };
    await expect(ask(as('br'), 'GET', broken)).rejects.toThrow();
  });
});
