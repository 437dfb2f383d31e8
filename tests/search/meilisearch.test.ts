import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMeilisearch } from '#search/meilisearch.ts';
import { FORMAT } from '#search/meilisearch/settings.ts';
import { fillMeilisearch, stateIndexOf } from '#search/meilisearch/publish.ts';
import { describeSearchEngine } from './contract.ts';
import { BENEFITS, DOCUMENTS, search } from './fixture.ts';
import { hasServer, type Server, startServer } from './meilisearch-server.ts';

const isSkipped = !hasServer();
if (isSkipped) console.log('search engine: meilisearch – skipped: no Meilisearch server');

let server: Server;
const indexes: string[] = [];
const newIndex = (): string => {
  const name = `starfinder-test-${process.pid}-${indexes.length}`;
  indexes.push(name);
  return name;
};
const open = (index: string) =>
  openMeilisearch({ url: server.url, key: server.key, index, benefits: BENEFITS, timeout: 10_000 });
const fill = (index: string, documents = DOCUMENTS, generation = 'one') =>
  fillMeilisearch(
    { url: server.url, key: server.key, index },
    () => documents,
    { benefits: BENEFITS },
    generation,
  );
const clientOf = () => new Meilisearch({ host: server.url, ...(server.key ? { apiKey: server.key } : {}) });

beforeAll(async () => {
  if (!isSkipped) server = await startServer();
});
afterAll(async () => {
  if (isSkipped) return;
  const client = clientOf();
  for (const index of indexes)
    for (const name of [index, `${index}-next`, stateIndexOf(index)]) await client.deleteIndexIfExists(name);
  await server.stop();
});

describeSearchEngine(
  'meilisearch',
  async (documents, generation) => {
    const index = newIndex();
    await fill(index, documents, generation);
    return open(index);
  },
  { skip: isSkipped, runs: 40 },
);

describe.skipIf(isSkipped)('filling Meilisearch', () => {
  it('sends everything once, then only what changed', async () => {
    const index = newIndex();
    expect(await fill(index)).toEqual({ documents: 60, sent: 60, deleted: 0, isWhole: true });
    expect(await fill(index)).toEqual({ documents: 60, sent: 0, deleted: 0, isWhole: false });
    const changed = DOCUMENTS.slice(1).map((document) =>
      document.siren === '900000117' ? { ...document, name: 'Marbrelle et Cie' } : document,
    );
    expect(await fill(index, changed, 'two')).toEqual({ documents: 59, sent: 1, deleted: 1, isWhole: false });
    const engine = open(index);
    expect(await engine.status()).toEqual({ documents: 59, generation: 'two' });
    expect((await engine.search(search({ text: 'marbrelle cie' }))).hits[0]?.name).toBe('Marbrelle et Cie');
    expect((await engine.search(search({ text: DOCUMENTS[0]!.siren }))).total).toBe(0);
  });

  it('swaps a new index in when most has changed', async () => {
    const index = newIndex();
    await fill(index);
    const others = DOCUMENTS.map((document) => ({ ...document, agreements: document.agreements + 1 }));
    expect(await fill(index, others, 'two')).toMatchObject({ sent: 60, isWhole: true });
    expect(await open(index).status()).toEqual({ documents: 60, generation: 'two' });
    expect((await open(index).search(search())).population).toBe(60);
  });

  it('fills a new index when the live one has other settings, and what was left half-way does no harm', async () => {
    const index = newIndex();
    await fill(index);
    const client = clientOf();
    const older = { id: 'state', format: FORMAT - 1, generation: 'one', documents: 60 };
    await client.index(stateIndexOf(index)).addDocuments([older], { primaryKey: 'id' }).waitTask();
    await client
      .index(`${index}-next`)
      .addDocuments([{ siren: '999999999', nameKey: 'half-way' }], { primaryKey: 'siren' })
      .waitTask();
    expect(await fill(index, DOCUMENTS, 'two')).toMatchObject({ documents: 60, sent: 60, isWhole: true });
    expect(await open(index).status()).toEqual({ documents: 60, generation: 'two' });
    expect((await open(index).search(search({ text: '999999999' }))).total).toBe(0);
    expect((await client.getStats()).indexes).not.toHaveProperty(`${index}-next`);
  });

  it('is not taken for whole while it is being filled, or before', async () => {
    const index = newIndex();
    await expect(open(index).status()).rejects.toThrow(/npm run publish/);
    await fill(index);
    await clientOf().index(index).deleteDocument('900000117').waitTask();
    await expect(open(index).status()).rejects.toThrow(/59 of 60 documents/);
  });
});
