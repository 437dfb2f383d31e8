import type { Block } from './blocks.ts';

/** Sentences longer than this are cut: expressions then run on bounded text, whatever the document. */
export const SENTENCE_LENGTH_MAX = 1000;

/** Offsets in the block. */
export type Span = { start: number; end: number };

const ABBREVIATION =
  /(?:^|[\s(«"'])(?:art|al|cf|ex|env|min|max|m|mm|mme|mlle|dr|me|st|ste|n|no|nb|p|pp|etc|tel|av|bd|l|r|d|c|s|ref|resp|soc|inc|hab|sal|cat|compl|sup|supp|coef|tit|chap|v|vs|janv|fevr|avr|juil|sept|oct|nov|dec|i\.e|e\.g|a\.m|p\.m|\d)$|\.[a-z]$/;

/** « 5 jours au lieu de 3. Au-delà, … »: no number of a list. */
const LAST_FIGURE = / (?:de|a|en|par|que|est|sont|les|des) \d$/;

/** « aux articles I.1. et I.2 des présentes »: a number with its stop, and the sentence goes on. */
const NUMBERED = /(?:^|[ '])(?:[ivx]{1,4}|[a-z]|\d{1,2})[.-]\d{1,2}$/;
const GOES_ON = /^ (?:et|ou|a|au|aux|de|du|des) /;

const STOP = /[.!?;…•▪➢](?= )/g;

/** Cuts a block into sentences. A table row and a heading stay whole. */
export function splitSentences(block: Block): Span[] {
  const { plain, kind } = block;
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    let from = start;
    while (end - from > SENTENCE_LENGTH_MAX) {
      // Within the slice only: a line without spaces must not be searched again from its start.
      const space = plain.slice(from, from + SENTENCE_LENGTH_MAX).lastIndexOf(' ');
      const cut = from + (space > 0 ? space : SENTENCE_LENGTH_MAX);
      spans.push({ start: from, end: cut });
      from = plain[cut] === ' ' ? cut + 1 : cut;
    }
    if (from < end) spans.push({ start: from, end });
    start = end;
  };
  if (kind === 'row' || kind === 'heading' || kind === 'contents') {
    push(plain.length);
    return spans;
  }
  STOP.lastIndex = 0;
  for (let match = STOP.exec(plain); match; match = STOP.exec(plain)) {
    const end = match.index + 1;
    const before = plain.slice(Math.max(0, match.index - 6), match.index);
    if (match[0] === '.' && ABBREVIATION.test(before) && !LAST_FIGURE.test(before)) continue;
    if (match[0] === '.' && NUMBERED.test(before) && GOES_ON.test(plain.slice(end, end + 5))) continue;
    if (/[•▪➢]/.test(match[0])) {
      if (match.index > start) push(match.index);
      continue;
    }
    push(end);
    start = end + 1;
  }
  push(plain.length);
  return spans;
}
