import { DATA_DIR } from '../support/data-dir.ts';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportFacts } from '#db/facts/export.ts';
import { openFactsReadOnly } from '#db/facts/open.ts';
import { closeFacts, readFigures } from '#db/facts/read.ts';
import { iterateRows, rowSchemas } from '#db/facts/rows.ts';
import { LICENCE } from '#domain/public/licence.ts';
import { readManifest, type DumpManifest } from '#opendata/manifest.ts';
import { FLAT_TABLES, type Row } from '#opendata/tables.ts';
import { dump } from '#pipeline/dump.ts';
import { DATA_PACKAGE, type DataPackage } from '../fixtures/opendata/data-package.ts';
import { deriveSample } from '../support/sample.ts';

const at = (name: string): string => path.join(DATA_DIR, 'dump', name);
const read = (name: string): Buffer => readFileSync(at(name));
const sums = ({ files }: DumpManifest) => files.map(({ name, sha256 }) => [name, sha256]);

let manifest: DumpManifest;
let zipped: Record<string, Uint8Array>;
const csv = (table: string) =>
  parse(Buffer.from(zipped[`${table}.csv`]!), { columns: true }) as Record<string, string>[];
const parquet = async (table: string) => {
  const bytes = read(`${table}.parquet`);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
  return { metadata: parquetMetadata(file), rows: (await parquetReadObjects({ file })) as Row[] };
};

beforeAll(async () => {
  await deriveSample();
  await dump();
  manifest = readManifest()!;
  zipped = unzipSync(read('star-finder-csv.zip'));
});

describe('facts and their public schemas', () => {
  it('agree on every row of the sample, strictly', () => {
    const facts = openFactsReadOnly(path.join(DATA_DIR, 'facts.db'));
    const schemas = rowSchemas();
    const wrong = new Set<string>();
    for (const { table, json } of iterateRows(facts)) {
      const parsed = schemas[table]!.safeParse(JSON.parse(json));
      for (const { path: where, message } of parsed.error?.issues ?? [])
        wrong.add(`${table}.${where.filter((key) => typeof key !== 'number').join('.')}: ${message}`);
    }
    facts.$client.close();
    expect([...wrong]).toEqual([]);
  });
});

describe('a dump', () => {
  it('counts what the facts count', () => {
    const rows = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]));
    const { employers, agreements, claims, generation } = readFigures();
    expect(rows).toMatchObject({ employeurs: employers, accords: agreements, avantages: claims });
    expect(manifest).toMatchObject({ generation, licence: LICENCE, hasFictional: true });
  });

  it('says the same rows as CSV, SQLite and Parquet', async () => {
    const database = new Database(at('star-finder.sqlite'), { readonly: true });
    for (const { name, columns, schema } of FLAT_TABLES) {
      const rows = database.prepare(`SELECT * FROM "${name}"`).all() as Row[];
      const cells = csv(name);
      const stored = await parquet(name);
      expect([cells.length, stored.rows.length], name).toEqual([rows.length, rows.length]);
      for (const [place, row] of rows.entries()) {
        const typed: Row = {};
        for (const { name: column, type } of columns) {
          const value = row[column]!;
          const found = stored.rows[place]![column] ?? null;
          typed[column] = type === 'boolean' && value !== null ? value === 1 : value;
          const day = (found as unknown) instanceof Date ? (found as unknown as Date).toISOString().slice(0, 10) : found; // prettier-ignore
          expect(day, `${name}.${column}`).toEqual(typed[column]);
          expect(cells[place]![column], `${name}.${column}`).toBe(String(typed[column] ?? ''));
        }
        expect(schema.safeParse(typed).error?.issues, name).toBeUndefined();
      }
    }
    database.close();
  });

  it('carries its licence in every file', async () => {
    const database = new Database(at('star-finder.sqlite'), { readonly: true });
    const said = database.prepare('SELECT name, value FROM licence').all();
    database.close();
    expect(said).toContainEqual({ name: 'attribution', value: LICENCE.attribution });
    for (const { name } of FLAT_TABLES) {
      const { metadata } = await parquet(name);
      expect(metadata.key_value_metadata).toContainEqual({ key: 'licence', value: LICENCE.url });
    }
    expect(Buffer.from(zipped['LICENCE.txt']!).toString()).toContain(LICENCE.attribution);
    expect(JSON.parse(Buffer.from(zipped['datapackage.json']!).toString())).toMatchObject({
      licenses: [{ name: 'etalab-2.0', path: LICENCE.url }],
    });
    const [first] = gunzipSync(read('star-finder.jsonl.gz')).toString().split('\n', 1);
    expect(JSON.parse(first!)).toMatchObject({ table: 'package', row: { licence: LICENCE } });
  });

  it('describes its CSV files as Data Package and Table Schema ask', () => {
    const described = JSON.parse(Buffer.from(zipped['datapackage.json']!).toString()) as DataPackage;
    const validate = new Ajv2020({ strict: false, allErrors: true }).compile(DATA_PACKAGE);
    expect(validate(described) || validate.errors).toBe(true);
    for (const { path: name, bytes, hash, schema } of described.resources) {
      const content = Buffer.from(zipped[name]!);
      const digest = createHash('sha256').update(content).digest('hex');
      expect([content.length, `sha256:${digest}`], name).toEqual([bytes, hash]);
      const [head = []] = parse(content, { to: 1 }) as string[][];
      expect(
        schema.fields.map((field) => field.name),
        name,
      ).toEqual(head);
    }
  });

  it('gives every size and checksum as they are', () => {
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = read(name);
      expect([content.length, createHash('sha256').update(content).digest('hex')], name).toEqual([bytes, sha256]); // prettier-ignore
    }
    const listed = read('sha256sums.txt').toString().trim().split('\n').map((line) => line.split('  ').reverse()); // prettier-ignore
    expect(listed).toEqual(sums(manifest));
  });

  it('has lines that its published JSON Schema accepts', () => {
    const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
    const validate = ajv.compile(JSON.parse(read('schema.json').toString()) as object);
    const lines = gunzipSync(read('star-finder.jsonl.gz')).toString().trim().split('\n');
    const wrong = lines.filter((line) => !validate(JSON.parse(line)));
    expect(wrong.slice(0, 1).map(() => validate.errors)).toEqual([]);
    expect(lines.length).toBeGreaterThan(3000);
    expect(validate({ table: 'employers', row: {} })).toBe(false);
  });

  it('is the same bytes for the same facts', async () => {
    const again = await dump();
    expect(sums(again)).toEqual(sums(manifest));
  });

  it('holds nothing of a text that was withdrawn but its tombstone', () => {
    const facts = openFactsReadOnly(path.join(DATA_DIR, 'facts.db'));
    const gone = [...exportFacts(facts)].filter((line) => line.includes('"table":"gone"'));
    facts.$client.close();
    closeFacts();
    const ids = gone.flatMap((line) => /ACCOTEXT\d{12}/.exec(line)?.[0] ?? []);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      expect(csv('retraits').map((row) => row.path)).toContain(`/accords/${id}`);
      expect(Buffer.from(zipped['accords.csv']!).includes(id)).toBe(false);
      expect(Buffer.from(zipped['avantages.csv']!).includes(id)).toBe(false);
    }
  });
});
