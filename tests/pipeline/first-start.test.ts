import { DATA_DIR } from '../support/data-dir.ts';
import { rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { holdsOnlyFiction, layoutOfCorpus } from '#db/corpus/layout.ts';
import { openCorpus } from '#db/corpus/open.ts';
import { prepareSite } from '#pipeline/first-start.ts';

const file = path.join(DATA_DIR, 'corpus.db');
afterEach(() => rmSync(file, { force: true }));

/** A corpus as another version left it: another layout number, one agreement. */
function leaveCorpus({ isFictional }: { isFictional: boolean }): void {
  openCorpus(file).$client.close();
  const client = new Database(file);
  client.exec('DROP TABLE agreements; CREATE TABLE agreements (id TEXT, is_fictional INTEGER)');
  client.prepare('INSERT INTO agreements VALUES (?, ?)').run('ACCOTEXT000000000001', Number(isFictional));
  client.pragma('user_version = 2');
  client.close();
}

describe('a start with a corpus of another version', () => {
  it('tells it from none and from its own', () => {
    expect(layoutOfCorpus(file)).toBe('none');
    openCorpus(file).$client.close();
    expect(layoutOfCorpus(file)).toBe('current');
    leaveCorpus({ isFictional: true });
    expect([layoutOfCorpus(file), holdsOnlyFiction(file)]).toEqual(['other', true]);
  });

  it('never throws real texts away: it says what to do', async () => {
    leaveCorpus({ isFictional: false });
    await expect(prepareSite(() => {}, () => {})).rejects.toThrow(/layout 2.*ingest again/);
    expect(layoutOfCorpus(file)).toBe('other');
  }); // prettier-ignore
});
