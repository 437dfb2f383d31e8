import type { AgreementRecord } from './agreement.ts';
import type { ClaimTerm, Term } from './claim.ts';
import { addDays, addMonths, addYears, parseIsoDate, type IsoDate } from './dates.ts';
import type { Lasting, TextTerms } from './extraction.ts';

/** Day from which a text silent on its duration lasts five years (law 2016-1088, L2222-4). */
export const PRESUMED_SINCE = parseIsoDate('2016-08-10')!;
export const PRESUMED_YEARS = 5;

/** An effective date this far from the signature is a date of something else. */
const PLAUSIBLE_YEARS = 5;

export type DatedRecord = Pick<
  AgreementRecord,
  'signedOn' | 'filedOn' | 'effectiveOn' | 'endsOn' | 'hasNoEnd'
>;

/** Last day of a period of whole months: three years from 1 January 2024 end on 31 December 2026. */
export function lastDayOf(start: IsoDate, months: number): IsoDate {
  const next = addMonths(start, months);
  // From 29 February, a year ends on 28 February: the month has no 29th to stop the day before.
  return next.slice(8) < start.slice(8) ? next : addDays(next, -1);
}

/**
 * When a text takes and loses effect. `terms`: what the text says of itself, null when it could not be read.
 *
 * - Effect: the record's date, else the text's, else the day after filing (L2261-1).
 * - End: the earliest of the record's date and the text's own (date, or duration from the effect), since an end that
 *   somebody stated and that is past must never be shown as a right. `2999-01-01` and « durée indéterminée » are no
 *   end.
 * - Nothing said at all: five years (L2222-4) for texts signed from 10 August 2016, no end before that day; nothing
 *   is presumed of a text nobody could read. The law says so of agreements only: a record of disagreement that is silent is held in
 *   force for a year.
 * - « Jusqu’à la prochaine négociation annuelle »: no end is counted; the text is held in force for a year.
 * - A filing before the printed signature is not counted from.
 * - Tacit renewal: the end stays the first one; the text is held in force for five years of renewals after it, the
 *   horizon the law gives to silence, then its duration has to be confirmed.
 */
export function termOf(filed: DatedRecord, terms: TextTerms | null): Term {
  const record = withPrintedDay(filed, terms?.signedOn ?? null);
  const effect = effectOf(record, terms);
  const end = statedEnd(record, terms, effect.effectiveOn ?? record.signedOn);
  if (end) {
    const renewedUntil =
      terms?.isTacitlyRenewed && end.endsOn ? lastDayOf(addDays(end.endsOn, 1), 12 * PRESUMED_YEARS) : null;
    return { ...effect, ...end, presumedFrom: null, renewedUntil };
  }
  if (terms?.isOneSided && terms.duration === null) return unsettled(effect, record.signedOn);
  const silent = { ...effect, ...(terms ? presumedEnd(record, effect) : SILENT), renewedUntil: null };
  return terms?.duration?.kind === 'event' ? untilTalks(silent, record.signedOn) : silent;
}

/** The term of what an employer decides alone after a failed negotiation, for a time that is not told. */
function unsettled(effect: Effect, signedOn: IsoDate | null): Term {
  const start = effect.effectiveOn ?? signedOn;
  return { ...effect, ...SILENT, renewedUntil: start && lastDayOf(start, EVENT_MONTHS) };
}

/** The term of what ends with the next yearly negotiation, on no day that is told. */
function untilTalks(term: Term, signedOn: IsoDate | null): Term {
  const start = term.effectiveOn ?? signedOn;
  if (!start) return term;
  return { ...term, ...SILENT, endBasis: 'event', renewedUntil: lastDayOf(start, EVENT_MONTHS) };
}

/** A printed day further than this from the stated one is that of another text, or a slip. */
const SIGNATURE_YEARS = 1;

