import { loadCatalogue } from '#catalogue/catalogue.ts';
import { SourceError } from '#domain/errors.ts';
import { checkQvctCsv, type QvctError, type QvctRow } from '#domain/qvct-check.ts';
import type { QvctMapping } from '#domain/qvct-mapping.ts';
import type { QvctYear } from '#domain/qvct-figures.ts';
import { env } from '#env';
import { fileDay } from '../file-names.ts';
import { LICENCE_OUVERTE } from '../licence.ts';
import { openPacked, readEntry } from '../packed.ts';
import type { ArchiveFile, CommonItem, ReadContext, Source, StateItem } from '../source.ts';
import { mapFiles } from './mapping.ts';
import { mappingOf, nameOfAddress, parseQvctName } from './names.ts';

export type QvctItem = { type: 'figures'; basis: QvctYear['basis'] } & Omit<QvctRow, 'line'>;

const ADDRESSES = env.QVCT_URLS.split(/\s+/).filter(Boolean);
/** Errors of one file that a message lists; all of them are counted. */
const LISTED = 20;

const mappings = (): QvctMapping[] => loadCatalogue().qvctMappings;

/** Working-life figures that employers publish themselves: in our schema, or in a layout of their own that a mapping describes. */
export const qvct: Source<QvctItem | StateItem> = {
  card: {
    id: 'qvct',
    label: 'Chiffres de QVCT publiés par les employeurs',
    publisher: 'Chaque employeur, pour ses propres chiffres',
    licence: LICENCE_OUVERTE,
    homepage: '/schema-qvct',
    cadence: 'quand un employeur publie',
    attribution: 'Source : chiffres publiés par l’employeur',
    expected: { full: 1, increment: 1 },
  },
  indexUrl: null,
  feeds: ADDRESSES.map((url) => ({ name: nameOfAddress(url), url })),
  list: async (url) => {
    const name = parseQvctName(nameOfAddress(url), []);
    return name ? [{ ...name, url }] : [];
  },
  isScopedToEmployers: false,
  parseName: (fileName) => parseQvctName(fileName, mappings()),
  publishedAt: (fileName) =>
    mappingOf(fileName, mappings())?.homepage ??
    ADDRESSES.find((url) => nameOfAddress(url) === fileName) ??
    null,
  read: readQvct,
};

async function* readQvct(
  archive: ArchiveFile,
  { chunks }: ReadContext,
): AsyncGenerator<(QvctItem | StateItem | CommonItem)[]> {
  const mapping = mappingOf(archive.name, mappings());
  const day = fileDay(archive);
  if (mapping) {
    const files = await readFiles(archive, mapping);
    yield [{ type: 'opened', isFictional: false }];
    yield itemsOf(mapFiles(mapping, files, day), 'mapped');
  } else {
    const { isFictional, bytes } = await openPacked('qvct', archive, chunks, '.csv');
    yield [{ type: 'opened', isFictional }, ...(isFictional ? [{ type: 'fictional' as const }] : [])];
    yield itemsOf(await readOwn(archive, bytes), 'published');
  }
  yield [{ type: 'dated', publishedOn: day }];
}

const itemsOf = (rows: readonly QvctRow[], basis: QvctYear['basis']): (QvctItem | StateItem)[] => [
  { type: 'read', lines: rows.length },
  ...rows.map(({ line: _line, ...row }) => ({ type: 'figures' as const, basis, ...row })),
];

/** A file is taken whole or not at all: whoever publishes it mends every error at once. */
async function readOwn({ name }: ArchiveFile, bytes: AsyncIterable<Buffer>): Promise<QvctRow[]> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of bytes) pieces.push(piece);
  } catch (error) {
    throw new SourceError(`qvct: ${name} is truncated or damaged (${(error as Error).message}). Fetch it again.`);
  }
  const { rows, errors } = checkQvctCsv(Buffer.concat(pieces).toString('utf8'), loadCatalogue().qvctSchema);
  if (errors.length === 0) return rows;
  throw new SourceError(
    [`qvct: ${name} has ${errors.length} errors. Nothing was changed.`, ...errors.slice(0, LISTED).map(describe)].join('\n  '),
  );
} // prettier-ignore

const describe = ({ line, column, message, remedy }: QvctError): string =>
  `ligne ${line}${column ? `, colonne ${column}` : ''} : ${message} ${remedy}`;

async function readFiles(archive: ArchiveFile, { columns, id }: QvctMapping): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of Object.keys(columns)) {
    const text = await readEntry('qvct', archive, `${name}.csv`);
    if (text === null)
      throw new SourceError(`qvct: ${archive.name} lacks ${name}.csv, which ${id}.yml reads.`);
    files.set(name, text);
  }
  return files;
}
