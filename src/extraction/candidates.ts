import type { ExtractionContext } from '../domain/extraction.ts';
import { readingOf } from './context/readings.ts';
import type { Heading, Unit } from './context/units.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import { judge } from './standing/judge.ts';
import type { JudgeContext, Verdict } from './standing/judge.ts';
import { readQuantities } from './numbers/reading.ts';
import * as cues from './standing/cues.ts';
import { readValues } from './values.ts';
import { continueMentions } from './standing/continuations.ts';
import { linkResponses } from './standing/responses.ts';
import type { Candidate } from './standing/responses.ts';

/** A heading lends its subject to this many sentences below it. */
const HEADING_REACH = 14;
/** A list introduction lends its subject to the items below it. */
const INTRO_REACH = 20;

/** Sections on the life of the text itself. */
const ADMINISTRATIVE =
  /duree|vigueur|publicite|depot|formalit|revision|denonciation|suivi|commission|interpretation|rendez-vous|adhesion|champ d'application|perimetre|preambule|objet|litige|differend|communication|information|notification|signature|dispositions? (?:finales?|generales?)|date d'effet|definition|cadre juridique|textes? applicable/;
/** A share, an amount, or a quantity whose period is printed. */
const FIRM_QUANTITY = /<(?:eur|pct|split|equal):|<(?:day|hour|minute|week):[^:>]*:[a-z]>/;

/** Benefits that the title of the whole text is about. */
export type Subject = { heading: Heading; owners: ReadonlySet<number> } | null;

/** In a text about one benefit, a decision with its figures is about that benefit even where nothing names it again. */
function isAboutSubject(unit: Unit): boolean {
  if (unit.kind === 'heading' || unit.mode === 'demand' || unit.mode === 'refused') return false;
  if (unit.headings.some(({ plain, owners }) => owners.size > 0 || ADMINISTRATIVE.test(plain))) return false;
  const text = readingOf(unit);
  return FIRM_QUANTITY.test(text) && cues.GRANTS.test(text) && !cues.LAW.test(text);
}

/** Characters between a heading and a sentence that still has its subject. */
const JUST_BELOW = 250;
/** Says by itself what is done, and not that the two sides came to terms on what follows. */
const isStated = ({ plain, start }: Unit, above: Heading | null, { strength }: Verdict): boolean =>
  strength === 2 &&
  start - (above?.end ?? start) <= JUST_BELOW &&
  !/\b(?:suivante?s?|ci-apres|ci-dessous)\b|:\W*$|^\W*(?:au terme|a l'issue|apres)\b|present (?:accord|protocole)/.test(
    plain,
  );

const NONE: Verdict = { standing: 'none', strength: 0, rules: [] };

/** Heading or introduction that names the benefit for a sentence that does not. */
function namedAbove(unit: Unit, owner: number, firstOfSection: number): Heading | null {
  if (unit.kind === 'heading') return null;
  if (unit.intro?.owners.has(owner) && unit.index - firstOfSection <= INTRO_REACH) return unit.intro;
  const heading = unit.headings.at(-1);
  if (heading?.owners.has(owner) && unit.index - firstOfSection <= HEADING_REACH) return heading;
  const parent = unit.headings.at(-2);
  if (
    heading?.level === 4 &&
    heading.owners.size === 0 &&
    parent?.owners.has(owner) &&
    unit.index - firstOfSection <= HEADING_REACH
  )
    return parent;
  return null;
}

function isOwnTrade(benefit: CompiledBenefit, text: string, context: ExtractionContext): boolean {
  const { trade } = benefit;
  if (!trade || !context.nafCode) return false;
  const code = context.nafCode.replace('.', '');
  return trade.nafCodes.some((prefix) => code.startsWith(prefix)) && !(trade.unless?.test(text) ?? false);
}

/** A long sentence lists many things: a false friend counts only this near to the term. */
const NEAR = 170;

