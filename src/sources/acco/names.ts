import { parseIsoDate } from '#domain/dates.ts';
import type { ArchiveName } from '../source.ts';

const ARCHIVE = /^(Freemium_acco_global|ACCO)_(\d{4})(\d{2})(\d{2})-(\d{6})\.tar\.gz$/;

/** `Freemium_acco_global_20250713-140000.tar.gz` is a full dump, `ACCO_20260424-063142.tar.gz` an increment. */
export function parseArchiveName(fileName: string): ArchiveName | null {
  const match = ARCHIVE.exec(fileName);
  if (!match) return null;
  const [, prefix, year, month, day, time] = match;
  const publishedOn = parseIsoDate(`${year}-${month}-${day}`);
  if (!publishedOn) return null;
  const kind = prefix === 'ACCO' ? 'increment' : 'full';
  return { name: fileName, kind, stamp: `${year}${month}${day}-${time}`, publishedOn };
}

/** What an entry of the archive is, by its path. */
export type Entry =
  | { kind: 'record'; name: string }
  | { kind: 'document'; name: string }
  | { kind: 'deletions'; name: string }
  | { kind: 'fictional-marker'; name: string }
  | { kind: 'refused'; name: string; reason: string }
  | { kind: 'other'; name: string };

/** Written by the generator of fictional archives as the first file of the archive. */
export const FICTIONAL_MARKER = 'FICTIF.txt';

/** Paths may come with `./`, a leading `/`, doubled or backward slashes. */
export function classifyEntry(rawPath: string): Entry {
  const segments = rawPath
    .replaceAll('\\', '/')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.');
  const path = segments.join('/');
  const name = segments.at(-1) ?? '';
  if (segments.includes('..') || /[\u0000-\u001f]/.test(path))
    return { kind: 'refused', name: JSON.stringify(rawPath), reason: 'the path leaves the archive' };
  if (/(^|\/)acco\/global\/acco\/text\/.+\.xml$/i.test(path)) return { kind: 'record', name };
  if (/(^|\/)acco\/global\/bureautique\/.+/i.test(path)) return { kind: 'document', name };
  if (/^([^/]+\/)?liste_suppression_acco\.dat$/i.test(path)) return { kind: 'deletions', name };
  if (segments.length <= 2 && name === FICTIONAL_MARKER) return { kind: 'fictional-marker', name };
  return { kind: 'other', name: path };
}
