import { existsSync } from 'node:fs';
import { openCorpus } from '#db/corpus/open.ts';
import { readUnits } from '#db/corpus/sirene.ts';
import { readProfile } from '#db/facts/read.ts';
import { SourceError } from '#domain/errors.ts';
import { NO_EQUALITY } from '#domain/equality.ts';
import type { Siren } from '#domain/ids.ts';
import { refuseEmployer } from '#domain/mask.ts';
import type { EmployerProfile, Identity } from '#domain/profile.ts';
import { dataPath } from '#env';

/** What the register, as this installation read it, says of a unit. `name` null: it must not be shown. */
export type Registered = { name: string | null; identity: Identity | null; isFictional: boolean };

/** Null while the register was not asked, or does not know the number. Looks nothing up by itself. */
export function registered(siren: Siren): Registered | null {
  const file = dataPath('corpus.db');
  if (!existsSync(file)) return null;
  try {
    const corpus = openCorpus(file, { readonly: true });
    try {
      const unit = readUnits(corpus, [siren]).get(siren);
      if (!unit) return null;
      const { identity, isPublishable, isFictional } = unit;
      const name = identity.legalName.trim();
      const isShown = name !== '' && refuseEmployer(name, isPublishable) === null;
      return { name: isShown ? name : null, identity: isShown ? identity : null, isFictional };
    } finally {
      corpus.$client.close();
    }
  } catch (error) {
    // A corpus that is being made again, or of another version: nothing is known for the moment.
    if (error instanceof SourceError) return null;
    throw error;
  }
}

/** What the room of an employer works on: its page, or what is known of it without one. */
export const profileFor = (siren: Siren): EmployerProfile => readProfile(siren) ?? pagelessProfile(siren);

/** What the room of an employer without a page works on: its number, and what the register says of it. */
function pagelessProfile(siren: Siren): EmployerProfile {
  const known = registered(siren);
  return {
    siren,
    name: known?.name ?? `SIREN ${siren}`,
    isFictional: known?.isFictional ?? false,
    identity: known?.identity ?? null,
    ...{ departments: [], placeBasis: 'unknown', nafCode: null, branches: [], equality: NO_EQUALITY },
    ...{ qvct: [], labels: [], hiring: null, entries: [], agreements: [], replies: [] },
    counts: { attested: 0, live: 0, agreements: 0, textsRead: 0 },
    changesOn: null,
  };
}
