import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import type { Catalogue } from '#catalogue/catalogue.ts';
import type { FactsDatabase } from '#db/facts/open.ts';
import { readerOf } from '#db/facts/reader.ts';
import { FICTIONAL_NOTE, LICENCE, SILENCE_NOTE } from '#domain/public/licence.ts';
import { dataPackage, dictionary } from './data-package.ts';
import { lineJsonSchema, type CorrectionLine } from './lines.ts';
import type { LinesWork } from './lines-worker.ts';
import { MANIFEST_NAME, type DumpFile, type DumpManifest } from './manifest.ts';
import { FLAT_TABLES } from './tables.ts';
import { csvName, parquetName, SQLITE_NAME, writeTables } from './write-tables.ts';
import { writeZip } from './zip-file.ts';

export const LINES_NAME = 'star-finder.jsonl.gz';
const ZIP_NAME = 'star-finder-csv.zip';
const SUMS_NAME = 'sha256sums.txt';

type Options = {
  catalogue: Catalogue;
  site: string;
  withheld: string;
  cursor: number;
  code: string;
  /** The public ledger, oldest line first. */
  corrections: readonly CorrectionLine['row'][];
  onProgress: (step: string, done: number, total: number | null) => void;
};

/**
 * Every file of a dump, made from a file of facts that nobody writes to meanwhile. The same facts and content give files of the
 * same bytes.
 */
export async function writeDump(
  facts: FactsDatabase,
  folder: string,
  options: Options,
): Promise<DumpManifest> {
  const { catalogue, site, onProgress } = options;
  const figures = readerOf(facts).readFigures();
  const { generation, derivedOn, dataOn, hasFictional } = figures;
  const notes = [SILENCE_NOTE, ...(hasFictional ? [FICTIONAL_NOTE] : [])];
  const about = { generation, derivedOn, dataOn, hasFictional, licence: LICENCE, notes };
  const csvFolder = path.join(folder, 'csv');
  mkdirSync(csvFolder, { recursive: true });

  const row = { format: 1 as const, generation, derivedOn, licence: LICENCE, notes };
  const lines = onThread({
    factsFile: facts.$client.name,
    file: path.join(folder, LINES_NAME),
    head: { table: 'package', row },
    corrections: options.corrections,
  });
  const counts = writeTables(facts, folder, {
    ...{ catalogue, site, csvFolder, corrections: options.corrections },
    licence: { licence: LICENCE.url, attribution: LICENCE.attribution, notes: notes.join(' '), generation, derivedOn },
    onProgress: (done) => onProgress('tables', done, figures.employers),
  }); // prettier-ignore
  await lines;
  onProgress('archive', 0, null);
  await writeCsvArchive(folder, csvFolder, about, site);
  rmSync(csvFolder, { recursive: true });
  writeFileSync(path.join(folder, 'schema.json'), `${JSON.stringify(lineJsonSchema(site), null, 1)}\n`);
  writeFileSync(path.join(folder, 'dictionnaire.json'), `${JSON.stringify(dictionary(), null, 1)}\n`);
  writeFileSync(path.join(folder, 'licence.txt'), licenceText(notes));

  const files = await Promise.all(NAMES.map((named) => describeFile(folder, named)));
  const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
  writeFileSync(path.join(folder, SUMS_NAME), sums);
  const tables = FLAT_TABLES.map(({ name, title }) => ({ name, title, rows: counts.get(name) ?? 0 }));
  const manifest: DumpManifest = {
    ...about,
    tables,
    files,
    cursor: options.cursor,
    code: options.code,
    withheld: options.withheld,
  };
  writeFileSync(path.join(folder, MANIFEST_NAME), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

const NAMES: readonly Pick<DumpFile, 'name' | 'title' | 'mediaType'>[] = [
  { name: ZIP_NAME, title: 'Tables en CSV (Data Package)', mediaType: 'application/zip' },
  { name: SQLITE_NAME, title: 'Tables en SQLite', mediaType: 'application/vnd.sqlite3' },
  { name: LINES_NAME, title: 'Tout, en JSON Lines', mediaType: 'application/gzip' },
  ...FLAT_TABLES.map(({ name, title }) => ({
    name: parquetName(name),
    title: `${title}, en Parquet`,
    mediaType: 'application/vnd.apache.parquet',
  })),
  { name: 'schema.json', title: 'JSON Schema des lignes JSON', mediaType: 'application/schema+json' },
  { name: 'dictionnaire.json', title: 'Dictionnaire des colonnes', mediaType: 'application/json' },
  { name: 'licence.txt', title: 'Licence et mention à reproduire', mediaType: 'text/plain' },
];

async function writeCsvArchive(
  folder: string,
  csvFolder: string,
  about: Parameters<typeof dataPackage>[0],
  site: string,
): Promise<void> {
  const resources = await Promise.all(
    FLAT_TABLES.map(async (table) => {
      const name = csvName(table.name);
      return { table, path: name, ...(await measure(path.join(csvFolder, name))) };
    }),
  );
  const described = `${JSON.stringify(dataPackage(about, site, resources), null, 1)}\n`;
  const entries = [
    { name: 'datapackage.json', text: described },
    { name: 'LICENCE.txt', text: licenceText(about.notes) },
    ...resources.map(({ path: name }) => ({ name, path: path.join(csvFolder, name) })),
  ];
  await writeZip(path.join(folder, ZIP_NAME), entries, about.derivedOn);
}

/** @throws what the thread threw */
const onThread = (work: LinesWork): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./lines-worker.ts', import.meta.url), { workerData: work });
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`dump: the thread of the JSON lines ended with ${code}.`)),
    );
  });

const licenceText = (notes: readonly string[]): string =>
  [`${LICENCE.name} (${LICENCE.identifier})`, LICENCE.url, '', LICENCE.attribution, '', ...notes, ''].join(
    '\n',
  );

async function measure(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return { bytes: statSync(file).size, sha256: hash.digest('hex') };
}

const describeFile = async (folder: string, named: (typeof NAMES)[number]): Promise<DumpFile> => ({
  ...named,
  ...(await measure(path.join(folder, named.name))),
});
