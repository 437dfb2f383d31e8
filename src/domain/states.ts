import type { AgreementSummary } from './profile.ts';
import type { ClaimState, ClaimTerm, Term } from './claim.ts';
import { addDays, parseIsoDate, type IsoDate } from './dates.ts';
import type { Standing } from './extraction.ts';

/** A later text that closes this one, from its own first day of effect. */
export type Closure = { kind: 'replaced' | 'ended'; on: IsoDate };

/** What the state of a claim is computed from, besides the day. */
export type Evidence =
  | {
      kind: 'text';
      standing: Standing;
      signedOn: IsoDate | null;
      term: ClaimTerm;
      closure: Closure | null;
      oneOff: { year: number | null } | null;
    }
  | { kind: 'declaration'; declaredOn: IsoDate; expiresOn: IsoDate };

export type Dated<State> = {
  state: State;
  /** First day after today on which the state is another one; null = never by the calendar alone. */
  changesOn: IsoDate | null;
};

type Text = Extract<Evidence, { kind: 'text' }>;

/** First day after the term, renewals included. */
const dayAfterTerm = ({ endsOn, renewedUntil }: ClaimTerm): IsoDate | null => {
  const last = renewedUntil ?? endsOn;
  return last && addDays(last, 1);
};

/** A payment made once is over with its year: the one the text names, else that of its effect or signature. */
function dayAfterOneOff({ oneOff, term, signedOn }: Text): IsoDate | null {
  const year = oneOff?.year ?? Number((term.effectiveOn ?? signedOn)?.slice(0, 4));
  return oneOff && year ? parseIsoDate(`${String(year + 1).padStart(4, '0')}-01-01`) : null;
}

function grantStateOn(text: Text, day: IsoDate): ClaimState {
  const { term, closure, oneOff, signedOn } = text;
  if (closure && closure.on <= day) return closure.kind;
  if (term.effectiveOn && term.effectiveOn > day) return 'upcoming';
  const over = dayAfterTerm(term);
  const isOver = over !== null && over <= day;
  if (oneOff) {
    const paid = dayAfterOneOff(text);
    if (isOver || paid === null || paid <= day) return 'one-off';
  }
  // A text without any date cannot be said to be in force.
  const isUndated = term.endBasis === null && term.effectiveOn === null && signedOn === null;
  if (isOver || isUndated) return 'lapsed';
  // What a text of presumed duration recalls is no surer than that text.
  return term.endBasis === 'presumed' || term.presumedFrom !== null ? 'presumed' : 'in-force';
}

function stateOn(evidence: Evidence, day: IsoDate): ClaimState {
  if (evidence.kind === 'declaration') return day < evidence.expiresOn ? 'declared' : 'lapsed';
  switch (evidence.standing) {
    case 'granted':
      return grantStateOn(evidence, day);
    case 'restates-law':
      return 'restates-law';
    case 'demanded':
    case 'refused':
      return 'not-agreed';
    case 'ended':
      // Never « à partir du … »: what a text takes away is no promise, even before its effect.
      return 'ended';
  }
}

/** States change on these days only, so the first one with another state is the exact answer. */
function dated<State>(
  stateAt: (day: IsoDate) => State,
  turningDays: (IsoDate | null)[],
  today: IsoDate,
): Dated<State> {
  const state = stateAt(today);
  const changesOn = turningDays
    .filter((day) => day !== null && day > today)
    .sort()
    .find((day) => stateAt(day!) !== state);
  return { state, changesOn: changesOn ?? null };
}

/** The state of one claim on a day of Europe/Paris, and the day on which the calendar alone will change it. */
export function stateOf(evidence: Evidence, today: IsoDate): Dated<ClaimState> {
  const turningDays =
    evidence.kind === 'declaration'
      ? [evidence.expiresOn]
      : [
          evidence.term.effectiveOn,
          evidence.closure?.on ?? null,
          dayAfterTerm(evidence.term),
          dayAfterOneOff(evidence),
        ];
  return dated((day) => stateOn(evidence, day), turningDays, today);
}

/**
 * The state of a text as a whole; null where nothing is known of its duration (no end date in the record, and a text
 * that could not be read).
 */
export function stateOfText(
  text: { term: Term; closure: Closure | null; isRead: boolean; signedOn: IsoDate | null },
  today: IsoDate,
): Dated<AgreementSummary['state']> {
  const { term, closure, isRead, signedOn } = text;
  const over = dayAfterTerm(term);
  const stateAt = (day: IsoDate): AgreementSummary['state'] => {
    if (closure && closure.on <= day) return 'replaced';
    if (term.effectiveOn && term.effectiveOn > day) return 'upcoming';
    if (term.endBasis === null && (!isRead || (signedOn ?? term.effectiveOn) === null)) return null;
    if (over && over <= day) return 'lapsed';
    return term.endBasis === 'presumed' ? 'presumed' : 'in-force';
  };
  return dated(stateAt, [term.effectiveOn, closure?.on ?? null, over], today);
}
