import { QUOTE_LENGTH_MAX } from '../domain/quote.ts';
import type { Standing } from '../domain/extraction.ts';
import { closingIn, openingIn } from './clauses.ts';
import { readingOf } from './context/readings.ts';
import type { Unit } from './context/units.ts';
import * as words from './apart-words.ts';
import type { Evidence } from './quotes.ts';
import * as cues from './standing/cues.ts';
import type { Candidate } from './standing/responses.ts';
import { normalize } from './text/normalize.ts';
import { matchesOf } from './text/matches.ts';

type Span = { start: number; end: number };

/** Around the words of the benefit: what is further away bears on something else. */
const WINDOW = 280;
const LINK_MAX = 180;
/** A participle that looks back at its subject stands near it. */
const BACK_MAX = 90;
const HITS_MAX = 6;
/** Shorter lines are labels. */
const ITEM_MIN = 20;
const CLAUSE_MIN = 40;
const HEAD_MAX = 75;

const hull = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
const fits = ({ start, end }: Span): boolean => end - start <= QUOTE_LENGTH_MAX;

export const isApart = (standing: Standing): standing is 'demanded' | 'refused' | 'restates-law' =>
  standing === 'demanded' || standing === 'refused' || standing === 'restates-law';

/** Words of the benefit that are not a circumstance of something else. */
function subjectsOf({ plain, hits }: Unit, owner: number): Span[] {
  return hits
    .filter((hit) => hit.owner === owner)
    .slice(0, HITS_MAX)
    .filter(({ start }) => {
      const before = plain.slice(Math.max(0, start - 80), start);
      return !words.BESIDE.test(before) && !(words.IN_CASE.test(before) && !words.TIME_OFF.test(before));
    });
}

