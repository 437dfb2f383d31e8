import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrotliFiles } from '#server/brotli-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'brotli-files-'));
const CACHE = 3000;
const files = createBrotliFiles(CACHE);
const server = createServer((req, res) => {
  void files
    .serve(path.join(root, req.url!), req, res)
    .then((isServed) => isServed || res.writeHead(404).end());
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

const ask = (file: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve) => {
    const { port } = server.address() as AddressInfo;
    get({ port, host: '127.0.0.1', path: `/${file}`, headers: { 'accept-encoding': 'br', ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }));
    });
  }); // prettier-ignore

/** Words that brotli cannot make much shorter. */
const noise = (seed: number, length = 2500) =>
  Array.from({ length }, (_, i) =>
    String.fromCharCode(97 + ((seed * 7919 + i * i * 31 + (i >> 3) * seed) % 26)),
  ).join('');

describe('brotli files', () => {
  it('gives the bytes of the file as it is now', async () => {
    writeFileSync(path.join(root, 'a.html'), noise(1));
    const first = await ask('a.html');
    expect(brotliDecompressSync(first.body).toString()).toBe(noise(1));
    expect(await ask('a.html')).toMatchObject({ status: 200, body: first.body });
    writeFileSync(path.join(root, 'a.html'), noise(2));
    utimesSync(path.join(root, 'a.html'), new Date(), new Date(Date.now() + 5000));
    expect(brotliDecompressSync((await ask('a.html')).body).toString()).toBe(noise(2));
  });

  it.each([['br;q=0'], ['gzip'], ['gzip, br;q=0.0'], ['brx']])('leaves %s to others', async (accepted) => {
    expect((await ask('a.html', { 'accept-encoding': accepted })).status).toBe(404);
  });

  it.each([['br'], ['gzip, br'], ['gzip;q=0.5, br;q=0.8, *;q=0']])('answers %s', async (accepted) => {
    expect((await ask('a.html', { 'accept-encoding': accepted })).headers['content-encoding']).toBe('br');
  });

  it('answers 304 by tag first, then by date', async () => {
    const { headers } = await ask('a.html');
    const [etag, modified] = [headers.etag!, headers['last-modified']!];
    expect((await ask('a.html', { 'if-none-match': `"x", ${etag}` })).status).toBe(304);
    expect((await ask('a.html', { 'if-modified-since': modified })).status).toBe(304);
    expect((await ask('a.html', { 'if-none-match': '"x"', 'if-modified-since': modified })).status).toBe(200);
    expect((await ask('a.html', { 'if-none-match': etag, 'cache-control': 'no-cache' })).status).toBe(200);
  });

  it('keeps no more than it may', async () => {
    for (let seed = 3; seed < 12; seed++) {
      writeFileSync(path.join(root, `${seed}.html`), noise(seed));
      expect(brotliDecompressSync((await ask(`${seed}.html`)).body).toString()).toBe(noise(seed));
      expect(files.size()).toBeLessThanOrEqual(CACHE);
    }
    expect(files.size()).toBeGreaterThan(0);
  });
});
