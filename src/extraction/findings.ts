import { QUOTE_LENGTH_MAX } from '../domain/quote.ts';
import type { Finding, Scope, Standing } from '../domain/extraction.ts';
import { readingInList, readingOf } from './context/units.ts';
import type { Unit } from './context/units.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import { quoteFrom } from './quotes.ts';
import type { Evidence } from './quotes.ts';
import { eligibilityOf, oneOffOf, scopeOf } from './scope.ts';
import type { Candidate } from './standing/responses.ts';
import { readValues } from './values.ts';

/** Sentences below a named one in which values are still looked for. */
const FOLLOWING_MAX = 10;
const PRECEDENCE: readonly Standing[] = ['granted', 'ended', 'refused', 'demanded', 'restates-law'];

/** Candidates of one benefit that stand together in the text. */
type Cluster = { candidates: Candidate[]; following: Unit[] };

/** Sentences that speak of benefits, with which ones: not to be read for another. */
export type Taken = ReadonlyMap<number, ReadonlySet<number>>;

export function takenBy(candidates: readonly Candidate[]): Taken {
  const taken = new Map<number, Set<number>>();
  for (const { unit, owner, isNamed, verdict } of candidates) {
    if (!isNamed || verdict.standing === 'none') continue;
    const owners = taken.get(unit.index);
    if (owners) owners.add(owner);
    else taken.set(unit.index, new Set([owner]));
  }
  return taken;
}

type Draft = { finding: Finding; slots: number; strength: number; order: number };

/** Sentences under the same heading or introduction that speak of nothing else. */
function followingOf(units: readonly Unit[], last: Unit, owner: number, taken: Taken): Unit[] {
  const result: Unit[] = [];
  for (let i = last.index + 1; i < units.length && i <= last.index + FOLLOWING_MAX; i++) {
    const unit = units[i]!;
    const isBelow =
      unit.section === last.section ||
      unit.intro?.start === last.start ||
      (unit.intro && unit.intro.end === last.end) ||
      (last.kind === 'heading' && unit.headings.at(-1)?.start === last.start);
    if (!isBelow || unit.kind === 'heading') break;
    const owners = taken.get(unit.index);
    if (owners && !owners.has(owner)) continue;
    result.push(unit);
  }
  return result;
}

function cluster(units: readonly Unit[], candidates: readonly Candidate[], taken: Taken): Cluster[] {
  const clusters: Cluster[] = [];
  for (const candidate of candidates) {
    const current = clusters.at(-1);
    const last = current?.candidates.at(-1);
    if (
      current &&
      last &&
      last.unit.section === candidate.unit.section &&
      candidate.unit.index - last.unit.index <= FOLLOWING_MAX
    ) {
      current.candidates.push(candidate);
    } else clusters.push({ candidates: [candidate], following: [] });
  }
  for (const item of clusters) {
    const last = item.candidates.at(-1)!;
    const inside = new Set(item.candidates.map((c) => c.unit.index));
    const responses = item.candidates.flatMap((c) => (c.response ? [c.response] : []));
    item.following = [
      ...responses,
      ...followingOf(units, item.candidates[0]!.unit, last.owner, taken),
      ...followingOf(units, last.unit, last.owner, taken),
    ].filter(
      (unit, i, all) => !inside.has(unit.index) && all.findIndex((other) => other.index === unit.index) === i,
    );
  }
  return clusters;
}

function focusOf(unit: Unit, owner: number): Evidence['focus'] {
  const hit = unit.hits.find((h) => h.owner === owner);
  return hit
    ? { start: unit.start + hit.start, end: unit.start + hit.end }
    : { start: unit.start, end: Math.min(unit.end, unit.start + 40) };
}

/** The leading sentence, grown by its heading and by the sentence that holds the figures when all fit in one quote. */
function evidenceOf(candidate: Candidate, used: readonly Unit[]): Evidence {
  const { unit, above, isNamed } = candidate;
  let { start, end } = unit;
  const focus = focusOf(unit, candidate.owner);
  for (const other of used) {
    const from = Math.min(start, other.start);
    const to = Math.max(end, other.end);
    if (to - from <= QUOTE_LENGTH_MAX) [start, end] = [from, to];
  }
  if (!isNamed && above && above.start < start && end - above.start <= QUOTE_LENGTH_MAX) start = above.start;
  return { start, end, focus };
}

function draftOf(folded: string, benefit: CompiledBenefit, standing: Standing, item: Cluster): Draft | null {
  const ordered = [...item.candidates].sort(
    (a, b) => Number(b.isNamed) - Number(a.isNamed) || a.unit.index - b.unit.index,
  );
  // The answer to a demand outranks the demand for figures (« accepte la contre-proposition à 0,9 % »).
  const named = ordered.flatMap((c) =>
    c.response && standing === 'granted' ? [c.response, c.unit] : [c.unit],
  );
  const texts = named.map(readingOf);
  const { values, sources } = readValues(benefit, texts, item.following.map(readingOf));
  const all = [...named, ...item.following];
  const used = [...sources].map((i) => all[i]!);
  const best = ordered.reduce((a, b) => (rank(b, used) > rank(a, used) ? b : a));
  const quote =
    quoteFrom(folded, evidenceOf(best, used)) ??
    quoteFrom(folded, { ...best.unit, focus: focusOf(best.unit, best.owner) });
  if (!quote) return null;
  const plain = named.map((unit) => unit.plain).join(' ');
  return {
    slots: Object.keys(values).length,
    strength: best.verdict.strength,
    order: best.unit.index,
    finding: {
      benefit: benefit.id,
      standing,
      values,
      quote,
      article: best.unit.article,
      scope: scopeOf(folded, best.unit),
      eligibility: eligibilityOf([...texts, ...item.following.slice(0, 3).map(readingOf)]),
      oneOff: standing === 'granted' ? oneOffOf(plain) : null,
      rules: best.verdict.rules,
    },
  };
}

