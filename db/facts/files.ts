import { sql } from 'drizzle-orm';
import type { EmployerProfile } from '#domain/profile.ts';
import type { FactsDatabase } from './open.ts';
import { employerFiles } from './schema.ts';

const at = sql.placeholder;

/** Files that say something of an employer, its agreements apart. */
export function filesOf({
  identity,
  branches,
  equality,
  qvct,
  labels,
  hiring,
}: EmployerProfile): Set<string> {
  const { index, representation, directive } = equality;
  const stated = [
    identity ?? [],
    branches,
    index,
    representation,
    directive,
    qvct,
    labels,
    hiring ?? [],
  ].flat();
  // A declaration is no file that anybody can fetch.
  return new Set(stated.flatMap(({ provenance: { source, file } }) => (source === 'declared' ? [] : [file])));
}

/** Puts them into facts, so that « Sources » says how many employers rest on each file. */
export function fileWriter(facts: FactsDatabase) {
  const insert = facts
    .insert(employerFiles)
    .values({ siren: at('siren'), file: at('file') })
    .onConflictDoNothing()
    .prepare();
  return (profile: EmployerProfile): void => {
    for (const file of filesOf(profile)) insert.run({ siren: profile.siren, file });
  };
}
