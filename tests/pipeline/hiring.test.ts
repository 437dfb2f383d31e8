import { DATA_DIR } from '../support/data-dir.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IsoDate } from '#domain/dates.ts';
import type { Siret } from '#domain/ids.ts';
import { PublicEmployer } from '#domain/public/employer.ts';
import { EmployerRow } from '#domain/public/tables.ts';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { listSources, readProfile } from '#db/facts/read.ts';
import { currentDay } from '#env';
import { addDays } from '#domain/dates.ts';
import { employerRows } from '#opendata/employer-rows.ts';
import { derive } from '#pipeline/derive.ts';
import { refreshHiring } from '#pipeline/hiring.ts';
import { applyArchive, applySirene, inCorpus, sirenOfNumber } from '../support/corpus.ts';
import { office, startHiringServer, type HiringServer, type Reply } from '../support/hiring-server.ts';

const [hiring, quiet, fictional, masked] = [1, 2, 3, 4].map(sirenOfNumber) as ReturnType<
  typeof sirenOfNumber
>[];
const today = currentDay();
let server: HiringServer;
let answers: Record<string, Reply>;

beforeAll(async () => {
  server = await startHiringServer((siret) => answers[siret] ?? { status: 200, body: { items: [] } });
  inCorpus(DATA_DIR, (corpus) => {
    const real = { isFictional: false };
    applyArchive(corpus, '20260701-000000', {
      filed: [
        { n: 1, siren: hiring!, ...real },
        { n: 2, siren: quiet!, ...real },
        { n: 3, siren: fictional! },
        { n: 4, siren: masked!, ...real },
      ],
    });
    applySirene(
      corpus,
      [
        { siren: hiring!, isFictional: false },
        { siren: masked!, isFictional: false, isPublishable: false },
      ],
      [{ siret: seat, isHeadOffice: true, isFictional: false }],
    );
  });
  await derive({ today });
});
afterAll(() => server.close());
beforeEach(() => {
  answers = { [seat]: { status: 200, body: { items: [office(seat)] } } };
  server.asked.length = 0;
});

const seat = `${hiring}00029` as Siret;
const filer = `${quiet}00011`;
const ask = (changes: Parameters<typeof refreshHiring>[0] = {}) =>
  refreshHiring({
    ...{ clientId: 'PAR_exemple', clientSecret: 'cle', url: server.url, tokenUrl: server.tokenUrl },
    ...{ perSecond: 1000, pauseMs: 2, ...changes },
  });
const on = async (day: IsoDate) => {
  await derive({ today: day });
  return readProfile(hiring!)!;
};

describe('the signal of hirings', () => {
  it('asks nothing unless it is configured, and says which setting is missing', async () => {
    expect(await refreshHiring({ url: server.url, tokenUrl: server.tokenUrl })).toBeNull();
    await expect(ask({ clientSecret: undefined })).rejects.toThrow(/go together/);
    expect(server.asked).toEqual([]);
    expect((await on(today)).hiring).toBeNull();
  });

  it('asks about real employers with a page, a few a run, and keeps what a failing service said before', async () => {
    answers[filer] = { status: 500 };
    expect(await ask({ max: 1 })).toEqual({ asked: 1, signals: 1 });
    await expect(ask()).rejects.toThrow(/answers 500/);
    expect(new Set(server.asked.map(({ siret }) => siret))).toEqual(new Set([seat, filer]));
    expect((await on(today)).hiring).not.toBeNull();
    delete answers[filer];
    expect(await ask()).toEqual({ asked: 1, signals: 1 });
    expect(await ask()).toEqual({ asked: 0, signals: 1 });
  });

  it('stands in its own field and columns, with its day and source, and in no total', async () => {
    const before = { ...(await on(today)) };
    expect(before.hiring).toEqual({
      siret: seat,
      saidOn: today,
      expiresOn: addDays(today, 30),
      provenance: expect.objectContaining({
        ...{ source: 'hiring', file: `la-bonne-boite-${today}.json`, publishedOn: today },
        url: 'https://labonneboite.francetravail.fr/',
      }) as unknown,
    });
    expect(before.entries).toEqual([]);
    expect(before.changesOn).toBe(addDays(today, 30));
    expect(PublicEmployer.safeParse(before).error).toBeUndefined();
    const [row] = employerRows(before, loadCatalogue(), 'https://example.fr').employeurs;
    expect(EmployerRow.parse(row)).toMatchObject({
      hiring_siret: seat,
      hiring_said_on: today,
      attested: 0,
      live: 0,
    });
    expect(listSources().find(({ source }) => source === 'hiring')).toMatchObject({ employers: 1 });
    expect(JSON.stringify(before)).not.toMatch(/CAMILLE|example\.fr|27\.6/);
    expect(readProfile(quiet!)!.hiring).toBeNull();
  });

  it('is gone by the calendar alone, thirty days later', async () => {
    expect((await on(addDays(today, 29))).hiring?.saidOn).toBe(today);
    const later = await on(addDays(today, 30));
    expect([later.hiring, later.changesOn]).toEqual([null, null]);
  });
});
