import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Benefit } from '#domain/benefit.ts';
import type { BenefitId } from '#domain/ids.ts';
import type { BenefitEntry } from '#domain/profile.ts';
import { isLive } from './states.ts';

/** One A4: more would not be asked in an interview. */
export const QUESTIONS_MAX = 7;

export type Question = Pick<Benefit, 'id' | 'label' | 'question' | 'goodAnswer'>;

/**
 * Neutral questions on what is not proven: first what a text once granted, then one benefit of each family without
 * trace, in the order of the families. The same for every reader, so the sheet reveals nothing of its owner.
 */
export function chooseQuestions(
  entries: readonly BenefitEntry[],
  { benefits, families }: Catalogue,
): Question[] {
  const byBenefit = new Map<BenefitId, BenefitEntry>(entries.map((entry) => [entry.benefit, entry]));
  const isProven = ({ id }: Benefit): boolean => isLive(byBenefit.get(id)?.lead.state ?? 'not-agreed');
  const toConfirm = benefits.filter((benefit) => byBenefit.has(benefit.id) && !isProven(benefit));
  const taken = new Set(toConfirm.map(({ family }) => family));
  const unknown = families
    .filter(({ id }) => !taken.has(id))
    .flatMap(({ id }) =>
      benefits.filter((each) => each.family === id && !byBenefit.has(each.id)).slice(0, 1),
    );
  const others = benefits.filter((each) => !byBenefit.has(each.id) && !unknown.includes(each));
  return [...toConfirm, ...unknown, ...others].slice(0, QUESTIONS_MAX);
}
