import { DATA_DIR } from '../support/data-dir.ts';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  closeChanges,
  lastSeq,
  listChangesAfter,
  listChangesIn,
  listChangesOf,
  seqBefore,
} from '#db/changes/read.ts';
import { closeFacts, listProfileKeys, readFigures } from '#db/facts/read.ts';
import { changesBetween, snapshotOf } from '#domain/changes.ts';
import type { Siren } from '#domain/ids.ts';
import { recordChanges } from '#pipeline/publish-changes.ts';
import { rmSync } from 'node:fs';
import { day, makeClaim, makeProfile } from '../support/facts.ts';
import { buildEmployerFacts, type SiteEmployer } from '../support/site.ts';

const [A, B] = ['111111111', '222222222'] as [Siren, Siren];
const CLAIM = `ACCOTEXT000${A}-creche`;

/** Facts of these employers, written down as published on that day. */
function publishAs(generation: number, on: string, employers: SiteEmployer[]): number {
  buildEmployerFacts(DATA_DIR, employers, String(generation));
  closeFacts();
  return recordChanges(listProfileKeys(), readFigures().generation, day(on), new Date(`${on}T05:00:00Z`));
}
const told = (siren: Siren) => listChangesOf(siren, 100).map(({ kind, claim }) => [kind, claim]);

beforeEach(() => {
  closeChanges();
  for (const name of ['changes.db', 'changes.db-wal', 'changes.db-shm']) rmSync(path.join(DATA_DIR, name), { force: true }); // prettier-ignore
});
afterEach(closeFacts);

describe('the change log', () => {
  it('tells a new employer in one line, and a generation once', () => {
    expect(publishAs(1, '2026-09-12', [{ siren: A }, { siren: B }])).toBe(2);
    expect(told(A)).toEqual([['employer-added', null]]);
    expect(publishAs(1, '2026-09-13', [{ siren: A }, { siren: B }])).toBe(0);
  });

  it('tells what changed, under the next number, and nothing of who did not change', () => {
    publishAs(1, '2026-09-12', [{ siren: A }, { siren: B }]);
    expect(publishAs(2, '2026-09-13', [{ siren: A, quote: 'Huit berceaux sont réservés.' }, { siren: B }])).toBe(1); // prettier-ignore
    expect(listChangesAfter(2, 10)).toEqual([
      expect.objectContaining({ seq: 3, siren: A, kind: 'claim-changed', claim: CLAIM, before: 'in-force', after: 'in-force', on: '2026-09-13' }),
    ]); // prettier-ignore
    expect([seqBefore('2026-09-13T00:00:00.000Z'), seqBefore('2027-01-01T00:00:00.000Z')]).toEqual([2, 3]);
    expect(listChangesIn(['35'], 2).map(({ seq }) => seq)).toEqual([3, 2]);
    expect(listChangesIn(['44'], 2)).toEqual([]);
  });

  it('leaves one line of an employer that has gone, and gives no number twice', () => {
    publishAs(1, '2026-09-12', [{ siren: A }, { siren: B }]);
    publishAs(2, '2026-09-13', [{ siren: A }]);
    expect(told(B)).toEqual([['employer-removed', null]]);
    publishAs(3, '2026-09-14', [{ siren: A }, { siren: B }]);
    expect(told(B)).toEqual([
      ['employer-added', null],
      ['employer-removed', null],
    ]);
    expect(lastSeq()).toBe(4);
  });
});

describe('changesBetween', () => {
  const snapshot = (...claims: ReturnType<typeof makeClaim>[]) =>
    snapshotOf(
      makeProfile({ entries: claims.map((lead) => ({ benefit: lead.benefit, lead, others: [] })) }),
      (text) => text,
    );
  it('is nothing between a profile and itself', () => {
    expect(changesBetween(A, snapshot(makeClaim()), snapshot(makeClaim()))).toEqual([]);
  });
  it('tells a state that the calendar changed, and a claim that left', () => {
    const lapsed = makeClaim({ state: 'lapsed' });
    expect(changesBetween(A, snapshot(makeClaim()), snapshot(lapsed))).toEqual([
      expect.objectContaining({ kind: 'claim-changed', before: 'in-force', after: 'lapsed' }),
    ]);
    expect(changesBetween(A, snapshot(makeClaim()), snapshot())).toEqual([
      expect.objectContaining({ kind: 'claim-removed', before: 'in-force', after: null }),
    ]);
  });
  it('says only that the employer changed where no claim and no text did', () => {
    const renamed = snapshotOf(makeProfile({ name: 'Verrerie du Meu' }), (text) => text);
    expect(changesBetween(A, snapshot(makeClaim()), renamed)).toEqual([
      expect.objectContaining({ kind: 'employer-changed' }),
    ]);
  });
});
