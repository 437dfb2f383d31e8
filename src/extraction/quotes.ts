import { QUOTE_LENGTH_MAX } from '../domain/quote.ts';
import { findPersons } from './persons.ts';

/** Part of the folded text that a finding rests on; `focus` is where its words stand. */
export type Evidence = { start: number; end: number; focus: { start: number; end: number } };

const isBlank = (character: string | undefined): boolean => character === ' ';

/** Offsets moved inwards to the nearest word boundary. */
function toWords(folded: string, start: number, end: number, focus: Evidence['focus']): [number, number] {
  if (start > 0 && !isBlank(folded[start - 1])) {
    const space = folded.indexOf(' ', start);
    if (space >= 0 && space < focus.start) start = space + 1;
  }
  if (end < folded.length && !isBlank(folded[end])) {
    const space = folded.lastIndexOf(' ', end);
    if (space > focus.end) end = space;
  }
  return [start, end];
}

/** At most 300 characters around the focus, starting at the sentence or at a clause when one is near. */
function shorten(folded: string, { start, end, focus }: Evidence): [number, number] {
  if (end - start <= QUOTE_LENGTH_MAX) return [start, end];
  const room = QUOTE_LENGTH_MAX - Math.min(QUOTE_LENGTH_MAX, focus.end - focus.start);
  if (focus.end - start <= QUOTE_LENGTH_MAX) return toWords(folded, start, start + QUOTE_LENGTH_MAX, focus);
  let from = Math.max(start, focus.start - Math.floor(room / 2));
  const clause = /[,;:|] /g;
  clause.lastIndex = from;
  const found = clause.exec(folded);
  if (found && found.index + 2 < focus.start) from = found.index + 2;
  return toWords(folded, from, Math.min(end, from + QUOTE_LENGTH_MAX), focus);
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
