import { RecordError, SourceError } from '#domain/errors.ts';
import { checkColumns } from '../columns.ts';
import { readCsv } from '../csv.ts';
import { fileDay } from '../file-names.ts';
import { LICENCE_OUVERTE } from '../licence.ts';
import { noIndex } from '../no-index.ts';
import { openPacked } from '../packed.ts';
import type { ArchiveFile, CommonItem, ReadContext, Source, StateItem } from '../source.ts';
import { toLabel, type LabelItem } from './map.ts';
import { FEEDS, labelOf, LISTS, parseListName, publishedAt } from './names.ts';

/** Public lists that say something of an employer by its SIREN: a flag with its source and date, never a score. */
export const labels: Source<LabelItem | StateItem> = {
  card: {
    id: 'labels',
    label: 'Listes publiques : achats responsables, économie sociale et solidaire, insertion',
    publisher: 'Médiateur des entreprises, ESS France, Plateforme de l’inclusion',
    licence: LICENCE_OUVERTE,
    homepage: 'https://www.data.gouv.fr/datasets/67abe64670ea0b9260c6a4a8',
    cadence: 'plusieurs fois par an',
    attribution: 'Sources : Médiateur des entreprises (RFAR), ESS France, Plateforme de l’inclusion',
    expected: { full: 1, increment: 0 },
  },
  indexUrl: null,
  feeds: FEEDS,
  list: noIndex('labels', 'rfar.csv, ess-france.csv or siae.csv'),
  isScopedToEmployers: true,
  parseName: parseListName,
  publishedAt,
  read: readList,
};

async function* readList(
  archive: ArchiveFile,
  { chunks, employers }: ReadContext,
): AsyncGenerator<(LabelItem | StateItem | CommonItem)[]> {
  const wanted = employers();
  if (wanted.size === 0)
    throw new SourceError('labels: the corpus names no employer yet. Run `npm run ingest -- acco …` first.');
  const label = labelOf(archive.name)!;
  const { columns, scope } = LISTS[label];
  const { isFictional, bytes } = await openPacked('labels', archive, chunks, '.csv');
  yield [{ type: 'opened', isFictional }, ...(isFictional ? [{ type: 'fictional' as const }] : [])];
  let header: string[] = [];
  const onHeader = (names: string[]): void => {
    checkColumns(names, { source: 'labels', file: archive.name, required: columns, optional: names, code: 'src/sources/labels/names.ts' }); // prettier-ignore
    header = names;
  };
  const file = { source: 'labels', file: archive.name, onHeader, encoding: 'detect' as const };
  for await (const rows of readCsv(bytes, file)) {
    const items: (LabelItem | StateItem | CommonItem)[] = [{ type: 'read', lines: rows.length }];
    const [sirenAt, scopeAt] = [header.indexOf(columns[0]!), scope ? header.indexOf(scope) : -1];
    for (const { line, values } of rows)
      try {
        const item = toLabel(label, values[sirenAt] ?? '', values[scopeAt]?.trim() ?? '');
        if (item && wanted.has(item.siren)) items.push(item);
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        items.push({ type: 'reject', kind: 'record', entry: `line ${line}`, reason: error.message });
      }
    yield items;
  }
  yield [{ type: 'dated', publishedOn: fileDay(archive) }];
}
