/** What was read of a document. `hasImages` tells a scan from an empty page. */
export type DocumentContent = { text: string; hasImages: boolean };

/** Soft hyphens, zero-width characters: invisible, they would cut words in two for a search. */
const INVISIBLE =
  /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
const BLANKS = / [^\S\n]+|[^\S\n ][^\S\n]*/g;

/**
 * The one form in which texts are stored: a block (paragraph, list item, table row) a line, blanks folded to one space,
 * NFC, non-breaking hyphens as plain ones, no empty line.
 */
export function toStoredText(raw: string): string {
  return raw
    .replace(/[\u2010\u2011]/g, '-')
    .replace(BLANKS, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}

/** Anything but blanks, in latin1 text holding UTF-8 bytes: C2 A0 is a no-break space. */
const FILLED = /[^ \t\r\n\xa0\xc2]/;

/** A table row: cells joined by ` | `; a row with one filled cell is layout, its paragraphs stay apart. */
export function rowLines(cells: string[][]): string[] {
  const filled = cells.filter((lines) => lines.some((line) => FILLED.test(line)));
  if (filled.length <= 1) return filled.flat();
  return [cells.map((lines) => lines.join(' ')).join(' | ')];
}
