import { DATA_DIR } from '../support/data-dir.ts';
import { createServer, type Server } from 'node:http';
import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertDeclaration, listDeclarations, updateDeclaration } from '#db/app/declarations.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { insertQvct, listQvct, updateQvct } from '#db/app/qvct.ts';
import { listOutbox } from '#db/app/read.ts';
import { suppress } from '#db/app/write.ts';
import { readUnits } from '#db/corpus/sirene.ts';
import { closeFacts, findGone, listChangingBy, listSearchDocuments, readFigures, readProfile } from '#db/facts/read.ts'; // prettier-ignore
import { countEmployers } from '#db/facts/advice.ts';
import { DeclarationContent, expiryOf } from '#domain/declaration.ts';
import { declarationClaimId } from '#domain/declared-claim.ts';
import type { Siret } from '#domain/ids.ts';
import { FRANCE } from '#domain/panel.ts';
import { qvctId } from '#domain/qvct-declaration.ts';
import { identifyClaimed } from '#pipeline/claimed.ts';
import { derive, deriveEmployers } from '#pipeline/derive.ts';
import { lookUp } from '#pipeline/lookup.ts';
import { searchAnswer } from '../fixtures/sirene/search-answer.ts';
import { applyArchive, inCorpus, sirenOfNumber } from '../support/corpus.ts';
import { day } from '../support/facts.ts';
import { someone } from '../support/desk.ts';
import { crecheText, fixedTerm } from '../support/prose.ts';

const today = day('2026-09-12');
const [filed, alone, trader] = [sirenOfNumber(1), sirenOfNumber(2), sirenOfNumber(4)];
const expiresOn = expiryOf(today);
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const siren = /q=(\d{9})/.exec(request.url!)![1]!;
    const answer = searchAnswer(siren) as { results: Record<string, unknown>[] };
    // A sole trader, whom the register does not let anybody show.
    if (siren === trader) Object.assign(answer.results[0]!, { nature_juridique: '1000', nom_raison_sociale: 'CAMILLE EXEMPLE' }); // prettier-ignore
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  closeFacts();
  for (const name of ['corpus.db', 'facts.db', 'extractions.db', 'app.db', 'app.db-wal', 'app.db-shm', 'lookups'])
    rmSync(path.join(DATA_DIR, name), { force: true, recursive: true });
  inCorpus(DATA_DIR, (corpus) =>
    applyArchive(corpus, '20260101-060000', {
      filed: [{ n: 1, siren: filed, text: crecheText(6, fixedTerm), title: 'Accord sur la crèche' }],
    }),
  );
  await derive({ today });
}); // prettier-ignore

const inApp = <T>(work: (app: AppDatabase) => T): T => {
  const app = openApp(path.join(DATA_DIR, 'app.db'));
  try {
    return work(app);
  } finally {
    app.$client.close();
  }
};
const content = DeclarationContent.parse({
  benefit: 'logement', values: { amount: 800 }, words: 'Une aide au déménagement de 800 euros est versée à tous.',
  scope: { kind: 'employer', label: null, sirets: [] }, seniorityMonths: null, excluded: null, proof: { kind: 'charter', url: null },
}); // prettier-ignore
const figures = (siren = alone, year = 2025) => ({
  ...{
    siret: `${siren}00011` as Siret,
    year,
    perimeter: 'entreprise' as const,
    publishedOn: day('2026-03-02'),
  },
  ...{ sourceUrl: null, method: null, figures: { part_cdi: 91.2, cse: true } },
});
const declare = (siren = alone) =>
  inApp((app) => {
    const { id } = someone(app, 'rh@verrerie.example', { siren });
    insertDeclaration(app, { siren, claimId: declarationClaimId(siren, content), status: 'published', content, declaredOn: today, expiresOn, personId: id }, new Date()); // prettier-ignore
  });
const declareFigures = (siren = alone) =>
  inApp((app) => {
    const { id } = someone(app, 'rh@verrerie.example', { siren });
    const made = figures(siren);
    insertQvct(app, { siren, claimId: qvctId(siren, made), content: made, declaredOn: today, expiresOn, personId: id }, new Date()); // prettier-ignore
  });
const identify = (...sirens: (typeof alone)[]) => lookUp(sirens, { url, perSecond: 1000 });
const rederive = (on = today) => deriveEmployers({ sirens: [alone], today: on });
const facts = () => JSON.stringify([readProfile(alone), readProfile(filed), [...listSearchDocuments()]]);

