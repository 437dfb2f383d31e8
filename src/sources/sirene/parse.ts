import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { SourceError } from '#domain/errors.ts';
import { checkColumns } from '../columns.ts';

export type StockRow = Record<string, string>;

/** Rows of wanted units met in one piece of the file; `bad` are lines of wanted units that are no CSV record. */
export type StockPiece = { rows: StockRow[]; bad: { line: string; reason: string }[]; lines: number };

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const SIREN_LENGTH = 9;
/** Two SIRETs with their quotes and comma. */
const TWO_SIRETS = 33;

type RowOptions = {
  name: string;
  /** Every column the file must hold; their order does not matter beyond the keys. */
  columns: readonly string[];
  /** First columns: SIRENs or SIRETs, one of which must be wanted. */
  keys: readonly string[];
  isWanted: (siren: string) => boolean;
};

/**
 * Rows one of whose first columns, `keys`, is wanted. A stock holds 30 million lines of which a corpus wants some thousands:
 * a line is split into columns only when the digits it begins with are wanted.
 * @throws SourceError when a column is missing or unknown, or the file is empty, cut, or not UTF-8
 */
export async function* readRows(
  bytes: AsyncIterable<Buffer>,
  options: RowOptions,
): AsyncGenerator<StockPiece> {
  const { name } = options;
  const keyOf = keyReader(options.keys.length);
  const isWanted = (key: string[]): boolean => key.some(options.isWanted);
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
          header = readHeader(line, options);
          continue;
        }
        const key = keyOf(line);
        if (key === null) {
          open?.push(line);
          continue;
        }
        lines++;
        if (open) records.push(Buffer.concat(open));
        open = isWanted(key) ? [line] : null;
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
  const last = rest.length > 0 ? keyOf(rest) : null;
  if (rest.length > 0) checkLastLine(rest, header, name);
  const records = [...(open ? [Buffer.concat(open)] : []), ...(last && isWanted(last) ? [rest] : [])];
  if (records.length > 0) yield { ...readRecords(records, header, name), lines: last ? 1 : 0 };
}

/** Reads the SIRENs a record begins with; null for the rest of a record broken by a line break inside quotes. */
function keyReader(keys: number): (line: Buffer) => string[] | null {
  if (keys === 1)
    return (line) => {
      const from = line[0] === QUOTE ? 1 : 0;
      const siren = line.toString('latin1', from, from + SIREN_LENGTH);
      return /^\d{9}$/.test(siren) ? [siren] : null;
    };
  return (line) =>
    /^"?(\d{9})\d{5}"?,"?(\d{9})\d{5}/.exec(line.toString('latin1', 0, TWO_SIRETS))?.slice(1) ?? null;
}

function readHeader(line: Buffer, { name, columns, keys }: RowOptions): string[] {
  const header = line
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim()
    .replaceAll('"', '')
    .split(',');
  checkColumns(header, {
    source: 'sirene',
    file: name,
    required: columns,
    code: 'src/sources/sirene/columns.ts',
  });
  keys.forEach((key, at) => {
    if (header[at] !== key)
      throw new SourceError(
        `sirene: ${name}: column ${at + 1} is not "${key}". The layout has changed: adapt src/sources/sirene/columns.ts. Nothing was changed.`,
      );
  });
  return header;
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
