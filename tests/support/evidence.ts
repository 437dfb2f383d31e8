import fc from 'fast-check';
import { addDays, type IsoDate } from '#domain/dates.ts';
import type { Standing, TextTerms } from '#domain/extraction.ts';
import type { Closure, Evidence } from '#domain/states.ts';
import { termOf, type DatedRecord } from '#domain/term.ts';

export const day = (text: string): IsoDate => text as IsoDate;

export const noDates: DatedRecord = {
  signedOn: null,
  filedOn: null,
  effectiveOn: null,
  endsOn: null,
  hasNoEnd: false,
};

export const silentText: TextTerms = {
  effectiveOn: null,
  endsOn: null,
  duration: null,
  isTacitlyRenewed: false,
  references: [],
  members: { sirens: [], names: [] },
};

/** Days of a short span with leap days in it, so that dates meet often. */
export const anyDay: fc.Arbitrary<IsoDate> = fc
  .integer({ min: 0, max: 12 * 366 })
  .map((days) => addDays(day('2014-01-01'), days));

const maybeDay = fc.option(anyDay);

export const anyRecord: fc.Arbitrary<DatedRecord> = fc.record({
  signedOn: maybeDay,
  filedOn: maybeDay,
  effectiveOn: maybeDay,
  endsOn: maybeDay,
  hasNoEnd: fc.boolean(),
});

export const anyTerms: fc.Arbitrary<TextTerms> = fc.record({
  effectiveOn: maybeDay,
  endsOn: maybeDay,
  duration: fc.option(
    fc.oneof(
      fc.constant({ kind: 'indefinite' as const }),
      fc.integer({ min: 1, max: 60 }).map((months) => ({ kind: 'fixed' as const, months })),
    ),
  ),
  isTacitlyRenewed: fc.boolean(),
  references: fc.constant([]),
  members: fc.constant({ sirens: [], names: [] }),
});

const anyClosure: fc.Arbitrary<Closure> = fc.record({
  kind: fc.constantFrom('replaced' as const, 'ended' as const),
  on: anyDay,
});

/** Evidence as a derivation makes it: a record, what its text says, what later texts did to it. */
export const anyText = (
  standings: readonly Standing[] = ['granted', 'restates-law', 'demanded', 'refused', 'ended'],
): fc.Arbitrary<{ evidence: Extract<Evidence, { kind: 'text' }>; record: DatedRecord; terms: TextTerms }> =>
  fc
    .record({
      record: anyRecord,
      terms: anyTerms,
      standing: fc.constantFrom(...standings),
      closure: fc.option(anyClosure),
      oneOff: fc.option(fc.record({ year: fc.option(fc.integer({ min: 2014, max: 2026 })) })),
    })
    .map(({ record, terms, standing, closure, oneOff }) => ({
      record,
      terms,
      evidence: {
        kind: 'text',
        standing,
        signedOn: record.signedOn,
        term: termOf(record, terms),
        closure,
        oneOff,
      },
    }));
