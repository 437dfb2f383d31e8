import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SourceError } from '../domain/errors.ts';
import { QvctMapping } from '../domain/qvct-mapping.ts';
import { QvctSchema } from '../domain/qvct-schema.ts';
import { ROOT } from '../env.ts';
import { readJson, readYamlFolder } from './files.ts';

const FOLDER = 'qvct/schema';

/** Versions of the schema, oldest first; each is a folder that never changes once published. */
function listVersions(root: string): string[] {
  const parts = (version: string): number[] => version.split('.').map(Number);
  return readdirSync(path.join(root, FOLDER), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d+\.\d+\.\d+$/.test(entry.name))
    .map(({ name }) => name)
    .sort((a, b) => {
      const [x, y] = [parts(a), parts(b)];
      return x[0]! - y[0]! || x[1]! - y[1]! || x[2]! - y[2]!;
    });
}

/** The newest version of our schema of QVCT figures. @throws SourceError naming file and field */
export function readQvctSchema(root: string): QvctSchema {
  const version = listVersions(root).at(-1);
  if (!version) throw new SourceError(`${FOLDER}: no version folder, such as 1.0.0`);
  const file = `${FOLDER}/${version}/schema.json`;
  const schema = readJson(root, file, QvctSchema);
  if (schema.version !== version)
    throw new SourceError(`${file}: version: "${schema.version}" is not the folder's`);
  return schema;
}

/** How files in other layouts become rows of our schema; every field they fill is one of the schema. */
export function readQvctMappings(root: string, { fields }: QvctSchema): QvctMapping[] {
  const mappings = readYamlFolder(root, 'qvct/mappings', QvctMapping);
  for (const { id, fields: filled, selections } of mappings)
    for (const [name, { value, per }] of Object.entries(filled)) {
      const where = `qvct/mappings/${id}.yml: fields.${name}`;
      if (!fields.some((field) => field.name === name))
        throw new SourceError(`${where}: no field of the schema`);
      for (const selection of [value, per])
        if (selection !== undefined && !Object.hasOwn(selections, selection))
          throw new SourceError(`${where}: no selection "${selection}"`);
    }
  return mappings;
}

export type SchemaFile = { path: string; text: string };

/** Every file of the schema as it is served, by its path under `/schemas/qvct/`. */
export function listSchemaFiles(root: string = path.join(ROOT, 'content')): SchemaFile[] {
  const folder = path.join(root, FOLDER);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      path: path.relative(folder, file).replaceAll(path.sep, '/'),
      text: readFileSync(file, 'utf8'),
    }));
}
