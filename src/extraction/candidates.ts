import type { ExtractionContext } from '../domain/extraction.ts';
import { readingOf } from './context/units.ts';
import type { Heading, Unit } from './context/units.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import { judge } from './standing/judge.ts';
import type { JudgeContext, Verdict } from './standing/judge.ts';
import { readValues } from './values.ts';
import { continueMentions } from './standing/continuations.ts';
import { linkResponses } from './standing/responses.ts';
import type { Candidate } from './standing/responses.ts';

/** A heading lends its subject to this many sentences below it. */
const HEADING_REACH = 14;
/** A list introduction lends its subject to the items below it. */
const INTRO_REACH = 20;

const NONE: Verdict = { standing: 'none', strength: 0, rules: [] };

/** Heading or introduction that names the benefit for a sentence that does not. */
function namedAbove(unit: Unit, owner: number, firstOfSection: number): Heading | null {
  if (unit.kind === 'heading') return null;
  if (unit.intro?.owners.has(owner) && unit.index - firstOfSection <= INTRO_REACH) return unit.intro;
  const heading = unit.headings.at(-1);
  if (heading?.owners.has(owner) && unit.index - firstOfSection <= HEADING_REACH) return heading;
  const parent = unit.headings.at(-2);
  if (heading?.level === 4 && parent?.owners.has(owner) && unit.index - firstOfSection <= HEADING_REACH)
    return parent;
  return null;
}

function isOwnTrade(benefit: CompiledBenefit, text: string, context: ExtractionContext): boolean {
  const { trade } = benefit;
  if (!trade || !context.nafCode) return false;
  const code = context.nafCode.replace('.', '');
  return trade.nafCodes.some((prefix) => code.startsWith(prefix)) && !(trade.unless?.test(text) ?? false);
}

function verdictOf(
  unit: Unit,
  above: Heading | null,
  heading: Heading | null,
  isNamed: boolean,
  benefit: CompiledBenefit,
  context: ExtractionContext,
  doc: JudgeContext,
): Verdict | null {
  const text = readingOf(unit);
  const whole = [heading?.plain, unit.intro?.plain, above?.plain, text].filter(Boolean).join(' ');
  if (benefit.excludes?.test(isNamed ? text : whole)) return null;
  if (benefit.needs && !benefit.needs.test(whole)) return null;
  if (isOwnTrade(benefit, whole, context)) return { ...NONE, rules: ['trade'] };
  const verdict = judge(
    unit,
    benefit,
    doc,
    above !== null && (above === unit.intro || (above.level === 4 && above.plain.endsWith(':'))),
  );
  // Under a heading that names it, a sentence counts only when it says something in so many words or in figures.
  if (!isNamed && verdict.strength < 2 && !/<[a-z]+:/.test(text)) return NONE;
  // A figure alone grants only when it is one the benefit reads.
  if (
    verdict.rules.includes('shape:figure') &&
    benefit.slots.length > 0 &&
    Object.keys(readValues(benefit, [text], []).values).length === 0
  ) {
    return { ...NONE, rules: ['mention'] };
  }
  if (above && !isNamed) return { ...verdict, rules: ['heading', ...verdict.rules] };
  return verdict;
}

/** Every sentence that says something of a benefit, with what it says, in the order of the text. */
export function findCandidates(
  units: readonly Unit[],
  benefits: readonly CompiledBenefit[],
  context: ExtractionContext,
  doc: JudgeContext,
): Candidate[] {
  const candidates: Candidate[] = [];
  let section = -1;
  let firstOfSection = 0;
  for (const unit of units) {
    if (unit.section !== section) {
      section = unit.section;
      firstOfSection = unit.index;
    }
    const named = new Set(unit.hits.map((hit) => hit.owner));
    const owners = new Set(named);
    for (const heading of [unit.intro, unit.headings.at(-1), unit.headings.at(-2)])
      heading?.owners.forEach((owner) => owners.add(owner));
    for (const owner of owners) {
      const benefit = benefits[owner]!;
      const isNamed = named.has(owner);
      const above = namedAbove(unit, owner, firstOfSection);
      if (!isNamed && !above) continue;
      const verdict = verdictOf(unit, above, unit.headings.at(-1) ?? null, isNamed, benefit, context, doc);
      if (verdict) candidates.push({ unit, owner, isNamed, above, verdict, response: null });
    }
  }
  linkResponses(units, candidates);
  continueMentions(units, candidates, benefits, doc);
  return candidates;
}
