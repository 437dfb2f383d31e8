import { closingOf, signaturesOf } from './prose/closing.ts';
import { scopeOf } from './prose/context.ts';
import { openingOf, preambleOf } from './prose/opening.ts';
import type { Agreement, Block, Section } from './model.ts';
import { createWriter, type Style, type Writer } from './writer.ts';

export type Composed = { blocks: Block[]; isPlain: boolean; hasNumberedHeadings: boolean };

const FIRST_SECTION = 2;

/** Number printed before the section at that place, when it comes after the article on scope. */
export const articleNumber = (index: number): number => index + FIRST_SECTION;

function heading(style: Style['headings'], number: number, title: string): string {
  if (style === 'Article') return `Article ${number} – ${title}`;
  if (style === 'ARTICLE') return `ARTICLE ${number} : ${title.toUpperCase()}`;
  return style === 'number' ? `${number}. ${title}` : title;
}

export const writerOf = (seed: string, agreement: Agreement): Writer =>
  createWriter(seed, agreement.employer, agreement.ordinal, agreement.life, agreement.frame.kind);

/** The whole document, from title to signatures; a function of seed and plan. */
export function compose(seed: string, agreement: Agreement): Composed {
  const w = writerOf(seed, agreement);
  const sections: Section[] = agreement.write(w);
  const isNotice = agreement.genre === 'notice';
  const body =
    isNotice || agreement.genre === 'no-deal'
      ? sections
      : [scopeOf(w), ...sections, ...closingOf(agreement, w)];
  const blocks: Block[] = [...openingOf(agreement, w), ...preambleOf(agreement, w)];
  body.forEach((section, index) => {
    blocks.push({ kind: 'heading', level: 1, text: heading(w.style.headings, index + 1, section.title) });
    blocks.push(...section.blocks);
  });
  blocks.push(...signaturesOf(agreement, w));
  return { blocks, isPlain: w.style.isPlain, hasNumberedHeadings: w.style.headings === 'automatic' };
}

/** The sections alone, with what is expected of them. */
export const sectionsOf = (seed: string, agreement: Agreement): Section[] =>
  agreement.write(writerOf(seed, agreement));
