import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { buildEmbedded, openEmbedded } from '#search/embedded.ts';
import { guard, type GuardedEngine, type SearchHealth } from '#search/guarded.ts';
import { openMeilisearch } from '#search/meilisearch.ts';
import { FORMAT, MINIMUM_VERSION } from '#search/meilisearch/settings.ts';
import { createFrontDoor } from '#server/front-door.ts';
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
  { timeout = 10_000, ...options }: Parameters<typeof guard>[2] & { timeout?: number } = {},
): Promise<{ engine: GuardedEngine; reports: string[] }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reports: string[] = [];
  const preferred = openMeilisearch({ url, benefits: BENEFITS, timeout });
  const engine = guard(preferred, openEmbedded(file), {
    recheckAfter: 0,
    report: (message) => reports.push(message),
    ...options,
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
    const { engine, reports } = await guarded(listener, {
      recheckAfter: 10_000,
      ...(name === 'slow' ? { timeout: 200 } : {}),
    });
    for (let i = 0; i < 2; i++) {
      const result = await engine.search(search({ text: 'marbrelle' }));
      expect(result.hits[0]?.name).toBe('Marbrelle');
    }
    expect(await engine.health()).toMatchObject({
      engine: 'embedded',
      problem: expect.stringMatching(message),
    });
    expect(reports).toEqual([expect.stringMatching(/embedded answers instead of meilisearch/)]);
    expect((await engine.suggest('marbre', 3))[0]?.name).toBe('Marbrelle');
  });

  it('answers what it is asked for by choice, whatever the other does', async () => {
    const preferred = openMeilisearch({ url: 'http://127.0.0.1:9', benefits: BENEFITS });
    const reports: string[] = [];
    const engine = guard(preferred, openEmbedded(file), {
      isForFallback: ({ page }) => page > 2,
      report: (message) => reports.push(message),
    });
    open.push(engine);
    expect((await engine.search(search({ page: 3, pageSize: 7 }))).hits).toHaveLength(7);
    expect(reports).toEqual([]);
  });

  it('answers for one that nobody started', async () => {
    const { engine } = await guarded(() => {});
    const server = open.find((thing) => 'listening' in thing) as Server;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    open.splice(open.indexOf(server), 1);
    expect((await engine.search(search())).total).toBe(DOCUMENTS.length);
    const { problem } = await engine.health();
    expect(problem).toMatch(/failed/);
    expect(problem).not.toMatch(/127\.0\.0\.1/);
  });

  it('goes back to the first as soon as it is well again, and says since when each answers', async () => {
    let isDown = true;
    let hour = 8;
    const { engine, reports } = await guarded(
      (request, response) => (isDown ? request.socket.destroy() : json(state(60))(request, response)),
      { now: () => new Date(Date.UTC(2026, 10, 2, hour)) },
    );
    hour = 9;
    await engine.search(search());
    expect(await engine.health()).toMatchObject({ engine: 'embedded', since: '2026-11-02T09:00:00.000Z' });
    hour = 10;
    expect((await engine.health()).since).toBe('2026-11-02T09:00:00.000Z');
    isDown = false;
    hour = 11;
    expect(await engine.health()).toEqual({
      engine: 'meilisearch',
      since: '2026-11-02T11:00:00.000Z',
      problem: null,
    });
    expect(reports).toEqual([
      expect.stringMatching(/embedded answers instead/),
      expect.stringMatching(/meilisearch answers again/),
    ]);
  });

  it('tells a change of engine once, whatever the reason becomes, and keeps the last reason', async () => {
    let held = 10;
    const { engine, reports } = await guarded((request, response) =>
      json({ ...state(60), '/indexes/starfinder/stats': { numberOfDocuments: held } })(request, response),
    );
    await engine.search(search());
    held = 20;
    expect((await engine.health()).problem).toMatch(/20 of 60 documents/);
    await engine.search(search());
    expect(reports).toEqual([expect.stringMatching(/10 of 60 documents/)]);
  });

  it('leaves one that looks well but fails at answers alone for longer each time', async () => {
    let asked = 0;
    let time = 0;
    const { engine } = await guarded(
      (request, response) => {
        if (request.url === '/multi-search') asked++;
        json(state(60))(request, response);
      },
      { recheckAfter: 20, clock: () => time },
    );
    const askedAt: number[] = [];
    for (; time < 1000; time += 5) {
      const before = asked;
      await engine.health();
      expect((await engine.search(search())).total).toBe(DOCUMENTS.length);
      if (asked > before) askedAt.push(time);
    }
    expect(askedAt).toEqual([0, 20, 60, 140, 300, 620]);
  });
});

describe('/pret', () => {
  it.each<[string, RequestListener, RegExp]>([
    ['slow', () => {}, /timed out|timeout/i],
    ['of another version', json({ '/version': { pkgVersion: '1.12.8' } }), /1\.12\.8 at work/],
  ])(
    'says which engine answers, since when and why, for a Meilisearch that is %s',
    async (_name, listener, reason) => {
      const { engine, reports } = await guarded(listener, { timeout: 200, recheckAfter: 10_000 });
      const door = createFrontDoor({
        clientRoot: folder,
        dumpRoot: folder,
        onDemand: (_req, _res, next) => next(),
        isGone: () => false,
        movedTo: () => null,
        readinessFaults: () => [],
        searchHealth: engine.health,
        log: () => {},
      });
      open.push(door);
      await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(door.address() as AddressInfo).port}/pret`;
      const before = Date.now();
      for (let i = 0; i < 2; i++) {
        const answer = await fetch(url);
        const body = (await answer.json()) as { isReady: boolean; search: SearchHealth };
        expect([answer.status, body.isReady, body.search.engine]).toEqual([200, true, 'embedded']);
        expect(body.search.problem).toMatch(reason);
        expect(Date.parse(body.search.since)).toBeGreaterThanOrEqual(before);
      }
      expect(reports).toHaveLength(1);
    },
  );
});
