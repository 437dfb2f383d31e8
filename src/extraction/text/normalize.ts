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

/** Codes of the normalized text. */
export function foldCodes(text: string): Uint16Array<ArrayBuffer> {
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    codes[i] = foldedCodes[code] ||= foldCharacter(text[i]!).charCodeAt(0);
  }
  return codes;
}

/** The text of its codes. */
export const textOf = ({ buffer, byteOffset, byteLength }: Uint16Array<ArrayBuffer>): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('utf16le');

/**
 * Lower case, no accents, straight apostrophes and hyphens. Keeps the length, so that an offset in the result is an offset
 * in the text.
 */
export const normalize = (text: string): string => textOf(foldCodes(text));

/** Removes accents from the source of a regular expression or a phrase, which may be typed with or without. */
export const stripAccents = (source: string): string =>
  source.replace(/[’‘]/g, "'").normalize('NFD').replace(MARKS, '');
