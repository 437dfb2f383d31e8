import { hash } from 'node:crypto';
import { RecordError } from '#domain/errors.ts';
import type { DocumentContent } from './content.ts';
import { readDocx } from './docx.ts';
import { readOdt } from './odt.ts';
import { readPdf } from './pdf.ts';
import { openZip } from './zip.ts';

/** Under this many bytes beside pictures, the text is the caption of a scan. */
const SCAN_LENGTH_MAX = 250;

export type ReadDocument = {
  status: 'read' | 'no-text' | 'unreadable';
  reason: string | null;
  /** sha256 of the text. */
  hash: string | null;
  /** The text in its stored form, UTF-8; it lasts until another document is read. */
  utf8: Uint8Array | null;
};

/**
 * Text of an office file. Its kind is told by its first bytes: extensions of the base are not reliable.
 * Never throws: a damaged, encrypted or unknown file is `unreadable`, a scan is `no-text`.
 */
export async function readDocument(bytes: Buffer): Promise<ReadDocument> {
  try {
    const { utf8, hasLetter, hasImages } = await readContent(bytes);
    if (!hasLetter) return without('no-text', hasImages() ? 'pictures only' : 'empty');
    if (utf8.length < SCAN_LENGTH_MAX && hasImages())
      return without('no-text', `only ${utf8.length} bytes of text beside pictures`);
    return { status: 'read', reason: null, hash: hash('sha256', utf8), utf8 };
  } catch (error) {
    const reason = error instanceof RecordError ? error.message : `damaged file: ${String(error)}`;
    return without('unreadable', reason.slice(0, 300));
  }
}

const without = (status: 'no-text' | 'unreadable', reason: string): ReadDocument => ({
  ...{ status, reason, hash: null, utf8: null },
});

async function readContent(bytes: Buffer): Promise<DocumentContent> {
  if (bytes.length === 0) throw new RecordError('the file is empty.');
  if (startsWith(bytes, 'PK')) {
    const zip = openZip(bytes);
    return zip.entries.has('content.xml') ? readOdt(zip) : readDocx(zip);
  }
  if (startsWith(bytes, '\xd0\xcf\x11\xe0'))
    return await (await import('./doc.ts')).readDoc(Buffer.from(bytes));
  if (bytes.subarray(0, 1024).includes('%PDF-')) return readPdf(bytes);
  if (startsWith(bytes, '{\\rtf')) throw new RecordError('the file is .rtf, which is not read.');
  throw new RecordError('the file is neither .docx, .odt, .doc nor .pdf.');
}

const startsWith = (bytes: Buffer, magic: string): boolean =>
  bytes.toString('latin1', 0, magic.length) === magic;
