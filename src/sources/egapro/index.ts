import { parseIsoDate } from '#domain/dates.ts';
import { RecordError } from '#domain/errors.ts';
import { fileDay } from '../file-names.ts';
import { LICENCE_OUVERTE } from '../licence.ts';
import { noIndex } from '../no-index.ts';
import type { ArchiveFile, CommonItem, ReadContext, Source, StateItem } from '../source.ts';
import { toDeclaration, type EgaproItem } from './map.ts';
import { FEEDS, parseEgaproName, publishedAt } from './names.ts';
import { openEgapro, workbookDay, type EgaproPiece } from './parse.ts';

/** What employers of 50 people and more publish on equal pay and equal posts: the index, balanced representation, and the indicators of directive (EU) 2023/970. */
export const egapro: Source<EgaproItem | StateItem> = {
  card: {
    id: 'egapro',
    label: 'Egapro – égalité professionnelle entre les femmes et les hommes',
    publisher: 'Ministère du Travail',
    licence: LICENCE_OUVERTE,
    homepage: 'https://www.data.gouv.fr/datasets/61a73dcfe3171089843587bf',
    cadence: 'chaque jour',
    attribution: 'Source : ministère du Travail, Egapro',
    expected: { full: 1, increment: 0 },
  },
  indexUrl: null,
  feeds: FEEDS,
  list: noIndex('egapro', FEEDS[0].name),
  isScopedToEmployers: false,
  parseName: parseEgaproName,
  publishedAt,
  read: readEgapro,
};

async function* readEgapro(
  archive: ArchiveFile,
  { chunks }: ReadContext,
): AsyncGenerator<(EgaproItem | StateItem | CommonItem)[]> {
  const { isFictional, pieces } = await openEgapro(archive, chunks);
  yield [{ type: 'opened', isFictional }, ...(isFictional ? [{ type: 'fictional' as const }] : [])];
  for await (const piece of pieces) yield itemsOf(piece);
  const day = archive.name.endsWith('.xlsx') ? parseIsoDate((await workbookDay(archive)) ?? '') : null;
  yield [{ type: 'dated', publishedOn: day ?? fileDay(archive) }];
}

function itemsOf({ layout, columns, rows }: EgaproPiece): (EgaproItem | StateItem | CommonItem)[] {
  const items: (EgaproItem | StateItem | CommonItem)[] = [{ type: 'read', lines: rows.length }];
  for (const { at, values } of rows)
    try {
      items.push(toDeclaration(layout, (column) => values[columns.get(column)!]?.trim() ?? ''));
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      items.push({ type: 'reject', kind: 'record', entry: at, reason: error.message });
    }
  return items;
}
