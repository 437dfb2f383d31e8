import { env } from '#env';
import { stateFile } from '../file-names.ts';
import type { ArchiveName, Feed } from '../source.ts';

export const FEED: Feed = { name: 'siret-idcc.csv', url: env.IDCC_URL };

/** Any CSV, packed or not, whose name says « idcc »: the publisher names each edition differently. */
const NAME = /^[\w.-]*idcc[\w.-]*\.csv(?:\.gz|\.zip)?$/i;

export const parseBranchFileName = (fileName: string): ArchiveName | null =>
  NAME.test(fileName) ? stateFile(fileName) : null;
