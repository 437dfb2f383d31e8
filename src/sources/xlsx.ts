import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { SourceError } from '#domain/errors.ts';
import { openEntry } from './packed.ts';

type Named = { name: string; path: string };
export type Sheet = { isFictional: boolean; rows: AsyncIterable<string[][]> };

const SHARED = 'xl/sharedStrings.xml';
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/**
 * Rows of the only sheet of a workbook, in batches, header included. Cells come as text; numbers as the file writes
 * them. Both ways of writing text are read: shared strings, and strings in place.
 * @throws SourceError when the file is no workbook, or cut
 */
export async function openSheet(source: string, file: Named): Promise<Sheet> {
  const where = `${source}: ${file.name}`;
  const strings = await readStrings(source, file);
  const { isFictional, bytes } = await openEntry(source, file, (name) => SHEET.test(name));
  return { isFictional, rows: rowsOf(bytes, strings, where) };
}

async function readStrings(source: string, file: Named): Promise<string[]> {
  let opened;
  try {
    opened = await openEntry(source, file, (name) => name === SHARED);
  } catch (error) {
    if (error instanceof SourceError && error.message.includes('does not hold')) return [];
    throw error;
  }
  const strings: string[] = [];
  let text = '';
  let isText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (name === 'si') text = '';
    isText = name === 't';
  });
  parser.on('text', (part) => void (isText && (text += part)));
  parser.on('closetag', ({ name }) => {
    if (name === 'si') strings.push(text);
    isText = false;
  });
  await feed(parser, opened.bytes, `${source}: ${file.name}`);
  return strings;
}

/** `AB12` → 27: columns are counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

async function* rowsOf(
  bytes: AsyncIterable<Buffer>,
  strings: readonly string[],
  where: string,
): AsyncGenerator<string[][]> {
  let rows: string[][] = [];
  let row: string[] = [];
  let column = 0;
  let type = '';
  let text = '';
  let isValue = false;
  const open = ({ name, attributes }: SaxesTagPlain): void => {
    if (name === 'row') [row, column] = [[], 0];
    else if (name === 'c') {
      const reference = attributes['r'];
      if (reference) column = columnOf(reference);
      type = attributes['t'] ?? 'n';
      text = '';
    }
    isValue = name === 'v' || name === 't';
  };
  const close = ({ name }: { name: string }): void => {
    isValue = false;
    if (name === 'row') rows.push(row);
    if (name !== 'c') return;
    while (row.length < column) row.push('');
    row[column++] = type === 's' ? (strings[Number(text)] ?? '') : text;
  };
  const parser = new SaxesParser();
  parser.on('opentag', open);
  parser.on('text', (part) => void (isValue && (text += part)));
  parser.on('closetag', close);
  for await (const _ of pieces(parser, bytes, where)) {
    if (rows.length > 0) yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

async function feed(parser: SaxesParser, bytes: AsyncIterable<Buffer>, where: string): Promise<void> {
  for await (const _ of pieces(parser, bytes, where));
}

/** Hands the bytes to the parser; comes back after each piece. */
async function* pieces(
  parser: SaxesParser,
  bytes: AsyncIterable<Buffer>,
  where: string,
): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of bytes) {
      parser.write(decoder.decode(piece, { stream: true }));
      yield;
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw new SourceError(
      `${where} is truncated or damaged (${(error as Error).message.slice(0, 120)}). Fetch it again. Nothing was changed.`,
    );
  }
}
