import { stateFile } from '../file-names.ts';
import type { ArchiveName } from '../source.ts';

/** Identifier of the monthly file on data.gouv.fr, and the last part of its stable address. */
const RESOURCE = 'a22e54f7-b937-4483-9a72-aad2ea1316f1';
export const PUBLISHED_AT = `https://www.data.gouv.fr/api/1/datasets/r/${RESOURCE}`;

/** Any CSV, packed or not, whose name says « idcc »: the publisher names each edition differently. */
const NAME = /^[\w.-]*idcc[\w.-]*\.csv(?:\.gz|\.zip)?$/i;

export function parseBranchFileName(fileName: string): ArchiveName | null {
  if (fileName === RESOURCE) return stateFile('siret-idcc.csv');
  return NAME.test(fileName) ? stateFile(fileName) : null;
}
