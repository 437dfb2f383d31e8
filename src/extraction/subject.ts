import { readingInList, readingOf } from './context/readings.ts';
import type { Heading, Unit } from './context/units.ts';
import type { CompiledBenefit } from './patterns/compile.ts';
import * as cues from './standing/cues.ts';
import { judge } from './standing/judge.ts';
import type { JudgeContext } from './standing/judge.ts';
import type { Candidate } from './standing/responses.ts';
import { readValues } from './values.ts';

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
  if (cues.PROLONGS.test(unit.plain)) return true;
  return (
    FIRM_QUANTITY.test(text) &&
    cues.GRANTS.test(unit.cells ? readingInList(unit) : text) &&
    !cues.LAW.test(text)
  );
}

/** Adds to the candidates the decisions that only the title of the text explains, in the order of the text. */
export function addSubject(
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
      const isEmpty = Object.keys(readValues(benefit, [text], []).values).length === 0;
      if (benefit.excludes?.test(text) || (isEmpty && !cues.PROLONGS.test(unit.plain))) continue;
      const verdict = judge(unit, owner, benefit, doc);
      if (verdict.standing !== 'granted') continue;
      candidates.push({
        unit,
        owner,
        isNamed: false,
        above: heading,
        verdict: {
          ...verdict,
          strength: 1,
          rules: ['subject', ...(isEmpty ? ['cue:goes-on'] : []), ...verdict.rules],
        },
        response: null,
      });
    }
  }
  candidates.sort((a, b) => a.unit.index - b.unit.index);
}
