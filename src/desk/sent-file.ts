import { InputError } from '#domain/errors.ts';

/** @throws InputError when no file was chosen */
export function sentFile(form: FormData, field: string): File {
  const file = form.get(field);
  if (file instanceof File && file.size > 0) return file;
  throw new InputError([{ words: 'Choisissez un fichier.', field }]);
}

/** Its name, as it may be shown again. */
export const fileName = ({ name }: File): string =>
  name.replace(/[^\p{L}\p{N} ._()-]/gu, '').slice(-120) || 'fichier';
