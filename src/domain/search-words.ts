/** Letters that carry no accent to strip but are typed apart. */
const LETTERS: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/**
 * One spelling for what people may type: small letters, no accents, `œ` as `oe`, anything that is neither letter nor
 * digit as one blank, `&` as `et`. « L’Œuvre & l’Été » → `l oeuvre et l ete`.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæßøłđðþ]/g, (letter) => LETTERS[letter]!)
    .replace(/&/g, ' et ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Folded words of a text, in order. */
export function foldedWords(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** Words too common to be asked of a name; asked all the same between quotation marks. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a au aux d de des du en et l la le les n ou par pour qu s sur un une'.split(' '),
);

/**
 * The singular a French plural may come from: `creches` → `creche`, `berceaux` → `berceau`, `hospitaliers` →
 * `hospitalier`, `regionaux` → `regional`. Both sides of a comparison go through it, so a word that only looks
 * like a plural (`campus`) does no harm.
 */
export function singular(word: string): string {
  if (word.length < 4) return word;
  if (/(eaux|oux|eux)$/.test(word)) return word.slice(0, -1);
  if (word.endsWith('aux')) return `${word.slice(0, -3)}al`;
  if (/[^s]s$/.test(word)) return word.slice(0, -1);
  return word;
}

/** Every word with the same singular that `singular` knows of, the word itself included. */
export function numberForms(word: string): string[] {
  const base = singular(word);
  const plurals = base.endsWith('al') ? [`${base.slice(0, -2)}aux`, `${base}s`] : [`${base}s`, `${base}x`];
  return [...new Set([word, base, ...plurals.filter((plural) => singular(plural) === base)])];
}

/** One letter added, left out, changed, or two neighbours exchanged, at most. */
export function isWithinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  if (long.length > short.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  const isExchanged = short[start] === long[start + 1] && short[start + 1] === long[start];
  return isExchanged && short.slice(start + 2) === long.slice(start + 2);
}

/** The word, and the word without each of its letters in turn: two words one edit apart share one of these. */
export function deletions(word: string): string[] {
  const all = new Set([word]);
  for (let i = 0; i < word.length; i++) all.add(word.slice(0, i) + word.slice(i + 1));
  return [...all];
}

/** Shortest word in which a wrong letter is put right: shorter ones have too many neighbours. */
export const MIN_TYPO_LENGTH = 4;
