import type { Block } from './blocks.ts';

const endsWithDigit = (plain: string): boolean => {
  const last = plain.at(-1) ?? '';
  return last >= '0' && last <= '9';
};

/** « Prime de vacances ....... 4 » */
const LEADERS = /(?:\.{4,}|…{2,}|_{4,}) ?\d{1,3}$/;
export const isContentsLine = (plain: string): boolean =>
  plain === 'sommaire' || plain === 'table des matieres' || (endsWithDigit(plain) && LEADERS.test(plain));

/** « Jours de congé 4 », « Négociations de 2023 7 » */
const CONTENTS_ENTRY = /(?:[a-z)] ?|\b(?:19|20)\d\d )\d{1,3}$/;
/** « Article 4 » alone above its text names no page. */
const BARE_NUMBER =
  /^(?:article|art\.?|titre|chapitre|section|partie|annexe|point|mesure)\W*(?:n ?[°o]\W*)?\d{1,3}$/;

/** « 5.12 Jours de présence 16 » counts no days. */
const CONTENTS_NUMBER = /^\d{1,2}(?:\.\d{1,2}){1,3}\.? [a-z]/;

const CONTENTS_WITHIN = 400;

/** Three numbered lines in a row that end with a page number are a table of contents. */
export function markContents(blocks: Block[]): void {
  const limit = Math.min(blocks.length, CONTENTS_WITHIN);
  const isEntry = (i: number): boolean => {
    const block = blocks[i];
    return (
      !!block &&
      block.plain.length <= 140 &&
      endsWithDigit(block.plain) &&
      CONTENTS_ENTRY.test(block.plain) &&
      !BARE_NUMBER.test(block.plain) &&
      !/\b(?:19|20)\d\d$|%$/.test(block.plain) &&
      (block.kind === 'heading' || block.kind === 'contents' || CONTENTS_NUMBER.test(block.plain))
    );
  };
  for (let i = 0; i < limit; i++) {
    let end = i;
    // An entry of two lines breaks off once.
    while (end < limit && (isEntry(end) || (end > i && isEntry(end - 1) && isEntry(end + 1)))) end++;
    if (end - i >= 3) for (let k = i; k < end; k++) blocks[k]!.kind = 'contents';
    i = Math.max(i, end);
  }
}
