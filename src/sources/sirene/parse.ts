import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { SourceError } from '#domain/errors.ts';

export type StockRow = Record<string, string>;

/** Rows of wanted units met in one piece of the file; `bad` are lines of wanted units that are no CSV record. */
export type StockPiece = { rows: StockRow[]; bad: { line: string; reason: string }[]; lines: number };

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const SIREN_LENGTH = 9;

/**
 * Rows whose first column, `siren`, is wanted. A stock holds 30 million lines of which a corpus wants some thousands:
 * a line is split into columns only when its first nine digits are wanted.
 * @param columns every column the file must hold; their order does not matter beyond the first
 * @throws SourceError when a column is missing or unknown, or the file is empty, cut, or not UTF-8
 */
export async function* readRows(
  bytes: AsyncIterable<Buffer>,
  {
    name,
    columns,
    isWanted,
  }: { name: string; columns: readonly string[]; isWanted: (siren: string) => boolean },
): AsyncGenerator<StockPiece> {
  let header: string[] | null = null;
  let rest: Buffer = Buffer.alloc(0);
  // The record that may go on after a line break inside quotes; null when it is not wanted.
  let open: Buffer[] | null = null;
  try {
    for await (const chunk of bytes) {
      const block = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      const records: Buffer[] = [];
      let lines = 0;
      let start = 0;
      for (let end = block.indexOf(NEWLINE); end >= 0; end = block.indexOf(NEWLINE, start)) {
        const line = block.subarray(start, end + 1);
        start = end + 1;
        if (!header) {
          header = readHeader(line, columns, name);
          continue;
        }
        const siren = sirenAt(line);
        if (siren === null) {
          open?.push(line);
          continue;
        }
        lines++;
        if (open) records.push(Buffer.concat(open));
        open = isWanted(siren) ? [line] : null;
      }
      rest = Buffer.from(block.subarray(start));
      if (header && (lines > 0 || records.length > 0)) yield { ...readRecords(records, header, name), lines };
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(
      `sirene: ${name} is truncated or damaged (${(error as Error).message}). Fetch it again.`,
    );
  }
  if (!header) throw new SourceError(`sirene: ${name} holds no header line. Fetch it again.`);
  const last = rest.length > 0 ? sirenAt(rest) : null;
  if (rest.length > 0) checkLastLine(rest, header, name);
  const records = [...(open ? [Buffer.concat(open)] : []), ...(last && isWanted(last) ? [rest] : [])];
  if (records.length > 0) yield { ...readRecords(records, header, name), lines: last ? 1 : 0 };
}

/** The nine digits a record begins with; null for the rest of a record broken by a line break inside quotes. */
function sirenAt(line: Buffer): string | null {
  const from = line[0] === QUOTE ? 1 : 0;
  const siren = line.toString('latin1', from, from + SIREN_LENGTH);
  return /^\d{9}$/.test(siren) ? siren : null;
}

function readHeader(line: Buffer, columns: readonly string[], name: string): string[] {
  const header = line
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim()
    .replaceAll('"', '')
    .split(',');
  const list = (names: string[]): string => names.map((one) => `"${one}"`).join(', ');
  const missing = columns.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !columns.includes(column));
  const problems = [
    missing.length > 0 ? `lacks the column ${list(missing)}` : '',
    unknown.length > 0 ? `has the unknown column ${list(unknown)}` : '',
    new Set(header).size < header.length ? 'names a column twice' : '',
    header[0] !== 'siren' && missing.length === 0 ? 'does not begin with the column "siren"' : '',
  ].filter(Boolean);
  if (problems.length === 0) return header;
  throw new SourceError(
    `sirene: ${name} ${problems.join(' and ')}. The layout has changed: adapt src/sources/sirene/columns.ts. Nothing was changed.`,
  );
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(record: Buffer, name: string): string {
  try {
    return decoder.decode(record);
  } catch {
    throw new SourceError(`sirene: ${name} is not UTF-8. Take the file whose name ends with "_utf8".`);
  }
}

function readRecords(records: Buffer[], header: string[], name: string): Omit<StockPiece, 'lines'> {
  const texts = records.map((record) => decode(record, name));
  const options = { columns: header, skip_empty_lines: true };
  try {
    return { rows: parse(texts.join(''), options), bad: [] };
  } catch {
    const piece: Omit<StockPiece, 'lines'> = { rows: [], bad: [] };
    for (const line of texts)
      try {
        piece.rows.push(...(parse(line, options) as StockRow[]));
      } catch (error) {
        if (!(error instanceof CsvError)) throw error;
        piece.bad.push({ line: line.slice(0, SIREN_LENGTH), reason: error.message });
      }
    return piece;
  }
}

/** A file cut in the middle of a line has too few columns there. */
function checkLastLine(line: Buffer, header: string[], name: string): void {
  try {
    if (parse(decode(line, name), { columns: header }).length === 1) return;
  } catch (error) {
    if (error instanceof SourceError) throw error;
  }
  throw new SourceError(`sirene: ${name} ends in the middle of a line. Fetch it again.`);
}
