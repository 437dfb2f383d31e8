import { QUOTE_LENGTH_MAX } from '../domain/quote.ts';
import { CLAUSE } from './apart-words.ts';
import { MAIN_CLAUSE, SENTENCE_END, openingIn } from './clauses.ts';
import type { Unit } from './context/units.ts';
import { readQuantities } from './numbers/reading.ts';
import { quoteFrom } from './quotes.ts';
import * as cues from './standing/cues.ts';
import type { Candidate } from './standing/responses.ts';
import { normalize } from './text/normalize.ts';
import { matchesOf } from './text/matches.ts';

type Span = { start: number; end: number };

/** Other items of the list that may stand between its first line and the one quoted, which needs it more where it tells no figure. */
const BETWEEN_MAX = 100;
const BETWEEN_MAX_BARE = 180;
/** Lines of a list that a quote opens and that it takes along. */
const ITEMS_MAX = 4;
/** A quote of fewer characters says too little. */
const TOLD_MIN = 40;

const hasFigure = (quote: string): boolean => /\d/.test(quote);
const fits = ({ start, end }: Span): boolean => end - start <= QUOTE_LENGTH_MAX;
const hasVerb = (plain: string): boolean =>
  CLAUSE.test(plain) || cues.VERB.test(plain) || cues.GRANTS.test(readQuantities(plain));

/** « … revalorisée selon les conditions suivantes : » takes along the first lines of what follows, as many as fit whole. */
function withItems(units: readonly Unit[], from: number, span: Span): Span {
  let grown = span;
  let at = span.end;
  let count = 0;
  for (let i = from; i < units.length && count < ITEMS_MAX; i++) {
    const { start, end, kind, plain, block } = units[i]!;
    if (end <= at) continue;
    const wider = { start: span.start, end };
    if (start < at || start - at > 2 || !fits(wider)) break;
    if (kind === 'heading' && units[i]!.article !== units[from]!.article) break;
    at = end;
    // « Pour l’adhésion en : » opens what follows; a second list is another subject.
    if (/:\W*$/.test(plain)) {
      if (count > 0) break;
      continue;
    }
    grown = wider;
    count++;
    if (/[.!?]$/.test(plain) && units[i + 1]?.block !== block) break;
  }
  return grown;
}

/** The main clause of a long opening with the first lines that it announces. */
function fromMainClause(folded: string, units: readonly Unit[], from: number, span: Span): Span | null {
  for (const { index, 0: border } of matchesOf(MAIN_CLAUSE, folded.slice(span.start, span.end))) {
    const start = span.start + index + border.length;
    const cut = { start, end: span.end };
    if (cut.end - cut.start < TOLD_MIN || !hasVerb(normalize(folded.slice(cut.start, cut.end)))) continue;
    const grown = withItems(units, from, cut);
    if (grown.end > cut.end) return grown;
  }
  return null;
}

/** « …, selon les modalités suivantes : », when what follows has no room. */
const ANNOUNCES =
  /,? (?:et (?:ce,? )?)?(?:selon|dans|aux|sous|suivant|avec|conformément (?:à|aux?)) (?:les |la |le |des )?(?:conditions?|modalités|règles|répartition|critères|barème|tableaux?|limites|formes)[^,;:]{0,60}:$/i;

/** « …, sur présentation : », « … pour une durée de : », which leave nobody out. */
const TRAILS =
  /(?:, (?!.*(?:salari|collaborat|personnel|parent))[^,:;]{1,60}| et se [^,:;]{1,60}| pour une durée (?:maximale )?de) ?:$/i;

