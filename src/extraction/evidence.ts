import { names } from './context/naming.ts';
import { QUOTE_LENGTH_MAX } from '../domain/quote.ts';
import type { Values } from '../domain/extraction.ts';
import { quantitiesOf, readingOf } from './context/readings.ts';
import type { Unit } from './context/units.ts';
import * as cues from './standing/cues.ts';
import type { Evidence } from './quotes.ts';
import type { Candidate } from './standing/responses.ts';
import { matchesOf } from './text/matches.ts';

type Span = { start: number; end: number };

const fits = (a: Span, b: Span): Span | null => {
  const joined = { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
  return joined.end - joined.start <= QUOTE_LENGTH_MAX ? joined : null;
};

/** A border of clauses between two words counts as so many characters. */
const CLAUSE_APART = 40;

/** The focus with the nearest verb that grants, where the sentence is too long to be quoted whole and says nothing before. */
function withVerb({ start, end, plain }: Unit, focus: Evidence['focus']): Evidence['focus'] {
  const isHead = focus.end - start <= QUOTE_LENGTH_MAX;
  if (end - start <= QUOTE_LENGTH_MAX || (isHead && cues.VERB.test(plain.slice(0, focus.end - start))))
    return focus;
  const joined = matchesOf(GRANTING, plain)
    .map(({ index, 0: verb }) => fits(focus, { start: start + index, end: start + index + verb.length }))
    .filter((span) => span !== null)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  return joined.find((span) => span.end - start <= QUOTE_LENGTH_MAX) ?? joined[0] ?? focus;
}
const GRANTING = new RegExp(cues.GRANTS.source, 'g');

/** « Compte tenu du congé paternité, il est décidé de maintenir le salaire pendant le congé paternité »: the words that the verb bears on. */
const givenIn = ({ start, end, plain }: Unit, hits: readonly Span[]): Span | undefined =>
  end - start > QUOTE_LENGTH_MAX
    ? hits.find((hit) => GIVING.test(plain.slice(Math.max(0, hit.start - GIVING_REACH), hit.start)))
    : undefined;
const GIVING =
  /\b(?:maintenir|verser|accorder|attribuer|octroyer|financer|instaurer|rembourser|completer|prendre en charge|mettre en place)\b[^.;]*$/;
const GIVING_REACH = 150;

/** Where the words of the benefit stand in the sentence, with the leading figure when both fit in one quote. */
function focusOf(unit: Unit, owner: number, leading: Values[string] | undefined): Evidence['focus'] {
  const shown =
    typeof leading === 'number'
      ? quantitiesOf(unit).find(
          ({ hidden, value }) => hidden === null && (value === leading || value === 100 - leading),
        )
      : undefined;
  const at = ({ start, end }: Span): Span => ({ start: unit.start + start, end: unit.start + end });
  const figure = shown ? at(shown) : null;
  const hits = unit.hits.filter((h) => h.owner === owner);
  const far = ({ start, end }: Span): number => {
    if (!shown) return 0;
    const between = unit.plain.slice(Math.min(end, shown.end), Math.max(start, shown.start));
    return between.length + (between.match(/[,;] /g)?.length ?? 0) * CLAUSE_APART;
  };
  const hit = hits.reduce<Span | null>((best, next) => (best && far(best) <= far(next) ? best : next), null);
  if (hit && figure) return withVerb(unit, fits(at(hit), figure) ?? at(hit));
  if (hit) return withVerb(unit, at(givenIn(unit, hits) ?? hit));
  return figure ?? { start: unit.start, end: Math.min(unit.end, unit.start + 40) };
}

/** « à l’égalité femmes-hommes ; » below « Un budget de 0,2 % est consacré : » says nothing alone. */
const isFragment = ({ plain, kind, intro }: Unit): boolean =>
  intro !== null &&
  kind !== 'row' &&
  kind !== 'heading' &&
  plain.length <= FRAGMENT_MAX &&
  !/\d/.test(plain) &&
  !cues.VERB.test(plain) &&
  !cues.GRANTS.test(plain);
const FRAGMENT_MAX = 140;

/** « Un accord a été conclu sur cette proposition. », too far from what was proposed to stand with it. */
const isBareAnswer = (answer: Unit, owner: number): boolean =>
  !/<[a-z]+:/.test(readingOf(answer)) && !names(answer, owner);

/**
 * The sentence to quote. It holds the decision: the answer stands with the demand, or alone when both are too long. It holds the
 * leading figure: the sentence that gives it stands with the leading one, or alone. Then it grows by what fits: heading, other figures.
 */
export function evidenceOf(candidate: Candidate, used: readonly Unit[], values: Values): Evidence {
  const { unit, above, isNamed, response, owner } = candidate;
  const leading = Object.values(values)[0];
  let span: Span = { start: unit.start, end: unit.end };
  let focus = focusOf(unit, owner, leading);
  for (const needed of [response, used[0] ?? null]) {
    if (!needed || (needed.start >= span.start && needed.end <= span.end)) continue;
    const joined = fits(span, needed);
    if (joined) span = joined;
    else if (needed === response && isBareAnswer(response, owner) && unit.mode === 'offer') continue;
    else if (needed !== response || !used[0] || used[0] === response) {
      span = { start: needed.start, end: needed.end };
      focus = focusOf(needed, owner, leading);
    }
  }
  for (const other of used) span = fits(span, other) ?? span;
  if (isFragment(unit) && unit.intro!.start < span.start)
    span = fits({ start: unit.intro!.start, end: span.end }, span) ?? span;
  if (!isNamed && above && above.start < span.start)
    span = fits({ start: above.start, end: span.end }, span) ?? span;
  return { ...span, focus };
}
