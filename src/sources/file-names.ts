import { statSync } from 'node:fs';
import { parseIsoDate, todayInParis, type IsoDate } from '#domain/dates.ts';
import type { ArchiveName } from './source.ts';

/** Stands until the content, the name or the file system gives the day. */
export const UNDATED = '1970-01-01' as IsoDate;

/** A file that holds the whole state of a source and whose name carries no date. `order`: which of several comes first. */
export const stateFile = (name: string, order = 0): ArchiveName => ({
  name,
  kind: 'full',
  stamp: `19700101-${String(order).padStart(6, '0')}`,
  publishedOn: UNDATED,
});

/** Day printed in a file name (`20260712`, `2026-07-12`), else the day on which the file was last written. */
export function fileDay({ name, path }: { name: string; path: string }): IsoDate {
  for (const [, year, month, day] of name.matchAll(/(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)/g)) {
    const found = parseIsoDate(`${year}-${month}-${day}`);
    if (found) return found;
  }
  return todayInParis(statSync(path).mtime);
}
