import { isSirenValid, isSiretValid } from '#domain/check-digits.ts';
import { findGone, findMoved, readProfile } from '#db/facts/read.ts';
import type { Siren } from '#domain/ids.ts';
import { employerHref, spaceNumber } from './links.ts';

export type SiretFound =
  | {
      kind: 'employer';
      href: string;
      /** The number names another unit now, for good. */
      isForGood: boolean;
    }
  | {
      kind: 'silent' | 'wrong';
      status: 404 | 410;
      /** As typed, digits in groups. */
      number: string;
      /** Fourteen digits, for the comparison of an SME; null for anything else. */
      siret: string | null;
    };

const LENGTH_MAX = 20;
/** Digits alone: people paste numbers with blanks, dots and no-break spaces. */
export const readSiret = (text: string): string => text.replace(/[^\d]/g, '').slice(0, LENGTH_MAX);

/** Where the number of an establishment, or of its employer, leads. */
export function lookUpSiret(text: string): SiretFound {
  const digits = readSiret(text);
  const isSiret = isSiretValid(digits);
  if (!isSiret && !isSirenValid(digits))
    return { kind: 'wrong', status: 404, number: spaceNumber(digits), siret: null };
  const siren = digits.slice(0, 9) as Siren;
  // The front door answers 410 there, and says so.
  if (readProfile(siren) || findGone(employerHref(siren)))
    return { kind: 'employer', href: employerHref(siren), isForGood: false };
  const moved = findMoved(siren);
  if (moved) return { kind: 'employer', href: employerHref(moved.to), isForGood: true };
  return { kind: 'silent', status: 404, number: spaceNumber(digits), siret: isSiret ? digits : null };
}
