import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type RequestOptions, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFrontDoor } from '#server/front-door.ts';
import { SECURITY_HEADERS } from '#server/headers.ts';

const LONG = `<!doctype html><title>Employeur</title><p>${'Deux jours de télétravail. '.repeat(200)}</p>`;
const root = mkdtempSync(path.join(tmpdir(), 'front-door-'));
const client = path.join(root, 'client');
const logged: string[] = [];
let faults: string[] = [];
let server: Server;
let port: number;

beforeAll(async () => {
  for (const [name, text] of Object.entries({
    'client/index.html': '<title>Accueil</title>',
    'client/404.html': '<title>Introuvable</title>',
    'client/410.html': '<title>Retiré</title>',
    'client/employeurs/123456782.html': LONG,
    'client/employeurs/123456782.json': '{"siren":"123456782"}',
    'client/_astro/site.Ab-1.css': 'p{color:teal}',
    'client/.hidden': 'dot',
    'manifest.db': 'private',
  })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  server = createFrontDoor({
    clientRoot: client,
    dumpRoot: path.join(root, 'dump'),
    onDemand: (req, res, next) => {
      const address = req.url!.split('?')[0];
      if (address === '/recherche' || /^\/(embed|badge|qr)\//.test(address!)) {
        res.setHeader('Content-Type', 'text/html; charset=utf-8');
        res.end(LONG);
      } else if (address?.startsWith('/espace') && req.method === 'POST') {
        let read = 0;
        req.on('data', (chunk: Buffer) => (read += chunk.length));
        req.on('end', () => res.end(`${read} octets`));
      } else if (address?.startsWith('/panne')) throw new Error('broken page');
      else next();
    },
    isGone: (address) => address === '/employeurs/987654324',
    movedTo: (address) => (address === '/employeurs/987654332' ? '/employeurs/123456782' : null),
    readinessFaults: () => faults,
    log: (line) => logged.push(line),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
const ask = (target: string, options: RequestOptions & { body?: string } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { body, ...rest } = options;
    const asked = request({ host: '127.0.0.1', port, path: target, agent: false, ...rest }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });

/** Sends bytes as they are and returns the whole answer. */
const sendRaw = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });

const expectSecure = (headers: IncomingHttpHeaders) => {
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    expect(headers[name.toLowerCase()], name).toBe(value);
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers['set-cookie']).toBeUndefined();
};

describe('every answer', () => {
  it.each([
    ['GET', '/', 200],
    ['GET', '/employeurs/123456782', 200],
    ['GET', '/_astro/site.Ab-1.css', 200],
    ['GET', '/recherche?q=x', 200],
    ['GET', '/nulle-part', 404],
    ['GET', '/employeurs/000000000', 404],
    ['GET', '/employeurs/987654324', 410],
    ['GET', '/Employeurs/123456782/', 301],
    ['GET', '/employeurs/987654332', 301],
    ['GET', '/panne', 500],
    ['GET', '/sante', 200],
    ['GET', '/pret', 200],
    ['GET', '/%', 400],
    ['GET', `/${'a'.repeat(3000)}`, 414],
    ['POST', '/', 405],
    ['DELETE', '/employeurs/123456782', 405],
    ['OPTIONS', '/', 405],
    ['TRACE', '/', 405],
  ])('%s %s is %i, with the security headers', async (method, target, status) => {
    const answer = await ask(target, { method });
    expect(answer.status).toBe(status);
    expectSecure(answer.headers);
  });

  it('has a policy without holes', () => {
    expect(SECURITY_HEADERS['Content-Security-Policy']).not.toMatch(/unsafe|sha256|nonce|\*|https?:/);
  });
});

describe('other sites', () => {
  it.each(['/embed/123456782', '/embed/123456782/petit', '/badge/123456782.svg'])(
    'may show %s',
    async (target) => {
      const { status, headers } = await ask(target);
      expect(status).toBe(200);
      expect(headers['content-security-policy']).toMatch(/frame-ancestors \*$/);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'/);
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
      expect(headers['x-frame-options']).toBeUndefined();
    },
  );

  it.each(['/', '/recherche', '/qr/123456782.svg', '/embed', '/embedded/1', '/recherche?x=/embed/'])(
    'may not frame %s',
    async (target) => expectSecure((await ask(target)).headers),
  );
});

describe('files', () => {
  it('serves the page of an address, to be asked again each time', async () => {
    const { headers, body } = await ask('/employeurs/123456782');
    expect(body.toString()).toBe(LONG);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('lets caches keep what has a hash in its name', async () => {
    expect((await ask('/_astro/site.Ab-1.css')).headers['cache-control']).toContain('immutable');
  });

  it('answers 304 to the tag it gave, 200 to another', async () => {
    const { headers } = await ask('/employeurs/123456782');
    const again = await ask('/employeurs/123456782', { headers: { 'if-none-match': headers.etag } });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expectSecure(again.headers);
    expect((await ask('/employeurs/123456782', { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
  });

  it('compresses with brotli, else gzip, and says so to caches', async () => {
    const brotli = await ask('/employeurs/123456782', { headers: { 'accept-encoding': 'gzip, br' } });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.headers.vary).toContain('Accept-Encoding');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(LONG);
    const gzip = await ask('/recherche?q=x', { headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(gzip.body).toString()).toBe(LONG);
  });

  it('answers a range with bytes of the file', async () => {
    const { status, body, headers } = await ask('/employeurs/123456782', {
      headers: { range: 'bytes=0-8', 'accept-encoding': 'br' },
    });
    expect([status, body.toString(), headers['content-encoding']]).toEqual([206, '<!doctype', undefined]);
    expect((await ask('/employeurs/123456782', { headers: { range: 'bytes=999999-' } })).status).toBe(416);
  });

  it.each(['/', '/employeurs/123456782', '/recherche', '/nulle-part', '/pret'])(
    'HEAD %s has the status of GET and no body',
    async (target) => {
      const [head, get] = [await ask(target, { method: 'HEAD' }), await ask(target)];
      expect(head.status).toBe(get.status);
      expect(head.body).toHaveLength(0);
    },
  );

  it.each([
    '/../manifest.db', '/%2e%2e/manifest.db', '/..%2fmanifest.db', '/employeurs/..%5c..%5cmanifest.db', '/.hidden',
    '/%2ehidden', '/_astro/../../manifest.db', '/_astro/%2e%2e/%2e%2e/manifest.db', '/employeurs', '/_astro', '/_astro/',
    '/404', '/410', '/manifest.db', '/index.html/x',
  ])('%s gives nothing away', async (target) => {
    let answer = await ask(target);
    if (answer.status === 301) answer = await ask(answer.headers.location!);
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toContain('Introuvable');
    expectSecure(answer.headers);
  }); // prettier-ignore
});

describe('forms', () => {
  const form = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
  const post = (target: string, headers: Record<string, string>, body = 'a=b') =>
    ask(target, { method: 'POST', headers: { ...headers, 'content-length': String(body.length) }, body });

  it.each([
    ['a form of ours', '/espace', form, 200],
    ['an upload', '/espace/x', { ...form, 'content-type': 'multipart/form-data; boundary=x' }, 200],
    ['an older browser', '/espace', { origin: 'http://127.0.0.1', host: '127.0.0.1', 'content-type': form['content-type'] }, 200],
    ['another site', '/espace', { ...form, 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbouring host', '/espace', { ...form, 'sec-fetch-site': 'same-site' }, 403],
    ['another site, older browser', '/espace', { origin: 'https://ailleurs.example', 'content-type': form['content-type'] }, 403],
    ['a hidden origin', '/espace', { origin: 'null', 'content-type': form['content-type'] }, 403],
    ['no browser', '/espace', { 'content-type': form['content-type'] }, 403],
    ['JSON', '/espace', { ...form, 'content-type': 'application/json' }, 415],
    ['plain text', '/espace', { ...form, 'content-type': 'text/plain' }, 415],
    ['an upload where none is taken', '/signaler', { ...form, 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['a room that only begins alike', '/espaces', form, 405],
    ['a page', '/recherche', form, 405],
  ])('%s is answered', async (_name, target, headers, status) => {
    const answer = await post(target, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-security-policy']).toBe(SECURITY_HEADERS['Content-Security-Policy']);
  }); // prettier-ignore

  it('are kept by no cache and sent with their origin', async () => {
    const { headers } = await post('/espace', form);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'same-origin',
    });
  });

  it('are refused beyond their size with words, though the browser goes on sending', async () => {
    const answer = await post('/espace', form, 'a'.repeat(7 * 1024 * 1024));
    expect([answer.status, answer.body.toString()]).toEqual([413, 'Envoi trop lourd\u00a0: 6 Mo au plus.\n']);
    expect((await post('/signaler', form, 'a'.repeat(70_000))).status).toBe(413);
  });

  it('say how long they are', async () => {
    const answer = await sendRaw(
      'POST /espace HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 411 /);
  });
});

describe('what people look for', () => {
  it('is kept out of search engines', async () => {
    expect((await ask('/recherche?q=x')).headers['x-robots-tag']).toBe('noindex');
    expect((await ask('/?x')).headers['x-robots-tag']).toBe('noindex');
    expect((await ask('/recherche')).headers['x-robots-tag']).toBeUndefined();
  });

  it('is kept out of the log', async () => {
    logged.length = 0;
    expect((await ask('/panne/nouvelle?q=grossesse')).status).toBe(500);
    expect(logged.join()).toContain('/panne/nouvelle');
    expect(logged.join()).not.toContain('grossesse');
  });
});

describe('health', () => {
  it('is alive and not ready', async () => {
    faults = ['2 pages are not rendered'];
    expect((await ask('/sante')).status).toBe(200);
    const { status, headers, body } = await ask('/pret');
    expect([status, headers['cache-control']]).toEqual([503, 'no-store']);
    expect(JSON.parse(body.toString())).toEqual({ isReady: false, faults });
    faults = [];
  });
});

describe('hostile requests', () => {
  it.each([
    ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['not HTTP', 'bonjour\r\n\r\n', 400],
    ['a null byte', 'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['another host in the target', 'GET http://ailleurs.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
    ['headers too large', `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['two lengths', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na', 400],
    ['length and chunks', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
    ['a body', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000000\r\n\r\n', 413],
    ['an expectation', 'GET / HTTP/1.1\r\nHost: x\r\nExpect: miracle\r\n\r\n', 417],
  ])('%s', async (_name, bytes, status) => {
    const answer = await sendRaw(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(answer).toContain(`${name}: ${value}`);
  }); // prettier-ignore

  it('believes no header about where it is', async () => {
    const { headers } = await ask('/Employeurs/123456782', {
      headers: { host: 'ailleurs.example', 'x-forwarded-host': 'ailleurs.example', 'x-original-url': '/x' },
    });
    expect(headers.location).toBe('/employeurs/123456782');
  });
});
