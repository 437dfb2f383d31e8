import { DATA_DIR } from '../support/data-dir.ts';
import { received, trouble } from '../support/smtp.ts';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertDeclaration } from '#db/app/declarations.ts';
import { findDocument, insertDraft, listDrafts } from '#db/app/drafts.ts';
import { insertLink } from '#db/app/links.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { insertQvct } from '#db/app/qvct.ts';
import { KEPT_DAYS } from '#db/app/retention.ts';
import { people, signInLinks } from '#db/app/schema-accounts.ts';
import { runDaily } from '#desk/daily.ts';
import { storeDocument } from '#desk/declarations/documents.ts';
import { existsSync } from 'node:fs';
import { DeclarationContent, expiryOf } from '#domain/declaration.ts';
import { addDays } from '#domain/dates.ts';
import type { Siren, Siret } from '#domain/ids.ts';
import { qvctId } from '#domain/qvct-declaration.ts';
import { someone } from '../support/desk.ts';
import { buildFacts, day, makeProfile } from '../support/facts.ts';

const SIREN = '111111111' as Siren;
buildFacts(path.join(DATA_DIR, 'facts.db'), [makeProfile()]);
const declaredOn = day('2026-01-10');
const expiresOn = expiryOf(declaredOn);
const content = DeclarationContent.parse({
  benefit: 'creche', values: {}, words: 'Nous réservons dix berceaux à nos salariés.', seniorityMonths: null, excluded: null,
  scope: { kind: 'employer', label: null, sirets: [] }, proof: { kind: 'contract', url: null },
}); // prettier-ignore

let app: AppDatabase;
beforeEach(() => {
  app = openApp(':memory:');
  received.length = 0;
  trouble.isOn = false;
  const person = someone(app, 'rh@verrerie.example', { siren: SIREN });
  someone(app, 'attend@verrerie.example', { siren: SIREN, isApproved: false });
  insertDeclaration(app, { siren: SIREN, claimId: 'declaration-111111111-creche', status: 'published', content, declaredOn, expiresOn, personId: person.id }, new Date()); // prettier-ignore
});
const run = (days: number) => runDaily(app, addDays(expiresOn, -days));

describe('reminders', () => {
  it('leave 60, 30 and 7 days before, once each, to people who are approved', async () => {
    const left: number[] = [];
    for (let days = 70; days >= -5; days--) {
      const { reminders } = await run(days);
      if (reminders > 0) left.push(days);
      await run(days);
    }
    expect(left).toEqual([60, 30, 7]);
    expect(received).toHaveLength(3);
    expect(new Set(received.flatMap(({ to }) => to))).toEqual(new Set(['rh@verrerie.example']));
    expect(received[0]!.text).toContain('expire le 10 janvier 2027');
    expect(received[0]!.text).toContain('https://starfinder.example/espace/111111111');
  });

  it('name figures of QVCT in the same mail, once', async () => {
    const figures = { siret: '11111111100011' as Siret, year: 2025, perimeter: 'entreprise', publishedOn: day('2026-01-01'), sourceUrl: null, method: null, figures: { cse: true } } as const; // prettier-ignore
    insertQvct(app, { siren: SIREN, claimId: qvctId(SIREN, figures), content: figures, declaredOn, expiresOn, personId: null }, new Date()); // prettier-ignore
    expect((await run(60)).reminders).toBe(1);
    expect((await run(59)).reminders).toBe(0);
    expect(received[0]!.text).toContain('Chiffres de QVCT : expire le 10 janvier 2027');
    expect(received[0]!.text).toContain('crèche');
  });

  it('that were missed leave once, the nearest one', async () => {
    expect((await run(20)).reminders).toBe(1);
    expect((await run(19)).reminders).toBe(0);
    expect((await run(6)).reminders).toBe(1);
  });

  it('leave again when the server had refused them', async () => {
    trouble.isOn = true;
    expect((await run(30)).reminders).toBe(0);
    trouble.isOn = false;
    expect((await run(29)).reminders).toBe(1);
  });
});

describe('retention', () => {
  const after = (days: number) => new Date(Date.now() + days * 24 * 3600_000);

  it('forgets links, drafts, documents and accounts when their time is over, not before', async () => {
    const person = someone(app, 'rh@verrerie.example');
    insertLink(app, { tokenHash: 'x', email: 'rh@verrerie.example', siren: null }, new Date());
    const draftId = insertDraft(app, { siren: SIREN, personId: person.id, declarationId: null, declarationVersion: null, content: {} }, new Date()); // prettier-ignore
    await storeDocument(app, { id: draftId, siren: SIREN }, person.id, new File([new Uint8Array(Buffer.from('%PDF-1.7'))], 'a.pdf')); // prettier-ignore
    const { file } = findDocument(app, 1)!;
    const stored = path.join(DATA_DIR, 'documents', file);
    expect(existsSync(stored)).toBe(true);

    await runDaily(app, declaredOn, after(KEPT_DAYS.link - 0.5));
    expect(app.select().from(signInLinks).all()).toHaveLength(1);
    await runDaily(app, declaredOn, after(KEPT_DAYS.link + 0.5));
    expect(app.select().from(signInLinks).all()).toEqual([]);
    expect(listDrafts(app, SIREN)).toHaveLength(1);
    await runDaily(app, declaredOn, after(KEPT_DAYS.draft + 1));
    expect(listDrafts(app, SIREN)).toEqual([]);
    expect([findDocument(app, 1), existsSync(stored)]).toEqual([null, false]);
    expect(app.select().from(people).all()).toHaveLength(2);
    await runDaily(app, declaredOn, after(KEPT_DAYS.account + 1));
    expect(app.select().from(people).all()).toEqual([]);
  });
});
