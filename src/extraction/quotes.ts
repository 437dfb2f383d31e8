import { QUOTE_LENGTH_MAX } from '../domain/quote.ts';
import { closingIn, mainClauseIn, openingIn } from './clauses.ts';
import { findPersons } from './persons.ts';

/** Part of the folded text that a finding rests on; `focus` is where its words stand. */
export type Evidence = { start: number; end: number; focus: { start: number; end: number } };

/** At most 300 characters around the focus, from the start of the sentence or of a clause to the end of one. */
function shorten(folded: string, { start, end, focus }: Evidence): [number, number] {
  if (end - start <= QUOTE_LENGTH_MAX) return [start, end];
  const main = mainClauseIn(folded, start, end, focus, QUOTE_LENGTH_MAX);
  if (main >= 0 && end - main <= QUOTE_LENGTH_MAX) return [main, end];
  if (focus.end - start <= QUOTE_LENGTH_MAX)
    return [start, closingIn(folded, start, start + QUOTE_LENGTH_MAX, focus)];
  // The end of the sentence is a border by itself; else what follows the focus gets as much room as what stands before it.
  const isNearEnd = end - focus.start <= QUOTE_LENGTH_MAX;
  const room = QUOTE_LENGTH_MAX - Math.min(QUOTE_LENGTH_MAX, focus.end - focus.start);
  const earliest = isNearEnd ? end - QUOTE_LENGTH_MAX : focus.start - Math.floor(room / 2);
  const floor = Math.max(start, focus.end - QUOTE_LENGTH_MAX);
  const from = openingIn(folded, Math.max(start, earliest), focus.start, floor);
  const limit = from + QUOTE_LENGTH_MAX;
  return [from, end <= limit ? end : closingIn(folded, from, limit, focus)];
}

/** Longest stretch around the focus that no person stands in, or null when one stands in the focus itself. */
function avoidPersons(
  folded: string,
  start: number,
  end: number,
  focus: Evidence['focus'],
): [number, number] | null {
  for (const trace of findPersons(folded.slice(start, end))) {
    const from = start + trace.start;
    const to = start + trace.end;
    if (to <= focus.start) return avoidPersons(folded, skipForward(folded, to), end, focus);
    if (from >= focus.end) return [start, trimEnd(folded, start, from)];
    return null;
  }
  return [start, end];
}

const skipForward = (folded: string, at: number): number => {
  let next = at;
  while (next < folded.length && /[\s,;:.)|–-]/.test(folded[next]!)) next++;
  return next;
};
const trimEnd = (folded: string, start: number, at: number): number => {
  let end = at;
  while (end > start && /[\s,;:(|–-]/.test(folded[end - 1]!)) end--;
  return end;
};

/**
 * The quote of a finding: a literal piece of the folded text, at most 300 characters, without any trace of a person.
 * Null when no such piece holds the words of the finding.
 */
export function quoteFrom(folded: string, evidence: Evidence): string | null {
  const [start, end] = shorten(folded, evidence);
  const focus = { start: Math.max(start, evidence.focus.start), end: Math.min(end, evidence.focus.end) };
  const clean = avoidPersons(folded, start, end, focus);
  if (!clean) return null;
  const quote = folded.slice(...clean).trim();
  return quote.length >= 12 ? quote : null;
}
