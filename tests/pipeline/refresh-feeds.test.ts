import { DATA_DIR } from '../support/data-dir.ts';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readUnits } from '#db/corpus/sirene.ts';
import { INGEST_SOURCES, type IngestPair } from '#pipeline/ingest-sources.ts';
import { refreshFeeds } from '#pipeline/refresh-feeds.ts';
import { ESTABLISHMENT_COLUMNS, UNIT_COLUMNS } from '#sources/sirene/columns.ts';
import { applyArchive, inCorpus, sirenOfNumber } from '../support/corpus.ts';
import { linkRow, links, parquet, siteRow, unitRow } from '../sources/sirene/stock.ts';

const employer = sirenOfNumber(1);
const RESOURCE = '350182c9-148a-46e0-8389-76c2ec1374a3';
const UNITS = `/api/1/datasets/r/${RESOURCE}`;

/** What the server holds, as data.gouv.fr does: a permanent address that redirects, metadata, and plain files. */
let files: Record<string, { body: Buffer; lastModified: string }>;
let cutAfter: number;
let asked: string[];
let server: Server;
let base: string;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { url = '', method, headers } = request;
  asked.push(`${method} ${url}${headers.range ? ` ${headers.range}` : ''}`);
  if (url === UNITS) return void response.writeHead(302, { location: '/files/units.parquet' }).end();
  const file = files[url === `/api/2/datasets/resources/${RESOURCE}/` ? '/files/units.parquet' : url];
  if (!file) return void response.writeHead(404).end();
  if (url.startsWith('/api/2/'))
    return void response.end(
      JSON.stringify({
        resource: {
          last_modified: file.lastModified,
          filesize: file.body.length,
          checksum: { type: 'sha1', value: createHash('sha1').update(file.body).digest('hex') },
        },
      }),
    );
  const start = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
  response.writeHead(start > 0 ? 206 : 200, {
    'last-modified': file.lastModified,
    'content-length': file.body.length - start,
    ...(start > 0 ? { 'content-range': `bytes ${start}-${file.body.length - 1}/${file.body.length}` } : {}),
  });
  if (method === 'HEAD') response.end();
  else if (file.body.length > cutAfter && start === 0)
    response.write(file.body.subarray(0, cutAfter), () => setTimeout(() => response.destroy(), 30));
  else response.end(file.body.subarray(start));
}

