import { createHash } from 'node:crypto';
import type { Benefit } from '#domain/benefit.ts';
import { SourceError } from '#domain/errors.ts';
import type { Extraction, ExtractionContext } from '#domain/extraction.ts';
import type { Siren } from '#domain/ids.ts';
import { exactName } from '#domain/legal-name.ts';
import { foldWhitespace, misquotedIn } from '#domain/quote.ts';
import type { Corpus } from '#db/corpus/open.ts';
import { iterateAgreements, readText, type CorpusAgreement } from '#db/corpus/read.ts';
import { heldTexts } from '#db/extractions/held.ts';
import type { Extractions } from '#db/extractions/open.ts';
import { extractionStore, membershipStore, type ExtractionKey, type Peek } from '#db/extractions/store.ts';
import type { Progress } from './command.ts';
import type { ExtractPool } from './extract-pool.ts';
import { sameReading, type SameReading } from './same-reading.ts';

export type TextFigures = {
  agreements: number;
  texts: number;
  /** Texts the extractor had to read; the others came from the cache. */
  read: number;
  /** Extractions of texts no longer in the corpus, deleted. */
  pruned: number;
  /** Findings set aside because their quote is not in the text. */
  misquoted: string[];
};

const WRITE_EVERY = 250;
const NAME_LENGTH_MIN = 4;

export const contextOf = ({ record }: CorpusAgreement): ExtractionContext => ({
  nafCode: record.nafCode,
  title: record.title || null,
  legalName: record.legalName,
});

const keyOf = (row: CorpusAgreement): ExtractionKey => ({
  textHash: row.textHash!,
  contextHash: createHash('sha256')
    .update(JSON.stringify(contextOf(row)))
    .digest('hex'),
});

