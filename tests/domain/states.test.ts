import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_STATES, LIVE_STATES } from '#domain/claim.ts';
import { addDays, todayInParis } from '#domain/dates.ts';
import { stateOf, stateOfText, type Evidence } from '#domain/states.ts';
import { termOf } from '#domain/term.ts';
import { anyDay, anyText, day, noDates, silentText } from '../support/evidence.ts';

type Text = Extract<Evidence, { kind: 'text' }>;
const text = (overrides: Partial<Text>): Text => ({
  kind: 'text',
  standing: 'granted',
  signedOn: day('2023-01-10'),
  term: termOf(
    { ...noDates, signedOn: day('2023-01-10'), effectiveOn: day('2023-02-01'), endsOn: day('2025-01-31') },
    silentText,
  ),
  closure: null,
  oneOff: null,
  ...overrides,
});
const presumed = text({
  term: termOf({ ...noDates, signedOn: day('2023-01-10'), effectiveOn: day('2023-02-01') }, silentText),
});

describe('stateOf', () => {
  it.each([
    ['upcoming', text({}), '2023-01-31', '2023-02-01'],
    ['in-force', text({}), '2023-02-01', '2025-02-01'],
    ['in-force', text({}), '2025-01-31', '2025-02-01'],
    ['lapsed', text({}), '2025-02-01', null],
    ['presumed', presumed, '2028-01-31', '2028-02-01'],
    ['lapsed', presumed, '2028-02-01', null],
    ['in-force', text({ closure: { kind: 'replaced', on: day('2024-06-01') } }), '2024-05-31', '2024-06-01'],
    ['replaced', text({ closure: { kind: 'replaced', on: day('2024-06-01') } }), '2024-06-01', null],
    ['ended', text({ closure: { kind: 'ended', on: day('2024-06-01') } }), '2026-01-01', null],
    ['in-force', text({ oneOff: { year: 2023 } }), '2023-12-31', '2024-01-01'],
    ['one-off', text({ oneOff: { year: 2023 } }), '2024-01-01', null],
    ['one-off', text({ oneOff: { year: null } }), '2024-01-01', null],
    ['restates-law', text({ standing: 'restates-law' }), '2024-01-01', null],
    ['not-agreed', text({ standing: 'demanded' }), '2023-01-01', null],
    ['not-agreed', text({ standing: 'refused' }), '2024-01-01', null],
    ['ended', text({ standing: 'ended' }), '2023-01-01', null],
    ['declared', { kind: 'declaration', declaredOn: day('2024-01-01'), expiresOn: day('2025-01-01') }, '2024-12-31', '2025-01-01'],
    ['lapsed', { kind: 'declaration', declaredOn: day('2024-01-01'), expiresOn: day('2025-01-01') }, '2025-01-01', null],
  ] as const)('%s', (state, evidence, today, changesOn) => {
    expect(stateOf(evidence, day(today))).toEqual({ state, changesOn });
  }); // prettier-ignore

  it('knows every state', () => {
    expect(CLAIM_STATES).toHaveLength(10);
  });

  it('keeps a tacitly renewed text in force after its first end, not for ever', () => {
    const renewed = text({
      term: termOf(
        { ...noDates, effectiveOn: day('2020-01-01') },
        { ...silentText, duration: { kind: 'fixed', months: 12 }, isTacitlyRenewed: true },
      ),
    });
    expect(stateOf(renewed, day('2025-12-31'))).toEqual({ state: 'in-force', changesOn: '2026-01-01' });
    expect(stateOf(renewed, day('2026-01-01')).state).toBe('lapsed');
  });

  it('does not say in force of a text without any date', () => {
    const undated = text({ signedOn: null, term: termOf(noDates, silentText) });
    expect(stateOf(undated, day('2024-01-01')).state).toBe('lapsed');
  });

  it('never shows a text whose stated end is past as live, save a tacit renewal', () => {
    fc.assert(
      fc.property(anyText(), anyDay, ({ evidence, record, terms }, today) => {
        const isPast = record.endsOn !== null && record.endsOn < today;
        if (!isPast || terms.isTacitlyRenewed) return;
        expect(LIVE_STATES).not.toContain(stateOf(evidence, today).state);
      }),
    );
  });

  it('never makes a grant of a demand, a refusal, a reminder of the law or a suppression', () => {
    fc.assert(
      fc.property(anyText(['demanded', 'refused', 'restates-law', 'ended']), anyDay, ({ evidence }, today) => {
        const { state, changesOn } = stateOf(evidence, today);
        expect(['not-agreed', 'restates-law', 'ended']).toContain(state);
        expect(changesOn).toBeNull();
      }),
    );
  }); // prettier-ignore

  it('changes on exactly the next day on which the state differs, day by day', () => {
    fc.assert(
      fc.property(anyText(['granted']), anyDay, ({ evidence }, today) => {
        const { state, changesOn } = stateOf(evidence, today);
        const last = changesOn ?? addDays(today, 15 * 366);
        for (let next = addDays(today, 1); next < last; next = addDays(next, 1))
          expect(stateOf(evidence, next).state).toBe(state);
        if (changesOn) expect(stateOf(evidence, changesOn).state).not.toBe(state);
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on when it was asked before', () => {
    fc.assert(
      fc.property(anyText(), anyDay, ({ evidence }, today) => {
        const { changesOn } = stateOf(evidence, today);
        if (changesOn)
          expect(stateOf(evidence, addDays(changesOn, -1)).state).toBe(stateOf(evidence, today).state);
      }),
    );
  });
});

describe('stateOfText', () => {
  const unread = termOf({ ...noDates, signedOn: day('2019-01-01') }, null);
  it('says nothing of a text nobody could read and whose record has no end', () => {
    const known = { term: unread, closure: null, isRead: false, signedOn: day('2019-01-01') };
    expect(stateOfText(known, day('2026-01-01'))).toEqual({ state: null, changesOn: null });
  });
  it('lapses by the calendar alone', () => {
    const known = {
      term: { ...unread, endsOn: day('2025-01-31'), endBasis: 'text' as const },
      closure: null,
      isRead: false,
      signedOn: day('2023-01-10'),
    };
    expect(stateOfText(known, day('2024-01-01'))).toEqual({ state: 'in-force', changesOn: '2025-02-01' });
    expect(stateOfText(known, day('2025-02-01')).state).toBe('lapsed');
  });
});

describe('todayInParis', () => {
  it.each([
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2024-02-28T23:30:00Z', '2024-02-29'],
  ])('%s is %s', (instant, today) => {
    expect(todayInParis(new Date(instant))).toBe(today);
  });
});
