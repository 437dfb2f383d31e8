import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCorpus } from '#db/corpus/open.ts';
import { listSirens } from '#db/corpus/read.ts';
import { readDepartment, readUnits } from '#db/corpus/sirene.ts';
import type { Siren, Siret } from '#domain/ids.ts';
import { distanceKm } from '#domain/place.ts';
import { createEmployer, headOffice } from '#sample/employer.ts';
import { indexOfCase } from '#sample/planted.ts';
import { ingest } from '../../../src/pipeline/ingest.ts';
import { siteRow, sites, unitRow, units } from './stock.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sirene-'));
const corpusFile = path.join(folder, 'corpus.db');
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => path.join(folder, name);
const run = (source: string, ...inputs: string[]) =>
  ingest(source, inputs, {
    corpusFile,
    reportFile: at('report.json'),
    downloads: at('downloads'),
    workers: 1,
  });
const planted = (id: string) => createEmployer('star-finder', indexOfCase(0, id));
const read = (...sirens: string[]) => {
  const corpus = openCorpus(corpusFile, { readonly: true });
  const found = readUnits(corpus, sirens as Siren[]);
  corpus.$client.close();
  return found;
};

beforeAll(async () => {
  const empty = await run('sirene', 'content/sample');
  expect(empty.error).toMatch(/names no employer yet/);
  expect((await run('acco', 'content/sample')).error).toBeNull();
});

/** A real employer has no place in a fictional corpus: these rows are a stock of the same employers, not marked. */
const known = (): string[] => [planted('everything').siren, planted('carrier').siren];

