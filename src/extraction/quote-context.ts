import type { QuoteContext } from '../domain/extraction.ts';
import { QUOTE_LENGTH_MAX } from '../domain/quote.ts';
import type { Unit } from './context/units.ts';
import { findPersons } from './persons.ts';
import { quoteFrom } from './quotes.ts';
import type { Candidate } from './standing/responses.ts';

type Span = { start: number; end: number };

/** Sentences above a quote among which the one that names its benefit is looked for. */
const ABOVE_MAX = 15;
/** Titles shown above a quote, nearest last. */
const TITLES_MAX = 3;
/** A mark, a number or a bullet is nothing to read. */
const WORD = /\p{L}{3}/u;

/** What may be printed of a stretch: all of it, or as much as fits beside `focus`; null when a person stands there. */
function pieceOf(folded: string, { start, end }: Span, focus: Span): string | null {
  const whole = folded.slice(start, end).replace(/^[\s,;:.)-]+|[\s,;:]+$/g, '');
  if (!WORD.test(whole)) return null;
  if (whole.length > QUOTE_LENGTH_MAX) return quoteFrom(folded, { start, end, focus });
  return findPersons(whole).length === 0 ? whole : null;
}

/** The nearest sentence above, of the same article, that holds words of the benefit. */
function namedAbove(folded: string, units: readonly Unit[], first: Unit, owner: number): string | null {
  for (let i = first.index - 1; i >= Math.max(0, first.index - ABOVE_MAX); i--) {
    const unit = units[i]!;
    if (unit.article !== first.article) return null;
    const hit = unit.hits.find((one) => one.owner === owner);
    if (hit) return pieceOf(folded, unit, { start: unit.start + hit.start, end: unit.start + hit.end });
  }
  return null;
}

/** What stands around a quote and belongs to it; null when the quote says everything by itself. */
export function contextOf(
  folded: string,
  units: readonly Unit[],
  { unit, owner }: Candidate,
  quote: string,
): QuoteContext | null {
  const start = folded.indexOf(quote, Math.max(0, unit.start - 2 * QUOTE_LENGTH_MAX));
  if (start < 0) return null;
  const end = start + quote.length;
  const first = units.findLast((one) => one.start <= start);
  const last = units.findLast((one) => one.start < end);
  if (!first || !last) return null;
  const head = pieceOf(folded, { start: first.start, end: start }, { start: start - 1, end: start });
  const tail = pieceOf(folded, { start: end, end: last.end }, { start: end, end: end + 1 });
  const shown = { start: start - (head?.length ?? 0) - 1, end: end + (tail?.length ?? 0) + 1 };
  const isNamed = units
    .slice(first.index, last.index + 1)
    .some((one) =>
      one.hits.some(
        (hit) =>
          hit.owner === owner && one.start + hit.start >= shown.start && one.start + hit.end <= shown.end,
      ),
    );
  const above = first.headings.filter((title) => title.end <= start && !/^\W*preambule\b/.test(title.plain));
  const titles = above.flatMap((title) => pieceOf(folded, title, title) ?? []).slice(-TITLES_MAX);
  const isTitled = isNamed || above.slice(-TITLES_MAX).some(({ owners }) => owners.has(owner));
  const line = isTitled ? null : namedAbove(folded, units, first, owner);
  return titles.length > 0 || line || head || tail ? { titles, above: line, head, tail } : null;
}
