import { DATA_DIR } from '../support/data-dir.ts';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/dates.ts';
import type { Siret } from '#domain/ids.ts';
import { foldWhitespace, isQuoteOf } from '#domain/quote.ts';
import { openApp } from '#db/app/open.ts';
import { suppress } from '#db/app/write.ts';
import { closeFacts, findGone, listAgreementIds, listBenefitEmployers, listChangingBy, listPlaces, listProfileKeys, listSearchDocuments, listSources, readAgreement, readBenefitFigures, readFigures, readProfile } from '#db/facts/read.ts'; // prettier-ignore
import { derive } from '#pipeline/derive.ts';
import {
  agreementId,
  applyArchive,
  applySirene,
  inCorpus,
  sirenOfNumber,
  type Filed,
} from '../support/corpus.ts';
import { crecheText, demandText, endText, fixedTerm, noTerm, teleworkText } from '../support/prose.ts';

const day = (text: string): IsoDate => text as IsoDate;
const today = day('2026-09-12');
const [couesnon, oust, vilaine] = [1, 2, 3].map(sirenOfNumber) as [
  Filed['siren'],
  Filed['siren'],
  Filed['siren'],
];

const creche: Filed = {
  n: 1,
  siren: couesnon,
  text: crecheText(6, fixedTerm),
  title: 'Accord sur la crèche',
};
const telework: Filed = {
  n: 2,
  siren: couesnon,
  text: teleworkText('deux', noTerm),
  title: 'Accord télétravail',
};
const demand: Filed = { n: 3, siren: oust, text: demandText, title: 'Procès-verbal de la NAO 2024' };
const unread: Filed = { n: 4, siren: vilaine, title: '' };
const all = [creche, telework, demand, unread];

const seed = (filed: readonly Filed[], stamp = '20260101-060000') =>
  inCorpus(DATA_DIR, (corpus) => applyArchive(corpus, stamp, { filed }));
const withdraw = (withdrawn: readonly Filed[], stamp: string) =>
  inCorpus(DATA_DIR, (corpus) => applyArchive(corpus, stamp, { withdrawn }));
const entryOf = (siren: Filed['siren'], benefit: string) =>
  readProfile(siren)?.entries.find((entry) => entry.benefit === benefit);

beforeEach(() => {
  closeFacts();
  for (const name of ['corpus.db', 'facts.db', 'extractions.db', 'app.db'])
    rmSync(path.join(DATA_DIR, name), { force: true });
});
afterAll(closeFacts);

