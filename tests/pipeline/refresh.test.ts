import { DATA_DIR } from '../support/data-dir.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSample } from '#sample/generate.ts';
import { REFERENCE_DAY } from '#sample/life.ts';

const ARCHIVES = path.join(DATA_DIR, 'index');
let server: Server;

/** A directory listing of the shape of the one that publishes the archives. */
beforeAll(async () => {
  await generateSample({
    employers: 6,
    seed: 'refresh',
    today: REFERENCE_DAY,
    out: ARCHIVES,
    truth: null,
    onProgress: () => {},
  });
  const names = readdirSync(ARCHIVES).filter((name) => name.endsWith('.tar.gz'));
  server = createServer((req, res) => {
    const name = names.find((known) => req.url === `/ACCO/${known}`);
    if (name && req.method === 'HEAD')
      res.setHeader('Content-Length', statSync(path.join(ARCHIVES, name)).size).end();
    else if (name) createReadStream(path.join(ARCHIVES, name)).pipe(res);
    else if (req.url === '/ACCO/')
      res
        .setHeader('Content-Type', 'text/html')
        .end(names.map((known) => `<a href="${known}">${known}</a>\n`).join(''));
    else res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}, 60_000);
afterAll(() => server.close());

/** Runs a command as a person would; the index page is ours. */
async function run(script: string, args: string[] = [], settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    env: {
      ...process.env,
      ACCO_INDEX_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ACCO/`,
      REFRESH_SOURCES: 'acco',
      TODAY: REFERENCE_DAY,
      ...settings,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk));
  const [code] = (await once(child, 'close')) as [number];
  const file = path.join(settings['DATA_DIR'] ?? DATA_DIR, 'reports', `${script}.json`);
  return {
    code,
    printed,
    report: existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : null,
  };
}

describe('commands', { timeout: 120_000 }, () => {
  it('refresh brings what is new down to the pages, and nothing twice', async () => {
    const first = await run('refresh');
    expect(first.code, first.printed).toBe(0);
    expect(first.printed).toMatch(/refresh: 2 new archives; full: \d+ employers, .* in the search index, [\d.]+ s/);
    expect(first.report).toMatchObject({ command: 'refresh', isOk: true, publication: { mode: 'full' } });
    const second = await run('refresh');
    expect(second.code, second.printed).toBe(0);
    expect(second.printed).toMatch(/refresh: 0 new archives; nothing: /);
  });

  it('publish without facts fails, says what to run, and leaves its report', async () => {
    const { code, printed, report } = await run('publish', [], { DATA_DIR: path.join(DATA_DIR, 'empty') });
    expect(code).toBe(1);
    expect(printed).toMatch(/npm run derive/);
    expect(report).toMatchObject({ command: 'publish', isOk: false });
  });

  it('serve without a site fails and says what to run', async () => {
    const { code, printed } = await run('serve', [], { DATA_DIR: path.join(DATA_DIR, 'empty') });
    expect([code, printed]).toEqual([1, expect.stringMatching(/Run npm start/)]);
  });

  it('refresh fails when the index page does not answer, and the site stays', async () => {
    const { code, printed } = await run('refresh', [], { ACCO_INDEX_URL: 'http://127.0.0.1:9/' });
    expect(code, printed).toBe(1);
    expect(existsSync(path.join(DATA_DIR, 'site/client/index.html'))).toBe(true);
  });

  it('withdraw says how it is used', async () => {
    const { code, printed } = await run('withdraw');
    expect([code, printed]).toEqual([2, expect.stringMatching(/--reason <reason>/)]);
  });
}); // prettier-ignore
