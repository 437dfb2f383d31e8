import type { LabelId } from '#domain/label.ts';
import { env } from '#env';
import { stateFile } from '../file-names.ts';
import type { ArchiveName, Feed } from '../source.ts';

type ListedLabel = Exclude<LabelId, 'mission'>;

/** What each public list is called, where it stands, and the columns read of it; the others differ from edition to edition. */
export const LISTS: Record<
  ListedLabel,
  { name: RegExp; feed: Feed | null; columns: readonly string[]; scope: string | null }
> = {
  rfar: {
    name: /^(?:rfar|achats[-_]responsables)/i,
    feed: { name: 'rfar.csv', url: env.RFAR_URL },
    columns: ['SIREN', 'PERIMETRE'],
    scope: 'PERIMETRE',
  },
  ess: {
    name: /^(?:ess|liste[-_]ess)(?![a-z])/i,
    feed: { name: 'ess-france.csv', url: env.ESS_URL },
    columns: ['SIREN'],
    scope: null,
  },
  siae: {
    name: /^(?:siae|stock_marche_inclusion)/i,
    feed: env.SIAE_URL ? { name: 'siae.csv', url: env.SIAE_URL } : null,
    columns: ['siren', 'type_siae'],
    scope: 'type_siae',
  },
};
const LABELS = Object.keys(LISTS) as ListedLabel[];

export const FEEDS: readonly Feed[] = LABELS.flatMap((label) => LISTS[label].feed ?? []);

/** Null for a file that is no list of ours. */
export const labelOf = (fileName: string): ListedLabel | null =>
  /\.csv(?:\.gz|\.zip)?$/i.test(fileName)
    ? (LABELS.find((label) => LISTS[label].name.test(fileName)) ?? null)
    : null;

export function parseListName(fileName: string): ArchiveName | null {
  const label = labelOf(fileName);
  return label && stateFile(fileName, LABELS.indexOf(label) + 1);
}

export function publishedAt(fileName: string): string | null {
  const label = labelOf(fileName);
  return label && (LISTS[label].feed?.url ?? null);
}
