import { parseIsoDate } from '../../domain/dates.ts';
import type { Finding, Values } from '../../domain/extraction.ts';
import type { Unit } from '../context/units.ts';
import type { Candidate } from '../standing/responses.ts';
import { lastingOfAny } from './lasting.ts';
import { lastPartOf, runningIn } from './one-off.ts';
import { recalledBy } from './recalled.ts';
import { startOf } from './starts.ts';

export type Time = Pick<Finding, 'oneOff' | 'lasts' | 'startsOn'>;

/**
 * From when, and how long, what is granted is given. `said`: the sentences of its quote; `used`: those that give its figures;
 * `isAlways`: what it grants is never paid twice.
 */
export function timeOf(
  units: readonly Unit[],
  { unit, owner }: Candidate,
  said: readonly Unit[],
  used: readonly Unit[],
  values: Values,
  oneOff: Finding['oneOff'],
  isAlways: boolean,
): Time {
  const lasts = lastingOfAny(units, said, owner);
  const last = lasts && 'until' in lasts ? Number(lasts.until.slice(0, 4)) : null;
  const year = oneOff ? (oneOff.year ?? last) : null;
  const later = year ? lastPartOf(units, unit, owner, year) : null;
  const running = later
    ? { until: parseIsoDate(`${later}-12-31`)! }
    : oneOff && !isAlways
      ? runningIn(values, unit, year, lasts)
      : null;
  if (running) return { oneOff: null, lasts: running, startsOn: null };
  // « une prime versée en 2022 au titre des années 2020 et 2021 »: nothing ends before it is paid.
  if (oneOff)
    return { oneOff: { year }, lasts: year && last && year !== last ? null : lasts, startsOn: null };
  const recalled = recalledBy(units, [unit, ...used], owner);
  if (recalled) return { oneOff: null, lasts: recalled, startsOn: null };
  return { oneOff: null, lasts, startsOn: startOf(units, said, owner) };
}
