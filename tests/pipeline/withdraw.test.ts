import { DATA_DIR } from '../support/data-dir.ts';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listLedger } from '#db/app/ledger.ts';
import { openApp } from '#db/app/open.ts';
import { listOutbox, listSuppressions } from '#db/app/read.ts';
import { closeFacts } from '#db/facts/read.ts';
import { UNREPEATED } from '#domain/ledger.ts';
import { liftWithdrawal, withdraw } from '#pipeline/withdraw.ts';
import { buildFacts, makeClaim, makeProfile } from '../support/facts.ts';

const CLAIM = makeClaim().id;
const DECLARED = 'declaration-111111111-creche';
const profile = makeProfile();
const declaration = { declaredOn: makeClaim().agreement!.signedOn!, expiresOn: makeClaim().agreement!.signedOn!, proof: { kind: 'due', url: null } } as const; // prettier-ignore

beforeEach(() => {
  closeFacts();
  rmSync(path.join(DATA_DIR, 'app.db'), { force: true });
  const others = [makeClaim({ id: DECLARED, agreement: null, declaration, state: 'declared' })];
  buildFacts(path.join(DATA_DIR, 'facts.db'), [
    { ...profile, entries: [{ ...profile.entries[0]!, others }] },
  ]);
});
afterAll(closeFacts);

function read() {
  const app = openApp(path.join(DATA_DIR, 'app.db'));
  const kept = {
    withheld: listSuppressions(app),
    queue: listOutbox(app).map(({ siren }) => siren),
    ledger: listLedger(app),
  };
  app.$client.close();
  return kept;
}

describe('withdrawing by command', () => {
  it('withholds, queues and accounts for a claim', () => {
    expect(withdraw(CLAIM, 'wrong-reading', 'vu')).toMatchObject({ kind: 'claim', key: CLAIM, pages: 1 });
    const { withheld, queue, ledger } = read();
    expect(withheld).toMatchObject([{ kind: 'claim', key: CLAIM, reason: 'wrong-reading', note: 'vu' }]);
    expect(queue).toEqual([profile.siren]);
    expect(ledger).toMatchObject([
      {
        action: 'withdrawn',
        role: 'operator',
        siren: profile.siren,
        reason: 'wrong-reading',
        after: 'Retiré du site',
      },
    ]);
    expect(ledger[0]!.before).toContain(makeClaim().quote);
  });

  it('takes what an employer declares, an agreement, an employer', () => {
    withdraw(DECLARED, 'wrong-reading');
    withdraw(profile.agreements[0]!.id, 'personal-data');
    withdraw(profile.siren, 'right-to-object');
    const { withheld, ledger } = read();
    expect(withheld.map(({ kind }) => kind)).toEqual(['agreement', 'claim', 'employer']);
    expect(ledger.map(({ kind, siren, before }) => [kind, siren, before])).toEqual([
      ['employer', null, UNREPEATED],
      ['agreement', null, UNREPEATED],
      ['claim', null, UNREPEATED],
    ]);
  });

  it('is undone by command, and says so', () => {
    withdraw(CLAIM, 'wrong-reading');
    liftWithdrawal(CLAIM);
    expect(read().withheld).toEqual([]);
    expect(read().ledger[0]).toMatchObject({
      action: 'restored',
      before: 'Retiré du site',
      after: 'Remis en ligne',
    });
    expect(() => liftWithdrawal(CLAIM)).toThrow(/is not withheld/);
  });

  it.each([
    ['a mistyped claim', `${CLAIM}x`, 'wrong-reading', /there is no claim.*Claims beside it/],
    ['a mistyped declaration', `${DECLARED}x`, 'wrong-reading', new RegExp(`there is no claim.*${DECLARED}`)],
    ['nothing known', 'zzz', 'wrong-reading', /is neither an agreement/],
    ['a reason of no list', CLAIM, 'because', /--reason must be one of/],
  ])('refuses %s', (_, key, reason, message) => {
    expect(() => withdraw(key, reason)).toThrow(message);
    expect(read().ledger).toEqual([]);
  });
});
