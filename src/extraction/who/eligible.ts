import type { Eligibility } from '../../domain/extraction.ts';
import { conditionsUnder, isOpenedForSome, toldAbove, whoAround } from './around.ts';
import type { Unit } from '../context/units.ts';
import { eligibilityOf } from './scope.ts';
import { seniorityOf } from './seniority.ts';
import type { Candidate } from '../standing/responses.ts';
import { toldAlone } from '../standing/told.ts';
import type { Told } from '../standing/told.ts';

/** What a rule of passage gives to a few asks nothing of the others. */
const TRANSITIONAL =
  /\bderogatoires?\b|\bpar derogation\b|\btransitoires?\b|^\W*pour les salaries (?:ayant integre|entres|embauches|recrutes|arrives)\b/;

/** Who may have it, as its own sentences say and those that tell `whom`. */
export function eligibilityTold(readings: readonly Told[], whom: readonly Unit[] = []): Eligibility {
  const lasting = readings.filter(({ text }) => !TRANSITIONAL.test(text));
  const around = whom.filter(({ plain }) => !TRANSITIONAL.test(plain));
  return eligibilityOf([...(lasting.length > 0 ? lasting : readings), ...around.map(toldAlone)]);
}

/**
 * Who may have what a sentence grants. `figures`: the sentence that gives its figures; `near`: those that follow it and speak of
 * nothing else.
 */
export function eligibilityOfGrant(
  units: readonly Unit[],
  { unit, owner }: Candidate,
  figures: Unit | undefined,
  readings: readonly Told[],
  near: readonly Unit[],
): Eligibility {
  const above = toldAbove(units, unit, owner);
  const around = [...near, ...whoAround(units, unit), ...(above ? [above] : [])];
  const told = eligibilityTold(readings, [...around, ...conditionsUnder(units, around)]);
  return {
    ...told,
    isConditional: told.isConditional || isOpenedForSome(units, unit, owner),
    seniorityMonths: seniorityOf(units, unit, figures, owner, told.seniorityMonths),
  };
}
