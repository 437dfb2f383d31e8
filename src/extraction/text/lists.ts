import { isBareTitle, isLoud, opensDetail } from './blocks.ts';
import type { Block } from './blocks.ts';

const LIST_MIN = 3;
const SPOKEN =
  /^\W*(?:demandes?|questions?|propositions?|revendications?|reponses?|positions?|pour (?:la|le|l'|les)|mesures?)\b/;

/** Bare lines in a row right below « … sur les points suivants : » are its items, not titles without a text. */
export function markLists(blocks: Block[], folded: string): void {
  const isLine = (block: Block | undefined): block is Block =>
    block?.level === 4 &&
    !block.endsWithColon &&
    !SPOKEN.test(block.plain) &&
    !isLoud(folded.slice(block.start, block.end));
  blocks.forEach(({ endsWithColon, kind }, i) => {
    if (!endsWithColon || kind === 'row') return;
    let end = i + 1;
    while (isLine(blocks[end])) end++;
    if (opensDetail(blocks[end])) end--;
    if (end - i > LIST_MIN)
      for (const block of blocks.slice(i + 1, end)) Object.assign(block, { kind: 'item', level: 0 });
  });
}

const LETTER = /^[a-z]\) ?/;

/** « b) Prime de panier » above the text of it, and not above « c) … »: a title, and no item of a list. */
export function markLettered(blocks: Block[], folded: string): void {
  blocks.forEach((block, i) => {
    const next = blocks[i + 1];
    if (block.kind !== 'item' || block.endsWithColon || !next) return;
    const letter = LETTER.exec(block.plain)?.[0];
    if (!letter || LETTER.test(next.plain) || next.kind === 'heading') return;
    if (isBareTitle(folded.slice(block.start + letter.length, block.end), block.plain.slice(letter.length)))
      Object.assign(block, { kind: 'heading', level: 4 });
  });
}
