import { stringify } from 'csv-stringify/sync';

/** A spreadsheet takes what begins with = + - @ (after blanks, or in full width) for a formula. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^\t/u;

/** The same words on one line, never a formula: an apostrophe keeps it a text. */
function safeCell(text: string): string {
  const flat = text.replace(/[\r\n]+/g, ' ').replaceAll('\0', '');
  return FORMULA.test(flat) ? `'${flat}` : flat;
}

/**
 * CSV for people: semicolons and a byte order mark, without which spreadsheets in French show one column and take UTF-8
 * for an old Western encoding.
 */
export const spreadsheet = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(safeCell)),
    { bom: true, delimiter: ';', record_delimiter: 'windows', quoted_match: /[',]|^\s|\s$/ },
  );

/** The answer that downloads it; `name` without extension. */
export const answerSpreadsheet = (rows: readonly (readonly string[])[], name: string): Response =>
  new Response(spreadsheet(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
    },
  });
