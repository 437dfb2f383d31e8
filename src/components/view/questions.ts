import type { Catalogue } from '#catalogue/catalogue.ts';
import type { Benefit } from '#domain/benefit.ts';
import { shownState, type ShownState } from '#domain/claim.ts';
import type { BenefitId } from '#domain/ids.ts';
import type { BenefitEntry } from '#domain/profile.ts';
import { isLive } from './states.ts';

/** One A4: more would not be asked in an interview. */
export const QUESTIONS_MAX = 7;

export type Question = Pick<Benefit, 'id' | 'label' | 'question' | 'goodAnswer'>;

/**
 * Neutral questions on what is not proven, one a family first: what a text once granted, else the first benefit without
 * trace; families with something to confirm come first. The same for every reader, so the sheet reveals nothing of its
 * owner.
 */
export function chooseQuestions(
  entries: readonly BenefitEntry[],
  { benefits, families }: Catalogue,
): Question[] {
  const states = new Map<BenefitId, ShownState>(
    entries.map(({ benefit, lead }) => [benefit, shownState(lead)]),
  );
  const isOpen = ({ id }: Benefit): boolean => !isLive(states.get(id) ?? 'not-agreed');
  const open = benefits.filter(isOpen);
  const firsts = families.flatMap(({ id }) => {
    const own = open.filter(({ family }) => family === id);
    const first = own.find((benefit) => states.has(benefit.id)) ?? own[0];
    return first ? [first] : [];
  });
  const toConfirm = firsts.filter(({ id }) => states.has(id));
  const unknown = firsts.filter(({ id }) => !states.has(id));
  const others = open.filter((benefit) => !firsts.includes(benefit));
  return [...toConfirm, ...unknown, ...others].slice(0, QUESTIONS_MAX);
}
