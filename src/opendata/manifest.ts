import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { dataPath } from '#env';
import { IsoDate } from '#domain/dates.ts';
import { Licence } from '#domain/public/licence.ts';

/** Link to the folder of the last whole dump. */
export const DUMP = 'dump';
export const MANIFEST_NAME = 'manifeste.json';

export const DumpFile = z.strictObject({
  name: z.string(),
  title: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
export type DumpFile = z.infer<typeof DumpFile>;

/** `manifeste.json`: what a dump holds, and of which facts. */
export const DumpManifest = z.strictObject({
  generation: z.string().describe('Édition des données dont cette copie est faite'),
  derivedOn: IsoDate.describe('Jour des états'),
  dataOn: IsoDate.nullable().describe('Jour de la dernière archive de la DILA'),
  hasFictional: z.boolean(),
  licence: Licence,
  notes: z.array(z.string()),
  tables: z.array(z.strictObject({ name: z.string(), title: z.string(), rows: z.int() })),
  files: z.array(DumpFile),
  cursor: z
    .int()
    .describe('Valeur de « since » pour suivre les changements depuis cette copie (/api/v1/changes)'),
  code: z.string().describe('Version du programme qui l’a écrite'),
  withheld: z.string().describe('Empreinte de ce qui est retiré : une autre, et la copie est refaite'),
});
export type DumpManifest = z.infer<typeof DumpManifest>;

/** What the dump being served holds; null before the first one. */
export function readManifest(folder: string = dataPath(DUMP)): DumpManifest | null {
  try {
    return DumpManifest.parse(JSON.parse(readFileSync(`${folder}/${MANIFEST_NAME}`, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
