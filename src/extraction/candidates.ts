import type { ExtractionContext } from '../domain/extraction.ts';
import { goesOn, isOtherDemand, namedAbove } from './context/above.ts';
import { readingOf, readingUnder } from './context/readings.ts';
import { Whole, isExcluded, isInParentheses, isNotWith, isOwnTrade } from './exclusions.ts';
import { ownersOf } from './context/lines.ts';
import type { Heading, Unit } from './context/units.ts';
import { measureAround } from './measures.ts';
import { isInPassing, isNameOfAgreement, isOnlyTalkedOf } from './passing.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import { judge } from './standing/judge.ts';
import type { JudgeContext, Verdict } from './standing/judge.ts';
import { addSubject } from './subject.ts';
import type { Subject } from './subject.ts';
import { ownValues, readValues } from './values.ts';
import { continueMentions } from './standing/continuations.ts';
import { linkResponses } from './standing/responses.ts';
import type { Candidate } from './standing/responses.ts';
import { toldAlone } from './standing/told.ts';

/** Characters between a heading and a sentence that still has its subject. */
const JUST_BELOW = 250;
/** Says by itself what is done, and not that the two sides came to terms on what follows. */
const isStated = ({ plain, start }: Unit, above: Heading | null, { strength }: Verdict): boolean =>
  strength === 2 &&
  start - (above?.end ?? start) <= JUST_BELOW &&
  !/\b(?:suivante?s?|ci-apres|ci-dessous)\b|:\W*$|^\W*(?:au terme|a l'issue|apres)\b|present (?:accord|protocole)/.test(
    plain,
  );

