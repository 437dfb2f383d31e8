import { sql } from 'drizzle-orm';
import type { Siren } from '#domain/ids.ts';
import type { EmployerProfile } from '#domain/profile.ts';
import { sameNameKey, type EmployerName } from '#domain/same-name.ts';
import type { FactsDatabase } from './open.ts';
import { employerNames } from './schema.ts';

const at = sql.placeholder;

/** Most names looked at for one question; beyond, the words are too common to be a brand. */
const NAMES_MAX = 500;

/** More names than any employer has: rows of `name_words` stand in order of SIREN. */
const ROWS = 100_000;
const rowsOf = (siren: string): string => `CAST(${siren} AS INTEGER) * ${ROWS}`;
const within = (siren: string): string => `rowid BETWEEN ${rowsOf(siren)} AND ${rowsOf(siren)} + ${ROWS - 1}`;

/**
 * The words of `employer_names`, kept by the database itself whoever writes there: to look through every name takes
 * longer than the rest of a search. It holds nothing of its own, and is no table of the schema.
 */
export const NAME_WORDS: readonly string[] = [
  `CREATE VIRTUAL TABLE name_words USING fts5(key, tokenize='ascii', columnsize=0)`,
  `INSERT INTO name_words (name_words, rank) VALUES ('secure-delete', 1)`,
  `CREATE TRIGGER name_added AFTER INSERT ON employer_names BEGIN
    INSERT INTO name_words (rowid, key)
    SELECT coalesce(max(rowid) + 1, ${rowsOf('new.siren')}), new.key FROM name_words WHERE ${within('new.siren')};
  END`,
  `CREATE TRIGGER name_removed AFTER DELETE ON employer_names BEGIN
    DELETE FROM name_words WHERE ${within('old.siren')} AND key = old.key;
  END`,
];

type Named = Pick<EmployerProfile, 'siren' | 'name'> & {
  identity: Pick<NonNullable<EmployerProfile['identity']>, 'acronym' | 'tradeNames'> | null;
};

/** Puts the names an employer goes by into facts. */
export function nameWriter(facts: FactsDatabase) {
  const insert = facts
    .insert(employerNames)
    .values({ siren: at('siren'), key: at('key'), name: at('name'), isLegal: at('isLegal') })
    .onConflictDoNothing()
    .prepare();
  return ({ siren, name, identity }: Named): void => {
    const put = (each: string, isLegal: boolean): void => {
      const key = sameNameKey(each);
      if (key) insert.run({ siren, key: ` ${key} `, name: each, isLegal });
    };
    put(name, true);
    for (const each of [identity?.acronym ?? [], identity?.tradeNames ?? []].flat()) put(each, false);
  };
}

/** Puts the words together that were written one employer after the other: looked up in one place, they take a sixth. */
export const mergeNames = (facts: FactsDatabase): void =>
  void facts.run(sql`INSERT INTO name_words (name_words) VALUES ('optimize')`);

export type NameFinder = { findNamed: (words: string) => EmployerName[] };

/** Names that hold these words (`sameNameKey`) one after the other, in order of SIREN. */
export function nameReader(facts: FactsDatabase): NameFinder {
  const named = facts
    .select({ siren: employerNames.siren, name: employerNames.name, isLegal: employerNames.isLegal })
    .from(employerNames)
    .where(
      sql`${employerNames.siren} IN (
        SELECT printf('%09d', rowid / ${sql.raw(String(ROWS))}) FROM name_words
        WHERE name_words MATCH ${at('phrase')} ORDER BY rowid LIMIT ${sql.raw(String(NAMES_MAX))}
      ) AND instr(${employerNames.key}, ${at('words')}) > 0`,
    )
    .orderBy(employerNames.siren, employerNames.key)
    .limit(NAMES_MAX)
    .prepare();
  return { findNamed: (words) => named.all({ phrase: `"${words}"`, words: ` ${words} ` }) as (EmployerName & { siren: Siren })[] }; // prettier-ignore
}