describe('derive', () => {
  it('makes a page for each employer, with the states of the day, and counts them', async () => {
    seed(all);
    const report = await derive({ today });
    expect(report.figures).toMatchObject({ employers: 3, agreements: 4, textsRead: 3, claims: 3, liveClaims: 2 });
    expect(readFigures()).toEqual(report.figures);
    expect(entryOf(couesnon, 'creche')?.lead).toMatchObject({
      id: `${agreementId(1)}-creche`,
      state: 'in-force',
      values: { cribs: 6 },
      term: { effectiveOn: '2024-02-01', endsOn: '2027-01-31', endBasis: 'text' },
      gap: { kind: 'optional' },
      departments: null,
    });
    expect(readProfile(couesnon)).toMatchObject({
      departments: ['35'],
      placeBasis: 'filing',
      isFictional: true,
      counts: { attested: 2, live: 2, agreements: 2, textsRead: 2 },
      changesOn: '2027-02-01',
    });
    expect(readBenefitFigures().get('creche' as never)).toMatchObject({ employersLive: 1 });
    expect(listBenefitEmployers('creche' as never, 10)).toMatchObject([{ siren: couesnon, place: 'Ille-et-Vilaine (35)' }]);
    expect([...listSearchDocuments()].map(({ siren }) => siren)).toEqual([couesnon, oust, vilaine].sort());
    expect(listSources()).toMatchObject([{ file: 'ACCO_20260101-060000.tar.gz', agreements: 4 }]);
  }); // prettier-ignore

  it('never makes a benefit of a demand, nor says anything of a text it could not read', async () => {
    seed(all);
    await derive({ today });
    expect(entryOf(oust, 'teletravail')?.lead.state).toBe('not-agreed');
    expect(readProfile(oust)?.counts).toMatchObject({ attested: 0, live: 0 });
    expect(listProfileKeys().filter(({ isIndexable }) => isIndexable).map(({ siren }) => siren)).toEqual([couesnon]);
    expect(readProfile(vilaine)).toMatchObject({
      entries: [],
      agreements: [{ title: 'Accord d’entreprise', state: null, textStatus: 'missing' }],
    });
  }); // prettier-ignore

  it('quotes each text letter for letter', async () => {
    seed(all);
    await derive({ today });
    const texts = new Map(all.map(({ n, text }) => [agreementId(n), foldWhitespace(text ?? '')]));
    const claims = listAgreementIds().flatMap((id) => readAgreement(id)!.claims);
    expect(claims.length).toBeGreaterThan(0);
    for (const { quote, agreement } of claims) expect(isQuoteOf(quote, texts.get(agreement!.id)!)).toBe(true);
  });

  it('changes states by the calendar alone, on the day it announced', async () => {
    seed(all);
    await derive({ today: day('2027-01-31') });
    const before = readProfile(couesnon)!;
    const keys = listProfileKeys();
    expect(listChangingBy(day('2027-01-31'))).toEqual([]);
    expect(listChangingBy(before.changesOn!)).toEqual([couesnon]);

    const report = await derive({ today: before.changesOn! });
    expect(report.texts.read).toBe(0);
    expect(entryOf(couesnon, 'creche')?.lead.state).toBe('lapsed');
    expect(entryOf(couesnon, 'teletravail')?.lead.state).toBe('in-force');
    const changed = listProfileKeys().filter(({ digest }, at) => digest !== keys[at]!.digest);
    expect(changed.map(({ siren }) => siren)).toEqual([couesnon]);
  });

  it('keeps the live facts and their generation when nothing changed', async () => {
    seed(all);
    const first = await derive({ today });
    const second = await derive({ today });
    expect(second).toMatchObject({ isUnchanged: true, figures: { generation: first.figures.generation } });
    const third = await derive({ today: day('2026-09-13') });
    expect(Number(third.figures.generation)).toBe(Number(first.figures.generation) + 1);
  });

  it('shows an amended value as the one that holds, and a replaced text as replaced', async () => {
    const amendment: Filed = {
      n: 5,
      siren: couesnon,
      nature: 'AVENANT',
      title: 'Avenant n° 1 à l’accord sur la crèche',
      signedOn: day('2025-03-01'),
      text: crecheText(8),
    };
    const newer: Filed = {
      n: 6,
      siren: couesnon,
      title: 'Accord relatif au télétravail',
      signedOn: day('2025-06-01'),
      text: teleworkText('trois', `${noTerm}Le présent accord annule et remplace l’accord télétravail du 10 janvier 2024.\n`),
    };
    seed([...all, amendment, newer]);
    await derive({ today });
    const { lead, others } = entryOf(couesnon, 'creche')!;
    expect(lead).toMatchObject({ values: { cribs: 8 }, term: { endsOn: '2027-01-31' } });
    expect(others).toMatchObject([{ values: { cribs: 6 }, state: 'replaced', closedBy: { id: agreementId(5) } }]);
    expect(entryOf(couesnon, 'teletravail')!.lead.agreement!.id).toBe(agreementId(6));
    expect(readAgreement(agreementId(2))!.summary).toMatchObject({ state: 'replaced', replacedBy: { id: agreementId(6) } });
    expect(readAgreement(agreementId(5))!.summary.amends).toBe(agreementId(1));
  }); // prettier-ignore

  it('lets a text that was filed twice speak once, on both of its pages', async () => {
    seed([...all, { ...creche, n: 12 }]);
    await derive({ today });
    expect(entryOf(couesnon, 'creche')).toMatchObject({ lead: { agreement: { id: agreementId(1) } }, others: [] });
    expect(readAgreement(agreementId(12))?.claims).toHaveLength(1);
  }); // prettier-ignore

  it('ends what a later text suppresses; an amendment ends only what it amends', async () => {
    const nao: Filed = {
      n: 10,
      siren: couesnon,
      title: 'Accord NAO 2023',
      signedOn: day('2023-02-01'),
      text: teleworkText('trois', noTerm),
    };
    const ending: Filed = {
      n: 11,
      siren: couesnon,
      title: 'Accord',
      signedOn: day('2025-06-20'),
      text: endText,
    };
    const state = (n: number) =>
      readAgreement(agreementId(n))!.claims.find(({ benefit }) => benefit === 'teletravail')!.state;
    seed([telework, nao, ending]);
    await derive({ today });
    expect([2, 10, 11].map(state)).toEqual(['ended', 'ended', 'ended']);
    expect(readProfile(couesnon)!.counts).toMatchObject({ attested: 0, live: 0 });
    const amendment = {
      ...ending,
      nature: 'AVENANT',
      title: 'Avenant n° 1 à l’accord télétravail du 10 janvier 2024',
    };
    seed([telework, nao, amendment], '20260201-060000');
    await derive({ today });
    expect([2, 10, 11].map(state)).toEqual(['ended', 'in-force', 'ended']);
  });

  it('takes the place from open establishments and limits a claim to its own', async () => {
    const site = `${couesnon}00029` as Siret;
    const local: Filed = {
      n: 7,
      siren: couesnon,
      siret: site,
      title: 'Accord de l’établissement de Vitré',
      signedOn: day('2025-06-01'),
      text: teleworkText('trois').replace('Les salariés peuvent', 'Les salariés de l’établissement de Vitré peuvent'),
    };
    seed([...all, local]);
    inCorpus(DATA_DIR, (corpus) =>
      applySirene(
        corpus,
        [{ siren: couesnon, acronym: 'VDC', tradeNames: ['LES VERRIERS'] }],
        [{ siret: `${couesnon}00011` as Siret, departmentCode: '75', communeCode: '75111', communeName: 'PARIS', lat: 48.86, lon: 2.38 }, { siret: site, isHeadOffice: false, name: 'LA HALLE' }],
      ),
    );
    await derive({ today });
    expect(readProfile(couesnon)).toMatchObject({
      name: 'Verrerie du Couesnon',
      departments: ['35', '75'],
      placeBasis: 'establishments',
      identity: { nafLabel: expect.stringMatching(/verre/i), headcountLabel: expect.any(String), legalCategory: { code: '5710', label: expect.stringMatching(/^SAS/) } },
    });
    expect([...listSearchDocuments()].find(({ siren }) => siren === couesnon)?.aliases).toEqual(
      expect.arrayContaining(['VDC', 'LES VERRIERS', 'LA HALLE']),
    );
    expect(listPlaces()).toEqual([
      { communeCode: '35236', communeName: 'Redon', departmentCode: '35', regionCode: '53', position: { lat: 48.11, lon: -1.68 }, employers: 1 },
      { communeCode: '75056', communeName: 'Paris', departmentCode: '75', regionCode: '11', position: { lat: 48.86, lon: 2.38 }, employers: 1 },
    ]);
    const { lead, others } = entryOf(couesnon, 'teletravail')!;
    expect(lead).toMatchObject({ values: { daysPerWeek: 2 }, departments: null });
    expect(others).toMatchObject([{ scope: { kind: 'establishment' }, departments: ['35'] }]);
  }); // prettier-ignore
});

