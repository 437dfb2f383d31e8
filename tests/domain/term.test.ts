import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextTerms } from '#domain/extraction.ts';
import {
  begunOn,
  endedBy,
  inheritTerm,
  lastDayOf,
  termOf,
  termOfBenefit,
  type DatedRecord,
} from '#domain/term.ts';
import { anyRecord, anyTerms, day, noDates, silentText } from '../support/evidence.ts';

const record = (dates: Partial<DatedRecord>): DatedRecord => ({ ...noDates, ...dates });
const text = (terms: Partial<TextTerms>): TextTerms => ({ ...silentText, ...terms });

describe('termOf', () => {
  it('takes the effect from the record, else the text, else the day after filing', () => {
    const all = record({
      effectiveOn: day('2024-01-01'),
      filedOn: day('2024-03-01'),
      signedOn: day('2023-12-01'),
    });
    const said = text({ effectiveOn: day('2024-02-01') });
    expect(termOf(all, said)).toMatchObject({ effectiveOn: '2024-01-01', effectiveBasis: 'metadata' });
    expect(termOf({ ...all, effectiveOn: null }, said)).toMatchObject({
      effectiveOn: '2024-02-01',
      effectiveBasis: 'text',
    });
    expect(termOf({ ...all, effectiveOn: null }, silentText)).toMatchObject({
      effectiveOn: '2024-03-02',
      effectiveBasis: 'presumed',
    });
    expect(termOf(noDates, silentText)).toMatchObject({ effectiveOn: null, effectiveBasis: null });
  });

  it('does not take a date decades away for an effective date', () => {
    const signed = record({ signedOn: day('2023-12-01') });
    expect(termOf(signed, text({ effectiveOn: day('1998-01-01') })).effectiveOn).toBeNull();
  });

  it('keeps the earliest stated end', () => {
    const stated = record({ signedOn: day('2023-01-10'), endsOn: day('2026-12-31') });
    expect(termOf(stated, text({ endsOn: day('2025-12-31') }))).toMatchObject({
      endsOn: '2025-12-31',
      endBasis: 'text',
    });
    expect(termOf(stated, text({ endsOn: day('2027-12-31') }))).toMatchObject({
      endsOn: '2026-12-31',
      endBasis: 'metadata',
    });
    expect(termOf(stated, text({ duration: { kind: 'indefinite' } })).endsOn).toBe('2026-12-31');
  });

  it('reads 2999 as no end, unless the text states one', () => {
    const noEnd = record({ signedOn: day('2023-01-10'), effectiveOn: day('2023-02-01'), hasNoEnd: true });
    expect(termOf(noEnd, silentText)).toMatchObject({ endsOn: null, endBasis: 'metadata' });
    expect(termOf(noEnd, text({ duration: { kind: 'fixed', months: 36 } }))).toMatchObject({
      endsOn: '2026-01-31',
      endBasis: 'text',
    });
  });

  it('does not take the end of another text, before this one begins, for its own', () => {
    const signed = record({ signedOn: day('2023-01-10') });
    expect(termOf(signed, text({ endsOn: day('2022-12-31') })).endBasis).toBe('presumed');
  });

  it.each([
    ['effect', { signedOn: '2020-01-10', filedOn: '2020-02-01', effectiveOn: '2020-03-01' }, '2025-02-28', 'effectiveOn'],
    ['filing', { signedOn: '2020-01-10', filedOn: '2020-02-01' }, '2025-02-01', 'filedOn'],
    ['signature', { signedOn: '2020-01-10' }, '2025-01-09', 'signedOn'],
  ])('presumes five years from the %s of a silent text', (_, dates, endsOn, presumedFrom) => {
    expect(termOf(record(dates as Partial<DatedRecord>), silentText)).toMatchObject({
      endsOn,
      endBasis: 'presumed',
      presumedFrom,
    });
  }); // prettier-ignore

  it('presumes from 10 August 2016 on, pinned from both sides', () => {
    expect(termOf(record({ signedOn: day('2016-08-10') }), silentText)).toMatchObject({
      endsOn: '2021-08-09',
      endBasis: 'presumed',
    });
    expect(termOf(record({ signedOn: day('2016-08-09') }), silentText)).toMatchObject({
      endsOn: null,
      endBasis: null,
    });
  });

  it('presumes nothing where a duration is stated or nobody could read the text', () => {
    const signed = record({ signedOn: day('2020-01-10') });
    expect(termOf(signed, text({ duration: { kind: 'indefinite' } }))).toMatchObject({
      endsOn: null,
      endBasis: 'text',
    });
    expect(termOf(signed, null)).toMatchObject({ endsOn: null, endBasis: null, presumedFrom: null });
  });

  it('holds a renewed text for five more years, with its first end kept', () => {
    const signed = record({ effectiveOn: day('2020-01-01') });
    const renewed = text({ duration: { kind: 'fixed', months: 12 }, isTacitlyRenewed: true });
    expect(termOf(signed, renewed)).toMatchObject({ endsOn: '2020-12-31', renewedUntil: '2025-12-31' });
  });

  it('never ends a text later than any end somebody stated', () => {
    fc.assert(
      fc.property(anyRecord, fc.option(anyTerms), (dates, terms) => {
        const { endsOn } = termOf(dates, terms);
        if (dates.endsOn) expect(endsOn! <= dates.endsOn).toBe(true);
      }),
    );
  });
});

