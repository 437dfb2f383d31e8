import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BenefitId, Siren } from '#domain/ids.ts';
import { isReadableFacts, openFactsReadOnly, openFactsToUpdate } from '#db/facts/open.ts';
import { liveFacts } from '#db/facts/live.ts';
import { readerOf } from '#db/facts/reader.ts';
import { swapFacts } from '#db/facts/swap.ts';
import { writerOf } from '#db/facts/write.ts';
import { buildFacts, day, makeClaim, makeProfile } from '../support/facts.ts';

const siren = (n: number): Siren => `11111111${n}` as Siren;
const creche = 'creche' as BenefitId;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'facts-'));
  file = path.join(folder, 'facts.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('facts', () => {
  it('gives back what was put in, in order', () => {
    buildFacts(file, [
      makeProfile({ siren: siren(2), agreements: [] }),
      makeProfile({ siren: siren(1), name: 'Briqueterie de l’Oust' }),
    ]);
    const facts = openFactsReadOnly(file);
    const reader = readerOf(facts);
    expect(reader.listProfileKeys().map((key) => key.siren)).toEqual([siren(1), siren(2)]);
    expect(reader.readProfile(siren(1))?.name).toBe('Briqueterie de l’Oust');
    expect(reader.readProfile(siren(9))).toBeNull();
    expect(reader.listAgreementIds()).toEqual(['ACCOTEXT000000000001']);
    expect(reader.readAgreement(reader.listAgreementIds()[0]!)?.claims).toHaveLength(1);
    expect([...reader.listSearchDocuments()].map((document) => document.siren)).toEqual([siren(1), siren(2)]);
    expect(reader.readFigures()).toMatchObject({ employers: 2, agreements: 1, textsRead: 1, claims: 2, liveClaims: 2 });
    facts.$client.close();
  }); // prettier-ignore

  it('counts employers by the state of their leading claim and lists live ones, latest first', () => {
    const claimOn = (effectiveOn: string, state: 'in-force' | 'lapsed') =>
      makeClaim({ state, term: { ...makeClaim().term, effectiveOn: day(effectiveOn) } });
    const holder = (n: number, effectiveOn: string, state: 'in-force' | 'lapsed' = 'in-force') =>
      makeProfile({
        siren: siren(n),
        agreements: [],
        entries: [{ benefit: creche, lead: claimOn(effectiveOn, state), others: [] }],
      });
    buildFacts(file, [
      holder(1, '2020-01-01'),
      holder(2, '2024-01-01'),
      holder(3, '2025-01-01', 'lapsed'),
    ]);
    const facts = openFactsReadOnly(file);
    const reader = readerOf(facts);
    expect(reader.readBenefitFigures().get(creche)).toMatchObject({
      employersLive: 2,
      byState: { 'in-force': 2, lapsed: 1, presumed: 0 },
    });
    expect(reader.listBenefitEmployers(creche, 5).map((employer) => employer.siren)).toEqual([siren(2), siren(1)]);
    facts.$client.close();
  }); // prettier-ignore

  it('reads the new file once another was put in its place', () => {
    const live = liveFacts(() => file);
    buildFacts(file, [makeProfile()]);
    expect(live.ask((reader) => reader.readFigures().generation)).toBe('1');
    const next = path.join(folder, 'facts.next.db');
    buildFacts(next, [makeProfile()], { generation: '2' });
    swapFacts(next, file);
    expect(live.ask((reader) => reader.readFigures().generation)).toBe('2');
    live.close();
  });

  it('reads the old rows when a writer was killed inside its transaction, also when already open', () => {
    buildFacts(file, [makeProfile()]);
    const live = liveFacts(() => file);
    live.ask((reader) => reader.readFigures());
    const killed = spawnSync(process.execPath, ['tests/fixtures/facts/killed-writer.ts', file]);
    expect(killed.signal).toBe('SIGKILL');
    expect(existsSync(`${file}-journal`)).toBe(true);
    for (const reader of [live, liveFacts(() => file)]) {
      expect(reader.ask((each) => [each.readMeta('half-done 0'), each.countClaims()])).toEqual([null, 1]);
      reader.close();
    }
  });

  it('says what to do when there are no facts', () => {
    expect(() => liveFacts(() => file).ask((reader) => reader.readFigures())).toThrow(/npm run derive/);
  });

  it('asks for a derivation when the facts have another layout', () => {
    buildFacts(file, [makeProfile()]);
    const client = new Database(file);
    client.pragma('user_version = 1');
    client.close();
    expect(isReadableFacts(file)).toBe(false);
    expect(() => openFactsReadOnly(file)).toThrow(/another version.*npm run derive/);
  });

  it('forgets an employer and all that hangs on it', () => {
    buildFacts(file, [makeProfile(), makeProfile({ siren: siren(2), agreements: [] })]);
    const facts = openFactsToUpdate(file);
    facts.transaction(() => writerOf(facts).forget([siren(1)]));
    const reader = readerOf(facts);
    expect(reader.listProfileKeys().map((key) => key.siren)).toEqual([siren(2)]);
    expect(reader.listAgreementIds()).toEqual([]);
    expect(reader.countClaims()).toBe(1);
    facts.$client.close();
  });
});
