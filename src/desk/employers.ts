import { readProfile } from '#db/facts/read.ts';
import { InputError } from '#domain/errors.ts';
import { isSirenValid, isSiretValid, type Siren } from '#domain/ids.ts';
import { registered } from './register.ts';

export type KnownEmployer = { siren: Siren; name: string };

/** Digits of a SIREN or SIRET as people type it (spaces, dots); null when nothing is typed. @throws InputError */
function readNumber(typed: string): string | null {
  const digits = typed.replace(/[\s.\u00a0\u202f-]/g, '');
  if (digits === '') return null;
  if (!/^\d{9}(?:\d{5})?$/.test(digits))
    throw new InputError(
      'Un SIREN a neuf chiffres, un SIRET quatorze. Vous le trouvez sur la page de l’employeur.',
    );
  return digits;
}

/** The employer that has a page; null when nothing is typed. @throws InputError */
export function findEmployer(typed: string): KnownEmployer | null {
  const digits = readNumber(typed);
  if (digits === null) return null;
  const siren = digits.slice(0, 9) as Siren;
  const profile = readProfile(siren);
  if (!profile) throw new InputError('Nous ne connaissons aucun employeur de ce numéro : aucune page n’existe pour lui.');
  return { siren, name: profile.name };
} // prettier-ignore

/**
 * The employer that somebody says they answer for: it may have no agreement, and so no page yet. Null when nothing is
 * typed. @throws InputError on a number that cannot be one
 */
export function findClaimed(typed: string): KnownEmployer | null {
  const digits = readNumber(typed);
  if (digits === null) return null;
  const siren = digits.slice(0, 9) as Siren;
  const isNumber = digits.length === 14 ? isSiretValid(digits) : isSirenValid(digits);
  if (!readProfile(siren) && !isNumber)
    throw new InputError('Ce numéro n’existe pas : un chiffre est faux. Recopiez-le depuis un bulletin de paie ou un avis Sirene.');
  return { siren, name: nameOf(siren) };
} // prettier-ignore

/** An employer's name for a screen; the register's where it has no page, its SIREN where nothing is known. */
export const nameOf = (siren: Siren): string =>
  readProfile(siren)?.name ?? registered(siren)?.name ?? `SIREN ${siren}`;
