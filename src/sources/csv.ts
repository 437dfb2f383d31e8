import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { SourceError } from '#domain/errors.ts';

export type CsvRow = { line: number; values: string[] };

export type CsvOptions = {
  source: string;
  file: string;
  /** Called once with the header; throws when the layout is another one. */
  onHeader: (header: string[]) => void;
  /** `detect`: UTF-8 where the header is, else ISO-8859-1 (older public files). Default: UTF-8 and nothing else. */
  encoding?: 'utf-8' | 'detect';
};

const BATCH = 2000;

/**
 * Rows of a CSV file in batches, header apart. The separator is the one of the header (`;` or `,`).
 * @throws SourceError when the file is empty, not in the encoding, or ends in the middle of a line
 */
export async function* readCsv(
  bytes: AsyncIterable<Buffer>,
  { source, file, onHeader, encoding = 'utf-8' }: CsvOptions,
): AsyncGenerator<CsvRow[]> {
  const where = `${source}: ${file}`;
  let separator = '';
  const text = decode(bytes, where, encoding, (header) => {
    separator = header.includes(';') ? ';' : ',';
  });
  const first = await text.next();
  if (first.done) throw new SourceError(`${where} is empty. Fetch it again. Nothing was changed.`);
  const parser = parse({ delimiter: separator, bom: true, info: true, skip_empty_lines: true });
  const input = Readable.from(chain(first.value, text));
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  let header: string[] | null = null;
  let batch: CsvRow[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (!header) {
        header = record.map((name) => name.trim());
        onHeader(header);
        continue;
      }
      batch.push({ line: info.lines, values: record });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw damaged(error, where);
    throw new SourceError(
      `${where}: line ${error.lines}: ${error.message}. The file is cut or its columns have moved. Nothing was changed.`,
    );
  }
  if (batch.length > 0) yield batch;
}

async function* chain(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

async function* decode(
  bytes: AsyncIterable<Buffer>,
  where: string,
  encoding: 'utf-8' | 'detect',
  onHeader: (line: string) => void,
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let held = Buffer.alloc(0);
  try {
    for await (const chunk of bytes) {
      if (!decoder) {
        held = Buffer.concat([held, chunk]);
        const end = held.indexOf(0x0a);
        if (end < 0) continue;
        const header = held.subarray(0, end);
        decoder = new TextDecoder(encoding === 'detect' && !isUtf8(header) ? 'windows-1252' : 'utf-8', {
          fatal: true,
        });
        onHeader(header.toString('latin1'));
        yield decoder.decode(held, { stream: true });
        continue;
      }
      yield decoder.decode(chunk, { stream: true });
    }
    if (!decoder && held.length > 0) {
      onHeader(held.toString('latin1'));
      yield new TextDecoder('utf-8', { fatal: true }).decode(held);
    } else if (decoder) yield decoder.decode();
  } catch (error) {
    throw damaged(error, where);
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function damaged(error: unknown, where: string): SourceError {
  if (error instanceof SourceError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new SourceError(
      `${where} is not UTF-8. Save it in UTF-8, or fetch it again. Nothing was changed.`,
    );
  return new SourceError(
    `${where} is truncated or damaged (${message}). Fetch it again. Nothing was changed.`,
  );
}
