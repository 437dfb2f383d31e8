import { DATA_DIR } from '../support/data-dir.ts';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/dates.ts';
import type { BenefitId, Siren } from '#domain/ids.ts';
import { agreements as agreementRows } from '#db/corpus/schema.ts';
import { exportFacts } from '#db/facts/export.ts';
import { openFactsReadOnly } from '#db/facts/open.ts';
import { closeFacts, findGone, readAgreement, readFigures, readProfile } from '#db/facts/read.ts';
import { openApp } from '#db/app/open.ts';
import { suppress } from '#db/app/write.ts';
import { derive, deriveEmployers } from '#pipeline/derive.ts';
import { inArray } from 'drizzle-orm';
import { agreementId, applyArchive, inCorpus, sirenOfNumber, type Filed } from '../support/corpus.ts';
import { crecheText, fixedTerm, noTerm, teleworkText } from '../support/prose.ts';

const today = '2026-09-12' as IsoDate;
const facts = path.join(DATA_DIR, 'facts.db');
const stamp = '20260101-060000';
const remove = (...names: string[]) =>
  names.forEach((name) => rmSync(path.join(DATA_DIR, name), { force: true }));
const seed = (filed: readonly Filed[], at = stamp) =>
  inCorpus(DATA_DIR, (corpus) => applyArchive(corpus, at, { filed }));

/** One text each for as many employers. */
const many = (count: number, from = 1): Filed[] =>
  Array.from({ length: count }, (_, at) => ({
    n: from + at,
    siren: sirenOfNumber(from + at),
    title: 'Accord sur la crèche',
    text: crecheText(2 + ((from + at) % 40), at % 2 ? fixedTerm : noTerm),
  }));

function exported(): string {
  const database = openFactsReadOnly(facts);
  const text = [...exportFacts(database)].join('');
  database.$client.close();
  return text;
}
const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

beforeEach(() => {
  closeFacts();
  remove('corpus.db', 'facts.db', 'facts.next.db', 'extractions.db', 'app.db');
});
afterAll(closeFacts);

describe('the same corpus, content and day', () => {
  it('gives the same bytes, cold or after increments, in any order of days', async () => {
    seed(many(30));
    await derive({ today: '2025-01-01' as IsoDate });
    const changed: Filed = { ...many(1)[0]!, text: crecheText(12, fixedTerm) };
    seed([changed, ...many(5, 31)], '20260201-060000');
    const warm = await derive({ today });
    expect(warm.texts.read).toBe(6);
    const incremental = exported();
    remove('facts.db', 'extractions.db');
    const cold = await derive({ today });
    expect(cold.texts.read).toBe(35);
    expect(exported()).toBe(incremental);
    expect(incremental.split('\n').length).toBeGreaterThan(35 * 4);
  });

  it('reads on threads what it reads here', async () => {
    seed(many(45));
    await derive({ today });
    const whole = exported();
    remove('facts.db', 'extractions.db');
    for (const at of [10, 25, 45]) {
      seed(many(at), `202602${at}-060000`);
      await derive({ today });
    }
    const lines = (text: string) => text.split('\n').filter((line) => line.includes('"table":"claims"'));
    expect(lines(exported())).toEqual(lines(whole));
  });
});

