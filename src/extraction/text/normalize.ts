const MARKS = /[\u0300-\u036f]/g;

/** One UTF-16 unit in, one out: what folds to more than one unit stays as it is. */
function foldCharacter(character: string): string {
  if (/[’‘ʼ´]/.test(character)) return "'";
  if (/[‐‑‒–—−]/.test(character)) return '-';
  const folded = character.toLowerCase().normalize('NFD').replace(MARKS, '');
  if (folded.length === 1 && folded.toLowerCase().length === 1) return folded;
  return character.toLowerCase().length === 1 ? character : '?';
}

/** Code of each UTF-16 unit folded, filled as units are met; 0: not met yet. */
const foldedCodes = new Uint16Array(0x10000);

const foldUnit = (text: string, i: number): number => {
  const code = text.charCodeAt(i);
  return (foldedCodes[code] ||= foldCharacter(text[i]!).charCodeAt(0));
};

/** Codes of the normalized text. */
export function foldCodes(text: string): Uint16Array<ArrayBuffer> {
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) codes[i] = foldUnit(text, i);
  return codes;
}

/** One character beyond Latin-1 makes all of its string take two bytes each: expressions then run a third slower. */
const LATIN_MAX = 0xff;
const BEYOND_LATIN = /[^\0-\xff]/;

/** Cuts pieces out of the text of these codes, each in one byte a character where that can be. */
export function piecesOf(codes: Uint16Array<ArrayBuffer>): (start: number, end: number) => string {
  const beyond: number[] = [];
  for (let i = 0; i < codes.length; i++) if (codes[i]! > LATIN_MAX) beyond.push(i);
  const latin = Buffer.from(codes).toString('latin1');
  if (beyond.length === 0) return (start, end) => latin.slice(start, end);
  const wide = Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength).toString('utf16le');
  return (start, end) => {
    const first = beyond[placeOf(beyond, start)];
    return (first !== undefined && first < end ? wide : latin).slice(start, end);
  };
}

/** Place of the first number that is not below `least`. */
function placeOf(sorted: readonly number[], least: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The same text, in one byte a character where that can be: `from` is what it was made of. */
export const narrowed = (text: string, from: string): string =>
  BEYOND_LATIN.test(from) && !BEYOND_LATIN.test(text) ? Buffer.from(text, 'latin1').toString('latin1') : text;

/** Room in which short texts are folded, used again for the next one. */
const room = new Uint16Array(1024);
const roomOfLatin = Buffer.alloc(room.length);

/**
 * Lower case, no accents, straight apostrophes and hyphens. Keeps the length, so that an offset in the result is an offset
 * in the text.
 */
export function normalize(text: string): string {
  const { length } = text;
  if (length > room.length) return piecesOf(foldCodes(text))(0, length);
  let highest = 0;
  for (let i = 0; i < length; i++) {
    const code = foldUnit(text, i);
    highest = Math.max(highest, code);
    roomOfLatin[i] = room[i] = code;
  }
  return highest > LATIN_MAX
    ? Buffer.from(room.buffer, 0, 2 * length).toString('utf16le')
    : roomOfLatin.toString('latin1', 0, length);
}

/** Removes accents from the source of a regular expression or a phrase, which may be typed with or without. */
export const stripAccents = (source: string): string =>
  source.replace(/[’‘]/g, "'").normalize('NFD').replace(MARKS, '');
