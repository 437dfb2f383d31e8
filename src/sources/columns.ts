import { SourceError } from '#domain/errors.ts';

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

export type Layout = {
  /** Name of the source, for the message. */
  source: string;
  /** Name of the file, for the message. */
  file: string;
  required: readonly string[];
  /** Columns that may be there or not. */
  optional?: readonly string[];
  /** File of the code that names the columns. */
  code: string;
};

/**
 * The one check of a header: every column the source reads is there, none is unknown, none is named twice. Their order
 * does not matter.
 * @throws SourceError naming the columns
 */
export function checkColumns(header: readonly string[], layout: Layout): void {
  const known = new Set([...layout.required, ...(layout.optional ?? [])]);
  const missing = layout.required.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !known.has(column));
  const twice = header.filter((column, at) => header.indexOf(column) < at);
  const problems = [
    missing.length > 0 ? `lacks the column ${list(missing)}` : '',
    unknown.length > 0 ? `has the unknown column ${list(unknown)}` : '',
    twice.length > 0 ? `names the column ${list(twice)} twice` : '',
  ].filter(Boolean);
  if (problems.length === 0) return;
  throw new SourceError(
    `${layout.source}: ${layout.file} ${problems.join(' and ')}. The layout has changed: adapt ${layout.code}. Nothing was changed.`,
  );
}
