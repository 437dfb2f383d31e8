import { sql } from 'drizzle-orm';
import type { Siren } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { sameNameKey, type EmployerName } from '#domain/same-name.ts';
import type { FactsDatabase } from './open.ts';
import { employerNames } from './schema.ts';

const at = sql.placeholder;

/** Most names looked at for one question; beyond, the words are too common to be a brand. */
const NAMES_MAX = 500;

/** Puts the names an employer goes by into facts. */
export function nameWriter(facts: FactsDatabase) {
  const insert = facts
    .insert(employerNames)
    .values({ siren: at('siren'), key: at('key'), name: at('name'), isLegal: at('isLegal') })
    .onConflictDoNothing()
    .prepare();
  return ({ siren, name, identity }: Pick<EmployerProfile, 'siren' | 'name' | 'identity'>): void => {
    const put = (each: string, isLegal: boolean): void => {
      const key = sameNameKey(each);
      if (key) insert.run({ siren, key: ` ${key} `, name: each, isLegal });
    };
    put(name, true);
    for (const each of [identity?.acronym ?? [], identity?.tradeNames ?? []].flat()) put(each, false);
  };
}

export type NameFinder = { findNamed: (words: string) => EmployerName[] };

/** Names that hold these words one after the other, in order of SIREN. */
export function nameReader(facts: FactsDatabase): NameFinder {
  const named = facts
    .select({ siren: employerNames.siren, name: employerNames.name, isLegal: employerNames.isLegal })
    .from(employerNames)
    .where(sql`instr(${employerNames.key}, ${at('words')}) > 0`)
    .orderBy(employerNames.siren, employerNames.key)
    .limit(NAMES_MAX)
    .prepare();
  return { findNamed: (words) => named.all({ words: ` ${words} ` }) as (EmployerName & { siren: Siren })[] };
}
