import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { AgreementId, Siren } from '#domain/ids.ts';
import { openApp } from '#db/app/open.ts';
import { personOfEmail } from '#db/app/people.ts';
import { listDeclarations } from '#db/app/declarations.ts';
import { listLedger, recordInLedger } from '#db/app/ledger.ts';
import { listOutbox, listSuppressions } from '#db/app/read.ts';
import { UNREPEATED } from '#domain/ledger.ts';
import { outbox, suppressions } from '#db/app/schema.ts';
import * as accounts from '#db/app/schema-accounts.ts';
import * as corrections from '#db/app/schema-corrections.ts';
import * as declared from '#db/app/schema-declarations.ts';
import * as qvct from '#db/app/schema-qvct.ts';
import { enqueue, liftSuppression, markDone, suppress } from '#db/app/write.ts';

const JOURNAL = JSON.parse(readFileSync('db/app/migrations/meta/_journal.json', 'utf8')) as {
  entries: { tag: string }[];
};
const folder = mkdtempSync(path.join(tmpdir(), 'star-finder-app-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [A, B] = ['111111111', '222222222'] as Siren[] as [Siren, Siren];
const AGREEMENT = 'ACCOTEXT000000000001' as AgreementId;

/** One row of each table that people fill, from the version that made it (1: the first). */
const ROWS = [
  { from: 1, table: 'outbox', sql: "INSERT INTO outbox (siren, reason, created_at) VALUES ('111111111', 'x', '2026')" },
  { from: 1, table: 'suppressions', sql: "INSERT INTO suppressions (kind, key, reason, since) VALUES ('claim', 'c', 'wrong-reading', '2026')" },
  { from: 2, table: 'people', sql: "INSERT INTO people (id, email, label, created_at, seen_at) VALUES (1, 'rh@exemple.fr', 'rh@exemple.fr', '2026', '2026')" },
  { from: 2, table: 'rights', sql: "INSERT INTO rights (person_id, siren, role, is_approved, created_at) VALUES (1, '111111111', 'owner', 1, '2026')" },
  { from: 3, table: 'declarations', sql: "INSERT INTO declarations (siren, claim_id, status, content, declared_on, expires_on, person_id, version, created_at, updated_at) VALUES ('111111111', 'declaration-111111111-creche', 'published', '{}', '2026-01-10', '2027-01-10', 1, 1, '2026', '2026')" },
  { from: 3, table: 'reminders', sql: "INSERT INTO reminders (declaration_id, expires_on, days, sent_at) VALUES (1, '2027-01-10', 60, '2026')" },
  { from: 4, table: 'bulk_uploads', sql: "INSERT INTO bulk_uploads (person_id, name, rows, created_at) VALUES (1, 'x.csv', '[]', '2026')" },
  { from: 5, table: 'replies', sql: "INSERT INTO replies (siren, words, person_id, published_at) VALUES ('111111111', 'x', 1, '2026')" },
] as const; // prettier-ignore

describe('app.db', () => {
  it('has the tables the schema describes', () => {
    const app = openApp(':memory:');
    const tables = [
      outbox,
      suppressions,
      ...[accounts, corrections, declared, qvct]
        .flatMap((each) => Object.values(each))
        .filter((each) => is(each, SQLiteTable)),
    ];
    for (const table of tables as SQLiteTable[]) {
      const { name, columns } = getTableConfig(table);
      const made = app.$client.pragma(`table_info(${name})`) as { name: string; notnull: number }[];
      expect(made.map((column) => column.name)).toEqual(columns.map((column) => column.name));
      // SQLite itself asks for a value in a key.
      const isPlain = (column: string) => columns.some((each) => each.name === column && !each.primary);
      expect(made.filter((each) => isPlain(each.name)).map((column) => column.notnull === 1)).toEqual(
        columns.filter((each) => !each.primary).map((each) => each.notNull),
      );
    }
  });

  it('is migrated once, by whoever comes first, and refuses a file from a later version', () => {
    const file = path.join(folder, 'app.db');
    openApp(file).$client.close();
    openApp(file).$client.close();
    const raw = new Database(file);
    expect(raw.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get()).toBe(
      JOURNAL.entries.length,
    );
    raw.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run('later', 1);
    raw.close();
    expect(() => openApp(file)).toThrow(/unknown to this version/);
  });

  it('takes over a database of the first version with all that is in it', () => {
    const file = path.join(folder, 'first.db');
    const raw = new Database(file);
    raw.exec(readFileSync('db/app/migrations/0001_outbox_and_suppressions.sql', 'utf8'));
    raw.exec('CREATE TABLE migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT');
    raw.exec("INSERT INTO migrations VALUES ('0001-outbox-and-suppressions', '2026-09-12T10:00:00Z')");
    raw.exec(
      "INSERT INTO suppressions (kind, key, reason, since) VALUES ('agreement', 'ACCOTEXT000000000001', 'court-order', '2026-09-12')",
    );
    raw.close();
    const app = openApp(file);
    expect(listSuppressions(app)).toMatchObject([{ key: AGREEMENT, reason: 'court-order' }]);
    expect(personOfEmail(app, 'rh@exemple.fr', new Date()).id).toBe(1);
    app.$client.close();
  });

  it.each(JOURNAL.entries.map(({ tag }, count) => ({ tag, count })))(
    'is brought up to date from the version before $tag',
    ({ count }) => {
      const file = path.join(folder, `from-${count}.db`);
      const raw = new Database(file);
      raw.exec(
        'CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC)',
      );
      for (const { tag } of JOURNAL.entries.slice(0, count)) {
        const sql = readFileSync(`db/app/migrations/${tag}.sql`, 'utf8');
        raw.exec(sql);
        raw
          .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, 1)')
          .run(createHash('sha256').update(sql).digest('hex'));
      }
      for (const { sql, from } of ROWS) if (count >= from) raw.exec(sql);
      raw.close();
      const app = openApp(file);
      expect(listOutbox(app)).toHaveLength(count > 0 ? 1 : 0);
      // Everything that was there is there, and may be read by the code of today.
      for (const { table, from } of ROWS)
        if (count >= from) expect(app.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(1);
      if (count >= 3) expect(listDeclarations(app, A)).toMatchObject([{ status: 'published', version: 1 }]);
      expect(app.$client.pragma('foreign_key_check')).toEqual([]);
      expect(app.$client.pragma('integrity_check', { simple: true })).toBe('ok');
      app.$client.close();
    },
  );

  it('hands out rows oldest first until they are done', () => {
    const app = openApp(':memory:');
    enqueue(app, [A, B, A], 'correction');
    expect(listOutbox(app).map(({ siren }) => siren)).toEqual([A, B]);
    markDone(app, [listOutbox(app)[0]!.id]);
    expect(listOutbox(app).map(({ siren }) => siren)).toEqual([B]);
  });

  it('suppresses, queues and accounts for it together, and keeps the first date', () => {
    const app = openApp(':memory:');
    const asked = { kind: 'agreement', key: AGREEMENT, reason: 'wrong-employer', note: null } as const;
    const account = { role: 'operator', siren: A, before: 'Accord sur la parentalité' } as const;
    suppress(app, asked, [A, B], { ...account, now: new Date('2026-01-01T10:00:00Z') });
    suppress(app, { ...asked, reason: 'court-order' }, [A], {
      ...account,
      now: new Date('2026-02-01T10:00:00Z'),
    });
    expect(listSuppressions(app)).toEqual([{ ...asked, since: '2026-01-01T10:00:00.000Z' }]);
    expect(listOutbox(app)).toHaveLength(3);
    expect(listLedger(app)).toHaveLength(1);
    expect(liftSuppression(app, 'agreement', AGREEMENT, [A], account)).toBe(true);
    expect(liftSuppression(app, 'agreement', AGREEMENT, [A], account)).toBe(false);
    expect(listSuppressions(app)).toEqual([]);
    expect(listLedger(app).map(({ action, before, after }) => [action, before, after])).toEqual([
      ['restored', 'Retiré du site', 'Remis en ligne'],
      ['withdrawn', 'Accord sur la parentalité', 'Retiré du site'],
    ]);
  });

  it('repeats nowhere in the ledger what may not stand there, nor names who objected', () => {
    const app = openApp(':memory:');
    const said = {
      siren: A,
      kind: 'claim',
      key: 'c',
      role: 'employer',
      reason: null,
      before: 'un nom',
      after: 'un nom',
    } as const;
    recordInLedger(app, { ...said, action: 'reply-published' });
    recordInLedger(app, { ...said, key: 'other', action: 'reply-published' });
    recordInLedger(app, { ...said, action: 'withdrawn', reason: 'personal-data', after: 'Retiré du site' });
    const lines = () => listLedger(app).map(({ key, before, after }) => [key, before, after]);
    expect(lines()).toEqual([
      ['c', UNREPEATED, 'Retiré du site'],
      ['other', 'un nom', 'un nom'],
      ['c', UNREPEATED, UNREPEATED],
    ]);
    recordInLedger(app, { ...said, kind: 'employer', key: A, action: 'withdrawn', reason: 'right-to-object', after: 'Retiré du site' }); // prettier-ignore
    expect(JSON.stringify(listLedger(app))).not.toMatch(/un nom|111111111/);
    expect(listLedger(app)).toHaveLength(4);
  });
});