const rank = (candidate: Candidate, used: readonly Unit[]): number =>
  candidate.verdict.strength * 2 +
  Number(candidate.isNamed) * 2 +
  Number(used.includes(candidate.unit)) * 3 -
  (candidate.unit.kind === 'heading' ? 4 : 0);

const DECISION_LENGTH_MAX = 280;
/** A decision about this benefit and no other. */
const decidesAlone = ({ isNamed, unit, verdict }: Candidate, taken: Taken): boolean =>
  isNamed &&
  verdict.rules.includes('cue:decides') &&
  unit.plain.length <= DECISION_LENGTH_MAX &&
  (taken.get(unit.index)?.size ?? 0) <= 1;

/** A grant needs its concrete measure: in its own sentences, or below them when these open a list. */
function proven(benefit: CompiledBenefit, item: Cluster, taken: Taken): boolean {
  if (!benefit.proof) return true;
  const { when, isInSection, otherwise } = benefit.proof;
  // What the employer decides in so many words needs no other proof, unless texts decide principles too (déconnexion, égalité).
  if (otherwise === 'none' && item.candidates.some((c) => decidesAlone(c, taken))) return true;
  return item.candidates.some(({ unit, response }) => {
    const below = isInSection || /:\W*$/.test(unit.plain) ? item.following : [];
    return [unit, ...(response ? [response] : []), ...below].some((sentence) =>
      when.test(readingInList(sentence)),
    );
  });
}

const scopeKey = (scope: Scope): string => `${scope.kind}:${scope.label ?? ''}`;

/** A benefit that the text ends in so many words is ended, unless another section still grants it with figures. */
function precedenceOf(candidates: readonly Candidate[], benefit: CompiledBenefit): readonly Standing[] {
  const ending = candidates
    .filter((c) => c.verdict.standing === 'ended' && c.isNamed)
    .map((c) => c.unit.section);
  if (ending.length === 0) return PRECEDENCE;
  const granted = candidates
    .filter((c) => c.verdict.standing === 'granted' && !ending.includes(c.unit.section))
    .map((c) => readingOf(c.unit));
  const hasFigures = Object.keys(readValues(benefit, granted, []).values).length > 0;
  return hasFigures ? PRECEDENCE : ['ended', ...PRECEDENCE];
}

/** A figure without a verb does not stand against a refusal or an ending in so many words in the same section. */
const isOverruled = (candidate: Candidate, candidates: readonly Candidate[]): boolean =>
  candidate.verdict.strength < 2 &&
  candidates.some(
    (other) =>
      other.unit.section === candidate.unit.section &&
      other.verdict.strength === 2 &&
      (other.verdict.standing === 'refused' || other.verdict.standing === 'ended'),
  );

/** Beyond this length an agreement names everything once. */
const LONG_TEXT = 15_000;

/** One sentence in passing, without figure or heading, in a long text that is about something else. */
function isPassing(folded: string, benefit: CompiledBenefit, granted: readonly Candidate[]): boolean {
  if (folded.length < LONG_TEXT || granted.length !== 1) return false;
  const { unit, above, verdict } = granted[0]!;
  if (above || verdict.rules.includes('cue:decides') || verdict.rules.includes('benefit:granted'))
    return false;
  return Object.keys(readValues(benefit, [readingOf(unit)], []).values).length === 0;
}

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
      (c) => c.verdict.standing === standing && !(standing === 'granted' && isOverruled(c, candidates)),
    );
    if (chosen.length === 0 || (standing === 'granted' && isPassing(folded, benefit, chosen))) continue;
    let clusters = cluster(units, chosen, taken);
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
            cluster(units, chosen, taken).map((item) => draftOf(folded, benefit, otherwise, item)),
            benefit,
          );
        continue;
      }
    }
    const drafts = clusters.map((item) => draftOf(folded, benefit, standing, item));
    const findings = finish(drafts, benefit);
    if (findings.length > 0) return findings;
  }
  return [];
}

function finish(drafts: readonly (Draft | null)[], benefit: CompiledBenefit): Finding[] {
  const found = drafts.filter((draft): draft is Draft => draft !== null);
  if (found.length === 0) return [];
  const byValue = [...found].sort(
    (a, b) => b.slots - a.slots || b.strength - a.strength || a.order - b.order,
  );
  const lead = byValue[0]!;
  for (const { finding } of byValue.slice(1)) {
    if (finding.scope.kind !== lead.finding.scope.kind && finding.scope.kind === 'establishment') continue;
    for (const [slot, value] of Object.entries(finding.values)) lead.finding.values[slot] ??= value;
  }
  const findings = [restated(lead.finding, benefit)];
  const seen = new Set([scopeKey(lead.finding.scope)]);
  for (const { finding, slots } of byValue.slice(1)) {
    if (finding.scope.kind === 'employer' || slots === 0 || seen.has(scopeKey(finding.scope))) continue;
    seen.add(scopeKey(finding.scope));
    findings.push(restated(finding, benefit));
  }
  return findings;
}

/** A grant whose only figure is the legal one restates the law. */
function restated(finding: Finding, { legalFigure }: CompiledBenefit): Finding {
  if (!legalFigure || finding.standing !== 'granted') return finding;
  const value = finding.values[legalFigure.slot];
  if (typeof value !== 'number' || value > legalFigure.atMost || Object.keys(finding.values).length > 1)
    return finding;
  if (finding.rules.includes('benefit:granted')) return finding;
  return { ...finding, standing: 'restates-law', rules: [...finding.rules, 'value:legal-figure'] };
}