/** What texts say. A text is read again only by a version of the extractor that may find something else in it. */
export function textReader(
  corpus: Corpus,
  cache: Extractions,
  pool: ExtractPool,
  benefits: readonly Benefit[],
) {
  const store = extractionStore(cache);
  const members = membershipStore(cache);
  const misquoted: string[] = [];
  let results: { key: ExtractionKey; extraction: Extraction }[] = [];
  let confirmed: ExtractionKey[] = [];
  const since = new Map<string, SameReading | null>();
  store.putReader(pool.version, pool.parts);

  function flush(): void {
    const [read, same] = [results, confirmed];
    [results, confirmed] = [[], []];
    cache.transaction(() => {
      for (const { key, extraction } of read) store.put(key, pool.version, extraction);
      for (const key of same) store.confirm(key, pool.version);
    });
  }

  /** No quote, no claim: a finding whose quote does not stand in the text is not kept. */
  function checked(row: CorpusAgreement, text: string, extraction: Extraction): Extraction {
    const folded = foldWhitespace(text);
    const findings = extraction.findings.filter((finding) => {
      const missing = misquotedIn(finding, folded);
      if (missing !== null)
        misquoted.push(
          `${row.record.id}: ${finding.benefit}: « ${missing.slice(0, 80)} » is not in the text.`,
        );
      return missing === null;
    });
    return { ...extraction, findings };
  }

  function textOf({ record, textHash, provenance }: CorpusAgreement): string {
    const text = readText(corpus, textHash!);
    if (text !== null) return text;
    throw new SourceError(
      `derive: ${record.id}: the corpus lists its text and does not hold it. Ingest ${provenance.file} again.`,
    );
  }

  /** Whether this version would read the same as the one that did. */
  function stillStands({ version, named }: Peek, row: CorpusAgreement): boolean {
    let same = since.get(version);
    if (same === undefined) {
      const before = store.partsOf(version);
      same = before && sameReading(before, pool.parts, benefits);
      since.set(version, same);
    }
    return same?.(named, () => textOf(row)) ?? false;
  }

  /** Has the text read unless the cache holds it; `known` runs once it does, maybe later. @returns whether it was read */
  async function ensure(
    row: CorpusAgreement,
    known: (hasMembers: boolean) => void = () => {},
  ): Promise<boolean> {
    const key = keyOf(row);
    const found = store.peek(key);
    if (found && (found.version === pool.version || stillStands(found, row))) {
      if (found.version !== pool.version) confirmed.push(key);
      if (confirmed.length >= WRITE_EVERY) flush();
      known(found.hasMembers);
      return false;
    }
    const text = textOf(row);
    await pool.give({ text, context: contextOf(row) }, (extraction) => {
      results.push({ key, extraction: checked(row, text, extraction) });
      const { sirens, names } = extraction.terms.members;
      known(sirens.length + names.length > 0);
    });
    if (results.length >= WRITE_EVERY) flush();
    return true;
  }

  async function settle(): Promise<void> {
    await pool.drain();
    flush();
  }

  return {
    members,
    misquoted,
    extractionOf: (row: CorpusAgreement): Extraction | null =>
      row.textHash === null ? null : store.read(keyOf(row), pool.version),
    /** Has these texts read, without touching who belongs to whom. */
    async readSome(rows: Iterable<CorpusAgreement>): Promise<void> {
      for (const row of rows) if (row.textHash !== null) await ensure(row);
      await settle();
    },
    /**
     * Has every text of the corpus read, finds out who belongs to whose agreements, and forgets texts that are gone.
     * `namesOf`: names an employer is known by; `ahead` is told which ones will be asked for. Killed half-way, it keeps what it read.
     */
    async readAll(
      namesOf: (siren: Siren, rows: CorpusAgreement[]) => string[],
      ahead: (sirens: Siren[]) => void,
      progress: Progress,
    ): Promise<TextFigures> {
      const figures: TextFigures = { agreements: 0, texts: 0, read: 0, pruned: 0, misquoted };
      const naming: CorpusAgreement[] = [];
      const employers: { siren: Siren; names: Set<string> }[] = [];
      const named = (row: CorpusAgreement) => (hasMembers: boolean) => void (hasMembers && naming.push(row));
      members.startNaming();
      for (const rows of byEmployer(iterateAgreements(corpus), ahead)) {
        const { siren } = rows[0]!.record;
        employers.push({ siren, names: new Set([siren, ...namesOf(siren, rows).map(exactName)]) });
        if (employers.length >= WRITE_EVERY) members.putEmployerNames(employers.splice(0));
        for (const row of rows) {
          figures.agreements += 1;
          if (row.textHash === null) continue;
          figures.texts += 1;
          if (await ensure(row, named(row))) figures.read += 1;
        }
        if (naming.length >= WRITE_EVERY) writeNames(naming.splice(0));
        progress('texts', figures.texts);
      }
      await settle();
      members.putEmployerNames(employers);
      writeNames(naming);
      members.finishNaming((siren) => namesOf(siren, []).length > 0);
      figures.pruned = store.prune(heldTexts(corpus));
      store.keepReader(pool.version);
      progress('texts', figures.texts, figures.texts);
      return figures;
    },
  };

  function writeNames(rows: CorpusAgreement[]): void {
    flush();
    cache.transaction(() => {
      for (const row of rows) {
        const { id, siren } = row.record;
        const { sirens, names } = store.read(keyOf(row), pool.version)!.terms.members;
        const exact = names.map(exactName).filter((name) => name.length >= NAME_LENGTH_MIN);
        for (const name of new Set([...sirens, ...exact])) members.putNamedMember(id, siren, name);
      }
    });
  }
}
export type TextReader = ReturnType<typeof textReader>;

/** Employers taken together, so that questions about them are asked together. */
const EMPLOYERS_AT_ONCE = 200;

/** Rows ordered by SIREN, one employer at a time; `ahead` is told of the next ones. */
export function* byEmployer(
  rows: Iterable<CorpusAgreement>,
  ahead: (sirens: Siren[]) => void = () => {},
): Generator<CorpusAgreement[]> {
  let groups: CorpusAgreement[][] = [];
  const sirens = (): Siren[] => groups.map((group) => group[0]!.record.siren);
  for (const row of rows) {
    const group = groups.at(-1);
    if (group?.[0]!.record.siren === row.record.siren) {
      group.push(row);
      continue;
    }
    if (groups.length >= EMPLOYERS_AT_ONCE) {
      ahead(sirens());
      yield* groups;
      groups = [];
    }
    groups.push([row]);
  }
  if (groups.length > 0) ahead(sirens());
  yield* groups;
}
