import { RecordError, SourceError } from '#domain/errors.ts';
import type { IsoDate } from '#domain/dates.ts';
import { fileDay } from '../file-names.ts';
import { LICENCE_OUVERTE } from '../licence.ts';
import { openPacked } from '../packed.ts';
import { noIndex } from '../no-index.ts';
import type { ArchiveFile, CommonItem, ReadContext, Source, StateItem } from '../source.ts';
import { lineDay, toBranch, type BranchItem } from './map.ts';
import { FEED, parseBranchFileName } from './names.ts';
import { readBranchLines, type BranchPiece } from './parse.ts';

export type IdccItem = BranchItem | StateItem;

/** Branch agreements that establishments declare in their monthly social declaration (DSN). */
export const idcc: Source<IdccItem> = {
  card: {
    id: 'idcc',
    label: 'Conventions collectives par établissement',
    publisher: 'Ministère du Travail (Dares)',
    licence: LICENCE_OUVERTE,
    homepage: 'https://www.data.gouv.fr/datasets/liste-des-conventions-collectives-par-entreprise-siret',
    cadence: 'chaque mois',
    attribution: 'Source : ministère du Travail, liste des conventions collectives par entreprise (DSN)',
    expected: { full: 1, increment: 0 },
  },
  indexUrl: null,
  feeds: [FEED],
  list: noIndex('idcc', FEED.name),
  isScopedToEmployers: true,
  parseName: parseBranchFileName,
  publishedAt: (fileName) => (parseBranchFileName(fileName) ? FEED.url : null),
  read: readBranches,
};

async function* readBranches(
  archive: ArchiveFile,
  { chunks, employers }: ReadContext,
): AsyncGenerator<(IdccItem | CommonItem)[]> {
  const wanted: ReadonlySet<string> = employers();
  if (wanted.size === 0)
    throw new SourceError('idcc: the corpus names no employer yet. Run `npm run ingest -- acco …` first.');
  const { isFictional, bytes } = await openPacked('idcc', archive, chunks, '.csv');
  yield [{ type: 'opened', isFictional }, ...(isFictional ? [{ type: 'fictional' as const }] : [])];
  let newest: IsoDate | null = null;
  const options = { name: archive.name, isWanted: (siren: string) => wanted.has(siren) };
  for await (const piece of readBranchLines(bytes, options)) {
    for (const line of piece.rows) {
      const day = lineDay(line);
      if (day && (!newest || day > newest)) newest = day;
    }
    yield itemsOf(piece);
  }
  yield [{ type: 'dated', publishedOn: newest ?? fileDay(archive) }];
}

function itemsOf({ lines, rows, bad }: BranchPiece): (IdccItem | CommonItem)[] {
  const items: (IdccItem | CommonItem)[] = [{ type: 'read', lines }];
  for (const each of bad) items.push({ type: 'reject', kind: 'record', ...each });
  for (const row of rows)
    try {
      items.push(toBranch(row));
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      items.push({ type: 'reject', kind: 'record', entry: row.siret, reason: error.message });
    }
  return items;
}
