import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listArchives } from '#sources/acco/fetch.ts';
import { download } from '#sources/download.ts';
import { noise } from '../../fixtures/acco/records.ts';

const INDEX = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
<html><head><title>Index of /OPENDATA/ACCO</title></head><body><h1>Index of /OPENDATA/ACCO</h1><pre>
<a href="?C=N;O=D">Name</a> <a href="/OPENDATA/">Parent Directory</a>
<a href="%20DILA_ACCO_Presentation_20171212.pdf"> DILA_ACCO_Presentation_20171212.pdf</a> 2017-12-12 233K
<a href="ACCO_20250708-061500.tar.gz">ACCO_20250708-061500.tar.gz</a> 279
<a href="ACCO_20260424-063142.tar.gz">ACCO_20260424-063142.tar.gz</a> 21M
<a HREF='Freemium_acco_global_20250713-140000.tar.gz'>Freemium_acco_global_20250713-140000.tar.gz</a> 45G
<a href="ACCO_20260424-063142.tar.gz.md5">x</a> <a href="%E0%A4%A">broken</a></pre></body></html>`;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

describe('index page and downloads', () => {
  let server: Server;
  let handler: Handler;
  let base: string;
  let folder: string;
  const asked: (string | undefined)[] = [];
  const content = noise('archive', 300_000);

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'star-finder-fetch-'));
    asked.length = 0;
    server = createServer((request, response) => {
      asked.push(request.headers.range);
      handler(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/OPENDATA/ACCO/`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Apache's way: ranges, ETag, and a label that must not make the client unpack. */
  const serve =
    ({ etag = '"a"', stopAfter = Infinity, body = content } = {}): Handler =>
    (request, response) => {
      const range = /bytes=(\d+)-/.exec(request.headers.range ?? '');
      const isPartial = range !== null && request.headers['if-range'] === etag;
      const start = isPartial ? Number(range[1]) : 0;
      if (isPartial && start >= body.length) {
        response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end();
        return;
      }
      response.writeHead(isPartial ? 206 : 200, {
        etag,
        'content-encoding': 'x-gzip',
        'content-length': body.length - start,
        ...(isPartial && { 'content-range': `bytes ${start}-${body.length - 1}/${body.length}` }),
      });
      if (start + stopAfter >= body.length) response.end(body.subarray(start));
      else
        response.write(body.subarray(start, start + stopAfter), () =>
          setTimeout(() => response.destroy(), 20),
        );
    };

  const fetchFile = () => download(`${base}x.tar.gz`, path.join(folder, 'x.tar.gz'), { pauseMs: 5 });

  it('lists archives and nothing else', async () => {
    handler = (_, response) => void response.end(INDEX);
    const listed = await listArchives(base);
    expect(listed.map(({ url }) => url.replace(base, ''))).toEqual([
      'ACCO_20250708-061500.tar.gz',
      'ACCO_20260424-063142.tar.gz',
      'Freemium_acco_global_20250713-140000.tar.gz',
    ]);
  });

  it('says when the page is not there', async () => {
    handler = (_, response) => void response.writeHead(503).end();
    await expect(listArchives(base)).rejects.toThrow(/answers 503/);
    await expect(listArchives('http://127.0.0.1:1/')).rejects.toThrow(/cannot be reached/);
  });

  it('downloads the bytes as they stand, and not again', async () => {
    handler = serve();
    expect(readFileSync(await fetchFile()).equals(content)).toBe(true);
    await fetchFile();
    expect(asked).toEqual([undefined]);
    expect(readdirSync(folder)).toEqual(['x.tar.gz']);
  });

  it('goes on where the connection broke, as often as it brings something', async () => {
    handler = serve({ stopAfter: 40_000 });
    expect(readFileSync(await fetchFile()).equals(content)).toBe(true);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.at(-1)).toMatch(/^bytes=\d{5,}-$/);
  });

  it('starts again when the file on the server is another one', async () => {
    handler = serve({ stopAfter: 100_000 });
    const other = noise('other', 200_000);
    let calls = 0;
    const first = handler;
    const second = serve({ etag: '"b"', body: other });
    handler = (request, response) => (++calls === 1 ? first : second)(request, response);
    expect(readFileSync(await fetchFile()).equals(other)).toBe(true);
  });

  it('finishes a file that was complete but not yet named', async () => {
    writeFileSync(path.join(folder, 'x.tar.gz.part'), content);
    writeFileSync(path.join(folder, 'x.tar.gz.tag'), '"a"');
    handler = serve();
    expect(readFileSync(await fetchFile()).equals(content)).toBe(true);
  });

  it('gives up a file that is refused, and a server that brings nothing', async () => {
    handler = (_, response) => void response.writeHead(404).end();
    await expect(fetchFile()).rejects.toThrow(/x\.tar\.gz answers 404/);
    expect(asked).toHaveLength(1);
    handler = (_, response) => void response.destroy();
    await expect(fetchFile()).rejects.toThrow(/Run the command again/);
    expect(readdirSync(folder)).not.toContain('x.tar.gz');
  });
});
