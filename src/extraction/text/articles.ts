/** Lines that open with the number of an article. */

/** « Article 83 – taux de cotisation »: of the tax code, and not of this text. */
const OPENS = /^article (?!39\b|8[23]\b)(\d{1,2}(?:\.\d{1,2})*) ?[-–—:] ?[a-z]/;

/** A page on one line holds several. */
const LINE_MAX = 800;

/** « Article 12 : les parties reconduisent … »: the number, where a title or a whole sentence follows it. */
export const articleOpened = (plain: string): string | null =>
  plain.startsWith('article') && plain.length <= LINE_MAX ? (OPENS.exec(plain)?.[1] ?? null) : null;

const TITLE_MAX = 160;
const LONG_TITLE_MAX = 260;

/** « Article 5 – Reconduire … : prise en charge … »: what stands apart from its number, and no stop ends, is a title of any length. */
export const mayBeTitle = (plain: string): boolean =>
  plain.length <= TITLE_MAX ||
  (plain.length <= LONG_TITLE_MAX && !/[.;,:]$/.test(plain) && articleOpened(plain) !== null);
