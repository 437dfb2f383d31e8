/** A line that breaks off behind a word that calls for another: « … avec une participation patronale de ». */
const BROKEN_OFF =
  /[ (’'](?:de|du|des|d|l|la|le|les|un|une|à|au|aux|par|pour|sur|en|avec|sans|leur|leurs|ce|cette|sa|son|octroie|accorde|verse|attribue|dite?)[’']?$/;
const A_OR_AN = /[ ’']une?$/;
/** « 60 %. », « différence entre … », « « Prime PPV » »: no line of its own begins so. */
const GOES_ON = /^(?:\p{Ll}{2}|[«"“] ?\p{Lu}|\d+(?:[.,]\d+)?(?! ?[.)°–-]))/u;
/** Words with which no item of a list begins. */
const MID_SENTENCE =
  /^(?:et|ou|du|des|aux?|dont|annuel|annuelle|mensuel|mensuelle|brute?s?|nette?s?)(?= \p{L})/u;
const WRAPPED_MIN = 40;
const FULL_LINE_MIN = 70;

/** The second of two lines goes on with the sentence of the first, as in a text cut at the width of its page. */
export function isWrapped(line: string, next: string): boolean {
  if (
    line.length < WRAPPED_MIN ||
    !/[\p{L}’']/u.test(line.slice(-1)) ||
    line.includes('|') ||
    next.includes('|')
  )
    return false;
  if (BROKEN_OFF.test(line.slice(-12)))
    return GOES_ON.test(next) || (A_OR_AN.test(line) && /^\p{Lu}\p{Ll}/u.test(next));
  return line.length >= FULL_LINE_MIN && /^\p{Lu}/u.test(line) && MID_SENTENCE.test(next);
}

/** A whole page on one line, in which a bar stands by chance: « Fait à Lens, le 11 décembre | 10:04:53 ». */
export const isPage = (plain: string): boolean =>
  plain.length > PAGE_MIN &&
  plain.indexOf(' | ') > PAGE_MIN / 2 &&
  plain.indexOf(' | ') === plain.lastIndexOf(' | ');
const PAGE_MIN = 1600;
