import { SourceError } from '#domain/errors.ts';
import { checkColumns } from '../columns.ts';

/** Columns of the monthly file, in their order of May 2026; another order is read as well. */
export const COLUMNS = ['MOIS', 'SIRET', 'IDCC', 'DATE_MAJ'] as const;

export type BranchLine = { month: string; siret: string; idcc: string; updated: string };
export type BranchPiece = { lines: number; rows: BranchLine[]; bad: { entry: string; reason: string }[] };

const NEWLINE = '\n';

/**
 * Lines of employers that are wanted. The file holds 2.4 million of them in plain figures: a line is looked at whole
 * only when the first nine digits of its SIRET are wanted.
 * @throws SourceError when a column is missing or unknown, or the file is empty, cut or damaged
 */
export async function* readBranchLines(
  bytes: AsyncIterable<Buffer>,
  { name, isWanted }: { name: string; isWanted: (siren: string) => boolean },
): AsyncGenerator<BranchPiece> {
  let read: ((line: string, piece: BranchPiece) => void) | null = null;
  let rest = '';
  try {
    for await (const chunk of bytes) {
      const lines = (rest + chunk.toString('latin1')).split(NEWLINE);
      rest = lines.pop()!;
      const piece: BranchPiece = { lines: 0, rows: [], bad: [] };
      let from = 0;
      if (!read && lines.length > 0) read = reader(lines[from++]!, name, isWanted);
      for (let at = from; at < lines.length; at++) read!(lines[at]!, piece);
      if (piece.lines > 0) yield piece;
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(
      `idcc: ${name} is truncated or damaged (${(error as Error).message}). Fetch it again.`,
    );
  }
  if (!read) throw new SourceError(`idcc: ${name} holds no line. Fetch it again. Nothing was changed.`);
  if (rest.trim() === '') return;
  const piece: BranchPiece = { lines: 0, rows: [], bad: [] };
  read(rest, piece);
  if (piece.bad.length > 0)
    throw new SourceError(`idcc: ${name} ends in the middle of a line. Fetch it again. Nothing was changed.`);
  yield piece;
}

const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();

function reader(headerLine: string, name: string, isWanted: (siren: string) => boolean) {
  const separator = headerLine.includes(';') ? ';' : ',';
  // The mark of UTF-8, read as Latin-1.
  const header = headerLine.replace(/^ï»¿/, '').split(separator).map(unquoted);
  checkColumns(header, { source: 'idcc', file: name, required: COLUMNS, code: 'src/sources/idcc/parse.ts' });
  const [month, siret, idcc, updated] = COLUMNS.map((column) => header.indexOf(column)) as [
    number,
    number,
    number,
    number,
  ];
  return (line: string, piece: BranchPiece): void => {
    if (line === '' || line === '\r') return;
    piece.lines++;
    const cells = line.split(separator);
    const number = cells[siret]?.startsWith('"') ? unquoted(cells[siret]) : cells[siret];
    if (cells.length !== header.length || number === undefined || number.length !== 14) {
      piece.bad.push({
        entry: line.slice(0, 40).trim(),
        reason: 'the line has no SIRET of 14 digits in its place',
      });
      return;
    }
    if (!isWanted(number.slice(0, 9))) return;
    piece.rows.push({
      month: unquoted(cells[month]!),
      siret: number,
      idcc: unquoted(cells[idcc]!),
      updated: unquoted(cells[updated]!),
    });
  };
}
