import { InputError } from '#domain/errors.ts';

/** Text of a table as people send it: UTF-8, else what spreadsheets of Windows write. */
export function decodeTable(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** @throws InputError when the text of a table that begins as JSON is none */
export function parseJsonTable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(
      'Le fichier commence comme du JSON et n’en est pas : vérifiez crochets, virgules et guillemets.',
    );
  }
}

/** Names and values of one element of such a table, the first being 0. @throws InputError when it is no object */
export function entriesOf(item: unknown, place: number): [string, unknown][] {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    throw new InputError(`Élément ${place + 1} : ce n’est pas un objet.`);
  return Object.entries(item);
}
