import { beforeEach, describe, expect, it } from 'vitest';
import { listLedger } from '#db/app/ledger.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { personOfEmail } from '#db/app/people.ts';
import { erasePerson } from '#db/app/personal-data.ts';
import { listOutbox, listSuppressions } from '#db/app/read.ts';
import { eraseWords, findReport, listOpenReports, listReportEvents } from '#db/app/reports.ts';
import {
  addNote,
  ask,
  closeCorrected,
  confirm,
  propose,
  proposalOf,
  refuse,
  reject,
  type Decision,
} from '#desk/moderation.ts';
import {
  answerQuestion,
  newReceipt,
  readCase,
  readReceipt,
  submitReport,
  type NewReport,
} from '#desk/reports.ts';
import { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import { UNREPEATED } from '#domain/ledger.ts';

const [A, B] = ['111111111', '222222222'] as Siren[] as [Siren, Siren];
const CLAIM = 'ACCOTEXT000000000001-creche';
const FRIDAY = new Date('2026-11-20T09:00:00Z');
const standing = { before: 'Crèche\u00a0: «\u00a0six berceaux\u00a0»', sirens: [A, B] };

let app: AppDatabase;
let first: number;
let second: number;
beforeEach(() => {
  app = openApp(':memory:');
  first = personOfEmail(app, 'a@moderation.example', FRIDAY).id;
  second = personOfEmail(app, 'b@moderation.example', FRIDAY).id;
});

const report = (change: Partial<NewReport> = {}): string =>
  submitReport(
    app,
    {
      kind: 'claim',
      key: CLAIM,
      siren: A,
      shown: { title: 'Crèche', facts: [{ label: 'Valeur', text: '6 berceaux' }] },
      reason: 'misread',
      words: 'Une demande, rien de plus.',
      email: 'quelquun@example.org',
      employerPersonId: null,
      ...change,
    },
    FRIDAY,
  );
const idOf = (receipt: string): number => readCase(app, receipt)!.id;
const by = (moderatorId: number, reportId: number, note = ''): Decision => ({
  reportId, moderatorId, note, readUpTo: listReportEvents(app, reportId).at(-1)!.id,
}); // prettier-ignore

describe('a report', () => {
  it('has a receipt nobody guesses, read as people copy it', () => {
    const receipts = Array.from({ length: 500 }, newReceipt);
    expect(new Set(receipts).size).toBe(500);
    expect(receipts.every((each) => readReceipt(each) === each)).toBe(true);
    const receipt = report();
    for (const typed of [
      receipt.toUpperCase(),
      receipt.replaceAll('-', ''),
      ` ${receipt.replaceAll('-', ' ')} `,
    ])
      expect(readCase(app, typed)?.receipt).toBe(receipt);
    for (const typed of ['', '1', `${receipt.slice(0, -1)}!`, receipt.slice(0, -1), `${receipt}0`, '../..'])
      expect(readCase(app, typed)).toBeNull();
  });

  it('is answered within three working days', () => {
    expect(readCase(app, report())).toMatchObject({ status: 'received', dueOn: '2026-11-25' });
    expect(listOpenReports(app)).toHaveLength(1);
  });

  it('is one of twenty at most about one thing', () => {
    for (let n = 0; n < 20; n++) report({ words: `n° ${n}` });
    expect(() => report({ words: 'encore' })).toThrow(/déjà en cours d’examen/);
    expect(() => report({ key: `${CLAIM}-ues` })).not.toThrow();
  });

  it('sent twice is one report', () => {
    expect(report()).toBe(report());
    expect(report({ words: 'Autre chose.' })).not.toBe(report());
    expect(listOpenReports(app)).toHaveLength(2);
  });

  it('may be asked about, and has a new delay once answered', () => {
    const receipt = report();
    expect(ask(app, by(first, idOf(receipt)), 'which-text')).toEqual([
      { to: 'quelquun@example.org', receipt, isQuestion: true },
    ]);
    expect(readCase(app, receipt)).toMatchObject({
      status: 'asked',
      answer: 'which-text',
      email: 'quelquun@example.org',
    });
    expect(() => answerQuestion(app, receipt, ' \u200b ', FRIDAY)).toThrow(/Écrivez/);
    answerQuestion(app, receipt, 'L’accord de 2025.', FRIDAY, IsoDate.parse('2026-12-23'));
    expect(readCase(app, receipt)).toMatchObject({ status: 'received', dueOn: '2026-12-29' });
    expect(() => answerQuestion(app, receipt, 'Encore.', FRIDAY)).toThrow(/Aucune question/);
  });

  it('loses the address when it is closed, and the words a year later', () => {
    const receipt = report();
    const told = refuse(app, by(first, idOf(receipt), 'vu'), 'quote-exact', FRIDAY);
    expect(told).toEqual([{ to: 'quelquun@example.org', receipt, isQuestion: false }]);
    expect(readCase(app, receipt)).toMatchObject({
      status: 'refused',
      email: null,
      words: 'Une demande, rien de plus.',
    });
    expect(eraseWords(app, FRIDAY)).toBe(0);
    expect(eraseWords(app, new Date(FRIDAY.getTime() + 1))).toBe(1);
    expect(readCase(app, receipt)).toMatchObject({ status: 'refused', words: null });
    expect(listReportEvents(app, idOf(receipt)).map(({ note }) => note)).toEqual([null, null]);
  });
});

describe('a withdrawal', () => {
  it('takes two persons, and changes everything at once', () => {
    const [receipt, other] = [report(), report({ email: null })];
    const id = idOf(receipt);
    propose(app, by(first, id), 'wrong-reading');
    expect(() => confirm(app, by(first, id), standing)).toThrow(/Une autre personne/);
    expect([listSuppressions(app), listOutbox(app), listLedger(app)]).toEqual([[], [], []]);
    expect(confirm(app, by(second, id), standing)).toHaveLength(1);
    expect(listSuppressions(app)).toMatchObject([{ kind: 'claim', key: CLAIM, reason: 'wrong-reading' }]);
    expect(listOutbox(app).map(({ siren }) => siren)).toEqual([A, B]);
    expect(listLedger(app)).toMatchObject([
      {
        action: 'withdrawn',
        role: 'moderators',
        siren: A,
        key: CLAIM,
        reason: 'wrong-reading',
        before: standing.before,
      },
    ]);
    for (const each of [receipt, other])
      expect(readCase(app, each)).toMatchObject({ status: 'accepted', answer: 'wrong-reading', email: null });
    expect(() => refuse(app, by(first, id), 'quote-exact')).toThrow(/déjà clos/);
  });

  it('leaves nothing behind when one part of it fails', () => {
    const id = idOf(report());
    propose(app, by(first, id), 'wrong-reading');
    app.$client.exec("CREATE TRIGGER broken BEFORE INSERT ON ledger BEGIN SELECT raise(ABORT, 'full'); END");
    expect(() => confirm(app, by(second, id), standing)).toThrow(/full/);
    expect([listSuppressions(app), listOutbox(app)]).toEqual([[], []]);
    expect(findReport(app, id)?.status).toBe('proposed');
  });

  it('does not repeat personal data in the ledger', () => {
    const id = idOf(report({ reason: 'person-named' }));
    propose(app, by(first, id), 'personal-data');
    confirm(app, by(second, id), { ...standing, before: 'Madame Durand' });
    expect(listLedger(app)).toMatchObject([{ before: UNREPEATED, siren: A }]);
  });

  it('may be turned down, and taken back by whoever proposed it', () => {
    const id = idOf(report());
    propose(app, by(first, id), 'wrong-reading');
    reject(app, by(second, id, 'La phrase décide bien.'));
    expect(findReport(app, id)).toMatchObject({ status: 'received', answer: null });
    expect(() => confirm(app, by(second, id), standing)).toThrow(/Aucun retrait/);
    propose(app, by(second, id), 'wrong-employer');
    reject(app, by(second, id));
    expect(listReportEvents(app, id).map(({ action, personId }) => [action, personId])).toEqual([
      ['received', null], ['proposed', first], ['rejected', second], ['proposed', second], ['rejected', second],
    ]); // prettier-ignore
  });

  it('is to be proposed again when its author is not there any more', () => {
    const id = idOf(report());
    propose(app, by(first, id), 'wrong-reading');
    erasePerson(app, first);
    const again = personOfEmail(app, 'a@moderation.example', FRIDAY).id;
    expect(proposalOf(app, findReport(app, id)!)).toBeNull();
    expect(() => confirm(app, by(again, id), standing)).toThrow(/Aucun retrait/);
    expect(propose(app, by(again, id), 'wrong-reading')).toEqual([]);
  });
});

describe('two moderators at once', () => {
  it('the second is told, and nothing is lost', () => {
    const id = idOf(report());
    const stale = by(second, id);
    addNote(app, by(first, id, 'Je regarde.'));
    expect(() => refuse(app, stale, 'quote-exact')).toThrow(/a changé depuis/);
    expect(findReport(app, id)?.status).toBe('received');
    expect(() => addNote(app, by(first, id, ' '))).toThrow(/Écrivez la note/);
    expect(() => addNote(app, { ...stale, reportId: 99, note: 'x' })).toThrow(/n’existe pas/);
  });
});

describe('a page corrected since', () => {
  it('is accounted for by one person', () => {
    const id = idOf(report());
    closeCorrected(app, by(first, id), 'reading-corrected', { before: '6 berceaux', after: '5 berceaux' });
    expect(listLedger(app)).toMatchObject([
      {
        action: 'corrected',
        role: 'moderator',
        reason: 'reading-corrected',
        before: '6 berceaux',
        after: '5 berceaux',
      },
    ]);
    expect(findReport(app, id)?.status).toBe('accepted');
  });
});
