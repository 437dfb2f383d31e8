import { names } from './context/naming.ts';
import { QUOTE_LENGTH_MAX } from '../domain/quote.ts';
import type { Values } from '../domain/extraction.ts';
import { CLAUSE } from './apart-words.ts';
import { openingIn, wordIn } from './clauses.ts';
import type { Unit } from './context/units.ts';
import { readQuantities } from './numbers/reading.ts';
import { scanQuantities } from './numbers/scan.ts';
import { quoteFrom } from './quotes.ts';
import type { Evidence } from './quotes.ts';
import * as cues from './standing/cues.ts';
import type { Candidate } from './standing/responses.ts';
import { STARTS_ACTION } from './text/blocks.ts';
import { normalize } from './text/normalize.ts';
import { quantitiesOf } from './context/readings.ts';

/** Sentences above a row that are looked at for the words that the row lacks. */
const LINES_ABOVE = 12;
/** Characters of its end without which a sentence above is not worth quoting. */
const END_OF_LIST_OPENER = 40;

/** « à partir de 20 ans | 96 € »: a step of a table has no verb. */
const FROM_STEP = /\ba partir d[e']/g;

const says = (plain: string): boolean =>
  CLAUSE.test(plain.includes(' | ') ? plain.replace(FROM_STEP, ' ') : plain) ||
  /\b(?:ayant|justifiant|beneficiant)\b/.test(plain) ||
  STARTS_ACTION.test(plain.replace(/^[\W\d]+/, '')) ||
  cues.GRANTS.test(readQuantities(plain));

/** The quote holds a verb, or a word of the benefit: « Après 15 ans | 15 % » alone holds neither. */
function isGrounded(
  folded: string,
  quote: string,
  { unit, owner, above }: Candidate,
  units: readonly Unit[],
): boolean {
  const start = folded.indexOf(
    quote,
    Math.max(0, Math.min(unit.start, above?.start ?? unit.start) - 2 * QUOTE_LENGTH_MAX),
  );
  const end = start + quote.length;
  if (above && above.start >= start && above.end <= end && above.owners.has(owner)) return true;
  for (let i = unit.index; i >= 0 && units[i]!.end > start; i--)
    if (
      units[i]!.hits.some(
        (hit) =>
          hit.owner === owner && units[i]!.start + hit.start >= start && units[i]!.start + hit.end <= end,
      )
    )
      return true;
  return says(normalize(quote));
}

/**
 * Widened upwards, sentence by sentence, to the nearest one that names the benefit or says something; of a long one its end, since
 * what opens a list stands there.
 */
function widened(
  folded: string,
  evidence: Evidence,
  { unit, owner }: Candidate,
  units: readonly Unit[],
  opening: typeof openingIn,
): Evidence | null {
  const earliest = evidence.end - QUOTE_LENGTH_MAX;
  let first = unit.index;
  while (first + 1 < units.length && units[first]!.end <= evidence.start) first++;
  for (let i = first - 1; i >= 0 && i >= first - LINES_ABOVE; i--) {
    const { start, end, plain } = units[i]!;
    if (end < earliest + END_OF_LIST_OPENER) return null;
    if (!names(units[i]!, owner) && !says(plain)) continue;
    const from = start >= earliest ? start : opening(folded, earliest, end, earliest);
    return { ...evidence, start: Math.min(from, evidence.start) };
  }
  return null;
}

/** Only the figures that the quote prints. */
export const printedIn = (quote: string, values: Values): Values => {
  const printed = new Set(scanQuantities(normalize(quote)).map(({ value }) => value));
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value !== 'number' || printed.has(value)),
  );
};

/** « 20 ans : 4 jours supplémentaires », the highest step of a scale, whose lines name the benefit each. */
function holdsName(
  folded: string,
  quote: string,
  { unit, owner }: Candidate,
  units: readonly Unit[],
): boolean {
  const start = folded.indexOf(quote, unit.end);
  const end = start + quote.length;
  for (let i = unit.index + 1; start >= 0 && i < units.length && units[i]!.start < end; i++)
    if (units[i]!.start >= start && names(units[i]!, owner)) return true;
  return false;
}

/** Sentences below the quote among which a figure may stand that belongs to what it says. */
const FIGURE_WITHIN = 2;

