import { RecordError } from '#domain/errors.ts';
import type { DocumentContent } from './content.ts';
import { foldString } from './folder.ts';

/** Longest agreements have some 400 pages. */
const PAGES_MAX = 2000;

/** Lines farther apart than this many times their height belong to two paragraphs. */
const GAP = 1.6;

/** Starts a block whatever the distance: bullets, « Article 4 », « 4.2 », « a) ». */
const BLOCK_START =
  /^(?:[•▪◦●■□➢➤✓–—-]\s|article\s+\d|titre\s+[ivx\d]|chapitre\s+[ivx\d]|\d{1,2}(?:[.)]\d{0,2})+\s|[a-z]\)\s)/i;

/** Pictures are streams: their dictionary is never packed with other objects. */
const IMAGE = /\/Subtype\s*\/Image\b/;

type Line = { text: string; x: number; y: number; height: number };

/**
 * Text layer of a PDF, lines put back into paragraphs by the distance between them.
 * @throws RecordError when the file is damaged, asks for a password or has too many pages
 */
export async function readPdf(bytes: Buffer): Promise<DocumentContent> {
  // Loaded when first needed: it is large, and few documents of the base are PDF files.
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
  }).catch((error: unknown) => {
    throw new RecordError(`the .pdf cannot be read: ${String(error)}`);
  });
  try {
    if (pdf.numPages > PAGES_MAX) throw new RecordError(`the .pdf has ${pdf.numPages} pages: refused.`);
    const blocks: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      blocks.push(...toBlocks(toLines(items.filter((item) => 'str' in item))));
      page.cleanup();
    }
    return { ...foldString(blocks.join('\n')), hasImages: () => IMAGE.test(bytes.toString('latin1')) };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

type Item = { str: string; hasEOL: boolean; transform: number[]; height: number };

/** Pieces of the same line are joined; cells far apart come as pieces of blanks, folded later. */
function toLines(items: Item[]): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const { str, hasEOL, transform, height } of items) {
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0];
    if (line && str.trim() !== '' && Math.abs(line.y - y) > Math.max(line.height, height) * 0.6) line = null;
    if (!line) {
      if (str.trim() === '') continue;
      line = { text: '', x, y, height };
      lines.push(line);
    }
    line.text += str;
    line.height = Math.max(line.height, height);
    if (hasEOL) line = null;
  }
  return lines;
}

function toBlocks(lines: Line[]): string[] {
  const blocks: string[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    const gap = before ? before.y - line.y : Infinity;
    const isNext = before && gap >= 0 && gap <= GAP * Math.max(before.height, line.height, 1);
    if (isNext && !BLOCK_START.test(line.text.trimStart())) blocks.push(`${blocks.pop()!} ${line.text}`);
    else blocks.push(line.text);
    before = line;
  }
  return blocks;
}
