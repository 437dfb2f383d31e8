import { cleanWords } from './public-words.ts';

/** One line as it is kept: nothing invisible, white space folded. */
const cleanLine = (text: string): string => cleanWords(text).replace(/\s+/g, ' ').trim();

/** One line of a form, cleaned and cut; empty when it was not sent, or is a file. */
export function readLine(form: FormData, name: string, longest = 500): string {
  const value = form.get(name);
  return typeof value === 'string' ? cleanLine(value.slice(0, longest * 4)).slice(0, longest) : '';
}

/** Everything sent under one name. */
export const readLines = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((value) => (typeof value === 'string' ? cleanLine(value.slice(0, 500)) : []));
