import { SourceError } from '#domain/errors.ts';
import { foldWhitespace, misquotedIn } from '#domain/quote.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import type { Corpus } from '#db/corpus/open.ts';
import { iterateAgreementsOf, readText } from '#db/corpus/read.ts';
import type { Comparison } from '#db/facts/compare.ts';

/** Part of the employers, or claims, that a run may lose without being told to. */
const SHRINK_MAX = 0.05;
/** The same for claims read by another version of the extractor or of the content files: those were reviewed as code. */
const REREAD_SHRINK_MAX = 0.5;

/**
 * Last look before the swap: facts that lost more than a run may lose are refused, what the sources withdrew and what
 * is suppressed apart.
 * @throws SourceError saying what shrank and how to accept it
 */
export function checkShrinkage(
  { before, after, withheld }: Comparison,
  { isAccepted, isReread }: { isAccepted: boolean; isReread: boolean },
): void {
  if (isAccepted) return;
  for (const kind of ['employers', 'claims'] as const) {
    const expected = before[kind] - withheld[kind];
    const lost = expected - after[kind];
    const share = kind === 'claims' && isReread ? REREAD_SHRINK_MAX : SHRINK_MAX;
    if (lost > expected * share)
      throw new SourceError(
        `derive: ${kind} would fall from ${expected} to ${after[kind]}. The live facts stay as they are. ` +
          'Look at the last ingest; if it is right, run npm run derive -- --accept-shrink.',
      );
  }
}

/**
 * An empty result of a corpus that is not empty is a fault, unless every employer was refused for a reason.
 * @throws SourceError
 */
export function checkMinimums({ after }: Comparison, { refused }: { refused: object }): void {
  if (after.employers === 0 && Object.keys(refused).length === 0)
    throw new SourceError('derive: no employer came out of the corpus. The live facts stay as they are.');
}

/**
 * No quote, no claim: every quote of a profile stands, letter for letter, in the folded text of its agreement. A
 * declaration has no other text than its own words.
 * @returns what is wrong, one line each
 */
export function misquotesOf(profile: EmployerProfile, corpus: Corpus): string[] {
  const claims = profile.entries.flatMap(({ lead, others }) => [lead, ...others]);
  const texts = new Map<string, string>();
  const textOf = (id: string): string => {
    const known = texts.get(id);
    if (known !== undefined) return known;
    const filer = profile.agreements.find((agreement) => agreement.id === id)?.filedBy.siren;
    const row = filer && iterateAgreementsOf(corpus, filer).find(({ record }) => record.id === id);
    const text = foldWhitespace((row?.textHash && readText(corpus, row.textHash)) || '');
    texts.set(id, text);
    return text;
  };
  return claims.flatMap((claim) => {
    const missing = claim.agreement && misquotedIn(claim, textOf(claim.agreement.id));
    return missing === null
      ? []
      : `${profile.siren}: ${claim.id}: « ${missing.slice(0, 80)} » is not in the text.`;
  });
}

/** @throws SourceError on the first profiles whose quotes are not in their texts */
export function checkQuotes(misquotes: readonly string[]): void {
  if (misquotes.length === 0) return;
  throw new SourceError(
    `derive: ${misquotes.length} quotes are not in their texts; the live facts stay as they are.\n${misquotes.slice(0, 10).join('\n')}`,
  );
}
