import type { QuoteContext } from '../domain/extraction.ts';
import { PASSAGE_LENGTH_MAX, QUOTE_LENGTH_MAX } from '../domain/quote.ts';
import { WHOM, linesOverGroups } from './context/over-groups.ts';
import { mayHaveEnded } from './context/shown-article.ts';
import type { Heading, Unit } from './context/units.ts';
import { limitsAround } from './article-conditions.ts';
import { CAPITAL, hasPerson } from './persons.ts';
import { quoteFrom } from './quotes.ts';
import type { Candidate } from './standing/responses.ts';
import { once } from './text/once.ts';
import { groupsIn } from './who/categories.ts';
import { namesEverybody } from './who/everybody.ts';

type Span = { start: number; end: number };

/** Sentences above a quote among which the one that names its benefit is looked for. */
const ABOVE_MAX = 15;
/** A quote stands at most so far from the sentence that it rests on. */
const REACH = 4 * QUOTE_LENGTH_MAX;
/** Titles shown above a quote, nearest last. */
const TITLES_MAX = 3;
/** A mark, a number or a bullet is nothing to read. */
const WORD = /\p{L}{3}/u;

/** A stretch without the marks at its ends: all of it, or as much of a longer one as a quote holds beside `focus`. */
function stretchOf(folded: string, { start, end }: Span, focus: Span, max: number): string | null {
  const whole = trimmed(folded.slice(start, end));
  if (!WORD.test(whole)) return null;
  return whole.length <= max ? whole : quoteFrom(folded, { start, end, focus });
}

const printable = (piece: string | null): string | null =>
  piece === null || hasPerson(piece) ? null : piece;

/** The same within the length of a quote; null when a person stands there. */
const pieceOf = (folded: string, span: Span, focus: Span): string | null =>
  printable(stretchOf(folded, span, focus, QUOTE_LENGTH_MAX));

/** Whole sentences beside another one, in none of which somebody is named, nor from one to the next (« cfdt. brest @ … »); `at`: where they meet it. */
const passageOf = (folded: string, span: Span, at: number): string | null =>
  printable(stretchOf(folded, span, { start: at, end: at }, PASSAGE_LENGTH_MAX));

/** Many quotes stand under one title. */
const shortTitle = once(({ raw }: Heading): string | null =>
  pieceOf(raw, { start: 0, end: raw.length }, NOWHERE),
);
const NOWHERE: Span = { start: 0, end: 0 };
const titleOf = (folded: string, title: Heading): string | null =>
  title.raw.length > QUOTE_LENGTH_MAX ? pieceOf(folded, title, title) : shortTitle(title);

function trimmed(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,;:]/.test(text[end - 1]!)) end--;
  return text.slice(0, end).replace(/^[\s,;:.)-]+/, '');
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

/** The line that opens the list of which a sentence is an item, where it stands above all that is shown. */
const openingOf = (folded: string, { kind, intro, headings }: Unit, shownFrom: number): string | null =>
  intro &&
  (kind === 'item' || kind === 'row') &&
  intro.owners.size === 0 &&
  intro.start >= (headings.at(-1)?.end ?? 0) &&
  intro.end <= shownFrom
    ? pieceOf(folded, intro, intro)
    : null;

const overGroups = (folded: string, units: readonly Unit[], first: Unit, owner: number): string | null =>
  linesOverGroups(units, first, owner).flatMap((one) => pieceOf(folded, one, one) ?? [])[0] ?? null;

