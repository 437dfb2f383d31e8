import type { IsoDate } from '../../domain/dates.ts';
import { gated, matchIn } from '../text/gates.ts';
import type { Opened } from '../text/gates.ts';
import { DATE, parsePrintedDate } from './dates.ts';

export const SIGNED_WORDS = gated(/^\W*fait (?:et signe )?(?:a|au|en|le)\b|\. fait (?:et signe )?(?:a|le)\b/);
/** « Fait à Brive en 6 exemplaires originaux, le 3 mai 2023 », above the names of those who sign. */
const SIGNED = gated(
  new RegExp(
    `(?:^\\W*|\\. )fait (?:et signe )?(?:(?:a|au|en) [^.;:]{1,80}?[, ])?(?:le|en date du) ?:? ?(${DATE})`,
  ),
);

/** The day on which a line says that its text was signed. */
export function signedIn(line: { plain: string; opened: Opened }): IsoDate | null {
  const match = matchIn(line, SIGNED);
  return match && parsePrintedDate(match[1]!);
}