/** First match of a cue that bears on the subject: before it in one clause, or just behind it, looking back. */
function linkedTo(plain: string, subject: Span, cue: RegExp, isLoose: boolean): Span | null {
  const from = Math.max(0, subject.start - WINDOW);
  for (const match of matchesOf(cue, plain.slice(from, subject.end + WINDOW))) {
    const start = from + match.index;
    const end = start + match[0].length;
    const span = { start, end };
    if (cue === words.ASKS && words.BOTH_SIDES.test(plain.slice(Math.max(0, start - 80), start))) continue;
    if (start < subject.end && end > subject.start) return span;
    if (end <= subject.start) {
      const between = plain.slice(end, subject.start);
      if (between.length <= LINK_MAX && !words.OTHER_CLAUSE.test(between)) return span;
      continue;
    }
    if (cue === words.INTENDS && !words.LOOKS_BACK.test(match[0])) continue;
    const between = plain.slice(subject.end, start);
    const isTopic =
      between.includes(':') ||
      /^\W*(?:concernant|s'agissant|sur|quant|en ce qui concerne|pour)\b/.test(plain);
    if (between.length <= (isLoose || isTopic ? LINK_MAX : BACK_MAX) && !/[;]|\. /.test(between)) return span;
  }
  return null;
}

/** Subject and cue of a sentence that itself asks, intends or refuses. */
function pleaOf(unit: Unit, owner: number): Span | null {
  const { plain } = unit;
  if (words.CASE.test(plain)) return null;
  for (const subject of subjectsOf(unit, owner)) {
    const near = plain.slice(Math.max(0, subject.start - WINDOW), subject.end + WINDOW);
    const isRequest = words.REQUEST.test(near) || cues.REFUSES_ONE_EMPLOYEE.test(near);
    if (isRequest) continue;
    const isCovered = words.COVERED.test(near);
    const cue =
      linkedTo(plain, subject, words.ASKS, false) ??
      (isCovered ? null : linkedTo(plain, subject, words.REFUSES, true)) ??
      (isCovered || words.AGENDA.test(near) ? null : linkedTo(plain, subject, words.INTENDS, true));
    if (cue && fits(hull(cue, subject))) return hull(cue, subject);
  }
  return null;
}

/** Lines without verb in a run of actions, or that open with an infinitive: the shape of a list of wishes. */
const WISHES: ReadonlySet<string> = new Set(['shape:list-of-actions', 'shape:infinitive']);
const HAS_QUANTITY = /<(?:eur|pct|day|week|month|hour|split)/;
const isMarked = ({ intro, headings, role }: Unit): boolean =>
  role === 'demand' || [intro, ...headings].some((title) => title && words.MARKS_DEMANDS.test(title.plain));

/** A verb in the main clause: a decision among demands, and no demand. */
const tells = (plain: string): boolean => words.TELLS.test(plain.split(words.HANGS, 1)[0]!);

/** Item of a list that the text marks as demands or refusals: what is asked, in full, with the benefit at its head. */
function itemOf({ unit, owner, verdict }: Candidate): Span | null {
  const { plain, mode, kind } = unit;
  const isListed = mode === 'demand' || mode === 'refused';
  const isWish = unit.intro === null && verdict.rules.some((rule) => WISHES.has(rule));
  if (!isListed && !isWish) return null;
  if (kind === 'row' || plain.length < ITEM_MIN || tells(plain) || words.CASE.test(plain)) return null;
  const opening = words.OPENS_ACTION.exec(plain)?.[0].length ?? 0;
  // « Participation aux bénéfices » is the name of the thing, not what is to be done with it.
  const hasAction =
    opening > 0 &&
    unit.hits.every((hit) => hit.owner !== owner || hit.start >= opening || hit.end <= opening - 4);
  const hasFigure = isListed && isMarked(unit) && HAS_QUANTITY.test(readingOf(unit));
  // A title with an action and no figure may stand in a table of contents.
  if (kind === 'heading' ? !(hasAction && hasFigure) : !hasAction && !hasFigure) return null;
  return subjectsOf(unit, owner).find(({ start }) => start <= HEAD_MAX) ?? null;
}

/** Subject and reference of a sentence that recalls a rule. */
function ruleOf(unit: Unit, owner: number): Span | null {
  const { plain, mode, kind } = unit;
  if (kind === 'heading' || kind === 'row' || mode === 'demand' || mode === 'refused') return null;
  if (plain.length < CLAUSE_MIN || !words.CLAUSE.test(plain) || /:\W*$/.test(plain)) return null;
  for (const subject of subjectsOf(unit, owner)) {
    const near = plain.slice(Math.max(0, subject.start - WINDOW), subject.end + WINDOW);
    if (words.NO_RULE.test(near) || words.OWN_MEASURE.test(near)) continue;
    for (const cue of [words.LAW, words.RECALLS]) {
      const found = linkedTo(plain, subject, cue, true);
      if (found && fits(hull(found, subject))) return hull(found, subject);
    }
  }
  return null;
}

/** The sentence, or as many whole clauses of it around the focus as a quote holds. */
function clausesAround({ start, end, plain }: Unit, focus: Span): Evidence {
  const at = { start: start + focus.start, end: start + focus.end };
  if (end - start <= QUOTE_LENGTH_MAX) return { start, end, focus: at };
  const floor = Math.max(0, focus.end - QUOTE_LENGTH_MAX);
  const from = floor === 0 ? 0 : openingIn(plain, floor, focus.start, floor);
  const limit = from + QUOTE_LENGTH_MAX;
  const to = limit >= plain.length ? plain.length : closingIn(plain, from, limit, focus);
  return { start: start + from, end: start + to, focus: at };
}

/** The title that names the benefit and the sentence below it, which asks or refuses without naming it again. */
function titledPlea({ unit, above, owner }: Candidate): Evidence | null {
  if (!above || above.owners.size > 2 || unit.start - above.end > 2 || unit.hits.length > 0) return null;
  const { plain } = unit;
  if (/:\W*$/.test(plain)) return null;
  const span = { start: above.start, end: unit.end };
  if (
    !fits(span) ||
    [words.AGENDA, words.REQUEST, words.COVERED, words.CASE].some((other) => other.test(plain))
  )
    return null;
  const isPlea = [words.ASKS, words.REFUSES, words.INTENDS].some((cue) => plain.search(cue) >= 0);
  return isPlea && above.owners.has(owner) ? { ...span, focus: span } : null;
}

/** Item and the line just above that opens its list and says what it is, when one quote holds both. */
function introduced({ unit, owner }: Candidate): Evidence | null {
  const { intro, plain } = unit;
  if (!intro || unit.kind === 'heading' || unit.kind === 'row' || tells(plain)) return null;
  const span = { start: intro.start, end: unit.end };
  const subject = subjectsOf(unit, owner)[0];
  if (!subject || subject.start > HEAD_MAX || !fits(span) || words.OF_PAPERS.test(intro.plain)) return null;
  const isPlea =
    intro.plain.search(words.ASKS) >= 0 ||
    (!words.AGENDA.test(intro.plain) && intro.plain.search(words.INTENDS) >= 0);
  return isPlea
    ? { ...span, focus: { start: unit.start + subject.start, end: unit.start + subject.end } }
    : null;
}

/** The demand with the answer to it, when one quote holds both. */
function answered({ unit, owner, response }: Candidate): Evidence | null {
  if (!response || (response.plain.search(words.REFUSES) < 0 && response.plain.search(words.INTENDS) < 0))
    return null;
  const span = hull(unit, response);
  const subject = subjectsOf(unit, owner)[0];
  if (!subject || !fits(span) || unit.kind === 'row') return null;
  return { ...span, focus: { start: unit.start + subject.start, end: unit.start + subject.end } };
}

/**
 * What a claim that is no grant rests on: the piece of text that holds the benefit and, bearing on it, the demand, the refusal, the
 * intention or the law. Null when the text does not say it in one place: then nothing is claimed.
 */
export function ownEvidence(candidate: Candidate, standing: Standing): Evidence | null {
  const { unit, owner, isNamed } = candidate;
  // « € net par mois pour … »: the sentence lost its beginning; « Prévoyance : » opens what follows.
  if (/^[€%).,;]/.test(unit.plain)) return null;
  if (standing === 'restates-law') {
    const rule = isNamed ? ruleOf(unit, owner) : null;
    return rule && clausesAround(unit, rule);
  }
  const joined = isNamed ? answered(candidate) : titledPlea(candidate);
  if (joined || !isNamed || /:\W*$/.test(unit.plain)) return joined;
  const plea = unit.kind === 'row' && !words.CLAUSE.test(unit.plain) ? null : pleaOf(unit, owner);
  const focus = (plea && unit.kind !== 'heading' ? plea : null) ?? itemOf(candidate);
  return focus ? clausesAround(unit, focus) : introduced(candidate);
}

/** Grants rest on other proof; whatever else is claimed must speak for itself. */
export const speaksForItself = (candidate: Candidate, standing: Standing): boolean =>
  !isApart(standing) || ownEvidence(candidate, standing) !== null;

/** A grant read as the law's because of its figure is a whole clause, or nothing. */
export const isClause = (quote: string): boolean => {
  const plain = normalize(quote);
  return plain.length >= CLAUSE_MIN && words.CLAUSE.test(plain) && !plain.includes(' | ');
};