const namesSomebody = once(({ raw }: Unit): boolean => hasPerson(raw));
const MAYBE_CAPITAL_LAST = new RegExp(String.raw`${CAPITAL}\S*\s*$`);
/** « Madame » | « Martin »: a name may begin in one line and end in the next. */
function goOn(former: Unit, latter: Unit): boolean {
  const end = former.raw.slice(-40);
  return (
    MAYBE_CAPITAL_LAST.test(end) &&
    /(?:^|[^\p{L}])\p{Lu}[\p{L}.'’-]*\s*$/u.test(end) &&
    /^\W*\p{Lu}/u.test(latter.raw)
  );
}

/** Part of the same article, no title, and nobody is named in it: `one` stands beside, nearer to the quote. */
function goesWith(unit: Unit | undefined, one: Unit): unit is Unit {
  if (!unit || unit.kind === 'heading' || unit.kind === 'contents' || unit.article !== one.article)
    return false;
  const [former, latter] = unit.index < one.index ? [unit, one] : [one, unit];
  return !namesSomebody(unit) && !(goOn(former, latter) && hasPerson(`${former.raw} ${latter.raw}`));
}

/** Where what belongs before a sentence begins: whole sentences as long as they fit, at least the one right before. */
function reachBack(units: readonly Unit[], first: Unit): number {
  let { start } = first;
  for (let i = first.index - 1; goesWith(units[i], units[i + 1]!); i--) {
    if (start < first.start && first.start - units[i]!.start > PASSAGE_LENGTH_MAX) break;
    start = units[i]!.start;
  }
  return start;
}

/** « … sont les suivantes : », « a/ Première partie »: a bare title that a colon opens goes on. */
const isOpened = (title: Unit | undefined, { plain, article }: Unit): title is Unit =>
  title?.kind === 'heading' &&
  title.hits.length === 0 &&
  title.article === article &&
  plain.endsWith(':') &&
  !namesSomebody(title);

/** Where what belongs behind a sentence ends. */
function reachAhead(units: readonly Unit[], last: Unit): number {
  let { end } = last;
  for (let i = last.index + 1; goesWith(units[i], units[i - 1]!) || isOpened(units[i], units[i - 1]!); i++) {
    if (end > last.end && units[i]!.end - last.end > PASSAGE_LENGTH_MAX) break;
    end = units[i]!.end;
  }
  return end;
}

/** Titles with a number close with the next one; others, and those of another benefit, may have ended unseen. */
const NUMBERED_MAX = 2;

/** « Partie fixe de 200 euros payée en juin »: a line of a list, which the word « partie » makes look like a title. */
const SUM = /\d ?(?:€|euros?\b)/;

function isTitleOf(title: Heading, units: readonly Unit[], first: Unit, owner: number): boolean {
  if (title.owners.size > 0 && !WHOM.test(title.plain)) return title.owners.has(owner);
  if (title.article === null && SUM.test(title.plain)) return false;
  if (title.article !== null || title.level <= NUMBERED_MAX)
    return !/^\W*preambule\b/.test(title.plain) && !mayHaveEnded(title, units, first);
  const between = units.slice(Math.max(0, first.index - ABOVE_MAX), first.index);
  return between.every((unit) => unit.start <= title.end || unit.block === first.block);
}

/** The last sentence that begins at a place or before it, looked for from one that stands near. */
function unitAt(units: readonly Unit[], { index }: Unit, at: number): Unit | undefined {
  let i = index;
  while (i + 1 < units.length && units[i + 1]!.start <= at) i++;
  while (i >= 0 && units[i]!.start > at) i--;
  return units[i];
}

/** Where a quote stands that rests on a sentence: the nearest place, for the same words may stand elsewhere too. */
function placeOf(folded: string, quote: string, { start, end }: Unit): number {
  const from = Math.max(0, start - REACH);
  const near = folded.slice(from, end + REACH);
  const back = near.lastIndexOf(quote, start - from);
  const ahead = near.indexOf(quote, start - from);
  const isAhead = ahead >= 0 && (back < 0 || from + ahead - start < start - from - back);
  return isAhead ? from + ahead : back < 0 ? -1 : from + back;
}

/** What stands around a quote and belongs to it; null when the quote says everything by itself. */
export function contextOf(
  folded: string,
  units: readonly Unit[],
  { unit, owner }: Candidate,
  quote: string,
): QuoteContext | null {
  const start = placeOf(folded, quote, unit);
  if (start < 0) return null;
  const end = start + quote.length;
  const first = unitAt(units, unit, start);
  const last = unitAt(units, unit, end - 1);
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
  const reach = { start: reachBack(units, first), end: reachAhead(units, last) };
  const before = passageOf(folded, { start: reach.start, end: first.start }, first.start);
  const after = passageOf(folded, { start: last.end, end: reach.end }, last.end);
  // « … pour l’ensemble du personnel » below « Salaires du personnel ouvrier »: a title that ended unseen.
  const isForAll = units.slice(first.index, last.index + 1).some(({ plain }) => namesEverybody(plain));
  const above = first.headings.filter(
    (title) =>
      title.end <= start && isTitleOf(title, units, first, owner) && !(isForAll && groupsIn(title) !== null),
  );
  // A title may say by itself what is given: what stands below it is its article.
  const asTitle = units[first.index + 1]?.headings.filter((title) => title.start === first.start) ?? [];
  const conditions = passagesOf(
    folded,
    limitsAround(units, first, owner, [...above, ...asTitle]).filter(
      (one) => one.end <= reach.start || one.start >= reach.end,
    ),
  );
  const titles = above.flatMap((title) => titleOf(folded, title) ?? []).slice(-TITLES_MAX);
  const isTitled = isNamed || above.slice(-TITLES_MAX).some(({ owners }) => owners.has(owner));
  const line =
    (isTitled ? null : namedAbove(folded, units, first, owner)) ??
    openingOf(folded, first, reach.start) ??
    overGroups(folded, units, first, owner);
  return titles.length > 0 || line || head || tail || before || after || conditions.length > 0
    ? { titles, above: line, head, tail, before, after, conditions }
    : null;
}

/** A title goes with the first sentence below it. */
const staysWith = (former: Unit, one: Unit): boolean =>
  former.kind === 'heading' ? !hasPerson(`${former.raw} ${one.raw}`) : goesWith(former, one);

/** All that is shown of the conditions told elsewhere, in characters. */
const CONDITIONS_MAX = 1200;

/** These sentences, those that follow each other in one piece, as long as all together are not too long. */
export function passagesOf(folded: string, sentences: readonly Unit[]): string[] {
  const runs: Unit[][] = [];
  let room = CONDITIONS_MAX;
  for (const one of sentences) {
    const length = one.end - one.start + 1;
    if (length > room || length > PASSAGE_LENGTH_MAX || namesSomebody(one)) continue;
    room -= length;
    const run = runs.at(-1);
    const former = run?.at(-1);
    const goesOn = former?.index === one.index - 1 && staysWith(former, one);
    if (run && goesOn && one.end - run[0]!.start <= PASSAGE_LENGTH_MAX) run.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => {
    const last = run.findLast(({ kind }) => kind !== 'heading');
    return (last && passageOf(folded, { start: run[0]!.start, end: last.end }, run[0]!.start)) ?? [];
  });
}
