const SMALL: Record<string, number> = {
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11, douze: 12,
  treize: 13, quatorze: 14, quinze: 15, seize: 16, vingt: 20, vingts: 20, trente: 30, quarante: 40, cinquante: 50,
  soixante: 60, septante: 70, octante: 80, huitante: 80, nonante: 90,
}; // prettier-ignore

const NUMBER_WORDS: ReadonlySet<string> = new Set([...Object.keys(SMALL), 'cent', 'cents', 'mille', 'zero']);

export const isNumberWord = (word: string): boolean => NUMBER_WORDS.has(word);

/** Source of an expression for a word that may begin a number. */
export const NUMBER_WORD = `\\b(?:${[...NUMBER_WORDS].join('|')})\\b`;

/**
 * Value of French number words, without accents: « deux mille huit cents » = 2800, « quatre-vingt-dix-sept » = 97,
 * « soixante et onze » = 71. Null when the words make no number. Up to 999,999.
 */
export function parseNumberWords(words: readonly string[]): number | null {
  if (words.length === 0) return null;
  if (words.length === 1 && words[0] === 'zero') return 0;
  let thousands = 0;
  let hundreds = 0;
  let units = 0;
  let previous = 0;
  for (const word of words) {
    if (word === 'et') continue;
    if (word === 'mille') {
      if (thousands > 0) return null;
      thousands = (hundreds + units || 1) * 1000;
      hundreds = units = previous = 0;
    } else if (word === 'cent' || word === 'cents') {
      if (hundreds > 0 || units > 9) return null;
      hundreds = (units || 1) * 100;
      units = previous = 0;
    } else {
      const value = SMALL[word];
      if (value === undefined) return null;
      if (value === 20 && previous === 4) units += 76;
      else if (
        previous === 0 ||
        (previous >= 10 && value < 10) ||
        ((units === 60 || units === 80) && value < 20)
      )
        units += value;
      else return null;
      previous = value === 20 && units % 100 === 80 ? 80 : value;
    }
  }
  return thousands + hundreds + units;
}
