import { DATA_DIR } from '../support/data-dir.ts';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '#db/app/open.ts';
import { suppress } from '#db/app/write.ts';
import { exportFacts } from '#db/facts/export.ts';
import { openFactsReadOnly } from '#db/facts/open.ts';
import { closeFacts, listProfileKeys, readProfile } from '#db/facts/read.ts';
import { dump } from '#pipeline/dump.ts';
import { restoreFacts } from '#pipeline/restore-facts.ts';
import { buildEmployerFacts } from '../support/site.ts';
import type { Siren } from '#domain/ids.ts';

const facts = path.join(DATA_DIR, 'facts.db');
const kept = path.join(DATA_DIR, 'kept');
const exported = (): string => {
  const database = openFactsReadOnly(facts);
  const text = [...exportFacts(database)].join('');
  database.$client.close();
  return text;
};

let before: string;
beforeAll(async () => {
  const sirens = Array.from({ length: 12 }, (_, n) => ({ siren: String(111_111_111 + n) as Siren }));
  buildEmployerFacts(DATA_DIR, sirens, '7', { gone: ['999999999' as Siren] });
  before = exported();
  await dump();
  cpSync(path.join(DATA_DIR, 'dump'), kept, { recursive: true, dereference: true });
});
afterEach(closeFacts);

describe('facts restored from the JSON lines', () => {
  it('are those the dump was made of, byte for byte', async () => {
    for (const name of ['facts.db', 'corpus.db', 'extractions.db']) rmSync(path.join(DATA_DIR, name), { force: true }); // prettier-ignore
    const { rows, leftOut } = await restoreFacts(kept);
    expect(exported()).toBe(before);
    expect([leftOut, rows > 50]).toEqual([0, true]);
  });

  it('never hold what is suppressed here, whatever an old dump holds', async () => {
    const { siren } = listProfileKeys()[0]!;
    const app = openApp(path.join(DATA_DIR, 'app.db'));
    suppress(app, { kind: 'employer', key: siren, reason: 'right-to-object', note: null }, [], {
      ...{ role: 'operator', siren, before: 'Publié' },
    });
    app.$client.close();
    const { leftOut } = await restoreFacts(path.join(kept, 'star-finder.jsonl.gz'));
    expect(leftOut).toBeGreaterThan(1);
    expect(readProfile(siren)).toBeNull();
  });

  it('leave the public ledger where it is kept, which the dump tells all the same', async () => {
    const { tables } = await dump();
    expect(tables).toContainEqual({ name: 'corrections', title: 'Corrections', rows: 1 });
    const { leftOut } = await restoreFacts(path.join(DATA_DIR, 'dump'));
    expect(leftOut).toBe(0);
  });

  it('stay as they are when a line is none of ours', async () => {
    const live = exported();
    const bad = path.join(DATA_DIR, 'bad.jsonl.gz');
    writeFileSync(bad, gzipSync('{"table":"employers","row":{"siren":"12"}}\n'));
    await expect(restoreFacts(bad)).rejects.toThrow(/line 1: row.name/);
    await expect(restoreFacts(path.join(DATA_DIR, 'none.jsonl.gz'))).rejects.toThrow(/none.jsonl.gz/);
    expect(exported()).toBe(live);
    expect(existsSync(path.join(DATA_DIR, 'facts.next.db'))).toBe(false);
  });
});
