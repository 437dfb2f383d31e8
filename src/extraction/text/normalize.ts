const MARKS = /[\u0300-\u036f]/g;

/** One character in, one character out. */
function normalizeCharacter(character: string): string {
  const folded = character.toLowerCase().normalize('NFD').replace(MARKS, '');
  return folded.length === character.length ? folded : character;
}

/**
 * Lower case, no accents, straight apostrophes and hyphens. Keeps the length, so that an offset in the result is an offset
 * in the text.
 */
export function normalize(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .normalize('NFD')
    .replace(MARKS, '');
  if (plain.length === text.length) return plain;
  let result = '';
  for (let i = 0; i < text.length; i++) result += normalizeCharacter(text[i]!);
  return result.replace(/[’‘ʼ´`]/g, "'").replace(/[‐‑‒–—−]/g, '-');
}

/** Removes accents from the source of a regular expression or a phrase, which may be typed with or without. */
export const stripAccents = (source: string): string =>
  source.replace(/[’‘]/g, "'").normalize('NFD').replace(MARKS, '');
