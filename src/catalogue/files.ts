import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { SourceError, describeIssues } from '../domain/errors.ts';

/** Names of the files of `content/<folder>` with this extension, sorted; empty when the folder is not there. */
export function listFiles(root: string, folder: string, extension: string): string[] {
  try {
    return readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith(extension) && !name.startsWith('.'))
      .sort();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

/** Strict: an unknown field, a missing one or a wrong type throws a SourceError naming file and field. */
export function checkShape<T extends z.ZodType>(schema: T, data: unknown, file: string): z.output<T> {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new SourceError(`${file}: ${describeIssues(parsed.error)}`);
  return parsed.data;
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text, { strict: true, uniqueKeys: true });
  } catch (cause) {
    throw new SourceError(`${file}: not YAML: ${(cause as Error).message}`, { cause });
  }
}

/** Every `content/<folder>/<id>.yml`; the `id` inside must be the file name. */
export function readYamlFolder<T extends z.ZodType<{ id: string }>>(
  root: string,
  folder: string,
  schema: T,
): z.output<T>[] {
  return listFiles(root, folder, '.yml').map((name) => {
    const file = `${folder}/${name}`;
    const entry = checkShape(schema, parseYaml(readFileSync(path.join(root, file), 'utf8'), file), file);
    if (`${entry.id}.yml` !== name) throw new SourceError(`${file}: id: "${entry.id}" is not the file name`);
    return entry;
  });
}

/** @throws SourceError naming the file when it is missing or not of that shape */
export function readYaml<T extends z.ZodType>(root: string, file: string, schema: T): z.output<T> {
  let text: string;
  try {
    text = readFileSync(path.join(root, file), 'utf8');
  } catch (cause) {
    throw new SourceError(`${file}: ${(cause as Error).message}`, { cause });
  }
  return checkShape(schema, parseYaml(text, file), file);
}

export function readJson<T extends z.ZodType>(root: string, file: string, schema: T): z.output<T> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  } catch (cause) {
    throw new SourceError(`${file}: ${(cause as Error).message}`, { cause });
  }
  return checkShape(schema, data, file);
}

/** Splits `---` front matter from the Markdown under it. */
export function readMarkdown<T extends z.ZodType>(
  root: string,
  file: string,
  schema: T,
): { front: z.output<T>; body: string } {
  const text = readFileSync(path.join(root, file), 'utf8');
  const [, front, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  if (front === undefined || body === undefined)
    throw new SourceError(`${file}: no front matter between --- lines`);
  return { front: checkShape(schema, parseYaml(front, file), file), body: body.trim() };
}
