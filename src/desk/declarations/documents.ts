import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import {
  deleteDocument,
  insertDocument,
  listDocumentsOfDraft,
  type Draft,
  type PrivateDocument,
} from '#db/app/drafts.ts';
import type { AppDatabase } from '#db/app/open.ts';
import { InputError } from '#domain/errors.ts';
import { dataPath } from '#env';

export const DOCUMENT_BYTES_MAX = 5 * 1024 * 1024;
const PER_DRAFT_MAX = 3;

const startsWith = (bytes: Buffer, head: string): boolean =>
  bytes.subarray(0, head.length).equals(Buffer.from(head, 'latin1'));

/** Told by the bytes themselves: what a name or a browser says of a file is no proof of what it is. */
const TYPES: { type: string; ending: string; isIt: (bytes: Buffer) => boolean }[] = [
  { type: 'application/pdf', ending: 'pdf', isIt: (bytes) => startsWith(bytes, '%PDF-') },
  { type: 'image/png', ending: 'png', isIt: (bytes) => startsWith(bytes, '\x89PNG\r\n\x1a\n') },
  { type: 'image/jpeg', ending: 'jpg', isIt: (bytes) => startsWith(bytes, '\xff\xd8\xff') },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
    isIt: (bytes) => startsWith(bytes, 'PK\x03\x04') && bytes.includes('[Content_Types].xml') && bytes.includes('word/'),
  },
  {
    type: 'application/vnd.oasis.opendocument.text',
    ending: 'odt',
    isIt: (bytes) => startsWith(bytes, 'PK\x03\x04') && bytes.subarray(30, 100).includes('mimetypeapplication/vnd.oasis.opendocument.text'),
  },
]; // prettier-ignore

const fileOf = (name: string): string => dataPath('documents', name);
const refused = (words: string): InputError => new InputError([{ words, field: 'document' }]);

/** Keeps a proof beside a draft, under a name that says nothing. @throws InputError on a file that is too big or of another kind */
export async function storeDocument(
  app: AppDatabase,
  draft: Pick<Draft, 'id' | 'siren'>,
  personId: number,
  sent: File,
  now = new Date(),
): Promise<void> {
  if (sent.size > DOCUMENT_BYTES_MAX) throw refused('Document trop lourd : 5 Mo au plus.');
  if (listDocumentsOfDraft(app, draft.id).length >= PER_DRAFT_MAX)
    throw refused('Trois documents au plus par déclaration.');
  const bytes = Buffer.from(await sent.arrayBuffer());
  const known = TYPES.find(({ isIt }) => isIt(bytes));
  if (!known) throw refused('Format de document refusé : PDF, PNG, JPEG, DOCX ou ODT.');
  const file = `${randomBytes(16).toString('hex')}.${known.ending}`;
  mkdirSync(dataPath('documents'), { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(file), bytes, { mode: 0o600 });
  insertDocument(app, {
    siren: draft.siren,
    draftId: draft.id,
    declarationId: null,
    name: sent.name.replace(/[^\p{L}\p{N} ._()-]/gu, '').slice(-120) || 'document',
    type: known.type,
    bytes: bytes.length,
    file,
    personId,
    createdAt: now.toISOString(),
  });
}

export const readDocument = ({ file }: PrivateDocument): Buffer => readFileSync(fileOf(file));

export function removeFiles(files: readonly string[]): void {
  for (const file of files) rmSync(fileOf(file), { force: true });
}

/** Forgets a document of a draft, bytes first. */
export function removeDocument(app: AppDatabase, document: PrivateDocument): void {
  removeFiles([document.file]);
  deleteDocument(app, document.id);
}
