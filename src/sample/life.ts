import type { ClaimState } from '#domain/claim.ts';
import { addDays, addMonths, addYears, type IsoDate } from '#domain/dates.ts';
import type { Agreement, Expectation, Life } from './model.ts';
import type { Random } from './random.ts';

/** The days everything is counted from. */
export type Calendar = { today: IsoDate; fullOn: IsoDate; incrementOn: IsoDate };

export const REFERENCE_DAY = '2026-11-21' as IsoDate;

/** The full dump is four months old on the reference day, the increment five days (a Monday for the default day). */
export const calendarOf = (today: IsoDate): Calendar => ({
  today,
  fullOn: addDays(today, -131),
  incrementOn: addDays(today, -5),
});

export type LifeKind =
  | 'indefinite' | 'fixed' | 'fixed-lapsing' | 'fixed-lapsed' | 'silent' | 'silent-lapsing' | 'silent-lapsed' | 'tacit'
  | 'upcoming'; // prettier-ignore

export const ORDINARY_LIVES: readonly (readonly [LifeKind, number])[] = [
  ['indefinite', 42], ['fixed', 18], ['fixed-lapsing', 6], ['fixed-lapsed', 14], ['silent', 7], ['silent-lapsing', 2],
  ['silent-lapsed', 4], ['tacit', 3], ['upcoming', 4],
]; // prettier-ignore

const MONTHS = [12, 24, 36, 36, 48] as const;

/** Often the first of a month, as agreements do. */
const tidy = (random: Random, date: IsoDate): IsoDate =>
  random.chance(0.6) ? (`${date.slice(0, 8)}01` as IsoDate) : date;

export function lifeFrom(random: Random, effectiveOn: IsoDate, duration: Life['duration']): Life {
  const endsOn = duration.kind === 'fixed' ? addDays(addMonths(effectiveOn, duration.months), -1) : null;
  return { signedOn: addDays(effectiveOn, -random.int(0, 55)), effectiveOn, endsOn, duration };
}

export function drawLife(random: Random, { today }: Calendar, kind: LifeKind): Life {
  const ago = (min: number, max: number): IsoDate => addDays(today, -random.int(min, max));
  const months = random.pick(MONTHS);
  if (kind === 'upcoming') {
    const effectiveOn = random.chance(0.6)
      ? (`${Number(today.slice(0, 4)) + 1}-01-01` as IsoDate)
      : addDays(today, random.int(9, 100));
    const signedOn = ago(26, 50);
    const duration = random.chance(0.6)
      ? ({ kind: 'indefinite' } as const)
      : ({ kind: 'fixed', months } as const);
    return { ...lifeFrom(random, effectiveOn, duration), signedOn };
  }
  if (kind === 'fixed-lapsing' || kind === 'fixed-lapsed') {
    const lastDay = kind === 'fixed-lapsing' ? addDays(today, random.int(3, 240)) : ago(15, 1400);
    const endsOn = random.chance(0.5) ? addDays(`${lastDay.slice(0, 8)}01` as IsoDate, -1) : lastDay;
    const kept = kind === 'fixed-lapsing' && endsOn < today ? lastDay : endsOn;
    return lifeFrom(random, addDays(addMonths(kept, -months), 1), { kind: 'fixed', months });
  }
  if (kind.startsWith('silent')) {
    const [earliest, latest] =
      kind === 'silent' ? [60, 1500] : kind === 'silent-lapsing' ? [1590, 1815] : [1840, 3100];
    return lifeFrom(random, ago(earliest, latest), { kind: 'silent' });
  }
  if (kind === 'fixed') {
    const span = Math.max(40, months * 30 - 260);
    return lifeFrom(random, tidy(random, ago(35, span)), { kind: 'fixed', months });
  }
  if (kind === 'tacit') return lifeFrom(random, tidy(random, ago(60, 1500)), { kind: 'tacit', months: 12 });
  return lifeFrom(random, tidy(random, ago(50, 3000)), { kind: 'indefinite' });
}

const YEARS_PRESUMED = 5;

/** Last day on which the text counts: five years are presumed of silence (code du travail, L2222-4) and of renewals. */
function lastDay({ duration, effectiveOn, endsOn }: Life): IsoDate | null {
  if (endsOn) return endsOn;
  if (duration.kind === 'indefinite' || duration.kind === 'fixed') return null;
  const first = duration.kind === 'tacit' ? addMonths(effectiveOn, duration.months) : effectiveOn;
  return addDays(addYears(first, YEARS_PRESUMED), -1);
}

function stateOfLife(life: Life, today: IsoDate): ClaimState {
  if (life.effectiveOn > today) return 'upcoming';
  const last = lastDay(life);
  if (last && last < today) return 'lapsed';
  return life.duration.kind === 'silent' ? 'presumed' : 'in-force';
}

/** State of one planted claim; null where no claim is expected. A payment made once is over with its year. */
export function stateOf(agreement: Agreement, expected: Expectation, today: IsoDate): ClaimState | null {
  const { standing } = expected;
  if (standing === 'restates-law' || standing === 'ended') return standing;
  if (standing === 'demanded' || standing === 'refused') return 'not-agreed';
  if (standing !== 'granted') return null;
  const closure = agreement.closures.find(
    ({ benefit, from }) => (benefit === '*' || benefit === expected.benefit) && from <= today,
  );
  if (closure) return closure.state;
  const state = stateOfLife(agreement.life, today);
  if (!expected.isOneOff || state === 'upcoming') return state;
  return state === 'lapsed' || agreement.life.effectiveOn.slice(0, 4) < today.slice(0, 4) ? 'one-off' : state;
}
