import { DATA_DIR } from '../support/data-dir.ts';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { shareLimits, takeTurn } from '#db/limits/shared.ts';
import { visitorOf } from '#db/limits/visitor.ts';
import { openLimitStore, removeLimitStore, type LimitStore } from '#db/limits/store.ts';

const TWICE = { most: 2, withinMs: 1000 };
const run = promisify(execFile);
const file = (name: string): string => path.join(DATA_DIR, name);
const opened: LimitStore[] = [];
const open = (name: string): LimitStore => {
  const store = openLimitStore(file(name));
  opened.push(store);
  return store;
};
afterEach(() => opened.splice(0).forEach((store) => store.close()));

describe('a limit', () => {
  it('is one of all processes together, to the last turn', async () => {
    const turns = await Promise.all(
      [1, 2, 3].map(() =>
        run(process.execPath, ['tests/fixtures/app/limits-child.ts', '192.0.2.7', '40', '50'], {
          env: { ...process.env, DATA_DIR, LIMITS_KEY: 'of this start' },
        }),
      ),
    );
    expect(turns.reduce((sum, { stdout }) => sum + Number(stdout), 0)).toBe(50);
    for (const name of ['limits.db', 'limits.db-wal'])
      if (existsSync(file(name))) expect(readFileSync(file(name), 'latin1')).not.toContain('192.0.2.7');
  });

  it('slides with the clock, for each key apart', () => {
    const [one, other] = [open('slides.db'), open('slides.db')];
    expect([one, other, one].map((store) => store.take('a', TWICE, 500))).toEqual([true, true, false]);
    expect(other.take('b', TWICE, 500)).toBe(true);
    expect([one.take('a', TWICE, 1499), one.take('a', TWICE, 1500)]).toEqual([false, true]);
  });

  it('counts windows that begin with the first time', () => {
    const [one, other] = [open('windows.db'), open('windows.db')];
    expect([one, other, one].map((store) => store.count('a', 1000, 7).used)).toEqual([1, 2, 3]);
    expect(other.count('a', 1000, 1006)).toEqual({ since: 7, used: 4 });
    expect(other.count('a', 1000, 1007)).toEqual({ since: 1007, used: 1 });
  });

  it('leaves nothing behind once its time is over', () => {
    const store = open('swept.db');
    for (let n = 0; n < 50; n++) store.take(`key ${n}`, TWICE, n);
    store.count('key', 1000, 0);
    store.take('last', TWICE, 120_000);
    const raw = new Database(file('swept.db'), { readonly: true });
    expect(raw.prepare('SELECT key FROM times').pluck().all()).toEqual(['last']);
    expect(raw.prepare('SELECT count(*) FROM windows').pluck().get()).toBe(0);
    raw.close();
  });

  it('takes less than a millisecond', () => {
    const start = performance.now();
    for (let n = 0; n < 2000; n++) takeTurn('quick', `192.0.2.${n % 200}`, { most: 5, withinMs: 60_000 }, n);
    expect((performance.now() - start) / 2000).toBeLessThan(1);
  });
});

describe('a visitor', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:1:aaaa::1', '2001:db8:0:1'],
    ['2001:DB8:0:1:bbbb:cccc:dddd:2', '2001:db8:0:1'],
    ['2001:db8::2', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is counted as %s', (address, counted) => {
    expect(visitorOf(() => '198.51.100.9', address)).toBe(counted);
  });
});

describe('where the file cannot be used', () => {
  const said: string[] = [];
  const share = (name: string) => {
    said.length = 0;
    return shareLimits(file(name), (line) => said.push(line));
  };

  it.each([
    ['locked', () => {
      open('locked.db');
      const other = new Database(file('locked.db'));
      other.exec('BEGIN EXCLUSIVE');
      return () => other.close();
    }],
    ['damaged', () => {
      writeFileSync(file('damaged.db'), 'no database at all '.repeat(1000));
      return () => {};
    }],
  ])('%s: the process counts for itself, says so once, and refuses all the same', (name, spoil) => {
    const release = spoil();
    const limits = share(`${name}.db`);
    expect([1, 2, 3].map(() => limits.take('a', TWICE, 0))).toEqual([true, true, false]);
    expect(limits.count('a', 1000, 0).used).toBe(1);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^limits: SQLITE_(?:BUSY|NOTADB)\w*; this process counts for itself$/);
    release();
  }); // prettier-ignore

  it('begins anew at each start of the site', () => {
    open('start.db').take('a', TWICE, 0);
    removeLimitStore(file('start.db'));
    expect(['', '-wal', '-shm'].filter((end) => existsSync(file('start.db') + end))).toEqual([]);
  });
});
