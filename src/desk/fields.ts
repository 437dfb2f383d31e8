import { InputError, type Fault } from '#domain/errors.ts';
import { Siren } from '#domain/ids.ts';
import { cleanWords } from './public-words.ts';

/** One line as it is kept: nothing invisible, white space folded. */
const cleanLine = (text: string): string => cleanWords(text).replace(/\s+/g, ' ').trim();

/** One line of a form, cleaned and cut; empty when it was not sent, or is a file. */
export function readLine(form: FormData, name: string, longest = 500): string {
  const value = form.get(name);
  return typeof value === 'string' ? cleanLine(value.slice(0, longest * 4)).slice(0, longest) : '';
}

/** The employer that a hidden field names. @throws InputError when somebody changed it into no number */
export function readSiren(form: FormData): Siren {
  const siren = Siren.safeParse(readLine(form, 'siren', 9));
  if (!siren.success) throw new InputError('Cet employeur n’existe pas.');
  return siren.data;
}

/** Everything sent under one name. */
export const readLines = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((value) => (typeof value === 'string' ? cleanLine(value.slice(0, 500)) : []));

/**
 * Reads fields, each by the function of its name, and says everything that is wrong at once, each fault at its field.
 * @throws InputError
 */
export function readFields<Read extends Record<string, () => unknown>>(
  readers: Read,
): { [Field in keyof Read]: ReturnType<Read[Field]> } {
  const faults: Fault[] = [];
  const read: Record<string, unknown> = {};
  for (const [field, work] of Object.entries(readers)) {
    try {
      read[field] = work();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(...error.faults.map((fault) => ({ ...fault, field: fault.field ?? field })));
    }
  }
  if (faults.length > 0) throw new InputError(faults);
  return read as { [Field in keyof Read]: ReturnType<Read[Field]> };
}

/** Reads one field. @throws InputError with the faults at that field */
export const inField = <T>(field: string, work: () => T): T => readFields({ [field]: work })[field] as T;
