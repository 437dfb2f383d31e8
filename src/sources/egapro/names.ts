import { env } from '#env';
import { stateFile } from '../file-names.ts';
import type { ArchiveName, Feed } from '../source.ts';

export const FEEDS = [
  { name: 'index-egalite-fh.xlsx', url: env.EGAPRO_INDEX_URL },
  { name: 'dgt-export-representation.xlsx', url: env.EGAPRO_REPRESENTATION_URL },
  { name: 'declarations_export.csv', url: env.EGAPRO_DIRECTIVE_URL },
] as const satisfies Feed[];

/** Names of each of them, editions and older formats included; their columns have the last word. */
const NAMES: readonly RegExp[] = [
  /^(?:index-egalite|egapro-index|index)[\w.-]*\.(?:xlsx|csv|csv\.gz|csv\.zip)$/i,
  /representation[\w.-]*\.xlsx$/i,
  /^declarations?[\w.-]*\.(?:json|csv)(?:\.gz|\.zip)?$/i,
];

export function parseEgaproName(fileName: string): ArchiveName | null {
  const order = NAMES.findIndex((name) => name.test(fileName));
  return order < 0 ? null : stateFile(fileName, order + 1);
}

/** Older copies in CSV stand at no address of the ministry any more. */
export function publishedAt(fileName: string): string | null {
  if (/^(?:egapro-)?index.*\.csv/i.test(fileName)) return null;
  const order = NAMES.findIndex((name) => name.test(fileName));
  return FEEDS[order]?.url ?? null;
}
