import { createReadStream } from 'node:fs';
import type { IsoDate } from '#domain/dates.ts';
import { RecordError, SourceError } from '#domain/errors.ts';
import { LICENCE_OUVERTE } from '../licence.ts';
import { noIndex } from '../no-index.ts';
import { openPacked } from '../packed.ts';
import type { ArchiveFile, CommonItem, ReadContext, Source } from '../source.ts';
import { COLUMNS, READ_COLUMNS } from './columns.ts';
import { toEstablishment, toLink, touchedOn, toUnit, type EstablishmentItem, type LinkItem, type UnitItem } from './map.ts'; // prettier-ignore
import { FEEDS, isParquet, parseStockName, publishedAt, STOCK_KINDS, stockKindOf, type StockKind } from './names.ts'; // prettier-ignore
import { readParquet } from './parquet.ts';
import { readRows, type StockPiece, type StockRow } from './parse.ts';

const SIREN_LENGTH = 9;

type OfOrigin<Item> = Item & { isFictional: boolean };

/** `opened` comes first, `dated` last: the day of the file. */
export type SireneItem =
  | { type: 'opened'; kind: StockKind; isFictional: boolean }
  | OfOrigin<UnitItem>
  | OfOrigin<EstablishmentItem>
  | OfOrigin<LinkItem>
  | { type: 'read'; lines: number }
  | { type: 'dated'; publishedOn: IsoDate; isFictional: boolean };

/** Legal units and establishments of the employers that other sources name, from INSEE's monthly stock files. */
export const sirene: Source<SireneItem> = {
  card: {
    id: 'sirene',
    label: 'Répertoire Sirene – unités légales et établissements',
    publisher: 'Insee',
    licence: LICENCE_OUVERTE,
    homepage:
      'https://www.data.gouv.fr/datasets/base-sirene-des-entreprises-et-de-leurs-etablissements-siren-siret',
    cadence: 'chaque mois',
    attribution: 'Source : Insee, répertoire Sirene',
    expected: { full: 1, increment: 0 },
  },
  indexUrl: null,
  feeds: STOCK_KINDS.map((kind) => FEEDS[kind]),
  list: noIndex('sirene', 'StockUniteLegale_utf8.parquet and StockEtablissement_utf8.parquet'),
  isScopedToEmployers: true,
  wantsLinked: (fileName) => stockKindOf(fileName) !== 'links',
  parseName: parseStockName,
  publishedAt,
  read: readStock,
};

async function* readStock(
  archive: ArchiveFile,
  { chunks, employers }: ReadContext,
): AsyncGenerator<(SireneItem | CommonItem)[]> {
  const named: ReadonlySet<string> = employers();
  if (named.size === 0)
    throw new SourceError('sirene: the corpus names no employer yet. Run `npm run ingest -- acco …` first.');
  const kind = stockKindOf(archive.name);
  const wanted = kind === 'links' ? await withPredecessors(archive, named) : named;
  const { isFictional, pieces } = await openStock(archive, kind, chunks, wanted);
  if (isFictional) yield [{ type: 'fictional' }];
  yield [{ type: 'opened', kind, isFictional }];
  let newest: IsoDate | null = null;
  for await (const piece of pieces) {
    for (const row of piece.rows) {
      const day = touchedOn(row);
      if (day && (!newest || day > newest)) newest = day;
    }
    yield itemsOf(piece, kind, isFictional);
  }
  // A stock holds every unit of France: one without any employer of the corpus is another file, or another corpus.
  // Successions are rare: a few employers may have none.
  if (newest) yield [{ type: 'dated', publishedOn: newest, isFictional }];
  else if (kind !== 'links')
    throw new SourceError(
      `sirene: ${archive.name} holds no dated line of the ${wanted.size} employers that the corpus names. Nothing was changed.`,
    );
}

/** A unit that two others followed on one day was split: whether it was is told by lines that name neither employer. */
async function withPredecessors(
  archive: ArchiveFile,
  named: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const { pieces } = await openStock(archive, 'links', createReadStream(archive.path), named);
  const all = new Set(named);
  for await (const { rows } of pieces)
    for (const row of rows) all.add(row['siretEtablissementPredecesseur']!.slice(0, SIREN_LENGTH));
  return all;
}

async function openStock(
  archive: ArchiveFile,
  kind: StockKind,
  chunks: AsyncIterable<Buffer>,
  wanted: ReadonlySet<string>,
): Promise<{ isFictional: boolean; pieces: AsyncIterable<StockPiece> }> {
  if (isParquet(archive.name)) return { isFictional: false, pieces: readParquet(archive, kind, wanted) };
  const { isFictional, bytes } = await openPacked('sirene', archive, chunks, '.csv');
  const { keys } = READ_COLUMNS[kind];
  const isWanted = (siren: string): boolean => wanted.has(siren);
  return { isFictional, pieces: readRows(bytes, { name: archive.name, columns: COLUMNS[kind], keys, isWanted }) }; // prettier-ignore
}

const MAPPED: Record<StockKind, (row: StockRow) => UnitItem | EstablishmentItem | LinkItem | null> = {
  links: toLink,
  units: toUnit,
  establishments: toEstablishment,
};

function itemsOf(
  { rows, bad, lines }: StockPiece,
  kind: StockKind,
  isFictional: boolean,
): (SireneItem | CommonItem)[] {
  const items: (SireneItem | CommonItem)[] = [{ type: 'read', lines }];
  for (const { line, reason } of bad) items.push({ type: 'reject', kind: 'record', entry: line, reason });
  for (const row of rows)
    try {
      const item = MAPPED[kind](row);
      if (item) items.push({ ...item, isFictional });
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      const entry = row['siret'] ?? row['siren'] ?? row['siretEtablissementPredecesseur'] ?? '';
      items.push({ type: 'reject', kind: 'record', entry, reason: error.message });
    }
  return items;
}
