import type { Benefit, Floor } from './benefit.ts';
import type { Gap } from './claim.ts';
import type { IsoDate } from './dates.ts';
import type { Values } from './extraction.ts';

const notComparable = (reason: string): Gap => ({ kind: 'not-comparable', reason });

/** The rule of each slot in force on a day: the latest one already begun. */
function floorsOn(floors: readonly Floor[], day: IsoDate): Floor[] {
  const latest = new Map<string, Floor>();
  for (const floor of floors) {
    if (floor.since > day) continue;
    const known = latest.get(floor.slot ?? '');
    if (!known || known.since <= floor.since) latest.set(floor.slot ?? '', floor);
  }
  return [...latest.values()];
}

/** Sums of decimals would print 0.30000000000000004. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * Distance from a grant to the legal minimum in force on its effective date, on the same value slot and so on the
 * same unit: percentages are never set against euros. `optional` where the law asks nothing. A limit that is lifted on a condition,
 * such as three waiting days paid once a year, stays where the condition is not met, and is set against nothing. `passage`: the quote
 * with what stands around it, null where the employer itself declares.
 */
export function gapOf(
  benefit: Pick<Benefit, 'floor' | 'isOptional' | 'values' | 'mainValue'>,
  values: Values,
  effectiveOn: IsoDate | null,
  isBranchUnknown: boolean,
  isConditional = false,
  passage: string | null = null,
): Gap {
  if (benefit.isOptional || benefit.floor.length === 0) return { kind: 'optional' };
  if (effectiveOn === null) return notComparable('Date d’effet inconnue');
  const floors = floorsOn(benefit.floor, effectiveOn);
  if (floors.length === 0) return { kind: 'optional' };
  const comparable = floors.filter(
    ({ slot, minimum }) => slot !== undefined && minimum !== undefined && benefit.values[slot],
  );
  if (comparable.length === 0) return notComparable('Ce que la loi impose ne tient pas en un seul chiffre');
  const rank = ({ slot }: Floor): number => (slot === benefit.mainValue ? 0 : 1);
  const floor = comparable
    .filter(({ slot }) => typeof values[slot!] === 'number')
    .sort((a, b) => rank(a) - rank(b) || (a.slot! < b.slot! ? -1 : 1))[0];
  if (!floor) return notComparable('Valeur absente du texte ou dans une autre unité que le minimum légal');
  if (floor.unless && passage !== null && !new RegExp(floor.unless.without, 'iu').test(passage))
    return notComparable(floor.unless.reason);
  const { unit, better } = benefit.values[floor.slot!]!;
  if (better === 'none') return notComparable('Cette valeur n’a pas de sens plus ou moins favorable');
  if (isConditional && better === 'less') return notComparable('Accordé sous condition');
  const beyond = tidy((values[floor.slot!] as number) - floor.minimum!) * (better === 'more' ? 1 : -1);
  const { article, url, verifiedOn } = floor;
  const against = {
    slot: floor.slot!,
    minimum: floor.minimum!,
    unit,
    article,
    url,
    verifiedOn,
    isBranchUnknown,
  };
  if (beyond === 0) return { kind: 'at-floor', ...against };
  return { kind: beyond > 0 ? 'beyond' : 'below', difference: Math.abs(beyond), ...against };
}
