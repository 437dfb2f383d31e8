import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { describeIssues, SourceError } from '#domain/errors.ts';
import { lineSchema } from './lines.ts';

export type Line = { table: string; row: Record<string, unknown> };

/**
 * The lines of a dump, each checked against its schema, the licence line first.
 * @throws SourceError naming the line that is none of ours
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  const schema = lineSchema();
  const input = createReadStream(file);
  const gunzip = createGunzip();
  input.once('error', (error) => gunzip.destroy(error));
  let number = 0;
  try {
    for await (const text of createInterface({ input: input.pipe(gunzip), crlfDelay: Infinity })) {
      number += 1;
      const line = JSON.parse(text) as Line;
      const parsed = schema.safeParse(line);
      if (!parsed.success)
        throw new SourceError(`dump: ${file}: line ${number}: ${describeIssues(parsed.error)}.`);
      // As it was written: a parsed object has its keys in the order of the schema.
      yield line;
    }
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(`dump: ${file}: line ${number}: ${(error as Error).message}`);
  }
  if (number === 0) throw new SourceError(`dump: ${file} is empty.`);
}
