import type { Mode } from '../standing/modes.ts';
import * as cues from '../standing/cues.ts';
import { UNION } from '../standing/words.ts';
import type { Block } from '../text/blocks.ts';
import type { Opened } from '../text/gates.ts';

/** The two sides come to terms, or the employer speaks: the list of demands is over. */
const TURNS = new RegExp(
  `\\b(?:aux? termes?|a l'issue|apres|suite a)\\b[^.;]{0,120}\\b(?:conven|convien|accord|arret|decid|negoci|echang)|les parties\\b[^.;]{0,60}\\b(?:conviennent|convenu|s'accordent|decident|arretent|se sont)|\\bdirection\\b(?:(?!${UNION})[^.;]){0,60}\\b(?:propose|repond|accepte|accorde|octroie|indique|decide|rappelle|souhaite|precise|s'engage|confirme)|\\bil (?:est|a ete) (?:convenu|decide|arrete)|mesures (?:negociees|retenues|convenues|arretees)|^\\W*(?:accord|dispositions|mesures) \\w+es?\\W*$`,
);
/** In the minutes of both sides, what the employer says it offers is no demand. */
export const OFFERS = new RegExp(
  `^(?:(?!${UNION})[^.;]){0,200}\\b(?:direction|employeur|societe|entreprise|association|fondation|cooperative|office|etablissement|clinique|banque) (?:\\w+ )?propose (?:de |d'|la |le |les |l'|une? )`,
);
/** What a long block is, its first words say. */
const LINE_MAX = 600;
const TITLE = /^\W*(?:article|titre|chapitre|partie|annexe|section)\b/;

/**
 * A list of demands goes on over sub-titles, tables and long lines until something else opens or somebody decides. Whether the
 * block stands in one; `words`: what those of the block allow; `opened`: the mode the block opens itself; `current`: the one its
 * headings and introductions give it.
 */
export function isInDemands(
  was: boolean,
  block: Block,
  words: Opened,
  opened: Mode | null,
  current: Mode,
  hasTurnAhead: boolean,
): boolean {
  if (opened) return opened === 'demand';
  if (!was) return current === 'demand' && block.kind !== 'heading' && !establishes(block);
  if (establishes(block)) return false;
  if (current !== 'neutral' && current !== 'demand') return false;
  if (block.kind === 'heading' && TITLE.test(block.plain)) return false;
  if (TURNS.test(block.plain.slice(0, LINE_MAX))) return false;
  if (hasTurnAhead) return true;
  // Somebody states a right or a fact in a full sentence.
  const isSentence = block.kind === 'paragraph' && /[.;]$/.test(block.plain) && block.plain.length > 60;
  return !(
    isSentence &&
    words.matches(cues.GRANTS, block.plain.slice(0, LINE_MAX)) &&
    !words.matches(cues.DEMANDS, block.plain.slice(0, LINE_MAX))
  );
}

/** « Et les délégations : CFDT : FO : Il est établi le présent procès-verbal d’accord. »: the unions above only sign. */
const ESTABLISHES =
  /\b(?:est|a ete) (?:etabli|conclu|arrete)\b[^.;]{0,160}\bpresent (?:proces[- ]verbal d'accord|accord|protocole d'accord)/;
const establishes = (block: Block): boolean =>
  block.kind === 'paragraph' && ESTABLISHES.test(block.plain.slice(0, LINE_MAX));

/** The headings above a block, without the names of those who sign the text that it establishes. */
export const withoutSignatories = <T extends { level: number; mode: Mode | null }>(
  headings: T[],
  block: Block,
): T[] => {
  const isSignatory = ({ level, mode }: T): boolean => level >= 4 && mode === 'demand';
  return headings.some(isSignatory) && establishes(block)
    ? headings.filter((heading) => !isSignatory(heading))
    : headings;
};

/** Blocks after which, within reach, the two sides come to terms in so many words. */
const TURN_REACH = 90;

export function turnsAhead(blocks: readonly Block[]): boolean[] {
  const ahead = new Array<boolean>(blocks.length).fill(false);
  let next = Number.POSITIVE_INFINITY;
  for (let i = blocks.length - 1; i >= 0; i--) {
    ahead[i] = next - i <= TURN_REACH;
    if (TURNS.test(blocks[i]!.plain.slice(0, LINE_MAX))) next = i;
    else if (blocks[i]!.kind === 'heading' && TITLE.test(blocks[i]!.plain)) next = Number.POSITIVE_INFINITY;
  }
  return ahead;
}
