const MARKS = /[\u0300-\u036f]/g;
const NOT_ASCII = /[^\x00-\x7f]/g;
const known = new Map<string, string>();

/** One UTF-16 unit in, one out: what folds to more than one unit stays as it is. */
function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    if (/[’‘ʼ´]/.test(character)) folded = "'";
    else if (/[‐‑‒–—−]/.test(character)) folded = '-';
    else {
      folded = character.toLowerCase().normalize('NFD').replace(MARKS, '');
      if (folded.length !== 1 || folded.toLowerCase().length !== 1)
        folded = character.toLowerCase().length === 1 ? character : '?';
    }
    known.set(character, folded);
  }
  return folded;
}

/**
 * Lower case, no accents, straight apostrophes and hyphens. Keeps the length, so that an offset in the result is an offset
 * in the text.
 */
export const normalize = (text: string): string => text.replace(NOT_ASCII, foldCharacter).toLowerCase();

/** Removes accents from the source of a regular expression or a phrase, which may be typed with or without. */
export const stripAccents = (source: string): string =>
  source.replace(/[’‘]/g, "'").normalize('NFD').replace(MARKS, '');
