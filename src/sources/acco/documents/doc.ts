import WordExtractor from 'word-extractor';
import { RecordError } from '#domain/errors.ts';
import { foldString } from './folder.ts';
import type { DocumentContent } from './content.ts';

const extractor = new WordExtractor();

/** The accessors take more options than the typings say; without them typographic quotes become straight ones. */
type Accessor = (options: { filterUnicode: false; includeHeadersAndFooters?: false }) => string;
type WordDocument = Record<'getBody' | 'getTextboxes' | 'getFootnotes' | 'getEndnotes', Accessor>;
const KEPT = { filterUnicode: false } as const;

/**
 * Text of a Word 97–2003 file. Tables come as rows; text boxes, footnotes and endnotes stand after the body, because the
 * format keeps them apart.
 * @throws RecordError when the file is damaged, encrypted or no Word document
 */
export async function readDoc(bytes: Buffer): Promise<DocumentContent> {
  if (isEncrypted(bytes)) throw new RecordError('the .doc asks for a password.');
  const document = (await extractor.extract(bytes).catch((error: unknown) => {
    throw new RecordError(`the .doc cannot be read: ${String(error)}`);
  })) as unknown as WordDocument;
  const boxes = document.getTextboxes({ ...KEPT, includeHeadersAndFooters: false });
  const parts = [document.getBody(KEPT), boxes, document.getFootnotes(KEPT), document.getEndnotes(KEPT)];
  const text = parts.join('\n').split('\n').map(toBlock).join('\n');
  if (isGibberish(text)) throw new RecordError('the .doc is damaged: its text is not text.');
  // The library does not tell pictures: a short text in a heavy file is the caption of a scan.
  return { ...foldString(text), hasImages: () => bytes.length > 60_000 };
}

/** Each cell ends in a tab, and so does the row. */
const toBlock = (line: string): string =>
  line.endsWith('\t') ? line.slice(0, -1).split('\t').join(' | ') : line;

/** The header of the main stream starts at a sector: magic number, and a flag at byte 11. */
function isEncrypted(bytes: Buffer): boolean {
  for (let at = 512; at + 12 <= bytes.length; at += 512)
    if (bytes.readUInt16LE(at) === 0xa5ec) return (bytes[at + 11]! & 1) === 1;
  return false;
}

/** Western letters, digits and punctuation make nearly all of a French text. */
function isGibberish(text: string): boolean {
  const strange = text.match(/[^\s\u0021-\u024f\u2000-\u22ff\u2500-\u27bf\uf000-\uf0ff]/g)?.length ?? 0;
  return strange > text.length * 0.05;
}
