import { describe, expect, it } from 'vitest';
import type { TextTerms } from '#domain/extraction.ts';
import { inheritTerm, paidOnce, signatureDay, termOf, termOfBenefit } from '#domain/term.ts';
import { day, noDates, silentText } from '../support/evidence.ts';

const text = (terms: Partial<TextTerms>): TextTerms => ({ ...silentText, ...terms });

describe('a text that ends with the next negotiation', () => {
  const record = { ...noDates, signedOn: day('2022-06-08') };
  const term = termOf(record, text({ duration: { kind: 'event' } }));

  it('has no counted end, and is held in force for a year', () =>
    expect(term).toMatchObject({
      endsOn: null,
      endBasis: 'event',
      renewedUntil: '2023-06-07',
      presumedFrom: null,
    }));

  it('ends on a day that its record states', () =>
    expect(
      termOf({ ...record, endsOn: day('2022-12-31') }, text({ duration: { kind: 'event' } })),
    ).toMatchObject({ endsOn: '2022-12-31', endBasis: 'metadata', renewedUntil: null }));

  it('gives way to the day of one benefit', () =>
    expect(termOfBenefit({ until: day('2022-10-31') }, term, record.signedOn)).toMatchObject({
      endsOn: '2022-10-31',
      endBasis: 'clause',
      renewedUntil: null,
    }));

  it('takes no term from the text it amends', () =>
    expect(inheritTerm(term, { ...term, endBasis: 'text' }, record.signedOn)).toBe(term));
});

describe('what is paid once', () => {
  const signed = { ...noDates, signedOn: day('2022-06-08') };

  it('lasts no five years where the text is silent', () =>
    expect(paidOnce(termOf(signed, silentText))).toMatchObject({
      endsOn: null,
      endBasis: null,
      presumedFrom: null,
    }));

  it('keeps the end that the text states', () => {
    const stated = termOf(signed, text({ endsOn: day('2022-12-31') }));
    expect(paidOnce(stated)).toEqual(stated);
  });
});

describe('a filing before the signature that the text prints', () => {
  const filed = { ...noDates, signedOn: day('2023-06-15'), filedOn: day('2023-06-15') };

  it('is not counted from', () => {
    const term = termOf(filed, text({ signedOn: day('2023-10-16') }));
    expect(term).toMatchObject({ effectiveOn: null, endsOn: '2028-10-15', presumedFrom: 'signedOn' });
  });

  it.each([
    ['that stands before it', '2023-06-01'],
    ['on the same day', '2023-06-15'],
    ['years apart', '2027-06-01'],
  ])('but it holds above a signature %s', (_, printed) =>
    expect(termOf(filed, text({ signedOn: day(printed) }))).toEqual(termOf(filed, silentText)),
  );
});

describe('the day of signature', () => {
  const record = { signedOn: day('2022-02-28'), publishedOn: day('2022-06-01') };

  it.each([
    ['the one printed, before the stated one', '2022-01-31', '2022-01-31'],
    ['the one printed, after it', '2022-03-09', '2022-03-09'],
    ['the stated one, where the text prints a day after its publication', '2022-06-02', '2022-02-28'],
    ['the stated one, where the text prints a day of other years', '2020-01-15', '2022-02-28'],
    ['the stated one, where the text prints none', null, '2022-02-28'],
  ])('is %s', (_, printed, expected) =>
    expect(signatureDay(record, printed ? day(printed) : null)).toBe(expected),
  );

  it('is the one printed where none is stated', () =>
    expect(signatureDay({ signedOn: null, publishedOn: null }, day('2022-01-31'))).toBe('2022-01-31'));
});
