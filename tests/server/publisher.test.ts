import { DATA_DIR } from '../support/data-dir.ts';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '#db/app/open.ts';
import { listOutbox } from '#db/app/read.ts';
import { enqueue } from '#db/app/write.ts';
import { findGone, listProfileKeys, readProfile } from '#db/facts/read.ts';
import { InputError } from '#domain/errors.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { derive } from '#pipeline/derive.ts';
import { ingest } from '#pipeline/ingest.ts';
import { publish } from '#pipeline/publish.ts';
import { clientOf, liveTree } from '#pipeline/publish-tree.ts';
import { liftWithdrawal, withdraw } from '#pipeline/withdraw.ts';
import { REFERENCE_DAY } from '#sample/life.ts';
import { generateSample } from '#sample/generate.ts';
import { parseSearchQuery } from '#search/query.ts';
import { openEmbedded } from '#search/embedded.ts';
import { publisherTick } from '#server/publisher-tick.ts';
import { readinessFaults } from '#server/health.ts';

const TODAY = REFERENCE_DAY;
const SAMPLE = path.join(DATA_DIR, 'sample');
const app = openApp(path.join(DATA_DIR, 'app.db'));
const tick = (isCalendarRun = false, today: IsoDate = TODAY) => publisherTick(app, { today, isCalendarRun });

const fileOf = (siren: string, ext = 'html') =>
  path.join(clientOf(liveTree()!), `employeurs/${siren}.${ext}`);
const page = (siren: string, ext = 'html') =>
  existsSync(fileOf(siren, ext)) ? readFileSync(fileOf(siren, ext), 'utf8') : null;
const claimsOf = (profile: EmployerProfile) =>
  profile.entries.flatMap(({ lead, others }) => [lead, ...others]);
const profiles = () => listProfileKeys().map(({ siren }) => readProfile(siren)!);

const ingestSample = async () => {
  for (const source of ['acco', 'sirene']) expect((await ingest(source, [SAMPLE])).error).toBeNull();
};
const isFound = async (siren: string) => {
  const engine = openEmbedded(path.join(DATA_DIR, 'search.db'));
  const { hits } = await engine.search(parseSearchQuery(new URLSearchParams({ q: siren })));
  await engine.close();
  return hits.some((hit) => hit.siren === siren);
};

beforeAll(async () => {
  await generateSample({
    employers: 30,
    seed: 'publisher',
    today: TODAY,
    out: SAMPLE,
    truth: null,
    onProgress: () => {},
  });
  await ingestSample();
  await derive({ today: TODAY });
  await publish({ today: TODAY });
}, 120_000);
afterAll(() => app.$client.close());

describe('the publisher', { timeout: 120_000 }, () => {
  it('does nothing when nothing is asked for', async () => {
    expect(await tick()).toBeNull();
    expect((await tick(true))?.publication.mode).toBe('nothing');
    expect(readinessFaults(TODAY)).toEqual([]);
  });

  it('takes withdrawn things off the pages, the open data and the index, for good', async () => {
    const all = profiles().filter(({ agreements }) => agreements.every(({ isShared }) => !isShared));
    const [employer, ofAgreement, ofClaim] = all.filter((profile) => claimsOf(profile).length > 1) as [EmployerProfile, EmployerProfile, EmployerProfile]; // prettier-ignore
    const agreement = claimsOf(ofAgreement)[0]!.agreement!.id;
    const claim = claimsOf(ofClaim)[0]!;
    expect(await isFound(employer.siren)).toBe(true);
    expect(page(ofClaim.siren)).toContain(`"${claim.id}"`);

    withdraw(employer.siren, 'court-order');
    withdraw(agreement, 'personal-data', 'demande du 12 septembre');
    withdraw(claim.id, 'wrong-reading');
    expect(listOutbox(app).length).toBeGreaterThanOrEqual(3);
    const report = await tick();
    expect(report?.publication).toMatchObject({ mode: 'delta', gone: 1 });
    expect(listOutbox(app)).toEqual([]);

    const check = async () => {
      expect([page(employer.siren), page(employer.siren, 'json')]).toEqual([null, null]);
      expect(findGone(`/employeurs/${employer.siren}`)?.cause).toBe('suppressed');
      expect(findGone(`/accords/${agreement}`)?.cause).toBe('suppressed');
      expect(await isFound(employer.siren)).toBe(false);
      for (const ext of ['html', 'json']) {
        expect(page(ofAgreement.siren, ext) ?? '').not.toContain(agreement);
        expect(page(ofClaim.siren, ext)).not.toContain(`"${claim.id}"`);
      }
      const sitemap = path.join(clientOf(liveTree()!), 'sitemaps/employeurs-1.xml');
      expect(existsSync(sitemap) ? readFileSync(sitemap, 'utf8') : '').not.toContain(employer.siren);
    };
    await check();
    await ingestSample();
    await derive({ today: TODAY });
    await publish({ today: TODAY });
    await check();

    liftWithdrawal(claim.id);
    await tick();
    expect(page(ofClaim.siren)).toContain(`"${claim.id}"`);
  });

  it('leaves a row open when its pages could not be made, and does it again', async () => {
    enqueue(app, [listProfileKeys()[0]!.siren], 'correction');
    process.env.TODAY = 'no day';
    await expect(tick()).rejects.toThrow(/build: Astro stopped/);
    expect(listOutbox(app)).toHaveLength(1);
    delete process.env.TODAY;
    expect((await tick())?.requested).toBe(1);
    expect(listOutbox(app)).toEqual([]);
  });

  it('changes pages by the calendar alone, and is not ready while one is overdue', async () => {
    const changing = profiles()
      .filter(({ changesOn }) => changesOn !== null)
      .sort((a, b) => (a.changesOn! < b.changesOn! ? -1 : 1));
    const [next] = changing as [EmployerProfile];
    const before = page(next.siren);
    expect(readinessFaults(next.changesOn!)).toEqual([
      expect.stringMatching(/^\d+ pages changed by the calendar/),
    ]);
    expect(await tick(false, next.changesOn!)).toBeNull();
    const report = await tick(true, next.changesOn!);
    expect(report?.byCalendar).toBe(changing.filter(({ changesOn }) => changesOn === next.changesOn).length);
    expect(readinessFaults(next.changesOn!)).toEqual([]);
    expect(page(next.siren)).not.toBe(before);
    const states = (profile: EmployerProfile) => claimsOf(profile).map(({ state }) => state);
    expect(states(readProfile(next.siren)!)).not.toEqual(states(next));
  });
});

describe('withdraw', () => {
  it.each([
    ['ACCOTEXT1', 'court-order', /neither an agreement/],
    ['ACCOTEXT999999999999-creche', 'court-order', /there is no claim/],
    ['111111111', 'court-order', /neither an agreement/],
    ['ACCOTEXT999999999999', 'because', /--reason must be one of withdrawn-by-source, /],
  ])('refuses %s for %s', (key, reason, message) => {
    expect(() => withdraw(key, reason)).toThrow(InputError);
    expect(() => withdraw(key, reason)).toThrow(message);
  });
});