describe('ingest sirene', () => {
  it('keeps the employers of the sample, marked fictional, with places in other departments', async () => {
    const report = await run('sirene', 'content/sample');
    expect(report.error).toBeNull();
    expect(report.archives.map(({ isFictional, publishedOn }) => [isFictional, publishedOn])).toEqual([
      [true, '2025-01-10'],
      [true, '2026-11-01'],
      [true, '2026-11-01'],
    ]);
    const employer = planted('everything');
    const unit = read(employer.siren).get(employer.siren)!;
    expect(unit).toMatchObject({
      isPublishable: true,
      isFictional: true,
      departments: ['35', '44', '69', '974'],
    });
    expect(unit.identity).toMatchObject({
      legalName: employer.legalName,
      headcountBand: '42',
      headcountYear: 2024,
      establishmentCount: 4,
      naf2025Code: '6210Y',
      groupCategory: 'ETI',
      legalCategory: { code: '5710' },
      isEss: false,
      formerSirens: [{ on: '2024-12-21' }],
    });
    const positions = unit.identity.establishments.map(({ position }) => position!);
    const rennes = headOffice(employer).place.position;
    expect(distanceKm(positions[0]!, rennes)).toBeLessThan(2);
    // Rennes and Saint-Denis de La Réunion: the second one is in another projection.
    expect(distanceKm(positions[0]!, positions.at(-1)!)).toBeGreaterThan(9000);
    expect(unit.identity.establishments[0]).toMatchObject({
      siret: headOffice(employer).siret,
      isHeadOffice: true,
      communeName: 'Rennes',
    });
    expect(unit.identity.provenance).toMatchObject({
      source: 'sirene',
      file: 'StockUniteLegale_utf8.zip',
      url: null,
    });
  });

  it('refuses the sole trader and the partially disclosed unit, and tells the closed one', () => {
    const [trader, masked, closed] = ['sole-trader', 'partially-disclosed', 'closed-unit'].map(planted);
    const found = read(trader!.siren, masked!.siren, closed!.siren);
    for (const { siren } of [trader!, masked!])
      expect(found.get(siren)).toMatchObject({
        isPublishable: false,
        identity: { legalName: '', acronym: null, isEss: null, formerSirens: [], followedBy: null },
      });
    expect(found.get(closed!.siren)).toMatchObject({
      isPublishable: true,
      departments: [],
      identity: {
        isActive: false,
        establishmentCount: 0,
        followedBy: { siren: planted('carrier').siren, on: '2024-12-21' },
      },
    });
    expect(readFileSync(corpusFile).includes('RUE DES')).toBe(false);
  });

  it('changes nothing the second time', async () => {
    const report = await run('sirene', 'content/sample');
    expect(report.archives.map(({ outcome }) => outcome)).toEqual(['known', 'known', 'known']);
  });

  it('keeps only employers that agreements name', () => {
    const corpus = openCorpus(corpusFile, { readonly: true });
    const sirens = new Set(listSirens(corpus));
    const withdrawn = planted('withdrawn').siren;
    expect(sirens.has(withdrawn)).toBe(false);
    expect(readUnits(corpus, [withdrawn]).size).toBe(0);
    expect(readDepartment(corpus, headOffice(planted('everything')).siret as Siret)).toBe('35');
    expect(readDepartment(corpus, '00000000000000' as Siret)).toBeNull();
    corpus.$client.close();
  });

  it.each([
    [
      'a truncated zip',
      'StockUniteLegale_utf8.zip',
      (bytes: Buffer) => bytes.subarray(0, bytes.length - 400),
      /truncated or no zip/,
    ],
    [
      'a zip without CSV',
      'StockUniteLegale_utf8.zip',
      () => Buffer.from(zipSync({ 'notes.txt': strToU8('rien') })),
      /does not hold the file/,
    ],
    ['an empty zip', 'StockUniteLegale_utf8.zip', () => Buffer.alloc(0), /truncated or no zip/],
    [
      'a truncated gzip',
      'StockUniteLegale_utf8.csv.gz',
      () => Buffer.from(gzipSync(strToU8(units(...known().map((siren) => unitRow(siren)))))).subarray(0, -20),
      /truncated or damaged/,
    ],
    ['an empty CSV', 'StockUniteLegale_utf8.csv', () => Buffer.alloc(0), /no header line/],
    ['a CSV of headers alone', 'StockUniteLegale_utf8.csv', () => Buffer.from(units()), /no dated line/],
    [
      'a CSV with a column less',
      'StockUniteLegale_utf8.csv',
      () => Buffer.from(units(unitRow(known()[0]!)).replaceAll(',dateDebut', '')),
      /lacks the column "dateDebut"/,
    ],
  ])('stops at %s and leaves the last state', async (_, name, make, message) => {
    const before = read(...known());
    writeFileSync(at(name), make(readFileSync('content/sample/StockUniteLegale_utf8.zip')));
    const report = await run('sirene', at(name));
    expect(report.error).toMatch(message);
    expect(read(...known())).toEqual(before);
  });

  it.each([
    ['StockUniteLegale_utf8.csv', (text: string) => strToU8(text)],
    ['StockUniteLegale_utf8.csv.gz', (text: string) => gzipSync(strToU8(text))],
    [
      'StockUniteLegale_utf8.csv.zip',
      (text: string) => zipSync({ 'StockUniteLegale_utf8.csv': strToU8(text) }),
    ],
  ])('reads %s', async (name, pack) => {
    const label = `FORGES ${name.toUpperCase()}`;
    writeFileSync(
      at(name),
      pack(units(...known().map((siren) => unitRow(siren, { denominationUniteLegale: label })))),
    );
    const report = await run('sirene', at(name));
    expect(report.error).toBeNull();
    const unit = read(known()[0]!).get(known()[0]! as Siren)!;
    expect(unit).toMatchObject({ isFictional: false, identity: { legalName: label } });
    expect(unit.identity.provenance).toMatchObject({ file: name, publishedOn: '2026-10-30' });
    expect(unit.identity.provenance.url).toMatch(/^https:\/\/www\.data\.gouv\.fr\//);
  });

  it('refuses a stock without any employer of the corpus', async () => {
    writeFileSync(at('StockUniteLegale_utf8.csv'), units(unitRow('123456782')));
    expect((await run('sirene', at('StockUniteLegale_utf8.csv'))).error).toMatch(
      /no dated line of the \d+ employers/,
    );
  });

  it('replaces a stock by a newer one, and refuses an older one', async () => {
    const [first, second] = known() as [string, string];
    const newer = { dateDernierTraitementUniteLegale: '2026-11-20T00:00:00' };
    writeFileSync(at('StockUniteLegale_utf8.csv'), units(unitRow(first, newer)));
    expect((await run('sirene', at('StockUniteLegale_utf8.csv'))).error).toBeNull();
    expect(read(first, second).has(second as Siren)).toBe(false);
    writeFileSync(at('StockUniteLegale_utf8.csv'), units(unitRow(second)));
    expect((await run('sirene', at('StockUniteLegale_utf8.csv'))).error).toMatch(
      /older than the one of 2026-11-20/,
    );
    expect(read(first, second).has(second as Siren)).toBe(false);
  });

  it('lists a bad SIRET and keeps the others', async () => {
    const employer = planted('carrier');
    const good = headOffice(employer).siret;
    writeFileSync(at('StockEtablissement_utf8.csv'), sites(siteRow(good), siteRow(`${employer.siren}99999`)));
    const report = await run('sirene', at('StockEtablissement_utf8.csv'));
    expect(report.error).toBeNull();
    expect(report.archives[0]!.rejects).toMatchObject([{ kind: 'record', entry: `${employer.siren}99999` }]);
  });
});
