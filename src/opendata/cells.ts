import type { Provenance } from '#domain/profile.ts';

/** Lists in one cell: no name, code or id holds this sign. */
export const joined = (values: readonly string[]): string => values.join('|');

export const sourceCells = ({ source, file, url, publishedOn }: Provenance) => ({
  source,
  source_file: file,
  source_url: url,
  source_on: publishedOn,
});
