import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { AgreementId, Siren } from '#domain/ids.ts';
import { MIGRATIONS } from '#db/app/migrations.ts';
import { openApp } from '#db/app/open.ts';
import { listOutbox, listSuppressions } from '#db/app/read.ts';
import { outbox, suppressions } from '#db/app/schema.ts';
import { enqueue, liftSuppression, markDone, suppress } from '#db/app/write.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-app-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [A, B] = ['111111111', '222222222'] as Siren[] as [Siren, Siren];
const AGREEMENT = 'ACCOTEXT000000000001' as AgreementId;

describe('app.db', () => {
  it('has the tables the schema describes', () => {
    const app = openApp(':memory:');
    for (const table of [outbox, suppressions]) {
      const { name, columns } = getTableConfig(table);
      const made = app.$client.pragma(`table_info(${name})`) as { name: string; notnull: number }[];
      expect(made.map((column) => [column.name, column.notnull === 1])).toEqual(
        columns.map((column) => [column.name, column.notNull && !column.primary]),
      );
    }
  });

  it('is migrated once, and refuses a file from a later version', () => {
    const file = path.join(folder, 'app.db');
    openApp(file).$client.close();
    openApp(file).$client.close();
    const raw = new Database(file);
    expect(raw.prepare('SELECT count(*) FROM migrations').pluck().get()).toBe(MIGRATIONS.length);
    raw.prepare('INSERT INTO migrations VALUES (?, ?)').run('9999-later', '2030-01-01T00:00:00Z');
    raw.close();
    expect(() => openApp(file)).toThrow(/migration 9999-later is unknown/);
  });

  it('hands out rows oldest first until they are done', () => {
    const app = openApp(':memory:');
    enqueue(app, [A, B, A], 'correction');
    expect(listOutbox(app).map(({ siren }) => siren)).toEqual([A, B]);
    markDone(app, [listOutbox(app)[0]!.id]);
    expect(listOutbox(app).map(({ siren }) => siren)).toEqual([B]);
  });

  it('suppresses and queues together, and keeps the first date', () => {
    const app = openApp(':memory:');
    const asked = { kind: 'agreement', key: AGREEMENT, reason: 'personal-data', note: null } as const;
    suppress(app, asked, [A, B], new Date('2026-01-01T10:00:00Z'));
    suppress(app, { ...asked, reason: 'court-order' }, [A], new Date('2026-02-01T10:00:00Z'));
    expect(listSuppressions(app)).toEqual([{ ...asked, since: '2026-01-01T10:00:00.000Z' }]);
    expect(listOutbox(app)).toHaveLength(3);
    expect(liftSuppression(app, 'agreement', AGREEMENT, [A])).toBe(true);
    expect(liftSuppression(app, 'agreement', AGREEMENT, [A])).toBe(false);
    expect(listSuppressions(app)).toEqual([]);
  });
});
