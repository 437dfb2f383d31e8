/**
 * Sources of regular expressions (flags `iu` for e-mail, `u` for the others) that both doors against personal data share: the
 * detector that shortens a quote and the mask that refuses a text. Bounded, so that a hostile line costs what prose does.
 */
export const EMAIL =
  '[\\p{L}\\p{N}._%+-]{1,64}\\s?(?:@|\\(at\\)|\\[at\\]|＠)\\s?[\\p{L}\\p{N}-]{1,63}(?:\\s?\\.\\s?[\\p{L}\\p{N}-]{1,63}){0,3}\\s?\\.\\s?\\p{L}{2,24}';

/** What an address cannot do without: looked for first, since most texts have none. */
export const AT_SIGN = /@|＠|\(at\)|\[at\]/i;

/** Ten digits from 0, or +33, in the groupings people print; never a part of a longer number such as a SIRET. */
export const FRENCH_PHONE =
  '(?<![\\p{L}\\p{N}])(?:(?:\\+|00)\\s?33[\\s.-]{0,3}(?:\\(0\\)[\\s.-]{0,3})?|0[\\s.-]?)[1-9](?:[\\s.-]{0,3}\\d{2}){4}(?![\\p{L}\\p{N}])';
export const FOREIGN_PHONE =
  '(?<![\\p{L}\\p{N}])\\+\\d{1,3}(?:[\\s.-]{0,3}(?:\\(\\d{1,4}\\)|\\d)){7,13}(?![\\p{L}\\p{N}])';

/** Civilities that a text prints before a name. « MR » and « DR » begin the names of companies too: quotes alone refuse them. */
export const CIVILITIES =
  'M\\.|MM\\.|M[Mm][Ee]\\.?|M[Ll][Ll][Ee]\\.?|M[Oo][Nn][Ss][Ii][Ee][Uu][Rr]|M[Aa][Dd][Aa][Mm][Ee]|M[Ee][Ss][Ss][Ii][Ee][Uu][Rr][Ss]|M[Ee][Ss][Dd][Aa][Mm][Ee][Ss]|M[Aa][IiÎî][Tt][Rr][Ee]|D[Oo][Cc][Tt][Ee][Uu][Rr]';

/** Functions and placeholders that follow a civility and name nobody: « Madame la Présidente », « Monsieur le Directeur », « M. X ». */
const NOBODY =
  "L|LA|LE|LES|ET|OU|DE|DU|DES|EN|X+|Y+|Z+|[DL][’'][\\p{L}’'-]*|D.OUVRAGE|OUVRAGE|(?:DIRECT|PR[EÉ]SIDEN|D[EÉ]L[EÉ]GU|Direct|Présiden|Délégu|Inspect|Représent|Secrétaire|Responsable|Maire|Préfet)[\\p{L}]*";

/** « Mme Martin », after one of the civilities given. */
export const namedWith = (civilities: string): string =>
  `(?<![\\p{L}\\p{N}.])(?:${civilities})\\s{1,3}(?!(?:${NOBODY})(?![\\p{L}]))\\p{Lu}[\\p{L}’'-]*`;
