import { todayInParis, type IsoDate } from '#domain/dates.ts';
import type { Corpus } from '#db/corpus/open.ts';
import { iterateAgreementsOf, listWithdrawals } from '#db/corpus/read.ts';
import type { Gone } from '#db/facts/reader.ts';
import type { Suppression } from '#db/app/read.ts';

export const employerPath = (siren: string): string => `/employeurs/${siren}`;
export const agreementPath = (id: string): string => `/accords/${id}`;

/**
 * Addresses that answer 410 because of the inputs: what a source withdrew and what is suppressed here, with the
 * agreements of a suppressed employer. Never an address that is live (an agreement may come back).
 */
export function goneOf(
  corpus: Corpus,
  suppressions: readonly Suppression[],
  isLive: (path: string) => boolean,
): Gone[] {
  const gone = new Map<string, Gone>();
  const add = (path: string, cause: Gone['cause'], since: IsoDate): void => {
    const known = gone.get(path);
    // What is suppressed stays so, whatever the source does; of several withdrawals the last one counts.
    if (known && (known.cause !== cause || known.since >= since)) return;
    if (!isLive(path)) gone.set(path, { path, kind: kindOf(path), cause, since });
  };
  for (const { kind, key, since } of suppressions) {
    const day = todayInParis(new Date(since));
    if (kind === 'agreement') add(agreementPath(key), 'suppressed', day);
    if (kind !== 'employer') continue;
    add(employerPath(key), 'suppressed', day);
    for (const { record } of iterateAgreementsOf(corpus, key))
      add(agreementPath(record.id), 'suppressed', day);
  }
  for (const { id, siren, withdrawnOn } of listWithdrawals(corpus)) {
    add(agreementPath(id), 'withdrawn', withdrawnOn);
    if (siren) add(employerPath(siren), 'withdrawn', withdrawnOn);
  }
  return [...gone.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const kindOf = (path: string): Gone['kind'] => (path.startsWith('/accords/') ? 'agreement' : 'employer');
