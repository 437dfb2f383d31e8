/** Words of French screens: numbers, plurals, elision. */

/** Kept on one line by browsers; before : ; ? ! % € » and after «. */
export const NO_BREAK_SPACE = '\u00a0';

const integer = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });

/** Between short facts on one line; no line starts with it. */
export const MIDDLE_DOT = `${NO_BREAK_SPACE}· `;

/** « 1 234,5 », digits grouped by a narrow no-break space. */
export const formatNumber = (n: number): string =>
  // A page counts two hundred times; the formatter takes twenty times as long for the same digits.
  n >= 0 && n < 1000 && Number.isInteger(n) ? String(n) : integer.format(n);

/** The word alone: French takes the plural from 2 on (« 0 avantage », « 1,5 jour », « 2 jours »). */
export const plural = (n: number, one: string, many = `${one}s`): string => (Math.abs(n) < 2 ? one : many);

/** Number and word: « 0 avantage », « 1 avantage », « 1 234 avantages ». */
export const count = (n: number, one: string, many?: string): string =>
  `${formatNumber(n)}${NO_BREAK_SPACE}${plural(n, one, many)}`;

/** As `count`, with « aucun » or « aucune » for 0: start a sentence with another word. */
export const countOrNone = (n: number, one: string, many: string, gender: 'm' | 'f'): string =>
  n === 0 ? `${gender === 'm' ? 'aucun' : 'aucune'} ${one}` : count(n, one, many);

/** Words before which « h », « o » or « y » blocks elision: la hausse, le onze, le yaourt. */
const BLOCKS_ELISION =
  /^(h(?:a(?:ch|ie|ine|ïr|ll|lt|nche|nd|ngar|nt|pp|rc|rd|ric|sard|ut|vre)|é(?:ros\b|riss|tre)|eurt|iérarch|obby|ockey|olding|ollande|ongr|onte|ors|otte|uit|urle)|on[zc]|oui\b|ouistiti|ui\b|uhlan|y[aeiou])/i;

const ELIDED: Record<string, string> = {
  de: 'd', la: 'l', le: 'l', que: 'qu', ne: 'n', se: 's', je: 'j', me: 'm', te: 't', ce: 'c',
  jusque: 'jusqu', lorsque: 'lorsqu', puisque: 'puisqu',
}; // prettier-ignore

/**
 * « de » + « Orange » = « d’Orange », « le » + « accord » = « l’accord », « de » + « Hermès » = « de Hermès ».
 * A capital H does not elide: nobody can tell a firm's h, and « de » is never wrong.
 */
export function elide(word: string, next: string): string {
  const stem = ELIDED[word.toLowerCase()];
  const starts = /^[aàâäeéèêëiîïoôöuùûüyœæh]/i.test(next) && !/^H/.test(next);
  if (!stem || !starts || BLOCKS_ELISION.test(next)) return `${word} ${next}`;
  return `${word[0] === word[0]?.toUpperCase() ? capitalize(stem) : stem}’${next}`;
}

/** « de » before the name of a town: « de Rennes », « d’Angers », « du Mans », « des Ulis ». */
export const ofTown = (name: string): string =>
  name.startsWith('Le ')
    ? `du ${name.slice(3)}`
    : name.startsWith('Les ')
      ? `des ${name.slice(4)}`
      : elide('de', name);

export const capitalize = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1);

/** « Part de l’employeur » inside a sentence: « part de l’employeur ». */
export const uncapitalize = (text: string): string => text.charAt(0).toLocaleLowerCase('fr') + text.slice(1);

/** « a, b et c » */
export function enumerate(parts: readonly string[], last = 'et'): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
}
