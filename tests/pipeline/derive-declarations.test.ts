import { DATA_DIR } from '../support/data-dir.ts';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertDeclaration, listDeclarations, updateDeclaration } from '#db/app/declarations.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { suppress } from '#db/app/write.ts';
import { closeFacts, listChangingBy, listSearchDocuments, readProfile } from '#db/facts/read.ts';
import { DeclarationContent, expiryOf } from '#domain/declaration.ts';
import { addDays } from '#domain/dates.ts';
import { declarationClaimId } from '#domain/declared-claim.ts';
import { derive, deriveEmployers } from '#pipeline/derive.ts';
import { applyArchive, inCorpus, sirenOfNumber } from '../support/corpus.ts';
import { day } from '../support/facts.ts';
import { someone } from '../support/desk.ts';
import { crecheText, fixedTerm } from '../support/prose.ts';

const today = day('2026-09-12');
const siren = sirenOfNumber(1);
const expiresOn = expiryOf(today);

beforeEach(async () => {
  closeFacts();
  for (const name of ['corpus.db', 'facts.db', 'extractions.db', 'app.db', 'app.db-wal', 'app.db-shm'])
    rmSync(path.join(DATA_DIR, name), { force: true });
  inCorpus(DATA_DIR, (corpus) =>
    applyArchive(corpus, '20260101-060000', {
      filed: [{ n: 1, siren, text: crecheText(6, fixedTerm), title: 'Accord sur la crèche' }],
    }),
  );
  await derive({ today });
});

const inApp = <T>(work: (app: AppDatabase) => T): T => {
  const app = openApp(path.join(DATA_DIR, 'app.db'));
  try {
    return work(app);
  } finally {
    app.$client.close();
  }
};
const contentOf = (change: Partial<DeclarationContent> = {}): DeclarationContent =>
  DeclarationContent.parse({
    benefit: 'logement', values: { amount: 800 }, words: 'Une aide au déménagement de 800 euros est versée à tous.',
    scope: { kind: 'employer', label: null, sirets: [] }, seniorityMonths: 6, excluded: 'stagiaires',
    proof: { kind: 'charter', url: 'https://verrerie.example/charte' }, ...change,
  }); // prettier-ignore
const publish = (change: Partial<DeclarationContent> = {}, status: 'published' | 'pending' = 'published') =>
  inApp((app) => {
    const content = contentOf(change);
    const person = someone(app, 'rh@verrerie.example', { siren });
    insertDeclaration(app, { siren, claimId: declarationClaimId(siren, content), status, content, declaredOn: today, expiresOn, personId: person.id }, new Date()); // prettier-ignore
  });
const entry = (benefit: string) => readProfile(siren)!.entries.find((each) => each.benefit === benefit);
const rederive = (on = today) => deriveEmployers({ sirens: [siren], today: on });

describe('a published declaration', () => {
  it('becomes a claim of the profile and of the search, and survives every derivation', async () => {
    publish();
    await rederive();
    const check = () => {
      expect(entry('logement')?.lead).toMatchObject({
        state: 'declared',
        quote: 'Une aide au déménagement de 800 euros est versée à tous.',
        values: { amount: 800 },
        agreement: null,
        declaration: { declaredOn: today, expiresOn, proof: { kind: 'charter' } },
        eligibility: { seniorityMonths: 6, excluded: ['stagiaires'] },
      });
      const [document] = [...listSearchDocuments()];
      expect(document!.claims.filter(({ benefit }) => benefit === 'logement')).toMatchObject([
        { state: 'declared' },
      ]);
      expect(readProfile(siren)!.counts).toMatchObject({ attested: 1, live: 2 });
    };
    check();
    await derive({ today });
    check();
  });

  it('gives the same facts by the short way and by the whole derivation', async () => {
    publish();
    await rederive();
    const short = JSON.stringify([readProfile(siren), [...listSearchDocuments()]]);
    await derive({ today });
    expect(JSON.stringify([readProfile(siren), [...listSearchDocuments()]])).toBe(short);
  });

  it('lapses by the calendar alone, on its day', async () => {
    publish();
    await rederive();
    expect(readProfile(siren)!.changesOn! <= expiresOn).toBe(true);
    await rederive(addDays(expiresOn, -1));
    expect(entry('logement')!.lead.state).toBe('declared');
    expect(listChangingBy(expiresOn)).toContain(siren);
    await rederive(expiresOn);
    expect(entry('logement')!.lead.state).toBe('lapsed');
  });

  it('never outdates what a text says', async () => {
    publish({
      benefit: 'creche' as never,
      values: { cribs: 40 },
      words: 'Nous réservons quarante berceaux à nos salariés.',
    });
    await rederive();
    expect(entry('creche')).toMatchObject({
      lead: { state: 'in-force', values: { cribs: 6 } },
      others: [{ state: 'declared', values: { cribs: 40 } }],
    });
  });

  it('is gone when it is withdrawn', async () => {
    publish();
    await rederive();
    inApp((app) =>
      updateDeclaration(app, listDeclarations(app, siren)[0]!, { status: 'withdrawn' }, new Date()),
    );
    await rederive();
    expect(entry('logement')).toBeUndefined();
  });

  it('is not derived while it waits, when it is suppressed, or when it names somebody', async () => {
    publish({}, 'pending');
    publish({
      benefit: 'velo-voiture' as never,
      values: {},
      words: 'Un vélo de fonction, à demander à Mme Martin au siège.',
    });
    publish({
      benefit: 'restauration' as never,
      values: {},
      words: 'Un restaurant d’entreprise est ouvert à tous les salariés.',
    });
    inApp((app) =>
      suppress(
        app,
        { kind: 'claim', key: `declaration-${siren}-restauration`, reason: 'wrong-reading', note: null },
        [siren],
        { role: 'operator', siren, before: 'x' },
      ),
    );
    await derive({ today });
    for (const benefit of ['logement', 'velo-voiture', 'restauration'])
      expect(entry(benefit)).toBeUndefined();
  });
});
