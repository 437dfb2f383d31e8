import { createServer, type Server } from 'node:http';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selectPending } from '#pipeline/ingest-plan.ts';
import { parseArchiveName } from '#sources/acco/names.ts';
import { documentFrom, idFrom, recordFile, siretFrom } from '../fixtures/acco/records.ts';
import { buildTarGz } from '../fixtures/acco/tar.ts';
import { Workspace } from '../fixtures/acco/workspace.ts';

const FULL = 'Freemium_acco_global_20250713-140000.tar.gz';
const OLD = 'ACCO_20250708-061500.tar.gz';
const FIRST = 'ACCO_20260424-063142.tar.gz';
const SECOND = 'ACCO_20260427-063417.tar.gz';

const names = (...files: string[]) => files.map((file) => parseArchiveName(file)!);

describe('what is new on the index page', () => {
  it('is the newest full dump, then increments newer than it', () => {
    const listed = names(SECOND, OLD, FULL, 'Freemium_acco_global_20240713-140000.tar.gz', FIRST);
    expect(selectPending(listed, []).map(({ name }) => name)).toEqual([FULL, FIRST, SECOND]);
    expect(selectPending(listed, names(FULL, FIRST)).map(({ name }) => name)).toEqual([SECOND]);
    expect(selectPending(listed, names(FULL, FIRST, SECOND))).toEqual([]);
  });

  it('is every increment while no full dump is known', () => {
    expect(selectPending(names(SECOND, OLD), []).map(({ name }) => name)).toEqual([OLD, SECOND]);
  });
});

describe('ingest from an index page', () => {
  let work: Workspace;
  let server: Server;
  let base: string;
  const files = new Map<string, Buffer>();
  const asked: string[] = [];

  beforeEach(async () => {
    work = new Workspace();
    files.clear();
    asked.length = 0;
    server = createServer((request, response) => {
      const name = request.url!.split('/').at(-1)!;
      asked.push(name);
      if (name === '') {
        const links = [...files.keys()].map((file) => `<a href="${file}">${file}</a>`);
        return void response.end(`<a href="?C=N;O=D">Name</a><a href="%20DILA.pdf">x</a>${links.join('\n')}`);
      }
      const file = files.get(name);
      if (!file) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-length': file.length, etag: '"1"' }).end(file);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ACCO/`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
    work.remove();
  });

  const archive = (seed: number, title: string): Buffer =>
    buildTarGz([
      recordFile('x', { id: idFrom(seed), siret: siretFrom(seed), document: documentFrom(seed), title }),
    ]);
  const downloads = (): string[] => readdirSync(path.join(work.data, 'downloads'));

  it('downloads and applies what is new, in order, and keeps no download', async () => {
    files.set(SECOND, archive(1, 'Second'));
    files.set(FULL, archive(1, 'Full'));
    files.set(FIRST, archive(1, 'First'));
    files.set(OLD, archive(1, 'Old'));
    const report = await work.ingest(base);
    expect(report.archives.map(({ name, url }) => [name, url])).toEqual(
      [FULL, FIRST, SECOND].map((name) => [name, base + name]),
    );
    expect(work.agreement(idFrom(1))!.record.title).toBe('Second');
    expect(downloads()).toEqual([]);
    asked.length = 0;
    expect((await work.ingest(base)).archives).toEqual([]);
    expect(asked).toEqual(['']);
  });

  it('stops at a bad archive, keeps what came before, and goes on once it is mended', async () => {
    files.set(FULL, archive(1, 'Full'));
    files.set(FIRST, archive(2, 'First').subarray(0, 200));
    const failed = await work.ingest(base);
    expect(failed.error).toMatch(/gzip stops early/);
    expect(work.agreements()).toHaveLength(1);
    files.set(FIRST, archive(2, 'First'));
    const mended = await work.ingest(base);
    expect(mended.error).toBeNull();
    expect(work.agreements()).toHaveLength(2);
  });

  it('takes the address of one archive', async () => {
    files.set(FIRST, archive(1, 'First'));
    const report = await work.ingest(base + FIRST);
    expect(report.totals).toMatchObject({ 'records.added': 1 });
    expect(work.agreement(idFrom(1))!.provenance.url).toBe(base + FIRST);
  });

  it('fails on a page without archives, and says so in the report', async () => {
    const report = await work.ingest(base);
    expect(report.error).toMatch(/lists no archive/);
    expect(existsSync(path.join(work.data, 'reports', 'ingest-acco.json'))).toBe(true);
    expect(readFileSync(path.join(work.data, 'reports', 'ingest-acco.json'), 'utf8')).toContain(
      'lists no archive',
    );
  });
});
