import { RecordError } from '#domain/errors.ts';
import { readDocx } from './docx.ts';
import { toStoredText, type DocumentContent } from './text.ts';
import { openZip } from './zip.ts';

/** Under this many characters beside pictures, the text is the caption of a scan. */
const SCAN_LENGTH_MAX = 250;

export type ReadDocument = {
  status: 'read' | 'no-text' | 'unreadable';
  reason: string | null;
  text: string | null;
};

/**
 * Text of an office file. Its kind is told by its first bytes: extensions of the base are not reliable.
 * Never throws: a damaged, encrypted or unknown file is `unreadable`, a scan is `no-text`.
 */
export async function readDocument(bytes: Buffer): Promise<ReadDocument> {
  try {
    const { text, hasImages } = await readContent(bytes);
    const stored = toStoredText(text);
    if (!/\p{L}/u.test(stored))
      return { status: 'no-text', reason: hasImages ? 'pictures only' : 'empty', text: null };
    if (hasImages && stored.length < SCAN_LENGTH_MAX)
      return { status: 'no-text', reason: `${stored.length} characters beside pictures`, text: null };
    return { status: 'read', reason: null, text: stored };
  } catch (error) {
    const reason = error instanceof RecordError ? error.message : `damaged file: ${describe(error)}`;
    return { status: 'unreadable', reason: reason.slice(0, 300), text: null };
  }
}

async function readContent(bytes: Buffer): Promise<DocumentContent> {
  if (bytes.length === 0) throw new RecordError('the file is empty.');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const zip = openZip(bytes);
    return readDocx(zip);
  }
  throw new RecordError('the file is neither .docx, .odt, .doc nor .pdf.');
}

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name} ${error.message}` : String(error);
