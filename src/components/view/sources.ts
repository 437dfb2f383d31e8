import { formatDate, type IsoDate } from '#domain/dates.ts';
import { count } from '#domain/french.ts';
import type { EmployerProfile, Provenance } from '#domain/profile.ts';
import { producerOf } from './claim-card.ts';

export type SourceBlock = {
  producer: string;
  files: { name: string; url: string | null; date: string }[];
  of: string;
};

const latestFirst = (a: Provenance, b: Provenance): number =>
  b.publishedOn.localeCompare(a.publishedOn) || a.file.localeCompare(b.file);

/** One block a producer: what rests on it, its files with their dates. */
export function viewSources({
  agreements,
  identity,
}: Pick<EmployerProfile, 'agreements' | 'identity'>): SourceBlock[] {
  const files = new Map(agreements.map(({ provenance }) => [provenance.file, provenance]));
  const block = (producer: string, of: string, list: Iterable<Provenance>): SourceBlock => ({
    producer,
    of,
    files: [...list]
      .sort(latestFirst)
      .map(({ file, url, publishedOn }) => ({ name: file, url, date: dateOf(publishedOn) })),
  });
  return [
    ...(files.size > 0
      ? [block(producerOf('acco'), count(agreements.length, 'accord'), files.values())]
      : []),
    ...(identity
      ? [block(producerOf('sirene'), 'Nom, activité, effectif, établissements', [identity.provenance])]
      : []),
  ];
}

const dateOf = (date: IsoDate): string => formatDate(date);
