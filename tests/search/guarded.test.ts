import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { buildEmbedded, openEmbedded } from '#search/embedded.ts';
import { guard, type GuardedEngine } from '#search/guarded.ts';
import { openMeilisearch } from '#search/meilisearch.ts';
import { FORMAT, MINIMUM_VERSION } from '#search/meilisearch/settings.ts';
import { BENEFITS, DOCUMENTS, search } from './fixture.ts';

/** These servers only fail: what a Meilisearch that works answers is tested with a real one, in meilisearch.test.ts. */
const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-guard-'));
const file = path.join(folder, 'search.db');
buildEmbedded(file, DOCUMENTS, { benefits: BENEFITS }, 'one');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open: (Server | GuardedEngine)[] = [];
afterEach(async () => {
  for (const thing of open.splice(0)) {
    if ('closeAllConnections' in thing) thing.closeAllConnections();
    await thing.close();
  }
});

async function guarded(
  listener: RequestListener,
  timeout = 10_000,
): Promise<{ engine: GuardedEngine; reports: string[] }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reports: string[] = [];
  const preferred = openMeilisearch({ url, benefits: BENEFITS, timeout });
  const engine = guard(preferred, openEmbedded(file), {
    recheckAfter: 0,
    report: (message) => reports.push(message),
  });
  open.push(engine, server);
  return { engine, reports };
}

const json =
  (routes: Record<string, unknown>): RequestListener =>
  (request, response) => {
    const [, body] = Object.entries(routes).find(([start]) => request.url?.startsWith(start)) ?? [];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? { message: 'not found', code: 'document_not_found', type: 'invalid_request', link: '' })); // prettier-ignore
  };
const state = (documents: number, generation = 'one', format = FORMAT) => ({
  '/version': { pkgVersion: MINIMUM_VERSION },
  '/indexes/starfinder-state/documents/state': { id: 'state', format, generation, documents },
  '/indexes/starfinder/stats': { numberOfDocuments: 60 },
});

describe('an engine that stands in for another', () => {
  it.each<[string, RequestListener, RegExp]>([
    ['slow', () => {}, /timed out|timeout/i],
    ['cut off', (request) => request.socket.destroy(), /failed/],
    ['of an older version', json({ '/version': { pkgVersion: '1.12.8' } }), /1\.12\.8 at work; version 1\./],
    ['of a later major version', json({ '/version': { pkgVersion: '2.0.0' } }), /2\.0\.0 at work/],
    ['empty', json({ '/version': { pkgVersion: MINIMUM_VERSION } }), /no index starfinder/],
    ['of another format', json(state(60, 'one', FORMAT + 1)), /no index starfinder of this version/],
    ['half-filled', json(state(100)), /60 of 100 documents/],
    ['of other facts', json(state(60, 'older')), /generation older, not one/],
    ['broken when it comes to answers', json(state(60)), /./],
  ])('answers for a Meilisearch that is %s, and says so once', async (name, listener, message) => {
    const { engine, reports } = await guarded(listener, name === 'slow' ? 200 : undefined);
    for (let i = 0; i < 2; i++) {
      const result = await engine.search(search({ text: 'marbrelle' }));
      expect(result.hits[0]?.name).toBe('Marbrelle');
    }
    expect(engine.health()).toEqual({ engine: 'embedded', problem: expect.stringMatching(message) });
    expect(reports[0]).toMatch(/embedded answers instead of meilisearch/);
    expect((await engine.suggest('marbre', 3))[0]?.name).toBe('Marbrelle');
  });

  it('answers what it is asked for by choice, whatever the other does', async () => {
    const preferred = openMeilisearch({ url: 'http://127.0.0.1:9', benefits: BENEFITS });
    const engine = guard(preferred, openEmbedded(file), {
      isForFallback: ({ page }) => page > 2,
      report: () => {},
    });
    open.push(engine);
    expect((await engine.search(search({ page: 3, pageSize: 7 }))).hits).toHaveLength(7);
    expect(engine.health().problem).toBeNull();
  });

  it('answers for one that nobody started', async () => {
    const { engine } = await guarded(() => {});
    const server = open.find((thing) => 'listening' in thing) as Server;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    open.splice(open.indexOf(server), 1);
    expect((await engine.search(search())).total).toBe(DOCUMENTS.length);
    expect(engine.health().problem).toMatch(/failed/);
  });

  it('goes back to the first as soon as it is well again', async () => {
    let isDown = true;
    const { engine, reports } = await guarded((request, response) =>
      isDown ? request.socket.destroy() : json(state(60))(request, response),
    );
    await engine.search(search());
    expect(engine.health().engine).toBe('embedded');
    isDown = false;
    await engine.suggest('', 1);
    await expect.poll(() => engine.health().engine).toBe('meilisearch');
    expect(reports.at(-1)).toMatch(/meilisearch answers again/);
  });
});
