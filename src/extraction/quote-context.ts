import type { QuoteContext } from '../domain/extraction.ts';
import { QUOTE_LENGTH_MAX } from '../domain/quote.ts';
import { names } from './context/naming.ts';
import type { Unit } from './context/units.ts';
import { findPersons } from './persons.ts';
import { quoteFrom } from './quotes.ts';
import type { Candidate } from './standing/responses.ts';

type Span = { start: number; end: number };

/** Sentences above a quote among which the one that names its benefit is looked for. */
const ABOVE_MAX = 15;
/** A mark, a number or a bullet is nothing to read. */
const WORD = /\p{L}{3}/u;

/** What may be printed of a stretch: all of it, or as much as fits beside `focus`; null when a person stands there. */
function pieceOf(folded: string, { start, end }: Span, focus: Span): string | null {
  const whole = folded.slice(start, end).replace(/^[\s,;:.)-]+|[\s,;:]+$/g, '');
  if (!WORD.test(whole)) return null;
  if (whole.length > QUOTE_LENGTH_MAX) return quoteFrom(folded, { start, end, focus });
  return findPersons(whole).length === 0 ? whole : null;
}

/** The nearest title or sentence above that holds words of the benefit. */
function namedAbove(folded: string, units: readonly Unit[], first: Unit, owner: number): string | null {
  const titles: (Span & { hits?: Unit['hits'] })[] = first.headings.filter(({ owners }) => owners.has(owner));
  if (first.intro?.owners.has(owner)) titles.push(first.intro);
  for (let i = first.index - 1; i >= Math.max(0, first.index - ABOVE_MAX); i--) {
    const unit = units[i]!;
    if (unit.article !== first.article && unit.kind !== 'heading') break;
    if (!names(unit, owner)) continue;
    titles.push(unit);
    break;
  }
  if (titles.length === 0) return null;
  const nearest = titles.reduce((a, b) => (b.start > a.start ? b : a));
  const hit = nearest.hits?.find((one) => one.owner === owner) ?? { start: 0, end: 1 };
  return pieceOf(folded, nearest, { start: nearest.start + hit.start, end: nearest.start + hit.end });
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
  const above = isNamed ? null : namedAbove(folded, units, first, owner);
  return above || head || tail ? { above, head, tail } : null;
}