describe('a failed run changes nothing', () => {
  const lose = (some: readonly Filed[]) =>
    inCorpus(DATA_DIR, (corpus) =>
      corpus.delete(agreementRows).where(inArray(agreementRows.id, some.map(({ n }) => agreementId(n)))).run(),
    ); // prettier-ignore

  it('refuses to lose more than 5 % unless told to, and keeps tombstones of what vanished', async () => {
    const filed = many(40);
    seed(filed);
    await derive({ today });
    const before = hashOf(facts);
    lose(filed.slice(0, 2));
    await derive({ today });
    expect(findGone(`/employeurs/${filed[0]!.siren}`)).toMatchObject({ cause: 'disappeared', since: today });
    const between = hashOf(facts);
    expect(between).not.toBe(before);
    lose(filed.slice(2, 5));
    await expect(derive({ today })).rejects.toThrow(/employers would fall from 38 to 35.*--accept-shrink/s);
    expect(hashOf(facts)).toBe(between);
    const report = await derive({ today, acceptShrink: true });
    expect(report.figures.employers).toBe(35);
    expect(findGone(`/employeurs/${filed[0]!.siren}`)).toMatchObject({ since: today });
  });

  it('takes any number of withdrawals without being told to', async () => {
    const filed = many(20);
    seed(filed);
    await derive({ today });
    inCorpus(DATA_DIR, (corpus) =>
      applyArchive(corpus, '20260301-060000', { withdrawn: filed.slice(0, 15) }),
    );
    expect((await derive({ today })).figures).toMatchObject({ employers: 5, claims: 5 });
  });

  it('says what to do without a corpus', async () => {
    await expect(derive({ today })).rejects.toThrow(/npm run ingest/);
    inCorpus(DATA_DIR, () => {});
    await expect(derive({ today })).rejects.toThrow(/holds no agreement/);
    expect(existsSync(facts)).toBe(false);
  });

  it('killed at any moment, leaves the last facts, and the next run ends as if nothing had happened', async () => {
    seed(many(20));
    await derive({ today });
    const before = hashOf(facts);
    seed(many(250), '20260301-060000');
    for (const at of ['locks/run.db.holder', 'facts.next.db']) {
      const run = spawn(process.execPath, ['scripts/derive.ts', '--today', today], {
        env: { ...process.env, DATA_DIR },
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => run.once('exit', resolve));
      while (run.exitCode === null && !existsSync(path.join(DATA_DIR, at))) await sleep(1);
      run.kill('SIGKILL');
      await ended;
      expect(hashOf(facts)).toBe(before);
    }
    const report = await derive({ today });
    expect(report.figures.employers).toBe(250);
    expect(existsSync(path.join(DATA_DIR, 'facts.next.db'))).toBe(false);
    const resumed = exported();
    remove('facts.db', 'extractions.db');
    await derive({ today });
    expect(exported()).toBe(resumed);
  });
});

describe('deriveEmployers', () => {
  const [filer, member, stranger] = [101, 102, 103].map(sirenOfNumber) as [Siren, Siren, Siren];
  const ues: Filed = {
    n: 101,
    siren: filer,
    title: 'Accord de l’UES Couesnon',
    text: `Accord de l’unité économique et sociale Couesnon composée des sociétés suivantes :\nVerrerie Est, SIREN ${member}\nVerrerie Nord\n${crecheText(4)}`,
  };
  const texts: Filed[] = [
    ues,
    {
      n: 102,
      siren: member,
      legalName: 'Verrerie Est',
      text: teleworkText('deux', noTerm),
      title: 'Télétravail',
    },
    { n: 103, siren: stranger, legalName: 'Verrerie Ouest', text: crecheText(9), title: 'Crèche' },
    { n: 104, siren: sirenOfNumber(104), legalName: 'Verrerie Nord', title: 'Accord' },
    { n: 105, siren: sirenOfNumber(105), legalName: 'SAS VERRERIE NORD', title: 'Accord' },
  ];

  it('shows the text of a UES on each member that it names by number, and on no homonym', async () => {
    seed(texts);
    await derive({ today });
    const profile = readProfile(member)!;
    expect(profile.entries.map(({ benefit }) => benefit).sort()).toEqual(['creche', 'teletravail']);
    expect(profile.agreements.find(({ isShared }) => isShared)).toMatchObject({
      id: agreementId(101),
      filedBy: { siren: filer },
    });
    expect(readAgreement(agreementId(101))?.members).toEqual([{ siren: member, name: 'Verrerie Est' }]);
    expect(readProfile(sirenOfNumber(104))?.agreements).toHaveLength(1);
    expect(readProfile(stranger)?.agreements).toHaveLength(1);
  });

  it('attaches a member by one exact legal name', async () => {
    seed(texts.slice(0, 4));
    await derive({ today });
    expect(readProfile(sirenOfNumber(104))?.agreements.map(({ isShared }) => isShared).sort()).toEqual([false, true]);
  }); // prettier-ignore

  it('gives the rows of a whole derivation, on the pages of neighbours too', async () => {
    seed([...texts, ...many(20)]);
    await derive({ today });
    const untouched = readFigures().generation;
    const app = openApp(path.join(DATA_DIR, 'app.db'));
    suppress(app, { kind: 'employer', key: filer, reason: 'court-order', note: null }, [], {
      role: 'operator',
      siren: filer,
      before: '',
    });
    suppress(
      app,
      { kind: 'claim', key: `${agreementId(102)}-teletravail`, reason: 'wrong-reading', note: null },
      [],
      { role: 'operator', siren: filer, before: '' },
    );
    app.$client.close();
    await deriveEmployers({ sirens: [filer, member], today });
    expect(readFigures().generation).not.toBe(untouched);
    expect(readProfile(filer)).toBeNull();
    expect(readProfile(member)?.entries).toEqual([]);
    const some = exported();
    remove('facts.db');
    await derive({ today });
    expect(exported()).toBe(some);
  });

  it('takes the employers due on a day, and then stands where a whole derivation would', async () => {
    seed(many(20));
    await derive({ today });
    const later = '2027-02-01' as IsoDate;
    const due = many(20).filter((_, at) => at % 2).map(({ siren }) => siren); // prettier-ignore
    await deriveEmployers({ sirens: due, today: later });
    expect(readProfile(due[0]!)?.entries[0]).toMatchObject({
      benefit: 'creche' as BenefitId,
      lead: { state: 'lapsed' },
    });
    const some = exported();
    remove('facts.db');
    await derive({ today: later });
    expect(exported()).toBe(some);
  });
});