/** Without the figures that only sentences far below the quote print: they may be those of another case. */
export function nearQuote(
  { quote, values }: { quote: string; values: Values },
  said: Unit,
  used: readonly Unit[],
): Values {
  const far = used.filter(
    ({ index, kind, intro }) =>
      kind !== 'row' &&
      index - said.index > FIGURE_WITHIN &&
      (intro === null || (intro.start !== said.start && intro.start !== said.intro?.start)),
  );
  if (far.length === 0) return values;
  const printed = printedIn(quote, values);
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) =>
        name in printed || !far.some((unit) => quantitiesOf(unit).some((one) => one.value === value)),
    ),
  );
}

const MONTHS_PER_YEAR = 12;

/** What an asked or refused item says itself: no figure of its neighbours, but none and one need no figure, and a month makes a year. */
export const saidIn = (quote: string, values: Values): Values => {
  const printed = printedIn(quote, values);
  const yearly = new Set(scanQuantities(normalize(quote)).map(({ value }) => value * MONTHS_PER_YEAR));
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => name in printed || (typeof value === 'number' && (value <= 1 || yearly.has(value))),
    ),
  );
};

/** The sentence that names the benefit, where the figures stand in another one: with the values that it prints itself. */
function ofOwnSentence(
  folded: string,
  evidence: Evidence,
  { unit, owner }: Candidate,
  found: { quote: string; values: Values },
): { quote: string; values: Values } {
  const hit = unit.hits.find((one) => one.owner === owner);
  if (!hit || (evidence.start < unit.end && evidence.end > unit.start)) return found;
  const focus = { start: unit.start + hit.start, end: unit.start + hit.end };
  const own = quoteFrom(folded, { start: unit.start, end: unit.end, focus });
  return own ? { quote: own, values: printedIn(own, found.values) } : found;
}

/** « 4 | Accord sur le temps choisi | 01/09/1999 »: a row of a list of agreements, that grants nothing. */
const LISTED_AGREEMENT =
  /^[^|]{0,12}\|(?:[^|]{0,30}\|)? ?accords?\b[^|]*\| ?\d{1,2}\/\d{1,2}\/(?:19|20)\d\d\W*$/;

/** « …, déduction faite des indemnités (à ce jour 90 %) »: the end of a sentence, that tells what a figure is of and grants nothing. */
const TAIL = /^(?:déduction faite|sous déduction|compte tenu|y compris) /;

/** The sentence from its beginning, with the values printed there. */
function fromItsStart(
  folded: string,
  { start, end }: Evidence,
  values: Values,
): { quote: string; values: Values } | null {
  const own = quoteFrom(folded, { start, end, focus: { start, end: start + 1 } });
  return own ? { quote: own, values: printedIn(own, values) } : null;
}

/**
 * What a grant is quoted by: `quote` as it is when it holds a verb or a word of the benefit, else widened to what stands above, else
 * the title or introduction with what follows it, and then only with the values printed there. Null when nothing of that is literal.
 */
export function groundedIn(
  folded: string,
  units: readonly Unit[],
  candidate: Candidate,
  { quote, evidence, values }: { quote: string; evidence: Evidence; values: Values },
): { quote: string; values: Values } | null {
  if (quote.includes('|') && LISTED_AGREEMENT.test(normalize(quote))) return null;
  const whole = TAIL.test(quote) ? fromItsStart(folded, evidence, values) : null;
  if (whole) return whole;
  if (isGrounded(folded, quote, candidate, units)) return { quote, values };
  for (const opening of [openingIn, wordIn]) {
    const wider = widened(folded, evidence, candidate, units, opening);
    const widerQuote = wider && quoteFrom(folded, wider);
    if (widerQuote && isGrounded(folded, widerQuote, candidate, units)) return { quote: widerQuote, values };
  }
  const { above, unit, isNamed } = candidate;
  if (isNamed && holdsName(folded, quote, candidate, units)) return { quote, values };
  if (isNamed) return ofOwnSentence(folded, evidence, candidate, { quote, values });
  if (!above || above.start >= unit.start) return null;
  const title = quoteFrom(folded, {
    start: above.start,
    end: unit.end,
    focus: { start: above.start, end: Math.min(above.end, above.start + QUOTE_LENGTH_MAX) },
  });
  return title ? { quote: title, values: printedIn(title, values) } : null;
}
