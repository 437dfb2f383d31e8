import type { Finding, Standing } from '../domain/extraction.ts';
import { isAside, isOfOthers, isPresent } from './asides.ts';
import { isApart, ownEvidence, speaksForItself } from './apart.ts';
import { nextTo, plainOf } from './who/around.ts';
import { cluster } from './clusters.ts';
import { completed } from './completion.ts';
import type { Cluster, Taken } from './clusters.ts';
import { readingAsReply, readingOf } from './context/readings.ts';
import type { Unit } from './context/units.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import { eligibilityOfGrant, eligibilityTold } from './who/eligible.ts';
import { evidenceOf } from './evidence.ts';
import { groundedIn, nearQuote, saidIn } from './grounds.ts';
import { lastingOfAny } from './duration/lasting.ts';
import { figuresOf } from './measures.ts';
import { finish } from './merge.ts';
import type { Draft } from './merge.ts';
import { withoutOffers } from './offers.ts';
import { quoteFrom } from './quotes.ts';
import { oneOffOf, yearBelow } from './duration/one-off.ts';
import { scopeOfFigures } from './who/shared-figures.ts';
import type { Candidate } from './standing/responses.ts';
import { toldAlone, toldUnder } from './standing/told.ts';
import { gated, holds } from './text/gates.ts';
import { readValues, withoutStrays } from './values.ts';
import { topOfScale, withoutWait } from './scales.ts';
import { isBareName, isBesideIt, isGiven, isOverruled, isPassing, precedenceOf, proven } from './weigh.ts';

function draftOf(
  folded: string,
  units: readonly Unit[],
  benefit: CompiledBenefit,
  standing: Standing,
  item: Cluster,
): Draft | null {
  const ordered = [...item.candidates].sort(
    (a, b) => Number(b.isNamed) - Number(a.isNamed) || a.unit.index - b.unit.index,
  );
  const { owner } = ordered[0]!;
  // The answer to a demand outranks the demand for figures (« accepte la contre-proposition à 0,9 % »).
  const answers = standing === 'granted' ? ordered.flatMap((c) => (c.response ? [c.response] : [])) : [];
  const heard = ordered.filter((c) => !(standing === 'granted' && isOutbid(c)));
  // « Les employés bénéficient de 20 jours. », behind what others get of a benefit that it does not name.
  const told = heard
    .filter((c) => c.isNamed || !isOfOthers(folded, c.unit, heard[0]!.unit, owner))
    .map((c) => c.unit);
  // What holds so far, or by exception, gives a figure only where nothing else does.
  const isNew = told.some((unit) => !isAside(folded, unit, owner));
  const named = [...answers, ...told.filter((unit) => !isNew || !isAside(folded, unit, owner))];
  const following = item.following.filter(
    (unit) => !holds(unit, PERHAPS) && !(told[0] && isOfOthers(folded, unit, told[0], owner)),
  );
  const below = [...told.filter((unit) => isNew && isPresent(unit)), ...following];
  const above = new Map(ordered.map((c) => [c.unit, c.isNamed ? null : c.above]));
  const readings = named.map((unit) => toldUnder(unit, above.get(unit)));
  const texts = readings.map(({ text }) => text);
  const ownCount = named.filter((unit) => answers.includes(unit) || above.get(unit) === null).length;
  const measured = named.map((unit, i) => figuresOf(unit, owner, benefit) ?? texts[i]!);
  const { values, sources } = readValues(benefit, measured, below.map(readingOf), ownCount);
  const replies = ordered.flatMap((c) =>
    standing === 'granted' && c.response ? [readingAsReply(c.response, c.unit)] : [],
  );
  Object.assign(values, readValues(benefit, replies, []).values);
  const all = [...named, ...below];
  const read = [...sources].map((i) => all[i]!);
  const scale = standing === 'granted' ? topOfScale(benefit, values, read, units) : null;
  Object.assign(values, scale?.values);
  withoutWait(benefit, values, [...measured, ...below.map(readingOf)]);
  const used = scale && !read.includes(scale.row) ? [scale.row, ...read] : read;
  const worth = (one: Candidate): number =>
    rank(one, used) +
    (standing === 'granted' && used.length === 0 && proves(one, benefit) ? PROVEN : 0) -
    (standing === 'granted' && isPresent(one.unit) ? 2 : 0) -
    (standing === 'granted' && used[0] && isOfOthers(folded, one.unit, used[0], owner) ? OTHERS : 0);
  const best = ordered.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  const own = isApart(standing) ? ownEvidence(best, standing) : null;
  const evidence = own ?? evidenceOf(best, standing === 'ended' ? [] : used, values);
  const literal = isApart(standing)
    ? own && quoteFrom(folded, own)
    : (quoteFrom(folded, evidence) ??
      quoteFrom(folded, evidenceOf({ ...best, above: null, response: null }, [], {})));
  if (!literal) return null;
  const grounded =
    standing === 'granted'
      ? groundedIn(folded, units, best, { quote: literal, evidence, values })
      : { quote: literal, values: isApart(standing) ? saidIn(literal, values) : values };
  if (!grounded) return null;
  const others = heard.map((c) => c.unit).filter((unit) => isOfOthers(folded, unit, best.unit, owner));
  const border = others.find(({ index }) => index > best.unit.index)?.index ?? units.length;
  const near = nextTo(item).filter(({ index }) => index < border);
  const alike = [...told, ...used].filter((unit) => !others.includes(unit));
  const plain = plainOf([...answers, ...alike, best.unit], near, best);
  const isAlways = benefit.isPaidOnce(grounded.quote);
  const oneOff = standing === 'granted' ? oneOffOf(plain, isAlways) : null;
  if (oneOff && isAlways) oneOff.year ??= yearBelow(units, best.unit, best.owner);
  const quoted = alike.filter(
    (unit) => used.includes(unit) && unit.start < evidence.end && unit.end > evidence.start,
  );
  const lasts = standing === 'granted' ? lastingOfAny(units, [best.unit, ...quoted], best.owner) : null;
  // « une prime versée en 2022 au titre des années 2020 et 2021 »: nothing ends before it is paid.
  const paidIn = oneOff?.year ?? 0;
  return {
    slots: Object.keys(grounded.values).length,
    strength: best.verdict.strength,
    isNamed: best.isNamed,
    order: best.unit.index,
    finding: {
      benefit: benefit.id,
      standing,
      values: withoutStrays(nearQuote(grounded, best.unit, used), benefit),
      quote: isApart(standing) ? grounded.quote : completed(folded, units, best, grounded.quote),
      article: best.unit.article,
      scope: scopeOfFigures(folded, units, best, used, grounded.values),
      // What follows a demand is the next one.
      eligibility:
        standing === 'granted'
          ? eligibilityOfGrant(units, best, used[0], readings, near)
          : eligibilityTold(readings),
      oneOff,
      lasts:
        lasts && 'until' in lasts && paidIn > 0 && Number(lasts.until.slice(0, 4)) !== paidIn ? null : lasts,
      rules: best.verdict.rules,
    },
  };
}

