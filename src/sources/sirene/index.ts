import { InputError, RecordError, SourceError } from '#domain/errors.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { ArchiveFile, CommonItem, ReadContext, Source } from '../source.ts';
import { ESTABLISHMENT_COLUMNS, UNIT_COLUMNS } from './columns.ts';
import { openStock } from './fetch.ts';
import { toEstablishment, toUnit, touchedOn, type EstablishmentItem, type UnitItem } from './map.ts';
import { parseStockName, publishedAt, stockKindOf, type StockKind } from './names.ts';
import { readRows, type StockPiece } from './parse.ts';

export type SireneItem =
  | (UnitItem & { isFictional: boolean })
  | (EstablishmentItem & { isFictional: boolean })
  /** Lines read, kept or not. */
  | { type: 'read'; lines: number }
  /** Comes last: the day of the stock. */
  | { type: 'dated'; publishedOn: IsoDate; isFictional: boolean };

const HOMEPAGE =
  'https://www.data.gouv.fr/datasets/base-sirene-des-entreprises-et-de-leurs-etablissements-siren-siret';

/** Legal units and establishments of the employers that other sources name, from INSEE's monthly stock files. */
export const sirene: Source<SireneItem> = {
  card: {
    id: 'sirene',
    label: 'Répertoire Sirene – unités légales et établissements',
    publisher: 'Insee',
    licence: { name: 'Licence Ouverte 2.0', url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
    homepage: HOMEPAGE,
    cadence: 'chaque mois',
    attribution: 'Source : Insee, répertoire Sirene',
    expected: { full: 1, increment: 0 },
  },
  indexUrl: null,
  list: (indexUrl) => {
    throw new InputError(
      `sirene: ${indexUrl} is no stock file. Fetch StockUniteLegale_utf8.zip and StockEtablissement_utf8.zip, and name them.`,
    );
  },
  isScopedToEmployers: true,
  parseName: parseStockName,
  publishedAt,
  read: readStock,
};

async function* readStock(
  archive: ArchiveFile,
  { chunks, employers }: ReadContext,
): AsyncGenerator<(SireneItem | CommonItem)[]> {
  const wanted: ReadonlySet<string> = employers();
  if (wanted.size === 0)
    throw new SourceError('sirene: the corpus names no employer yet. Run `npm run ingest -- acco …` first.');
  const kind = stockKindOf(archive.name);
  const { isFictional, bytes } = await openStock(archive, chunks);
  if (isFictional) yield [{ type: 'fictional' }];
  const columns = kind === 'units' ? UNIT_COLUMNS : ESTABLISHMENT_COLUMNS;
  let newest: IsoDate | null = null;
  const options = { name: archive.name, columns, isWanted: (siren: string) => wanted.has(siren) };
  for await (const piece of readRows(bytes, options)) {
    for (const row of piece.rows) {
      const day = touchedOn(row);
      if (day && (!newest || day > newest)) newest = day;
    }
    yield itemsOf(piece, kind, isFictional);
  }
  // A stock holds every unit of France: one without any employer of the corpus is another file, or another corpus.
  if (!newest)
    throw new SourceError(
      `sirene: ${archive.name} holds no dated line of the ${wanted.size} employers that the corpus names. Nothing was changed.`,
    );
  yield [{ type: 'dated', publishedOn: newest, isFictional }];
}

function itemsOf(
  { rows, bad, lines }: StockPiece,
  kind: StockKind,
  isFictional: boolean,
): (SireneItem | CommonItem)[] {
  const items: (SireneItem | CommonItem)[] = [{ type: 'read', lines }];
  for (const { line, reason } of bad) items.push({ type: 'reject', kind: 'record', entry: line, reason });
  for (const row of rows)
    try {
      const item = kind === 'units' ? toUnit(row) : toEstablishment(row);
      if (item) items.push({ ...item, isFictional });
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      items.push({
        type: 'reject',
        kind: 'record',
        entry: row['siret'] ?? row['siren'] ?? '',
        reason: error.message,
      });
    }
  return items;
}
