import { InputError, type Fault } from '#domain/errors.ts';

/** Why something asked for was not done: words for the person, each at its field, and the status of the answer. */
export type Failure = { faults: readonly Fault[]; status: number };

/** What the database says when it cannot write; what was typed is still in the form. */
const STORAGE: [RegExp, string][] = [
  [/^SQLITE_(?:BUSY|LOCKED)/, 'Le site est très occupé en ce moment. Rien n’a été perdu : renvoyez la page dans une minute.'],
  [/^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/, 'Le site ne peut rien enregistrer pour l’instant. Gardez cette page ouverte et renvoyez-la plus tard ; nous sommes prévenus.'],
]; // prettier-ignore

/** The code of a database that cannot write now; null for every other error. */
function storageCode(error: unknown): string | null {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && STORAGE.some(([pattern]) => pattern.test(code)) ? code : null;
}

/** Does what may as well be done by a later request: a database that cannot write now is no reason to refuse this one. */
export function attemptLater(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (storageCode(error) === null) throw error;
  }
}

/** Does what a form asks for. Null when it is done; faults nobody foresaw go on to the front door. */
export async function attempt(work: () => unknown): Promise<Failure | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof InputError) return { faults: error.faults, status: 422 };
    const code = storageCode(error);
    if (code === null) throw error;
    console.error(`desk: ${code}`);
    const [, words] = STORAGE.find(([pattern]) => pattern.test(code))!;
    return { faults: [{ words, field: null }], status: 503 };
  }
}
