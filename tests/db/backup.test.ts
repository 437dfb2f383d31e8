import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { backUpApp, restoreApp } from '#db/app/backup.ts';
import { insertDeclaration, listDeclarations, updateDeclaration } from '#db/app/declarations.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { erasePerson } from '#db/app/personal-data.ts';
import { insertQvct, listQvct, updateQvct } from '#db/app/qvct.ts';
import { listOutbox, listSuppressions } from '#db/app/read.ts';
import { people } from '#db/app/schema-accounts.ts';
import { suppress } from '#db/app/write.ts';
import { DeclarationContent } from '#domain/declaration.ts';
import type { AgreementId, Siren, Siret } from '#domain/ids.ts';
import { qvctId } from '#domain/qvct-declaration.ts';
import { someone } from '../support/desk.ts';
import { day } from '../support/evidence.ts';

const root = mkdtempSync(path.join(tmpdir(), 'star-finder-backup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder: string;
let live: string;
let copy: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(root, 'case-'));
  live = path.join(folder, 'app.db');
  copy = path.join(folder, 'copy.db');
});
const aside = () => path.join(folder, 'aside.db');
const SIREN = '111111111' as Siren;
const content = DeclarationContent.parse({
  benefit: 'creche', values: {}, words: 'Nous réservons dix berceaux à nos salariés.', seniorityMonths: null, excluded: null,
  scope: { kind: 'employer', label: null, sirets: [] }, proof: { kind: 'contract', url: null },
}); // prettier-ignore
const declare = (app: AppDatabase, personId: number) =>
  insertDeclaration(app, { siren: SIREN, claimId: 'declaration-111111111-creche', status: 'published', content, declaredOn: day('2026-01-10'), expiresOn: day('2027-01-10'), personId }, new Date()); // prettier-ignore
const within = <T>(file: string, work: (app: AppDatabase) => T): T => {
  const app = openApp(file);
  try {
    return work(app);
  } finally {
    app.$client.close();
  }
};

/** Rows come by twos: a copy taken inside a transaction would hold an odd number. */
const pairs = (file: string): number => {
  const database = new Database(file, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  const rows = database.prepare('SELECT count(*) FROM outbox').pluck().get() as number;
  database.close();
  expect(rows % 2).toBe(0);
  return rows / 2;
};

describe('backup', { timeout: 60_000 }, () => {
  it('is whole while another process writes, and after that process is killed', async () => {
    within(live, () => {});
    const writer = spawn(process.execPath, ['tests/fixtures/app/writer-child.ts', live]);
    await once(writer.stdout, 'data');
    let last = 0;
    for (let n = 0; n < 5; n++) {
      await backUpApp(live, copy);
      const now = pairs(copy);
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
    const ended = once(writer, 'exit');
    writer.kill('SIGKILL');
    await ended;
    await backUpApp(live, copy);
    expect(pairs(copy)).toBeGreaterThanOrEqual(last);
    expect(last).toBeGreaterThan(0);
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([]);
    within(copy, (app) => expect(listOutbox(app, 1)).toHaveLength(1));
  });

  it('goes back into place under somebody who has the database open', async () => {
    const open = openApp(live);
    declare(open, someone(open, 'rh@verrerie.example').id);
    await backUpApp(live, copy);
    open.$client.exec('DELETE FROM declarations');
    const report = await restoreApp(copy, live, aside());
    expect(listDeclarations(open, SIREN)).toHaveLength(1);
    expect(report.queued).toBe(1);
    expect(listOutbox(open).map(({ siren }) => siren)).toEqual([SIREN]);
    open.$client.close();
    expect(existsSync(aside())).toBe(false);
  });

  it('brings back nothing that was withheld, withdrawn or erased since', async () => {
    const app = openApp(live);
    const person = someone(app, 'rh@verrerie.example');
    declare(app, person.id);
    const figures = { siret: '11111111100011' as Siret, year: 2025, perimeter: 'entreprise', publishedOn: day('2026-03-02'), sourceUrl: null, method: null, figures: { cse: true } } as const; // prettier-ignore
    for (const year of [2024, 2025]) insertQvct(app, { siren: SIREN, claimId: qvctId(SIREN, { ...figures, year }), content: { ...figures, year }, declaredOn: day('2026-01-10'), expiresOn: day('2027-01-10'), personId: person.id }, new Date()); // prettier-ignore
    someone(app, 'reste@verrerie.example');
    await backUpApp(live, copy);
    suppress(app, { kind: 'agreement', key: 'ACCOTEXT000000000001' as AgreementId, reason: 'court-order', note: null }, [SIREN], { role: 'operator', siren: SIREN, before: 'x' }); // prettier-ignore
    updateDeclaration(app, listDeclarations(app, SIREN)[0]!, { status: 'withdrawn' }, new Date());
    updateQvct(app, listQvct(app, SIREN)[0]!, { status: 'withdrawn' }, new Date());
    app.transaction((change) => erasePerson(change, person.id));
    const report = await restoreApp(copy, live, aside());
    expect(report).toMatchObject({ withheldAgain: 1, withdrawnAgain: 2, erasedAgain: 1 });
    expect(listSuppressions(app)).toHaveLength(1);
    expect(listDeclarations(app, SIREN)).toEqual([]);
    expect(listQvct(app, SIREN)).toMatchObject([{ content: { year: 2024 }, personId: null }]);
    expect(app.select().from(people).all()).toMatchObject([{ email: 'reste@verrerie.example' }]);
    app.$client.close();
  });

  it('of an earlier version is brought up to date', async () => {
    const raw = new Database(copy);
    raw.exec('CREATE TABLE suppressions (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, key TEXT NOT NULL, reason TEXT NOT NULL, note TEXT, since TEXT NOT NULL, UNIQUE (kind, key)) STRICT'); // prettier-ignore
    raw.exec('CREATE TABLE outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, siren TEXT NOT NULL, reason TEXT NOT NULL, created_at TEXT NOT NULL, done_at TEXT) STRICT'); // prettier-ignore
    raw.exec('CREATE TABLE migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT');
    raw.exec("INSERT INTO migrations VALUES ('0001-outbox-and-suppressions', '2026')");
    raw.exec(
      "INSERT INTO suppressions (kind, key, reason, since) VALUES ('employer', '111111111', 'court-order', '2026')",
    );
    raw.close();
    await restoreApp(copy, live, aside());
    within(live, (app) => expect(listSuppressions(app)).toHaveLength(1));
  });

  it.each([
    ['nothing', null],
    ['no database', 'bonjour'.repeat(1000)],
    ['a database of something else', 'other'],
  ])('that is %s leaves app.db as it was', async (_name, bytes) => {
    within(live, (app) => someone(app, 'rh@verrerie.example'));
    if (bytes === 'other') new Database(copy).exec('CREATE TABLE x (y)').close();
    else if (bytes) writeFileSync(copy, bytes);
    await expect(restoreApp(copy, live, aside())).rejects.toThrow(/^restore: /);
    within(live, (app) => expect(app.select().from(people).all()).toHaveLength(1));
  });

  it('takes the place of a database that cannot be read any more, which is kept aside', async () => {
    within(live, (app) => declare(app, someone(app, 'rh@verrerie.example').id));
    await backUpApp(live, copy);
    for (const end of ['-wal', '-shm']) rmSync(live + end, { force: true });
    writeFileSync(live, 'bytes of a broken disk'.repeat(500));
    await restoreApp(copy, live, aside());
    within(live, (app) => expect(listDeclarations(app, SIREN)).toHaveLength(1));
    expect(existsSync(`${live}.broken`)).toBe(true);
  });
});
