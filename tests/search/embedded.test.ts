import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildEmbedded, openEmbedded } from '#search/embedded.ts';
import { openLive } from '#search/live-index.ts';
import { describeSearchEngine } from './contract.ts';
import { BENEFITS, DOCUMENTS, employer, search } from './fixture.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-search-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = (): string => path.join(folder, `${files++}`, 'search.db');

describeSearchEngine('embedded', async (documents, generation) => {
  const file = newFile();
  buildEmbedded(file, documents, { benefits: BENEFITS }, generation);
  return openEmbedded(file);
});

describe('the file of the embedded engine', () => {
  const build = (file: string, count: number, generation: string) =>
    buildEmbedded(file, DOCUMENTS.slice(0, count), { benefits: BENEFITS }, generation);

  it('is reopened when another takes its place', async () => {
    const file = newFile();
    build(file, 10, 'one');
    const engine = openLive(file);
    expect(await engine.status()).toEqual({ documents: 10, generation: 'one' });
    build(file, 20, 'two');
    expect(await engine.status()).toEqual({ documents: 20, generation: 'two' });
    expect((await engine.search(search())).total).toBe(20);
    await engine.close();
  });

  it('keeps answering from memory when what takes its place cannot be read', async () => {
    const file = newFile();
    build(file, 10, 'one');
    const reports: string[] = [];
    const engine = openLive(file, (message) => reports.push(message));
    await engine.search(search());
    rmSync(file);
    expect((await engine.search(search({ pageSize: 0 }))).total).toBe(10);
    writeFileSync(file, 'not a database, but long enough to be taken for one by a careless reader');
    for (let i = 0; i < 2; i++) expect(await engine.status()).toEqual({ documents: 10, generation: 'one' });
    expect(reports).toEqual([expect.stringMatching(/still answers/)]);
    build(file, 20, 'two');
    expect((await engine.search(search())).hits).toHaveLength(20);
    await engine.close();
  });

  it('stays as it was when a build fails', async () => {
    const file = newFile();
    build(file, 10, 'one');
    const twice = [DOCUMENTS[0]!, DOCUMENTS[0]!];
    expect(() => buildEmbedded(file, twice, { benefits: BENEFITS }, 'two')).toThrow(
      /900000010 has two documents/,
    );
    const engine = openEmbedded(file);
    expect(await engine.status()).toEqual({ documents: 10, generation: 'one' });
    await engine.close();
  });

  it('is refused when missing or not ours', async () => {
    expect(() => openEmbedded(newFile())).toThrow(/npm run publish/);
    await expect(openLive(newFile()).search(search())).rejects.toThrow(/npm run publish/);
    const file = path.join(folder, 'text.db');
    writeFileSync(file, 'not a database, but long enough to be taken for one by a careless reader');
    expect(() => openEmbedded(file)).toThrow();
  });

  it('holds nobody just as well', async () => {
    const file = newFile();
    buildEmbedded(file, [], { benefits: [] }, 'empty');
    const engine = openEmbedded(file);
    const result = await engine.search(
      search({ text: 'orvalia', benefits: ['creche'], departments: ['35'] }),
    );
    expect([result.total, result.population, result.hits]).toEqual([0, 0, []]);
    expect(await engine.suggest('orvalia', 5)).toEqual([]);
    await engine.close();
  });

  it('answers the same when asked in turns with another, larger or smaller', async () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      employer(String(920000000 + i), `Comptoir ${i}`, ['35', '44'], [['mutuelle', 'in-force', ['35']]]),
    );
    const engines = [DOCUMENTS, many].map((documents) => {
      const file = newFile();
      buildEmbedded(file, documents, { benefits: BENEFITS }, 'one');
      return openEmbedded(file);
    });
    const queries = [
      search({ text: 'mutuelle', departments: ['35'] }),
      search({ benefits: ['mutuelle'], order: 'value', sectors: ['62'] }),
      search({ priorities: ['mutuelle', 'creche'], order: 'priorities' }),
      search({ departments: ['44'], isRemoteAccepted: true }),
    ];
    const apart = await Promise.all(
      engines.map((engine) => Promise.all(queries.map((query) => engine.search(query)))),
    );
    for (const [i, query] of queries.entries())
      for (const [e, engine] of engines.entries()) {
        expect(await engine.search(query)).toEqual(apart[e]![i]);
        expect(await engine.count(query)).toBe(apart[e]![i]!.total);
      }
    for (const engine of engines) await engine.close();
  });

  it('knows benefits the catalogue does not', async () => {
    const file = newFile();
    const documents = [employer('900000001', 'Nouvelle', ['35'], [['inconnu', 'in-force']])];
    buildEmbedded(file, documents, { benefits: BENEFITS }, 'one');
    const engine = openEmbedded(file);
    expect((await engine.search(search({ benefits: ['inconnu'] }))).total).toBe(1);
    await engine.close();
  });

  it('refuses pages that are none', async () => {
    const file = newFile();
    build(file, 10, 'one');
    const engine = openEmbedded(file);
    await expect(engine.search(search({ pageSize: 5000 }))).rejects.toThrow(/100 employeurs/);
    await expect(engine.search(search({ page: 0 }))).rejects.toThrow(/commence à 1/);
    await engine.close();
  });
});
