import { DATA_DIR } from '../support/data-dir.ts';
import { createServer, type Server } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readUnits } from '#db/corpus/sirene.ts';
import { ingest } from '#pipeline/ingest.ts';
import { lookUp, lookUpMissing, parseSirens } from '#pipeline/lookup.ts';
import { applyArchive, inCorpus, sirenOfNumber } from '../support/corpus.ts';
import { searchAnswer } from '../fixtures/sirene/search-answer.ts';
import { unitRow, units } from '../sources/sirene/stock.ts';

const [inStock, recent, fictional] = [sirenOfNumber(1), sirenOfNumber(2), sirenOfNumber(3)];
let asked: string[] = [];
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const siren = /q=(\d{9})/.exec(request.url!)![1]!;
    asked.push(siren);
    response.end(JSON.stringify(searchAnswer(siren)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  inCorpus(DATA_DIR, (corpus) =>
    applyArchive(corpus, '20260701-000000', {
      filed: [
        { n: 1, siren: inStock, isFictional: false },
        { n: 2, siren: recent, isFictional: false },
        { n: 3, siren: fictional },
      ],
    }),
  );
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const nameOf = (siren: typeof inStock) =>
  inCorpus(DATA_DIR, (corpus) => readUnits(corpus, [siren]).get(siren)?.identity);
const stock = (day: string) => {
  const file = path.join(DATA_DIR, 'StockUniteLegale_utf8.csv');
  writeFileSync(file, units(unitRow(inStock, { dateDernierTraitementUniteLegale: `${day}T08:00:00.000` })));
  return ingest('sirene', [file]);
};

it('fills what the stock does not hold yet, and never asks about fictional employers', async () => {
  expect((await stock('2026-10-30')).error).toBeNull();
  expect(await lookUpMissing({ url, perSecond: 1000 })).toMatchObject({ asked: 1, unknown: [] });
  expect(asked).toEqual([recent]);
  expect(nameOf(recent)).toMatchObject({
    legalName: 'FORGES IMAGINAIRES',
    establishmentCount: 140,
    provenance: { source: 'sirene', file: expect.stringMatching(/^recherche-entreprises-/), url },
  });
  expect(nameOf(inStock)?.legalName).toBe('FORGES IMAGINAIRES, PÈRE ET FILLE');
  expect(await lookUpMissing({ url, perSecond: 1000 })).toMatchObject({ asked: 0 });
  expect(readFileSync(path.join(DATA_DIR, 'corpus.db')).includes('CAMILLE')).toBe(false);
});

it('comes back from what was kept, when a newer stock has taken its place', async () => {
  asked = [];
  expect((await stock('2026-11-30')).error).toBeNull();
  expect(nameOf(recent)).toBeUndefined();
  await lookUpMissing({ url, perSecond: 1000 });
  expect(nameOf(recent)?.legalName).toBe('FORGES IMAGINAIRES');
  expect(asked).toEqual([]);
});

it('reads numbers as people type them', async () => {
  expect(parseSirens(['356 000 000'])).toEqual(['356000000']);
  expect(() => parseSirens(['LECLERC'])).toThrow(/no SIREN/);
  expect((await lookUp([recent], { url, perSecond: 1000 })).found).toMatchObject([{ siren: recent }]);
});
