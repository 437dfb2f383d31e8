import { STARTS_ACTION } from '../text/blocks.ts';
import type { Block } from '../text/blocks.ts';

const FINITE =
  /\b(?:est|sont|sera|seront|beneficie\w*|peut|peuvent|pourra|s'engage\w*|prend|prendra|passera|propose|demande|souhaite|accepte|refuse|convien\w*|convenu|s'eleve|octroie|porte a|reconduit|conclu|decide)\b/;
const INFINITIVE =
  /^[\W\d]*(?:augmenter|elargir|passer|porter|revaloriser|instaurer|obtenir|etendre|supprimer) /;
const LINE_MAX = 400;
const RUN_MIN = 2;

const isAction = (block: Block): boolean => STARTS_ACTION.test(block.plain.replace(/^[\W\d]+/, ''));

/** « La mise en place d’un congé … (…) »: one action, however long, in which nobody decides anything. */
export const isActionLine = (block: Block): boolean =>
  block.plain.length <= LINE_MAX && isAction(block) && !FINITE.test(block.plain);

/**
 * Lines of runs in which nobody decides and most lines are actions: « Augmentation du budget », « Passer de 8 à 9 € », « 3 jours
 * pour enfant malade ». Minutes print the unions' wishes so, often without saying whose they are.
 */
export function wishLines(blocks: readonly Block[]): ReadonlySet<number> {
  const wishes = new Set<number>();
  let run: number[] = [];
  const close = (): void => {
    const actions = run.filter((i) => isAction(blocks[i]!)).length;
    if (run.length >= RUN_MIN && actions * 2 > run.length) run.forEach((i) => wishes.add(i));
    run = [];
  };
  blocks.forEach((block, i) => {
    const isLine =
      block.kind !== 'contents' &&
      block.kind !== 'row' &&
      block.plain.length <= LINE_MAX &&
      (!FINITE.test(block.plain) || INFINITIVE.test(block.plain)) &&
      block.level !== 1 &&
      !block.article;
    if (isLine && !block.endsWithColon) run.push(i);
    else close();
  });
  close();
  return wishes;
}
