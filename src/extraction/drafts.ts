import type { Finding, Standing, Values } from '../domain/extraction.ts';
import { ownEvidence } from './apart.ts';
import { isOfOthers, isPaid, isPresent } from './asides.ts';
import type { Cluster } from './clusters.ts';
import { completed } from './completion.ts';
import { readingOf } from './context/readings.ts';
import type { Unit } from './context/units.ts';
import { oneOffOf, yearBelow } from './duration/one-off.ts';
import { timeOf } from './duration/time.ts';
import type { Time } from './duration/time.ts';
import { evidenceOf } from './evidence.ts';
import { withoutPresent } from './numbers/present.ts';
import { groundedIn, nearQuote, saidIn } from './grounds.ts';
import type { Draft } from './merge.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import { quoteFrom } from './quotes.ts';
import type { Evidence } from './quotes.ts';
import { isUncertain, readCluster, readGrant } from './said.ts';
import type { Candidate } from './standing/responses.ts';
import { toldAlone } from './standing/told.ts';
import { withoutStrays } from './values.ts';
import { isGiven } from './weigh.ts';
import { nextTo, plainOf, whomOf } from './who/around.ts';
import { eligibilityOfGrant, eligibilityTold } from './who/eligible.ts';
import { isOfItemBefore } from './who/items.ts';
import { scopeOfFigures, withOthers } from './who/shared-figures.ts';

/** How much it says of the benefit, as a sentence to quote. */
const rank = (candidate: Candidate, used: readonly Unit[]): number =>
  candidate.verdict.strength * 2 +
  Number(candidate.isNamed) * 2 +
  Number(isGiven(candidate)) * 2 +
  Number(/<[a-z]+:/.test(readingOf(candidate.unit))) +
  Number(used.includes(candidate.unit)) * 3 +
  Number(/cue:(?:decides|grants)|benefit:granted|response:/.test(candidate.verdict.rules.join(' '))) -
  (candidate.unit.kind === 'heading' ? 4 : 0) -
  (/\b(?:acompte|avance)s?\b/.test(candidate.unit.plain) ? 3 : 0) -
  (candidate.verdict.rules.includes('shape:statement') ? 2 : 0);

/** What another group gets is not quoted for the figures of this one. */
const OTHERS = 8;
/** What holds so far, or was paid, stands behind what is decided. */
const PRESENT = 2;
const proves = ({ unit }: Candidate, { proof }: CompiledBenefit): boolean =>
  proof !== null && toldAlone(unit).matches(proof.when);

/** « Versement d’une prime de pouvoir d’achat », right above « Les parties conviennent de … »: a title in all but its shape. */
const TITLE = 4;
const TITLE_MAX = 120;
const isTitleOf = ({ unit: { index, plain, kind } }: Candidate, candidates: readonly Candidate[]): boolean =>
  kind !== 'heading' &&
  kind !== 'row' &&
  plain.length <= TITLE_MAX &&
  !/[.;:,]$|\d/.test(plain) &&
  candidates.some(
    ({ unit, verdict }) =>
      unit.index === index + 1 &&
      unit.plain.endsWith('.') &&
      /cue:(?:decides|grants)/.test(verdict.rules.join(' ')),
  );

/** The same of a grant: where no figure does, what proves it carries it better than what stands around. */
const rankOfGrant = (one: Candidate, used: readonly Unit[], benefit: CompiledBenefit): number =>
  rank(one, used) +
  Number(used.length === 0 && proves(one, benefit)) -
  Number(isPresent(one.unit) || isPaid(one.unit) || isUncertain(one.unit)) * PRESENT -
  Number(used[0] !== undefined && isOfOthers(one.unit, used[0], one.owner)) * OTHERS;

const highest = (candidates: readonly Candidate[], rankOf: (one: Candidate) => number): Candidate => {
  const ranks = candidates.map(rankOf);
  return candidates[ranks.indexOf(Math.max(...ranks))]!;
};

type Grounded = { quote: string; values: Values };

function quoteOf(folded: string, best: Candidate, evidence: Evidence): string | null {
  const alone = () => quoteFrom(folded, evidenceOf({ ...best, above: null, response: null }, [], {}));
  return quoteFrom(folded, evidence) ?? alone();
}