/** « Revalorisation de la prime de salissure », below what gives another one. */
const OTHER_BONUS =
  /^\W*(?:(?:le|la|l'|une?) ?)?(?:revaloris\w+|augment\w+|versement|mise en place|maintien|instauration|creation|suppression|attribution) (?:de |d'|du |des )(?:la |l'|une |les )?(?:primes?|indemnites?) (?:d[eu']|exceptionnelle|saint)(?! ?(?:\d|montant|base|fin|vacances))|^\W*(?:la |une )?primes? (?:d[eu'] ?)(?!(?:\d|montant|base|fin|vacances))[a-z]/;

const NONE: Verdict = { standing: 'none', strength: 0, rules: [] };

function verdictOf(
  unit: Unit,
  above: Heading | null,
  heading: Heading | null,
  isNamed: boolean,
  owner: number,
  benefit: CompiledBenefit,
  context: ExtractionContext,
  doc: JudgeContext,
): Verdict | null {
  if (!isNamed && OTHER_BONUS.test(unit.plain)) return null;
  const whole = new Whole(unit, [heading, unit.intro, above]);
  if (benefit.needs && !whole.matches(benefit.needs)) return null;
  if (isExcluded(unit, owner, isNamed, whole, benefit)) return null;
  if (isNamed && isInParentheses(unit, owner) && !toldAlone(unit).matches(benefit.granted))
    return { ...NONE, rules: ['parentheses'] };
  if (isNamed && isNotWith(unit, owner)) return { ...NONE, rules: ['not-with'] };
  if (isOwnTrade(benefit, whole, context)) return { ...NONE, rules: ['trade'] };
  const verdict = judge(
    unit,
    owner,
    benefit,
    doc,
    above !== null && (above === unit.intro || (above.level === 4 && above.plain.endsWith(':'))),
  );
  if (isNamed && verdict.standing === 'granted' && isInPassing(unit, owner))
    return { ...NONE, rules: ['in-passing'] };
  if (isNamed && verdict.standing !== 'none' && isNameOfAgreement(unit, owner))
    return { ...NONE, rules: ['in-passing'] };
  if (isNamed && verdict.standing === 'refused' && isOnlyTalkedOf(unit, owner))
    return { ...NONE, rules: ['talked-of'] };
  // Under a heading that names it, a sentence counts only when it says something in so many words or in figures.
  if (
    !isNamed &&
    verdict.strength < 2 &&
    !/<[a-z]+:|#inc/.test(readingOf(unit)) &&
    !verdict.rules.includes('shape:statement') &&
    !verdict.rules.includes('shape:kept')
  )
    return NONE;
  const hit = isNamed ? unit.hits.find((one) => one.owner === owner) : undefined;
  const under = hit ? (measureAround(unit, hit) ?? readingOf(unit)) : readingUnder(unit, above);
  // A figure alone grants only when it is one the benefit reads, or when the sentence states the measure.
  if (
    verdict.rules.includes('shape:figure') &&
    benefit.slots.length > 0 &&
    !givesValues(benefit, unit, under)
  ) {
    if (!benefit.proof?.when.test(under)) return { ...NONE, rules: ['mention'] };
    verdict.rules = ['shape:statement'];
  }
  // … and what it decides must be of this benefit: its figures, or its measure.
  if (
    !isNamed &&
    verdict.standing === 'granted' &&
    !toldAlone(unit).matches(benefit.granted) &&
    !verdict.rules.includes('cue:eases') &&
    !(above && goesOn(unit, above)) &&
    !(benefit.proof ? benefit.proof.when.test(under) : isStated(unit, above, verdict)) &&
    !givesValues(benefit, unit, under)
  )
    return NONE;
  if (above && !isNamed)
    return {
      ...verdict,
      rules: ['heading', ...(goesOn(unit, above) ? ['cue:goes-on'] : []), ...verdict.rules],
    };
  return verdict;
}

const givesValues = (benefit: CompiledBenefit, unit: Unit, under: string): boolean =>
  Object.keys(under === readingOf(unit) ? ownValues(benefit, unit) : readValues(benefit, [under], []).values)
    .length > 0;

/** A grant of something that is counted, without its count. */
const isFigureless = (unit: Unit, benefit: CompiledBenefit, { standing }: Verdict): boolean =>
  standing === 'granted' && benefit.slots.length > 0 && !hasFigure(unit, benefit);

const hasFigure = (unit: Unit, benefit: CompiledBenefit): boolean =>
  Object.values(ownValues(benefit, unit)).some((value) => typeof value === 'number');

/** Those whose words stand in a sentence, then those that what stands above it names. */
function withTitled(named: ReadonlySet<number>, { intro, headings }: Unit): ReadonlySet<number> {
  if ((intro?.owners.size ?? 0) === 0 && headings.every(({ owners }) => owners.size === 0)) return named;
  const all = new Set(named);
  for (const owner of intro?.owners ?? []) all.add(owner);
  for (const { owners } of headings) for (const owner of owners) all.add(owner);
  return all;
}

/** Every sentence that says something of a benefit, with what it says, in the order of the text. */
export function findCandidates(
  units: readonly Unit[],
  benefits: readonly CompiledBenefit[],
  context: ExtractionContext,
  doc: JudgeContext,
  subject: Subject,
): Candidate[] {
  const candidates: Candidate[] = [];
  let section = -1;
  let firstOfSection = 0;
  let hasOtherDemand = false;
  for (const unit of units) {
    if (unit.section !== section) {
      section = unit.section;
      firstOfSection = unit.index;
      hasOtherDemand = false;
    }
    hasOtherDemand ||= isOtherDemand(unit);
    const named = ownersOf(unit.hits);
    const owners = withTitled(named, unit);
    const isShared = owners.size > named.size;
    // What a sentence names comes first: it is read under its heading when it says nothing of that, or when its figure is
    // the heading's (« 42 jours, dans les mois qui suivent la naissance »).
    let says: 'nothing' | 'words' | 'figures' = 'nothing';
    for (const owner of owners) {
      const benefit = benefits[owner]!;
      const isNamed = named.has(owner);
      const found = namedAbove(unit, owner, firstOfSection);
      const above = hasOtherDemand && unit.mode !== 'demand' && found !== unit.intro ? null : found;
      if (!isNamed && (!above || says === 'figures' || (says === 'words' && !hasFigure(unit, benefit))))
        continue;
      const verdict = verdictOf(
        unit,
        above,
        unit.headings.at(-1) ?? null,
        isNamed,
        owner,
        benefit,
        context,
        doc,
      );
      const isOwn = () => !benefit.needs || toldAlone(unit).matches(benefit.needs);
      const isTold = verdict && (verdict.standing !== 'none' || verdict.rules.includes('mention'));
      if (isShared && isNamed && isTold && isOwn())
        says = says === 'figures' || !isFigureless(unit, benefit, verdict) ? 'figures' : 'words';
      if (verdict) candidates.push({ unit, owner, isNamed, above, verdict, response: null });
    }
  }
  if (subject) addSubject(units, candidates, benefits, doc, subject);
  linkResponses(units, candidates);
  continueMentions(units, candidates, benefits, doc);
  return candidates;
}
