import { beforeEach, describe, expect, it } from 'vitest';
import { listLedger } from '#db/app/ledger.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { personOfEmail } from '#db/app/people.ts';
import { listOutbox } from '#db/app/read.ts';
import { listReplies } from '#db/app/replies.ts';
import { publishReply, withdrawReply } from '#desk/replies.ts';
import type { SignedInPerson } from '#desk/sessions.ts';
import type { Siren } from '#domain/ids.ts';
import { UNREPEATED } from '#domain/ledger.ts';

const [A, B] = ['111111111', '222222222'] as Siren[] as [Siren, Siren];
const target = { siren: A, claimId: 'ACCOTEXT000000000001-creche' };
const WORDS = 'Cet accord a été remplacé en 2026.';

let app: AppDatabase;
let id: number;
beforeEach(() => {
  app = openApp(':memory:');
  id = personOfEmail(app, 'rh@example.fr', new Date()).id;
});
const person = (change: Partial<SignedInPerson> = {}): SignedInPerson => ({
  id, email: 'rh@example.fr', label: 'rh', isModerator: false,
  rights: [{ siren: A, role: 'editor', isApproved: true }], ...change,
}); // prettier-ignore

describe('a reply', () => {
  it('is published at once, with its page and its line of the ledger', () => {
    publishReply(app, person(), target, WORDS);
    expect(listReplies(app, A)).toMatchObject([{ claimId: target.claimId, words: WORDS }]);
    expect(listOutbox(app).map(({ siren }) => siren)).toEqual([A]);
    expect(listLedger(app)).toMatchObject([
      { action: 'reply-published', role: 'employer', siren: A, before: 'Aucune réponse', after: WORDS },
    ]);
  });

  it('takes the place of the one before; sent twice it changes nothing', () => {
    publishReply(app, person(), target, WORDS);
    publishReply(app, person(), target, WORDS);
    publishReply(app, person(), target, 'Le nouvel accord est déposé.');
    publishReply(app, person(), { siren: A, claimId: null }, 'Voir notre site.');
    expect(listReplies(app, A).map(({ words }) => words)).toEqual([
      'Le nouvel accord est déposé.',
      'Voir notre site.',
    ]);
    expect(listLedger(app)).toHaveLength(3);
  });

  it('is withdrawn by the employer', () => {
    expect(() => withdrawReply(app, person(), target)).toThrow(/Aucune réponse/);
    publishReply(app, person(), target, WORDS);
    withdrawReply(app, person(), target);
    expect(listReplies(app)).toEqual([]);
    expect(listLedger(app)[0]).toMatchObject({
      action: 'reply-withdrawn',
      before: WORDS,
      after: 'Aucune réponse',
    });
  });

  it.each([
    ['nobody', null],
    ['somebody without a right', { rights: [] }],
    [
      'somebody who waits for approval',
      { rights: [{ siren: A, role: 'owner' as const, isApproved: false }] },
    ],
    ['an owner of another employer', { rights: [{ siren: B, role: 'owner' as const, isApproved: true }] }],
  ])('is refused to %s', (_, change) => {
    const who = change && person(change);
    expect(() => publishReply(app, who, target, WORDS)).toThrow(/ne permet pas/);
    publishReply(app, person(), target, WORDS);
    expect(() => withdrawReply(app, who, target)).toThrow(/ne permet pas/);
  });

  it('is put in by a moderator for an employer without account', () => {
    publishReply(app, person({ isModerator: true, rights: [] }), target, WORDS);
    expect(listLedger(app)[0]).toMatchObject({ role: 'moderator', action: 'reply-published' });
    withdrawReply(app, person({ isModerator: true, rights: [] }), target);
    expect(JSON.stringify(listLedger(app))).not.toContain(WORDS);
    expect(listLedger(app)[0]).toMatchObject({
      action: 'reply-withdrawn',
      reason: 'personal-data',
      before: UNREPEATED,
    });
  });

  it('names nobody, holds no markup, nothing invisible', () => {
    for (const words of [
      '',
      'Madame Durand vous répond.',
      '<b>gras</b>',
      'in\u200bvisible',
      'x'.repeat(2001),
    ])
      expect(() => publishReply(app, person(), target, words)).toThrow();
    expect(listReplies(app)).toEqual([]);
  });
});
