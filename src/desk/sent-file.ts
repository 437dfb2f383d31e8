import { InputError } from '#domain/errors.ts';
import { inField } from './fields.ts';

/**
 * What `read` makes of the file of this field, and its name, as it may be shown again.
 * @throws InputError at that field when no file was chosen, or `read` refuses it
 */
export async function readSentFile<T>(
  form: FormData,
  field: string,
  read: (bytes: Uint8Array) => T,
): Promise<{ name: string; content: T }> {
  const file = form.get(field);
  if (!(file instanceof File) || file.size === 0)
    throw new InputError([{ words: 'Choisissez un fichier.', field }]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const name = file.name.replace(/[^\p{L}\p{N} ._()-]/gu, '').slice(-120) || 'fichier';
  return { name, content: inField(field, () => read(bytes)) };
}