/** The day that the text prints above its signatures (« Fait à Brive, le … »), unless it cannot be; else the one stated with it. */
export function signatureDay(
  { signedOn, publishedOn }: Pick<AgreementRecord, 'signedOn' | 'publishedOn'>,
  printed: IsoDate | null,
): IsoDate | null {
  if (!printed || (publishedOn && printed > publishedOn)) return signedOn;
  return !signedOn || isNear(printed, signedOn, SIGNATURE_YEARS, SIGNATURE_YEARS) ? printed : signedOn;
}

/** A filing told to precede by this much the signature that the text prints has a slip in one of its figures. */
const SLIP_YEARS = 2;

/** A text is not filed before it is signed: of the two days the printed one holds, and nothing is counted from the other. */
function withPrintedDay(record: DatedRecord, printed: IsoDate | null): DatedRecord {
  const { filedOn, signedOn } = record;
  if (!printed || !filedOn || filedOn >= printed || !isNear(printed, filedOn, 0, SLIP_YEARS)) return record;
  return { ...record, filedOn: null, signedOn: signedOn && signedOn > printed ? signedOn : printed };
}

type Effect = Pick<Term, 'effectiveOn' | 'effectiveBasis'>;
type End = Pick<Term, 'endsOn' | 'endBasis'>;
/** A text that ends with the next yearly negotiation is held in force for so long. */
const EVENT_MONTHS = 12;
const SILENT = { endsOn: null, endBasis: null, presumedFrom: null } as const;

function effectOf(record: DatedRecord, terms: TextTerms | null): Effect {
  if (record.effectiveOn) return { effectiveOn: record.effectiveOn, effectiveBasis: 'metadata' };
  const said = terms?.effectiveOn ?? null;
  if (said && isNear(said, record.signedOn, PLAUSIBLE_YEARS, PLAUSIBLE_YEARS))
    return { effectiveOn: said, effectiveBasis: 'text' };
  if (record.filedOn) return { effectiveOn: addDays(record.filedOn, 1), effectiveBasis: 'presumed' };
  return { effectiveOn: null, effectiveBasis: null };
}

/** No more than so many years before the signature, or after it. */
const isNear = (day: IsoDate, signedOn: IsoDate | null, back: number, ahead: number): boolean =>
  signedOn === null || (day >= addYears(signedOn, -back) && day <= addYears(signedOn, ahead));

function statedEnd(record: DatedRecord, terms: TextTerms | null, start: IsoDate | null): End | null {
  const inText = textEnd(terms, start);
  if (record.endsOn && (!inText || record.endsOn <= inText))
    return { endsOn: record.endsOn, endBasis: 'metadata' };
  if (inText) return { endsOn: inText, endBasis: 'text' };
  if (record.hasNoEnd) return { endsOn: null, endBasis: 'metadata' };
  return terms?.duration?.kind === 'indefinite' ? { endsOn: null, endBasis: 'text' } : null;
}

/** An end before the start is the end of another text, quoted in this one. */
function textEnd(terms: TextTerms | null, start: IsoDate | null): IsoDate | null {
  if (terms?.endsOn && (start === null || terms.endsOn >= start)) return terms.endsOn;
  return terms?.duration?.kind === 'fixed' && start ? lastDayOf(start, terms.duration.months) : null;
}

function presumedEnd(
  record: DatedRecord,
  effect: Effect,
): Pick<Term, 'endsOn' | 'endBasis' | 'presumedFrom'> {
  const { effectiveOn, effectiveBasis } = effect;
  const from = effectiveOn ?? record.signedOn;
  if (from === null || (record.signedOn ?? from) < PRESUMED_SINCE) return SILENT;
  return {
    endsOn: lastDayOf(from, 12 * PRESUMED_YEARS),
    endBasis: 'presumed',
    presumedFrom:
      effectiveOn === null ? 'signedOn' : effectiveBasis === 'presumed' ? 'filedOn' : 'effectiveOn',
  };
}

/**
 * An amendment that says nothing of its own duration lives as long as the text it amends, unless that one had ended
 * before the amendment began.
 */