const draftOf = (
  benefit: CompiledBenefit,
  best: Candidate,
  used: readonly Unit[],
  { quote, values }: Grounded,
  told: Pick<Finding, 'standing' | 'quote' | 'scope' | 'eligibility'> & Time,
): Draft => ({
  slots: Object.keys(values).length,
  strength: best.verdict.strength - Number(told.standing === 'granted' && isPaid(best.unit)),
  best,
  finding: {
    benefit: benefit.id,
    standing: told.standing,
    values: withoutStrays(nearQuote({ quote, values }, best.unit, used), benefit),
    quote: told.quote,
    article: best.unit.article,
    scope: told.scope,
    eligibility: told.eligibility,
    oneOff: told.oneOff,
    lasts: told.lasts,
    startsOn: told.startsOn,
    rules: best.verdict.rules,
  },
});

const isPlea = (standing: Standing): boolean => standing === 'demanded' || standing === 'refused';

/** What a cluster grants; null when nothing literal holds it. */
export function grantOf(
  folded: string,
  units: readonly Unit[],
  benefit: CompiledBenefit,
  item: Cluster,
): Draft | null {
  const said = readGrant(units, benefit, item);
  const { candidates, used, values } = said;
  const best = highest(
    candidates,
    (one) => rankOfGrant(one, used, benefit) - Number(isTitleOf(one, candidates)) * TITLE,
  );
  const { unit, owner } = best;
  const evidence = evidenceOf(best, used, values);
  const quote = quoteOf(folded, best, evidence);
  const grounded = quote && groundedIn(folded, units, best, { quote, evidence, values });
  if (!grounded) return null;
  const others = said.heard.filter((one) => isOfOthers(one, unit, owner));
  const border = others.find(({ index }) => index > unit.index)?.index ?? units.length;
  const near = nextTo(item).filter(({ index }) => index < border);
  const alike = [...said.told, ...used].filter((one) => !others.includes(one));
  const isAlways = benefit.isPaidOnce(grounded.quote);
  const oneOff = oneOffOf(plainOf([...said.answers, ...alike, unit], near, best), isAlways);
  if (oneOff && isAlways) oneOff.year ??= yearBelow(units, unit, owner);
  const quoted = alike.filter(
    (one) => used.includes(one) && one.start < evidence.end && one.end > evidence.start,
  );
  // What stands outside the quote may tell of another text: « Un accord signé en 2021 vaut jusqu’en 2024. »
  const isQuoted =
    oneOff !== null || quoted.length === 0 || (unit.start < evidence.end && unit.end > evidence.start);
  const printed = [...(isQuoted ? [unit] : []), ...quoted];
  const time = timeOf(units, best, printed, used, grounded.values, oneOff, isAlways);
  const whom = whomOf(units, best);
  const isOwn = (one: Unit): boolean => !isOfItemBefore(units, one, used[0] ?? unit);
  const readings = said.readings.filter((_, i) => isOwn(said.read[i]!));
  return draftOf(benefit, best, used, grounded, {
    standing: 'granted',
    quote: completed(folded, units, best, grounded.quote),
    scope: withOthers(
      scopeOfFigures(units, best, whom, used, grounded.values),
      others,
      benefit,
      grounded.values,
    ),
    eligibility: eligibilityOfGrant(units, best, used[0], readings, near.filter(isOwn), whom),
    ...time,
  });
}

/** What a cluster claims that is no grant; null when nothing literal holds it. */
export function claimOf(
  folded: string,
  units: readonly Unit[],
  benefit: CompiledBenefit,
  standing: Exclude<Standing, 'granted'>,
  item: Cluster,
): Draft | null {
  const { candidates, readings, values: read, used } = readCluster(benefit, item);
  const best = highest(candidates, (one) => rank(one, used));
  const evidence = standing === 'ended' ? evidenceOf(best, [], read) : ownEvidence(best, standing);
  const quote =
    evidence && (standing === 'ended' ? quoteOf(folded, best, evidence) : quoteFrom(folded, evidence));
  if (!quote) return null;
  const values = standing === 'ended' ? read : withoutPresent(quote, saidIn(quote, read));
  return draftOf(
    benefit,
    best,
    used,
    { quote, values },
    {
      standing,
      quote: standing === 'ended' ? completed(folded, units, best, quote) : quote,
      scope: scopeOfFigures(units, best, whomOf(units, best), used, values),
      // What follows a demand is the next one; the years that it names may be those of what exists.
      eligibility: { ...eligibilityTold(readings), ...(isPlea(standing) ? { seniorityMonths: null } : {}) },
      oneOff: null,
      lasts: null,
      startsOn: null,
    },
  );
}
