import { is, Param, Placeholder, type Query } from 'drizzle-orm';
import type { Corpus } from './open.ts';

/**
 * Prepares a write of Drizzle's for SQLite itself: run for each of hundreds of thousands of rows, Drizzle's own look at
 * every parameter takes as long as the write.
 * @param query made with `sql.placeholder(name)` in the place of values
 * @returns a function that takes the values by name
 */
export function compileWrite(
  corpus: Corpus,
  query: { toSQL: () => Query },
): (values: Record<string, unknown>) => void {
  const { sql, params } = query.toSQL();
  const statement = corpus.$client.prepare(sql);
  const readers = params.map(readerOf);
  return (values) => void statement.run(readers.map((read) => read(values)));
}

function readerOf(param: unknown): (values: Record<string, unknown>) => unknown {
  if (is(param, Placeholder)) return (values) => values[param.name];
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
  const { name } = param.value;
  return (values) => (values[name] === null ? null : param.encoder.mapToDriverValue(values[name]));
}
