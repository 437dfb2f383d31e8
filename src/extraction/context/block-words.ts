import type { Blocks } from '../text/blocks.ts';
import type { Opened } from '../text/gates.ts';
import type { PhraseFinder, PhraseHit } from '../text/phrases.ts';
import { partsOf } from './parts.ts';
import type { Part } from './parts.ts';
import { modeOfLine, readRows } from './tables.ts';
import type { Row } from './tables.ts';

/** A block by itself: its sentences with the words of benefits in each, and what all its words allow. */
export type BlockWords = {
  row: Row | undefined;
  line: Part['mode'];
  parts: readonly Part[];
  found: readonly { hits: readonly PhraseHit[]; opened: Opened }[];
  words: Opened;
};

/** By block; null for lines of a table of contents. */
export function readBlockWords(text: Blocks, finder: PhraseFinder): (BlockWords | null)[] {
  const rows = readRows(text.blocks);
  const nothing = finder.find(text, 0, 0).opened;
  return text.blocks.map((block, i) => {
    if (block.kind === 'contents') return null;
    const row = rows.get(i);
    const line = block.kind === 'heading' || block.kind === 'row' ? null : modeOfLine(block.plain);
    const parts = partsOf(block, row, line);
    const found = parts.map(({ span }) =>
      finder.find(text, block.start + span.start, block.start + span.end),
    );
    const words = (found[0]?.opened ?? nothing).withAll(found.slice(1).map(({ opened }) => opened));
    return { row, line, parts, found, words };
  });
}
