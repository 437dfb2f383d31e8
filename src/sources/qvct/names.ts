import type { QvctMapping } from '#domain/qvct-mapping.ts';
import { UNDATED } from '../file-names.ts';
import type { ArchiveName } from '../source.ts';

/** A file in our schema, whatever the employer: its name says « qvct ». */
const OWN = /^[\w.-]*qvct[\w.-]*\.csv(?:\.gz|\.zip)?$/i;

/** The mapping of a zip in another layout, by the start of its name. */
export const mappingOf = (fileName: string, mappings: readonly QvctMapping[]): QvctMapping | null =>
  mappings.find(({ archive }) => fileName.startsWith(archive) && fileName.endsWith('.zip')) ?? null;

/** Files of employers stand side by side: none takes the place of another, so each is an increment. */
export function parseQvctName(fileName: string, mappings: readonly QvctMapping[]): ArchiveName | null {
  if (!OWN.test(fileName) && !mappingOf(fileName, mappings)) return null;
  return { name: fileName, kind: 'increment', stamp: '19700101-000000', publishedOn: UNDATED };
}

/** `https://www.exemple.fr/rse/chiffres.csv` → `qvct-www.exemple.fr-chiffres.csv`: a name that says where it stands. */
export function nameOfAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  const last = decodeURIComponent(pathname.split('/').findLast(Boolean) ?? 'chiffres');
  const stem = last.replace(/\.csv$/i, '').replace(/[^\w.-]+/g, '-');
  return `qvct-${hostname}-${stem}.csv`;
}
