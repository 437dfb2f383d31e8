/** The whole run stops; the last good state stays. */
export class SourceError extends Error {
  override name = 'SourceError';
}

/** One record is skipped, counted and listed; the run goes on. */
export class RecordError extends Error {
  override name = 'RecordError';
}

/** One thing to mend: its words, and the field of the form where it stands; null = none in particular. */
export type Fault = { words: string; field: string | null };

/** Shown to the person who typed or posted something; carries no internals. Several faults may be said at once. */
export class InputError extends Error {
  override name = 'InputError';
  readonly faults: readonly Fault[];

  constructor(said: string | readonly Fault[]) {
    const faults = typeof said === 'string' ? [{ words: said, field: null }] : said;
    super(faults.map(({ words }) => words).join(' '));
    this.faults = faults;
  }
}

/** `fields[0].value: expected number` – the one formatter of zod issues. */
export function describeIssues(error: { issues: { path: PropertyKey[]; message: string }[] }): string {
  return error.issues
    .map(({ path, message }) => {
      const where = path
        .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`))
        .join('');
      return where ? `${where}: ${message}` : message;
    })
    .join('; ');
}