/** The line that opens the list of an item, when that has no verb and stands close below: what was decided, then what of. */
function withIntroduction(folded: string, { unit }: Candidate, span: Span): Span | null {
  const { intro } = unit;
  if (!intro || hasVerb(normalize(folded.slice(span.start, span.end)))) return null;
  const between = hasFigure(folded.slice(span.start, span.end)) ? BETWEEN_MAX : BETWEEN_MAX_BARE;
  if (intro.end > span.start || span.start - intro.end > between) return null;
  const sentences = /[.!?;] (?=\p{Lu})/gu;
  let start = intro.start;
  for (const { index } of matchesOf(sentences, folded.slice(intro.start, intro.end)))
    start = intro.start + index + 2;
  const earliest = span.end - QUOTE_LENGTH_MAX;
  const opening = normalize(folded.slice(start, intro.end));
  return start >= earliest && start < intro.end && hasVerb(opening) ? { start, end: span.end } : null;
}

/** Whether a reader takes one line for a part of what the other says: of the same section, its title, or what opens its list. */
const isAboveOf = (one: Unit, { section, headings, intro }: Unit): boolean =>
  (intro !== null && one.start >= intro.start && one.end <= intro.end) ||
  (one.kind !== 'row' && (one.section === section || headings.some(({ start }) => start === one.start)));

/** « Cette charte est maintenue jusqu’en décembre. »: with the line above that says which charter, or as much of it as fits. */
function withName(
  folded: string,
  units: readonly Unit[],
  { unit, owner }: Candidate,
  span: Span,
): Span | null {
  const earliest = span.end - QUOTE_LENGTH_MAX;
  let last = unit.index;
  while (last + 1 < units.length && units[last + 1]!.start < span.end) last++;
  // Of a long sentence with a scale the quote may hold the scale alone.
  const said = unit.end <= span.start ? units[last]! : unit;
  for (let i = last; i >= 0 && units[i]!.end > earliest; i--) {
    const { start, hits } = units[i]!;
    if (units[i]!.end <= span.start && !isAboveOf(units[i]!, said)) return null;
    const name = hits.findLast((hit) => hit.owner === owner && start + hit.start < span.end);
    if (!name) continue;
    const at = start + name.start;
    if (at >= span.start || at < earliest) return null;
    return { start: start >= earliest ? start : openingIn(folded, earliest, at, earliest), end: span.end };
  }
  return null;
}

/**
 * The quote with what a reader needs to understand it: the items that it announces, or the line that opens the list it stands in.
 * The quote itself when nothing of that is near, fits and is free of persons.
 */
export function completed(
  folded: string,
  units: readonly Unit[],
  candidate: Candidate,
  quote: string,
): string {
  const { unit } = candidate;
  const at = folded.indexOf(quote, Math.max(0, unit.start - 2 * QUOTE_LENGTH_MAX));
  if (at < 0) return quote;
  const span = { start: at, end: at + quote.length };
  let wider: Span | null = null;
  if (/:\W*$/.test(quote)) {
    // « 800 € pour tous. Les modalités sont les suivantes : »: the decision is told before.
    const told = matchesOf(SENTENCE_END, quote).at(-1);
    const sentence = told ? quote.slice(0, told.index + told[0].length) : '';
    if (
      sentence.length >= TOLD_MIN &&
      hasFigure(sentence) === hasFigure(quote) &&
      hasVerb(normalize(sentence))
    )
      return sentence;
    wider = withItems(units, unit.index, span);
    if (wider.end === span.end) {
      const shorter = fromMainClause(folded, units, unit.index, span);
      const cut = shorter && quoteFrom(folded, { ...shorter, focus: { start: span.end - 1, end: span.end } });
      if (cut) return cut;
      const announced = ANNOUNCES.exec(quote) ?? TRAILS.exec(quote);
      const kept = announced ? quote.slice(0, announced.index) : quote;
      if (kept.length >= TOLD_MIN && hasVerb(normalize(kept)) && hasFigure(kept) === hasFigure(quote))
        return kept.replace(/[\s:]+$/, '');
    }
  } else wider = withIntroduction(folded, candidate, span);
  wider ??= withName(folded, units, candidate, span);
  if (!wider) return quote;
  const whole = quoteFrom(folded, { ...wider, focus: span });
  return whole && whole.includes(quote) ? whole : quote;
}
