import { splitSentences } from '../text/sentences.ts';
import type { Span } from '../text/sentences.ts';
import type { Block } from '../text/blocks.ts';
import { joinVerdict, modeOfLine } from './tables.ts';
import type { Row } from './tables.ts';

export type Part = { span: Span; mode: 'demand' | 'offer' | null };

/** Sentences of a block; the cells of a table of demands and answers stand for themselves. */
export function partsOf(block: Block, row: Row | undefined, line: Part['mode']): Part[] {
  if (!row?.isExchange) {
    const spans = splitSentences(block);
    let side = line;
    return (line === 'offer' ? joinVerdict(block.plain, spans) : spans).map((span) => {
      // « CFDT : un jour de plus. Direction : accord. » on one line
      if (line) side = modeOfLine(block.plain.slice(span.start, span.end)) ?? side;
      return { span, mode: side };
    });
  }
  return row.cells
    .filter(({ start, end }) => end > start)
    .flatMap(({ start, end, mode }) => {
      const plain = block.plain.slice(start, end);
      const spans = splitSentences({ ...block, kind: 'paragraph', plain });
      return (mode === 'offer' ? joinVerdict(plain, spans) : spans).map((span) => ({
        span: { start: start + span.start, end: start + span.end },
        mode,
      }));
    });
}
