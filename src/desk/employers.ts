import { readProfile } from '#db/facts/read.ts';
import { InputError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';

export type KnownEmployer = { siren: Siren; name: string };

/** The employer of a SIREN or SIRET as people type it (spaces, dots); null when nothing is typed. @throws InputError */
export function findEmployer(typed: string): KnownEmployer | null {
  const digits = typed.replace(/[\s.\u00a0\u202f-]/g, '');
  if (digits === '') return null;
  if (!/^\d{9}(?:\d{5})?$/.test(digits))
    throw new InputError(
      'Un SIREN a neuf chiffres, un SIRET quatorze. Vous le trouvez sur la page de l’employeur.',
    );
  const siren = digits.slice(0, 9) as Siren;
  const profile = readProfile(siren);
  if (!profile)
    throw new InputError(
      'Nous ne connaissons aucun employeur de ce numéro : seuls ceux qui ont au moins un accord publié ont une page.',
    );
  return { siren, name: profile.name };
}

/** An employer's name for a screen; its SIREN once its page is gone. */
export const nameOf = (siren: Siren): string => readProfile(siren)?.name ?? `SIREN ${siren}`;
