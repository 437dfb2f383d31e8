import Database from 'better-sqlite3';
import { env } from '#env';
import { identityOf, openFactsReadOnly, recoverFacts, type FactsDatabase } from './open.ts';
import { readerOf, type FactsReader } from './reader.ts';

/** Reads of the facts file at `fileOf()`, opened again when a derivation has put another file in its place. */
export function liveFacts(fileOf: () => string) {
  let open: { file: string; identity: string | null; facts: FactsDatabase; reader: FactsReader } | null =
    null;

  function close(): void {
    open?.facts.$client.close();
    open = null;
  }

  function current(): FactsReader {
    const file = fileOf();
    const identity = identityOf(file);
    if (open && open.file === file && open.identity === identity) return open.reader;
    close();
    // A build reads each row once: mapped, the whole file would count as its memory.
    const facts = openFactsReadOnly(file, { isMapped: env.STARFINDER_OUT_DIR === undefined });
    open = { file, identity, facts, reader: readerOf(facts) };
    return open.reader;
  }

  return {
    /** Lets the file go; the next question opens it again. */
    close,
    /**
     * A writer killed inside its transaction leaves a journal; once it is rolled back, the question is asked again.
     */
    ask<T>(question: (reader: FactsReader) => T): T {
      try {
        return question(current());
      } catch (error) {
        if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_READONLY_ROLLBACK')
          throw error;
        close();
        recoverFacts(fileOf());
        return question(current());
      }
    },
  };
}