describe('lastDayOf', () => {
  it.each([
    ['2024-01-01', 36, '2026-12-31'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2023-03-01', 12, '2024-02-29'],
  ])('%s + %d months ends on %s', (start, months, end) => {
    expect(lastDayOf(day(start), months)).toBe(end);
  });
});

describe('inheritTerm', () => {
  const parent = termOf(record({ effectiveOn: day('2020-01-01'), endsOn: day('2024-12-31') }), silentText);
  it('gives a silent amendment the end of what it amends', () => {
    const silent = termOf(record({ signedOn: day('2022-01-01') }), silentText);
    expect(inheritTerm(silent, parent, day('2022-01-01'))).toMatchObject({
      endsOn: '2024-12-31',
      endBasis: 'metadata',
    });
  });
  it('leaves an amendment its own end, and one that came after the end of its parent its presumption', () => {
    const own = termOf(record({ signedOn: day('2022-01-01'), endsOn: day('2023-01-01') }), silentText);
    expect(inheritTerm(own, parent, day('2022-01-01'))).toEqual(own);
    const late = termOf(record({ signedOn: day('2025-02-01') }), silentText);
    expect(inheritTerm(late, parent, day('2025-02-01'))).toEqual(late);
  });
});

describe('a sentence that says its own last day', () => {
  const open = { effectiveOn: null, effectiveBasis: null, endsOn: null, endBasis: 'metadata' as const, renewedUntil: null, presumedFrom: null }; // prettier-ignore

  it('ends there, whatever its text says after that day', () => {
    expect(endedBy(open, day('2022-12-31'))).toMatchObject({ endsOn: '2022-12-31', endBasis: 'clause' });
    const renewed = { ...open, endsOn: day('2021-12-31'), renewedUntil: day('2026-12-31') };
    expect(endedBy(renewed, day('2022-12-31'))).toMatchObject({ endsOn: '2022-12-31', renewedUntil: null });
    const presumed = { ...open, endsOn: day('2027-01-01'), endBasis: 'presumed' as const, presumedFrom: 'signedOn' as const }; // prettier-ignore
    expect(endedBy(presumed, day('2022-12-31'))).toMatchObject({ endsOn: '2022-12-31', presumedFrom: null });
  });

  it('that comes before its text takes effect is of something that began before', () =>
    expect(endedBy({ ...open, effectiveOn: day('2023-01-01'), effectiveBasis: 'text' }, day('2022-12-31'))).toMatchObject({
      effectiveOn: null,
      effectiveBasis: null,
      endsOn: '2022-12-31',
    })); // prettier-ignore

  it('never outlives its text, and says nothing where it names no day', () => {
    const short = { ...open, endsOn: day('2021-12-31') };
    expect(endedBy(short, day('2022-12-31'))).toBe(short);
    expect(endedBy(short, null)).toBe(short);
  });
});

describe('what another agreement set up', () => {
  const ended = {
    effectiveOn: day('2023-01-01'),
    effectiveBasis: 'text',
    endsOn: day('2023-12-31'),
    endBasis: 'text',
    renewedUntil: null,
    presumedFrom: null,
  } as const;

  it('ends on the day that is told of it, even after the text that recalls it', () =>
    expect(termOfBenefit({ isRecalled: true, endsOn: day('2025-06-30') }, ended, null)).toEqual({
      ...ended,
      effectiveOn: null,
      effectiveBasis: null,
      endsOn: '2025-06-30',
      endBasis: 'clause',
    }));

  it('is known to be there as long as the text that recalls it, and no end is told of it', () =>
    expect(termOfBenefit({ isRecalled: true, endsOn: null }, ended, null)).toEqual({
      ...ended,
      effectiveOn: null,
      effectiveBasis: null,
      endBasis: 'recalled',
    }));

  it('is presumed to last as its text is, where nothing is stated', () => {
    const silent = { ...ended, endBasis: 'presumed', presumedFrom: 'effectiveOn' } as const;
    expect(termOfBenefit({ isRecalled: true, endsOn: null }, silent, null)).toEqual({
      ...silent,
      effectiveOn: null,
      effectiveBasis: null,
      endBasis: 'recalled',
    });
  });

  it('has no end of its own told where the text that recalls it has none', () =>
    expect(termOfBenefit({ isRecalled: true, endsOn: null }, { ...ended, endsOn: null }, null)).toMatchObject(
      { effectiveOn: null, endsOn: null, endBasis: 'recalled' },
    ));

  it('has no end where that is told of it, and does not begin with the text that recalls it', () =>
    expect(termOfBenefit({ isRecalled: true, endsOn: null, isEndless: true }, ended, null)).toMatchObject({
      effectiveOn: null,
      endsOn: null,
      endBasis: 'clause',
    }));
});

it('a benefit given until the next talks has no printed end, whatever that of its text', () => {
  const term = {
    effectiveOn: day('2023-03-01'),
    effectiveBasis: 'text',
    endsOn: day('2023-12-31'),
    endBasis: 'text',
    renewedUntil: null,
    presumedFrom: null,
  } as const;
  expect(termOfBenefit({ isUntilTalks: true }, term, null)).toEqual({
    ...term,
    endsOn: null,
    endBasis: 'event',
    renewedUntil: '2024-02-29',
  });
});

it('holds a silent record of disagreement in force for a year, and presumes nothing of it', () => {
  const signed = record({ signedOn: day('2023-03-13') });
  expect(termOf(signed, text({ isOneSided: true }))).toMatchObject({
    endsOn: null,
    endBasis: null,
    presumedFrom: null,
    renewedUntil: '2024-03-12',
  });
  expect(termOf(signed, text({ isOneSided: true, endsOn: day('2023-12-31') }))).toMatchObject({
    endsOn: '2023-12-31',
    endBasis: 'text',
    renewedUntil: null,
  });
});

it('a target of a year after the end of its text does not outlive it', () => {
  const term = {
    effectiveOn: day('2023-01-01'),
    effectiveBasis: 'text',
    endsOn: day('2024-12-31'),
    endBasis: 'text',
    renewedUntil: null,
    presumedFrom: null,
  } as const;
  expect(termOfBenefit({ until: day('2026-12-31'), isTarget: true }, term, null).endsOn).toBe('2024-12-31');
  expect(termOfBenefit({ until: day('2023-12-31'), isTarget: true }, term, null).endsOn).toBe('2023-12-31');
});

it('a first day that is unclear is not told, and its end stays', () => {
  const term = {
    effectiveOn: day('2023-01-01'),
    effectiveBasis: 'text',
    endsOn: day('2023-12-31'),
    endBasis: 'text',
    renewedUntil: null,
    presumedFrom: null,
  } as const;
  expect(begunOn(term, 'unclear', null)).toEqual({ ...term, effectiveOn: null, effectiveBasis: null });
});

describe('a benefit with a last day of its own', () => {
  const term = {
    effectiveOn: day('2023-01-01'),
    effectiveBasis: 'metadata',
    endsOn: day('2023-12-31'),
    endBasis: 'text',
    renewedUntil: null,
    presumedFrom: null,
  } as const;

  it.each(['2023-06-30', '2024-02-29'])('ends then, before or after its text: %s', (until) =>
    expect(termOfBenefit({ until: day(until) }, term, null)).toEqual({
      ...term,
      endsOn: until,
      endBasis: 'clause',
    }),
  );

  it('ends with its text where both name the same day', () =>
    expect(termOfBenefit({ until: term.endsOn }, term, null)).toBe(term));
});

describe('a sentence that says its own first day', () => {
  const term = {
    effectiveOn: day('2023-01-01'),
    effectiveBasis: 'metadata',
    endsOn: day('2023-12-31'),
    endBasis: 'text',
    renewedUntil: null,
    presumedFrom: null,
  } as const;
  const signedOn = day('2022-12-10');

  it('begins there', () =>
    expect(begunOn(term, day('2023-03-01'), signedOn)).toEqual({
      ...term,
      effectiveOn: '2023-03-01',
      effectiveBasis: 'clause',
    }));

  it('begins with its text where it tells none', () => expect(begunOn(term, null, signedOn)).toBe(term));

  it.each([
    ['a day after its end', day('2024-01-01')],
    ['one long before the signature', day('2012-03-01')],
  ])('is not told where that is %s', (_, first) =>
    expect(begunOn(term, first, signedOn)).toEqual({ ...term, effectiveOn: null, effectiveBasis: null }),
  );
});
