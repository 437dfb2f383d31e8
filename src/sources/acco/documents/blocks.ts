import type { TextFolder } from './folder.ts';

/**
 * A block of text as a list of pairs of numbers: `start, end` of a run of text inside the XML, or one of the marks below.
 * Nothing is copied until the whole document is laid out.
 */
export type Block = number[];

export const MARK = {
  blank: -1,
  hyphen: -2,
  /** Followed by an index in `pieces`. */
  piece: -3,
  /** Between cells of a row. */
  cell: -4,
} as const;

const HYPHEN = Buffer.from('-');
const CELL = Buffer.from(' | ');

/** `pieces` are bytes that stand elsewhere than in the XML, without line feeds: notes, symbols, CDATA. */
export function writeBlocks(
  folder: TextFolder,
  xml: Uint8Array,
  pieces: Uint8Array[],
  blocks: Block[],
): void {
  for (const block of blocks) {
    for (let i = 0; i < block.length; i += 2) {
      const start = block[i]!;
      const end = block[i + 1]!;
      if (start >= 0) folder.add(xml, start, end, true);
      else if (start === MARK.blank) folder.blank();
      else if (start === MARK.hyphen) folder.add(HYPHEN, 0, 1, false);
      else if (start === MARK.cell) folder.add(CELL, 0, 3, false);
      else folder.add(pieces[end]!, 0, pieces[end]!.length, false);
    }
    folder.endBlock();
  }
}

/** A table row: cells joined by ` | `; a row with one filled cell is layout, its paragraphs stay apart. */
export function rowBlocks(cells: Block[][]): Block[] {
  const filled = cells.filter((blocks) => blocks.some(isFilled));
  if (filled.length <= 1) return filled.flat();
  const row: Block = [];
  cells.forEach((blocks, index) => {
    if (index > 0) row.push(MARK.cell, 0);
    for (const block of blocks) {
      for (const number of block) row.push(number);
      row.push(MARK.blank, 0);
    }
  });
  return [row];
}

const isFilled = (block: Block): boolean =>
  block.some((start, index) => index % 2 === 0 && start !== MARK.blank);
