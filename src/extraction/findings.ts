import type { Finding, Standing } from '../domain/extraction.ts';
import { speaksForItself } from './apart.ts';
import { cluster } from './clusters.ts';
import type { Taken } from './clusters.ts';
import { shownArticle } from './context/shown-article.ts';
import type { Unit } from './context/units.ts';
import { undoubted } from './doubts.ts';
import { claimOf, grantOf } from './drafts.ts';
import { isRecalled } from './duration/recalled.ts';
import { finish } from './merge.ts';
import type { Draft } from './merge.ts';
import { isToCome, withoutOffers } from './offers.ts';
import { contextOf } from './quote-context.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import type { Candidate } from './standing/responses.ts';
import { isBareName, isBesideIt, isOverruled, isPassing, precedenceOf, proven } from './weigh.ts';

/** Findings of one benefit: one for the widest scope, one for each establishment or category with figures of its own. */
export function buildFindings(
  folded: string,
  units: readonly Unit[],
  benefit: CompiledBenefit,
  candidates: readonly Candidate[],
  taken: Taken,
): Finding[] {
  const of = (standing: Standing): Candidate[] =>
    candidates.filter(({ verdict }) => verdict.standing === standing);
  const shownOf = ({ best, finding: { standing, quote } }: Draft): Pick<Finding, 'article' | 'context'> => ({
    article: shownArticle(units, best.unit),
    context: standing === 'granted' || standing === 'ended' ? contextOf(folded, units, best, quote) : null,
  });
  const claim = (standing: Exclude<Standing, 'granted'>, all: readonly Candidate[]): Finding[] => {
    const own = all.filter((one) => speaksForItself(one, standing));
    const isPlea = standing === 'demanded' || standing === 'refused';
    const items = cluster(units, isPlea ? undoubted(own, candidates, units) : own, taken);
    return finish(
      items.map((item) => claimOf(folded, units, benefit, standing, item)),
      benefit,
      shownOf,
    );
  };
  const grant = (): Finding[] => {
    const chosen = of('granted').filter(
      (one) =>
        !isOverruled(one, candidates) &&
        !isBareName(one) &&
        !isBesideIt(one, benefit) &&
        !isToCome(one, units),
    );
    withoutOffers(chosen, benefit);
    withoutTitles(chosen);
    const beside = supplementsAmong(chosen, benefit, units);
    if (chosen.length === 0) return [];
    const denied = new Set([...deniedOf(candidates), ...beside]);
    const all = cluster(units, chosen, taken, denied);
    if (isPassing(folded, benefit, chosen, all[0]!.following)) return [];
    const items = all.filter((item) => proven(benefit, item, taken));
    if (items.length > 0)
      return finish(
        items.map((item) => grantOf(folded, units, benefit, item)),
        benefit,
        shownOf,
      );
    const { otherwise } = benefit.proof!;
    return otherwise === 'none' || candidates.some(isOfOtherStanding) ? [] : claim(otherwise, chosen);
  };
  for (const standing of precedenceOf(candidates, benefit)) {
    const findings = standing === 'granted' ? grant() : claim(standing, of(standing));
    if (findings.length > 0) return findings;
  }
  return [];
}

const isOfOtherStanding = ({ verdict: { standing } }: Candidate): boolean =>
  standing !== 'granted' && standing !== 'none';

/** A title that says by itself what goes on stands aside where the text below says it. */
function withoutTitles(chosen: Candidate[]): void {
  const below = chosen.filter(({ unit }) => unit.kind !== 'heading');
  if (below.length > 0) chosen.splice(0, chosen.length, ...below);
}

/** « Un supplément de 800 € est versé pour 2021 », beside « la société dispose d’un accord d’intéressement »: the scheme is not paid once. */
function supplementsAmong(chosen: Candidate[], benefit: CompiledBenefit, units: readonly Unit[]): number[] {
  if (chosen.length < 2) return [];
  const once = chosen.filter(({ unit }) => benefit.isPaidOnce(unit.raw));
  const lasting = chosen.filter((one) => !once.includes(one));
  if (once.length === 0 || !lasting.some(({ unit, isNamed }) => isNamed && isRecalled(units, unit)))
    return [];
  chosen.splice(0, chosen.length, ...lasting);
  return once.map(({ unit }) => unit.index);
}

/** « Accorder un jour de plus reviendrait à … », items of demands: they name the benefit, their figures are not those given. */
const deniedOf = (candidates: readonly Candidate[]): number[] =>
  candidates
    .filter(
      ({ isNamed, verdict: { standing, rules } }) =>
        isNamed &&
        ((standing === 'refused' && rules.includes('cue:refuses')) ||
          (standing === 'demanded' &&
            (rules.includes('cue:conditional') || rules.includes('section:demand')))),
    )
    .map(({ unit }) => unit.index);