function isExcluded(
  unit: Unit,
  owner: number,
  isNamed: boolean,
  whole: string,
  benefit: CompiledBenefit,
): boolean {
  if (!benefit.excludes) return false;
  const text = readingOf(unit);
  if (benefit.granted?.test(text)) return false;
  const hit = isNamed ? unit.hits.find((h) => h.owner === owner) : undefined;
  if (!hit) return benefit.excludes.test(whole);
  // « … peut être alimenté par : » – « des jours de RTT ; »
  const isListed =
    unit.kind === 'item' && unit.intro && unit.plain.length <= NEAR && !/[.!]$/.test(unit.plain);
  if (isListed && benefit.excludes.test(unit.intro!.plain.slice(-NEAR))) return true;
  if (unit.plain.length <= 2 * NEAR) return benefit.excludes.test(text);
  return benefit.excludes.test(
    readQuantities(unit.plain.slice(Math.max(0, hit.start - NEAR), hit.end + NEAR)),
  );
}

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
  const text = readingOf(unit);
  const whole = [heading?.plain, unit.intro?.plain, above?.plain, text].filter(Boolean).join(' ');
  if (isExcluded(unit, owner, isNamed, whole, benefit)) return null;
  if (benefit.needs && !benefit.needs.test(whole)) return null;
  if (isOwnTrade(benefit, whole, context)) return { ...NONE, rules: ['trade'] };
  const verdict = judge(
    unit,
    owner,
    benefit,
    doc,
    above !== null && (above === unit.intro || (above.level === 4 && above.plain.endsWith(':'))),
  );
  // Under a heading that names it, a sentence counts only when it says something in so many words or in figures.
  if (
    !isNamed &&
    verdict.strength < 2 &&
    !/<[a-z]+:/.test(text) &&
    !verdict.rules.includes('shape:statement')
  )
    return NONE;
  // A figure alone grants only when it is one the benefit reads, or when the sentence states the measure.
  if (
    verdict.rules.includes('shape:figure') &&
    benefit.slots.length > 0 &&
    Object.keys(readValues(benefit, [text], []).values).length === 0
  ) {
    if (!benefit.proof?.when.test(text)) return { ...NONE, rules: ['mention'] };
    verdict.rules = ['shape:statement'];
  }
  // … and what it decides must be of this benefit: its figures, or its measure.
  if (
    !isNamed &&
    verdict.standing === 'granted' &&
    !benefit.granted?.test(text) &&
    !(benefit.proof ? benefit.proof.when.test(text) : isStated(unit, above, verdict)) &&
    Object.keys(readValues(benefit, [text], []).values).length === 0
  )
    return NONE;
  if (above && !isNamed) return { ...verdict, rules: ['heading', ...verdict.rules] };
  return verdict;
}

function addSubject(
  units: readonly Unit[],
  candidates: Candidate[],
  benefits: readonly CompiledBenefit[],
  doc: JudgeContext,
  { heading, owners }: NonNullable<Subject>,
): void {
  const known = new Set(candidates.map(({ unit }) => unit.index));
  for (const unit of units) {
    if (known.has(unit.index) || !isAboutSubject(unit)) continue;
    for (const owner of owners) {
      const benefit = benefits[owner]!;
      const text = readingOf(unit);
      if (benefit.excludes?.test(text) || Object.keys(readValues(benefit, [text], []).values).length === 0)
        continue;
      const verdict = judge(unit, owner, benefit, doc);
      if (verdict.standing !== 'granted') continue;
      candidates.push({
        unit,
        owner,
        isNamed: false,
        above: heading,
        verdict: { ...verdict, strength: 1, rules: ['subject', ...verdict.rules] },
        response: null,
      });
    }
  }
  candidates.sort((a, b) => a.unit.index - b.unit.index);
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
  for (const unit of units) {
    if (unit.section !== section) {
      section = unit.section;
      firstOfSection = unit.index;
    }
    const named = new Set(unit.hits.map((hit) => hit.owner));
    const owners = new Set(named);
    for (const heading of [unit.intro, unit.headings.at(-1), unit.headings.at(-2)])
      heading?.owners.forEach((owner) => owners.add(owner));
    // What a sentence names comes first: only one that says nothing of it is read under its heading.
    let says = false;
    for (const owner of owners) {
      const benefit = benefits[owner]!;
      const isNamed = named.has(owner);
      const above = namedAbove(unit, owner, firstOfSection);
      if (!isNamed && (!above || says)) continue;
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
      const isOwn = !benefit.needs || benefit.needs.test(readingOf(unit));
      if (isNamed && isOwn && verdict && (verdict.standing !== 'none' || verdict.rules.includes('mention')))
        says = true;
      if (verdict) candidates.push({ unit, owner, isNamed, above, verdict, response: null });
    }
  }
  if (subject) addSubject(units, candidates, benefits, doc, subject);
  linkResponses(units, candidates);
  continueMentions(units, candidates, benefits, doc);
  return candidates;
}