beforeAll(async () => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const unitsFile = (name: string, day = '2026-10-30') =>
  parquet(UNIT_COLUMNS, [
    unitRow(employer, {
      denominationUniteLegale: name,
      dateDernierTraitementUniteLegale: `${day}T08:00:00.000`,
    }),
  ]);

beforeEach(() => {
  files = {
    '/files/units.parquet': { body: unitsFile('LUNE'), lastModified: 'Sun, 01 Nov 2026 06:00:00 GMT' },
    '/files/sites.parquet': {
      body: parquet(ESTABLISHMENT_COLUMNS, [siteRow(`${employer}00015`)]),
      lastModified: 'Sun, 01 Nov 2026 07:00:00 GMT',
    },
    '/files/links.csv': {
      body: Buffer.from(links(linkRow('00271828600012', '00004719100015'))),
      lastModified: 'Sun, 01 Nov 2026 08:00:00 GMT',
    },
  };
  cutAfter = Infinity;
  asked = [];
  inCorpus(DATA_DIR, (corpus) =>
    applyArchive(corpus, '20260701-000000', { filed: [{ n: 1, siren: employer }] }),
  );
});
afterEach(() => {
  for (const name of readdirSync(DATA_DIR)) rmSync(path.join(DATA_DIR, name), { recursive: true });
});

const sources = (): Record<string, IngestPair> => {
  const pair = INGEST_SOURCES['sirene']!;
  const feeds = [
    { name: 'StockEtablissementLiensSuccession_utf8.csv', url: `${base}/files/links.csv` },
    { name: 'StockUniteLegale_utf8.parquet', url: `${base}${UNITS}` },
    { name: 'StockEtablissement_utf8.parquet', url: `${base}/files/sites.parquet` },
  ];
  return { sirene: { ...pair, source: { ...pair.source, feeds } } };
};
const lines: string[] = [];
const run = () => {
  lines.length = 0;
  return refreshFeeds(sources(), (line) => lines.push(line));
};
const nameNow = () =>
  inCorpus(DATA_DIR, (corpus) => readUnits(corpus, [employer]).get(employer)?.identity.legalName);
const downloads = (): string[] => asked.filter((line) => line.startsWith('GET /files/'));

describe('a refresh of feeds', () => {
  it('applies every file, says so, and keeps no download', async () => {
    const { ingests, failures } = await run();
    expect(failures).toEqual([]);
    expect(ingests.map(({ archives }) => archives[0]!.outcome)).toEqual(['applied', 'applied', 'applied']);
    expect(nameNow()).toBe('LUNE');
    expect(lines).toContain(`sirene: StockUniteLegale_utf8.parquet: 0.0 MB to fetch`);
    expect(readdirSync(path.join(DATA_DIR, 'feeds', 'sirene'))).toEqual([]);
  });

  it('fetches nothing that has not changed, and what has', async () => {
    await run();
    asked = [];
    expect((await run()).ingests).toEqual([]);
    expect(downloads()).toEqual([]);
    expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(/StockUniteLegale.*unchanged/)]));
    files['/files/units.parquet'] = {
      body: unitsFile('SOLEIL', '2026-11-30'),
      lastModified: 'Tue, 01 Dec 2026 06:00:00 GMT',
    };
    await run();
    expect(downloads()).toEqual(['GET /files/units.parquet']);
    expect(nameNow()).toBe('SOLEIL');
  });

  it('fetches again for employers that came since', async () => {
    await run();
    asked = [];
    inCorpus(DATA_DIR, (corpus) =>
      applyArchive(corpus, '20260801-000000', { filed: [{ n: 2, siren: sirenOfNumber(2) }] }),
    );
    await run();
    expect(downloads()).toHaveLength(3);
  });

  it('goes on with a download that was cut', async () => {
    cutAfter = 5000;
    expect((await run()).failures).toEqual([]);
    expect(asked.filter((line) => line.includes('bytes=')).length).toBeGreaterThan(0);
    expect(nameNow()).toBe('LUNE');
  });

  it('stops a bad file alone, leaves what it said before, and takes it once it is mended', async () => {
    await run();
    const sound = files['/files/units.parquet']!;
    files['/files/units.parquet'] = {
      body: sound.body.subarray(0, 3000),
      lastModified: 'Tue, 01 Dec 2026 06:00:00 GMT',
    };
    delete files['/files/sites.parquet'];
    const { failures } = await run();
    expect(failures.map(({ error }) => error)).toEqual([
      expect.stringMatching(/sites\.parquet answers 404/),
      expect.stringMatching(/truncated or no parquet file/),
    ]);
    expect(nameNow()).toBe('LUNE');
    files['/files/units.parquet'] = {
      body: unitsFile('SOLEIL', '2026-11-30'),
      lastModified: 'Wed, 02 Dec 2026 06:00:00 GMT',
    };
    await run();
    expect(nameNow()).toBe('SOLEIL');
  });

  it('starts again when the server has another edition than the one half fetched', async () => {
    const folder = path.join(DATA_DIR, 'feeds', 'sirene');
    mkdirSync(folder, { recursive: true });
    for (const [end, content] of [
      ['.part', 'PAR1 of October'],
      ['.tag', '"october"'],
      ['.edition', '{}'],
    ])
      writeFileSync(path.join(folder, `StockUniteLegale_utf8.parquet${end}`), content!);
    await run();
    expect(asked.filter((line) => line.includes('bytes='))).toEqual([]);
    expect(nameNow()).toBe('LUNE');
  });

  it('says that a server cannot be reached', async () => {
    const pair = INGEST_SOURCES['sirene']!;
    const feeds = [{ name: 'StockUniteLegale_utf8.parquet', url: 'http://127.0.0.1:9/units' }];
    const { failures } = await refreshFeeds(
      { sirene: { ...pair, source: { ...pair.source, feeds } } },
      () => {},
    );
    expect(failures).toEqual([{ source: 'sirene', error: expect.stringMatching(/cannot be reached/) }]);
  });
});