describe('what must not be published', () => {
  it('has no page for units that may not be shown, and no claim that names a person', async () => {
    const named: Filed = { n: 8, siren: vilaine, text: crecheText(3).replace('ses salariés', 'ses salariés (contact : creche@verrerie.example)') }; // prettier-ignore
    const person: Filed = { n: 9, siren: sirenOfNumber(9), legalName: 'DURAND NICOLAS', text: crecheText(2) };
    seed([...all, named, person]);
    inCorpus(DATA_DIR, (corpus) =>
      applySirene(corpus, [{ siren: oust, isPublishable: false, legalName: '' }], []),
    );
    const report = await derive({ today });
    expect(report.refused).toEqual({ 'not-diffusible': 1, 'person-name': 1 });
    expect([readProfile(oust), readProfile(person.siren), readAgreement(agreementId(3)), readAgreement(agreementId(9))]).toEqual([null, null, null, null]); // prettier-ignore
    for (const trace of ['creche@verrerie', 'DURAND NICOLAS', oust])
      expect(readFileSync(path.join(DATA_DIR, 'facts.db'), 'latin1')).not.toContain(trace);
  });

  it('withholds what is suppressed, whatever is ingested again', async () => {
    seed(all);
    await derive({ today });
    const app = openApp(path.join(DATA_DIR, 'app.db'));
    const since = new Date('2026-09-12T22:30:00Z');
    const account = { role: 'operator', siren: null, before: '', now: since } as const;
    suppress(app, { kind: 'agreement', key: agreementId(1), reason: 'personal-data', note: null }, [], account);
    suppress(app, { kind: 'claim', key: `${agreementId(2)}-teletravail`, reason: 'wrong-reading', note: null }, [], account);
    suppress(app, { kind: 'employer', key: oust, reason: 'court-order', note: null }, [], account);
    app.$client.close();
    for (const stamp of ['20260201-060000', '20260301-060000']) {
      seed(all, stamp);
      await derive({ today });
      expect([readAgreement(agreementId(1)), readProfile(oust), readAgreement(agreementId(3))]).toEqual([null, null, null]);
      expect(readProfile(couesnon)).toMatchObject({ entries: [], agreements: [{ id: agreementId(2) }] });
      expect(findGone(`/accords/${agreementId(1)}`)).toMatchObject({ cause: 'suppressed', since: '2026-09-13' });
      expect(findGone(`/employeurs/${oust}`)).toMatchObject({ cause: 'suppressed' });
      expect(findGone(`/accords/${agreementId(3)}`)).toMatchObject({ cause: 'suppressed' });
    }
  }); // prettier-ignore

  it('withholds a claim in every copy of its text, and what a misreading had closed holds again', async () => {
    const copy: Filed = { ...telework, n: 12, signedOn: day('2024-01-11') };
    const ending: Filed = { n: 11, siren: couesnon, title: 'Accord', signedOn: day('2025-06-20'), text: endText };
    seed([telework, copy, ending]);
    await derive({ today });
    const claimsOf = (n: number) => readAgreement(agreementId(n))!.claims.filter(({ benefit }) => benefit === 'teletravail').map(({ state }) => state);
    expect([2, 12, 11].map(claimsOf)).toEqual([['ended'], ['ended'], ['ended']]);
    const withhold = (n: number, reason: 'wrong-reading' | 'personal-data') => {
      const app = openApp(path.join(DATA_DIR, 'app.db'));
      suppress(app, { kind: 'claim', key: `${agreementId(n)}-teletravail`, reason, note: null }, [], { role: 'operator', siren: null, before: '' });
      app.$client.close();
    };
    withhold(11, 'personal-data');
    await derive({ today, acceptShrink: true });
    expect([2, 12, 11].map(claimsOf)).toEqual([['ended'], ['ended'], []]);
    rmSync(path.join(DATA_DIR, 'app.db'));
    withhold(11, 'wrong-reading');
    await derive({ today, acceptShrink: true });
    expect([2, 12, 11].map(claimsOf)).toEqual([['in-force'], ['in-force'], []]);
    withhold(12, 'wrong-reading');
    await derive({ today, acceptShrink: true });
    expect([2, 12, 11].map(claimsOf)).toEqual([[], [], []]);
  }); // prettier-ignore

  it('forgets a withdrawn text everywhere, leaves a tombstone, and takes it back when it is published again', async () => {
    const telling = 'Zibeline';
    const gone: Filed = { ...demand, text: `${demandText}${telling} demande deux jours de télétravail par semaine.\n` };
    seed([creche, telework, gone]);
    await derive({ today });
    withdraw([gone], '20260201-060000');
    const report = await derive({ today });
    expect(report.texts.pruned).toBe(1);
    expect(readProfile(oust)).toBeNull();
    expect(findGone(`/employeurs/${oust}`)).toMatchObject({ kind: 'employer', cause: 'withdrawn', since: '2026-02-01' });
    expect(findGone(`/accords/${agreementId(3)}`)).toMatchObject({ kind: 'agreement', cause: 'withdrawn' });
    for (const file of ['facts.db', 'extractions.db'])
      expect(readFileSync(path.join(DATA_DIR, file), 'latin1')).not.toContain(telling);
    seed([gone], '20260301-060000');
    await derive({ today });
    expect(findGone(`/employeurs/${oust}`)).toBeNull();
    expect(readProfile(oust)).not.toBeNull();
  }); // prettier-ignore
});