/** The answer gives other figures than the demand; a sentence that goes on without any leaves those of the mention aside. */
const isOutbid = ({ response, verdict: { rules } }: Candidate): boolean =>
  response !== null &&
  (rules.includes('carried') || (!rules.includes('continues') && /<[a-z]+:/.test(readingOf(response))));

/** « Elle sera portée à 12 € si le prix du gazole dépasse 2 € »: not yet. */
const PERHAPS = gated(
  /\b(?:sera|serait|seront|seraient) [^.;]{0,60}\b(?:si|au cas ou) (?:le|la|les|l').{1,160}?\b(?:depass\w+|attei\w+|excede\w*|superieure?s?|inferieure?s?)\b/,
);
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
/** What proves the grant carries it better than what stands around. */
const PROVEN = 1;
const proves = ({ unit }: Candidate, { proof }: CompiledBenefit): boolean =>
  proof !== null && toldAlone(unit).matches(proof.when);

/** Findings of one benefit: one for the widest scope, one for each establishment or category with figures of its own. */
export function buildFindings(
  folded: string,
  units: readonly Unit[],
  benefit: CompiledBenefit,
  candidates: readonly Candidate[],
  taken: Taken,
): Finding[] {
  for (const standing of precedenceOf(candidates, benefit)) {
    const chosen = candidates.filter(
      (c) =>
        c.verdict.standing === standing &&
        !(
          standing === 'granted' &&
          (isOverruled(c, candidates) || isBareName(c) || isBesideIt(c, benefit))
        ) &&
        speaksForItself(c, standing),
    );
    if (standing === 'granted') {
      withoutOffers(chosen, benefit);
      withoutTitles(chosen);
    }
    if (chosen.length === 0 || (standing === 'granted' && isPassing(folded, benefit, chosen))) continue;
    let clusters = cluster(units, chosen, taken, standing === 'granted' ? deniedOf(candidates) : undefined);
    if (standing === 'granted') {
      clusters = clusters.filter((item) => proven(benefit, item, taken));
      if (clusters.length === 0) {
        const otherwise = benefit.proof!.otherwise;
        if (otherwise === 'none') continue;
        const hasOther = candidates.some(
          (c) => c.verdict.standing !== 'granted' && c.verdict.standing !== 'none',
        );
        if (!hasOther)
          return finish(
            cluster(
              units,
              chosen.filter((c) => speaksForItself(c, otherwise)),
              taken,
            ).map((item) => draftOf(folded, units, benefit, otherwise, item)),
            benefit,
          );
        continue;
      }
    }
    const drafts = clusters.map((item) => draftOf(folded, units, benefit, standing, item));
    const findings = finish(drafts, benefit);
    if (findings.length > 0) return findings;
  }
  return [];
}

/** A title that says by itself what goes on stands aside where the text below says it. */
function withoutTitles(chosen: Candidate[]): void {
  const below = chosen.filter(({ unit }) => unit.kind !== 'heading');
  if (below.length > 0) chosen.splice(0, chosen.length, ...below);
}

/** « Accorder un jour de plus reviendrait à … », items of demands: they name the benefit, their figures are not those given. */
const deniedOf = (candidates: readonly Candidate[]): ReadonlySet<number> =>
  new Set(
    candidates
      .filter(
        ({ isNamed, verdict: { standing, rules } }) =>
          isNamed &&
          ((standing === 'refused' && rules.includes('cue:refuses')) ||
            (standing === 'demanded' &&
              (rules.includes('cue:conditional') || rules.includes('section:demand')))),
      )
      .map(({ unit }) => unit.index),
  );
