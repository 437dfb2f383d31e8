/** One record of a CSV text and the line it begins on, from 1. */
export type CsvRecord = { line: number; cells: string[] };

/**
 * Records of a CSV text (RFC 4180): quotes, doubled quotes and line breaks inside quotes. Empty lines are left out. The
 * separator is the one the first line holds most of, `;` or `,`. A text that ends inside quotes ends the last cell.
 */
export function readCsvText(text: string): CsvRecord[] {
  const source = text.replace(/^\ufeff/, '');
  const separator = separatorOf(source);
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let start = 1;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.length > 1 || cells[0] !== '') records.push({ line: start, cells });
    [cells, cell] = [[], ''];
  };
  for (let at = 0; at < source.length; at++) {
    const char = source[at]!;
    if (char === '\n') line++;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (source[at + 1] === '"') cell += source[at++];
      else isQuoted = false;
    } else if (char === '"' && cell === '') isQuoted = true;
    else if (char === separator) {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') {
      endRecord();
      start = line;
    } else if (char !== '\r') cell += char;
  }
  if (cell !== '' || cells.length > 0) endRecord();
  return records;
}

function separatorOf(text: string): ';' | ',' {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  return header.split(';').length > header.split(',').length ? ';' : ',';
}