describe('an employer without any agreement', () => {
  it('has no page before the register has said who it is, then one with what it declares and no more', async () => {
    declare();
    await rederive();
    expect(readProfile(alone)).toBeNull();
    await identify(alone);
    await rederive();
    expect(readProfile(alone)).toMatchObject({
      name: 'FORGES IMAGINAIRES',
      entries: [{ benefit: 'logement', lead: { state: 'declared' } }],
      agreements: [],
      counts: { agreements: 0, live: 1, attested: 0 },
      changesOn: expiresOn,
    });
    expect([...listSearchDocuments()].find(({ siren }) => siren === alone)).toMatchObject({ agreements: 0 });
    const short = facts();
    await derive({ today });
    expect(facts()).toBe(short);
  });

  it('is in no figure over employers with an agreement', async () => {
    await identify(alone);
    declare();
    await derive({ today });
    expect(readFigures().employers).toBe(2);
    expect(countEmployers(FRANCE)).toBe(1);
  });

  it('goes when all is taken back, answers 410, and comes back with the next declaration', async () => {
    await identify(alone);
    declare();
    await rederive();
    inApp((app) => updateDeclaration(app, listDeclarations(app, alone)[0]!, { status: 'withdrawn' }, new Date())); // prettier-ignore
    await rederive();
    expect(readProfile(alone)).toBeNull();
    expect(findGone(`/employeurs/${alone}`)).toMatchObject({ cause: 'disappeared' });
    declare();
    await rederive();
    expect(readProfile(alone)).not.toBeNull();
    expect(findGone(`/employeurs/${alone}`)).toBeNull();
  });

  it('goes by the calendar when nothing is confirmed, whatever the guard against shrinkage', async () => {
    await identify(alone);
    declare();
    await rederive();
    expect(listChangingBy(expiresOn)).toContain(alone);
    await derive({ today: expiresOn });
    expect(readProfile(alone)).toBeNull();
    expect(findGone(`/employeurs/${alone}`)).toMatchObject({ cause: 'disappeared' });
    expect(readProfile(filed)).not.toBeNull();
  });

  it('has none when it is a person, or withheld, whatever is declared', async () => {
    await identify(alone, trader);
    declare();
    declare(trader);
    await derive({ today });
    expect(readProfile(trader)).toBeNull();
    expect(JSON.stringify([...listSearchDocuments()])).not.toContain('CAMILLE');
    inApp((app) =>
      suppress(app, { kind: 'employer', key: alone, reason: 'court-order', note: null }, [alone], { role: 'operator', siren: alone, before: 'x' }),
    ); // prettier-ignore
    await derive({ today });
    expect(readProfile(alone)).toBeNull();
    expect(findGone(`/employeurs/${alone}`)).toMatchObject({ cause: 'suppressed' });
  });

  it('is asked about once it is claimed, and queued when the register knows it', async () => {
    const app = openApp(path.join(DATA_DIR, 'app.db'));
    someone(app, 'rh@verrerie.example', { siren: alone, isApproved: false });
    expect(await identifyClaimed(app, null, { url, perSecond: 1000 })).toEqual([]);
    someone(app, 'rh@verrerie.example', { siren: alone });
    expect(await identifyClaimed(app, [filed], { url, perSecond: 1000 })).toEqual([]);
    const said: string[] = [];
    const broken = { url: 'http://127.0.0.1:9', perSecond: 1000, pauseMs: 1, log: (line: string) => void said.push(line) }; // prettier-ignore
    expect(await identifyClaimed(app, [alone], broken)).toEqual([]);
    expect(said).toHaveLength(1);
    expect(await identifyClaimed(app, [alone], { url, perSecond: 1000 })).toEqual([alone]);
    expect(await identifyClaimed(app, [alone], { url, perSecond: 1000 })).toEqual([]);
    expect(listOutbox(app).map(({ siren }) => siren)).toEqual([alone]);
    app.$client.close();
    expect(inCorpus(DATA_DIR, (corpus) => readUnits(corpus, [alone]).size)).toBe(1);
  });
});

describe('declared figures', () => {
  const ofFiled = () => readProfile(filed)!.qvct;

  it('stand beside the rest, survive every derivation, lapse on their day and go when taken back', async () => {
    declareFigures(filed);
    await deriveEmployers({ sirens: [filed], today });
    const expected = {
      year: 2025,
      basis: 'declared',
      declaration: { declaredOn: today, expiresOn, isLapsed: false },
      provenance: { source: 'declared', file: `declaration-${filed}-qvct-2025-entreprise` },
    };
    expect(ofFiled()).toMatchObject([expected]);
    const short = facts();
    await derive({ today });
    expect(facts()).toBe(short);
    await derive({ today: expiresOn });
    expect(ofFiled()).toMatchObject([{ declaration: { isLapsed: true } }]);
    inApp((app) => updateQvct(app, listQvct(app, filed)[0]!, { status: 'withdrawn' }, new Date()));
    await derive({ today });
    expect(ofFiled()).toEqual([]);
  });

  it('are withheld like a claim', async () => {
    declareFigures(filed);
    const key = `declaration-${filed}-qvct-2025-entreprise`;
    inApp((app) =>
      suppress(app, { kind: 'claim', key, reason: 'wrong-reading', note: null }, [filed], { role: 'operator', siren: filed, before: 'x' }),
    ); // prettier-ignore
    await derive({ today });
    expect(ofFiled()).toEqual([]);
  });

  it('make a page alone, for as long as they hold', async () => {
    await identify(alone);
    declareFigures();
    await rederive();
    expect(readProfile(alone)).toMatchObject({ entries: [], qvct: [{ basis: 'declared' }] });
    await rederive(expiresOn);
    expect(readProfile(alone)).toBeNull();
  });
});