export function inheritTerm(amendment: Term, amended: Term, signedOn: IsoDate | null): Term {
  if (amendment.endBasis !== null && amendment.endBasis !== 'presumed') return amendment;
  const start = amendment.effectiveOn ?? signedOn;
  const last = amended.renewedUntil ?? amended.endsOn;
  if (amended.endBasis === null || (last !== null && (start === null || last < start))) return amendment;
  const { endsOn, endBasis, presumedFrom, renewedUntil } = amended;
  return { ...amendment, endsOn, endBasis, presumedFrom, renewedUntil };
}

/**
 * The term of one benefit, to which its text may give another time than to itself, counted from its effect, else from its signature, or
 * no end at all.
 */
export function termOfBenefit(lasts: Lasting | null, term: Term, signedOn: IsoDate | null): ClaimTerm {
  if (lasts === null) return term;
  if ('isRecalled' in lasts) return termOfRecalled(lasts, term);
  if ('isUntilTalks' in lasts) return untilTalks(term, signedOn);
  if ('isEndless' in lasts)
    return { ...term, endsOn: null, endBasis: 'clause', renewedUntil: null, presumedFrom: null };
  if ('until' in lasts && lasts.isTarget && term.endBasis !== 'presumed') return endedBy(term, lasts.until);
  // Its own day counts, before or after that of the text.
  if ('until' in lasts)
    return endedBy(term.endsOn === lasts.until ? term : { ...term, endsOn: null }, lasts.until);
  const start = term.effectiveOn ?? signedOn;
  return endedBy(term, start && lastDayOf(start, lasts.months));
}

/**
 * The term of what another agreement set up: the last day that is told of it, whatever the text that recalls it, or none where that
 * one is told to have no end; else it is held to be there as long as that text, whose own end or lack of one says nothing of it. When
 * it began is not told.
 */
function termOfRecalled({ endsOn, isEndless }: Recalled, term: Term): ClaimTerm {
  const began = { effectiveOn: null, effectiveBasis: null };
  if (endsOn || isEndless)
    return { ...began, endsOn, endBasis: 'clause', renewedUntil: null, presumedFrom: null };
  return { ...term, ...began, endBasis: term.endBasis && 'recalled' };
}
type Recalled = Extract<Lasting, { isRecalled: true }>;

/** Farther from the signature, a day is that of something else. */
const AHEAD_YEARS = 3;
const BACK_YEARS = 1;

/** The term of one benefit that its own sentence gives from another day than that of its text. One that is unclear, or too far from the signature, is not told. */
export function begunOn(
  term: ClaimTerm,
  day: IsoDate | 'unclear' | null,
  signedOn: IsoDate | null,
): ClaimTerm {
  if (day === null) return term;
  const isTold =
    day !== 'unclear' &&
    isNear(day, signedOn, BACK_YEARS, AHEAD_YEARS) &&
    (term.endsOn === null || day <= term.endsOn);
  return isTold
    ? { ...term, effectiveOn: day, effectiveBasis: 'clause' }
    : { ...term, effectiveOn: null, effectiveBasis: null };
}

/** What is paid once does not last the five years that the law gives to a silent text. */
export const paidOnce = (term: ClaimTerm): ClaimTerm =>
  term.endBasis === 'presumed' ? { ...term, endsOn: null, endBasis: null, presumedFrom: null } : term;

/** The term of one benefit that has its own last day: the earlier of both, never renewed beyond it. One that is over before its text began has begun before it. */
export function endedBy(term: Term, day: IsoDate | null): ClaimTerm {
  if (day === null || (term.endsOn !== null && term.endsOn <= day && term.renewedUntil === null)) return term;
  const began =
    term.effectiveOn !== null && term.effectiveOn > day ? { effectiveOn: null, effectiveBasis: null } : {};
  return { ...term, ...began, endsOn: day, endBasis: 'clause', renewedUntil: null, presumedFrom: null };
}
