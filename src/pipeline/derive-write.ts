import { createHash } from 'node:crypto';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import {
  iterateAgreements,
  iterateAgreementsOf,
  listArchives,
  type CorpusAgreement,
} from '#db/corpus/read.ts';
import type { FactsDatabase } from '#db/facts/open.ts';
import { readerOf, type FactsReader, type Figures, type Gone } from '#db/facts/reader.ts';
import { refreshFigures, refreshSources, writerOf } from '#db/facts/write.ts';
import type { Progress } from './command.ts';
import { misquotesOf } from './derive-checks.ts';
import { goneOf } from './derive-gone.ts';
import { byEmployer } from './derive-texts.ts';
import type { Refused, Workshop } from './derive-workshop.ts';

export type Written = {
  employers: number;
  /** Employers without a page, by reason. */
  refused: Partial<Record<Refused['refusal'], number>>;
  /** Ids of claims held back because their quote names a person or gives a way to reach one. */
  masked: string[];
  misquotes: string[];
  /** Of every row in order: equal for two runs that wrote the same. */
  rowsHash: string;
};

/**
 * Derives employers one after the other into facts: memory holds one of them at a time. Quotes are looked up again in
 * their texts where the page is not the one of `previous`.
 */
export function writeEmployers(
  workshop: Workshop,
  facts: FactsDatabase,
  employers: Iterable<{ siren: Siren; filed: readonly CorpusAgreement[] }>,
  previous: FactsReader | null,
  progress: Progress,
): Written {
  const writer = writerOf(facts);
  const written: Written = { employers: 0, refused: {}, masked: [], misquotes: [], rowsHash: '' };
  const hash = createHash('sha256');
  for (const { siren, filed } of employers) {
    const derived = workshop.deriveOne(siren, filed);
    if ('refusal' in derived) {
      written.refused[derived.refusal] = (written.refused[derived.refusal] ?? 0) + 1;
      continue;
    }
    const { employer, agreements, masked } = derived;
    if (previous?.readDigest(siren) !== employer.digest)
      written.misquotes.push(...misquotesOf(employer.profile, workshop.corpus));
    writer.putEmployer(employer);
    for (const agreement of agreements) writer.putAgreement(agreement);
    const { digest, document, place } = employer;
    hash.update(JSON.stringify([digest, document, place, agreements.map((each) => each.digest)]));
    written.masked.push(...masked);
    written.employers += 1;
    progress('employers', written.employers);
  }
  progress('employers', written.employers, written.employers);
  return { ...written, rowsHash: hash.digest('hex') };
}

/** Employers that filed, that only others name, and that only declare, in order of SIREN. */
export function* allEmployers({
  corpus,
  texts,
  who,
  declaring,
}: Workshop): Generator<{ siren: Siren; filed: CorpusAgreement[] }> {
  const named = [...new Set([...texts.members.listMembers(), ...declaring])].sort();
  let at = 0;
  for (const filed of byEmployer(iterateAgreements(corpus), who.prefetch)) {
    const { siren } = filed[0]!.record;
    for (; at < named.length && named[at]! < siren; at++) yield { siren: named[at]!, filed: [] };
    if (named[at] === siren) at++;
    yield { siren, filed };
  }
  for (; at < named.length; at++) yield { siren: named[at]!, filed: [] };
}

/**
 * These employers, and those whose texts name them or are named by theirs, or that took them over: a name or a text
 * may stand on both pages.
 */
export function withNeighbours({ catalogue, corpus, texts, who }: Workshop, sirens: readonly Siren[]) {
  const all = new Set(sirens);
  for (const siren of sirens) {
    for (const { filer } of texts.members.namedIn(siren)) all.add(filer);
    for (const members of texts.members.membersByAgreement(siren).values())
      members.forEach((each) => all.add(each));
    const identity = who.unitOf(siren, catalogue).identity;
    for (const linked of [...(identity?.formerSirens ?? []), identity?.followedBy ?? []].flat())
      all.add(linked.siren);
  }
  return [...all].sort().map((siren) => ({ siren, filed: iterateAgreementsOf(corpus, siren) }));
}

/** Tombstones: those of the inputs, and those of pages that vanished (`vanished`, or before and still not there). */
export function writeGone(
  { corpus, suppressions }: Workshop,
  facts: FactsDatabase,
  vanished: readonly { path: string; kind: Gone['kind'] }[],
  before: readonly Gone[],
  today: IsoDate,
): void {
  const isLive = readerOf(facts).hasPath;
  const rows = new Map(goneOf(corpus, suppressions, isLive).map((row) => [row.path, row]));
  const add = (row: Gone): void => void (rows.has(row.path) || isLive(row.path) || rows.set(row.path, row));
  for (const row of before) if (row.cause === 'disappeared') add(row);
  for (const { path, kind } of vanished) add({ path, kind, cause: 'disappeared', since: today });
  writerOf(facts).replaceGone([...rows.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/** Sources, figures and what tells these facts from others. Call last, in the transaction of the rows. */
export function writeFigures(
  { corpus, catalogue, version }: Workshop,
  facts: FactsDatabase,
  run: { derivedOn: IsoDate; generation: number },
): Figures {
  const files = listArchives(corpus);
  refreshSources(facts, files);
  const dates = files.filter(({ source }) => source === 'acco').map(({ publishedOn }) => publishedOn);
  const writer = writerOf(facts);
  writer.putMeta('catalogue', catalogue.hash);
  writer.putMeta('extractor', version);
  return refreshFigures(facts, {
    dataOn: dates.sort().at(-1) ?? null,
    derivedOn: run.derivedOn,
    generation: String(run.generation),
  });
}

/** Equal for two facts that say the same, whatever the run that made them. */
export function fingerprint(facts: FactsDatabase, rowsHash: string): string {
  const reader = readerOf(facts);
  const { generation: _, ...figures } = reader.readFigures();
  return createHash('sha256')
    .update(JSON.stringify([rowsHash, figures, reader.listSources(), reader.listGone()]))
    .digest('hex');
}
