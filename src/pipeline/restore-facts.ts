import { existsSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { openApp } from '#db/app/open.ts';
import { listSuppressions } from '#db/app/read.ts';
import { createFacts, isReadableFacts, openFactsReadOnly } from '#db/facts/open.ts';
import { readerOf } from '#db/facts/reader.ts';
import { rowWriter } from '#db/facts/rows.ts';
import { sealFacts, swapFacts } from '#db/facts/swap.ts';
import { writerOf } from '#db/facts/write.ts';
import { dataPath } from '#env';
import { readLines } from '#opendata/read-lines.ts';
import { LINES_NAME } from '#opendata/write-dump.ts';
import { formatCount, type Progress } from './command.ts';
import { withRunLock } from './lock.ts';

/** `leftOut`: rows that something suppressed here stands in. */
export type RestoreReport = { rows: number; leftOut: number; generation: number };

/**
 * Makes facts of the JSON lines of a dump (the file, or the folder it is in): publishing them gives the pages the dump
 * was made beside, byte for byte. What is suppressed here stays out, whatever an old dump holds; a derivation from the
 * archives, where there are any, puts the rest of those employers back.
 * @throws SourceError when a line is none of ours; the live facts then stay as they are
 */
export const restoreFacts = (from: string, progress: Progress = () => {}): Promise<RestoreReport> =>
  withRunLock('restore-facts', async () => {
    const file = statSync(from, { throwIfNoEntry: false })?.isDirectory()
      ? path.join(from, LINES_NAME)
      : from;
    const withheld = suppressedKeys();
    const next = dataPath('facts.next.db');
    const facts = createFacts(next);
    try {
      facts.run('BEGIN');
      const put = rowWriter(facts);
      let rows = 0;
      let leftOut = 0;
      for await (const { table, row } of readLines(file)) {
        // The licence, and the public ledger, which is kept with app.db.
        if (table === 'package' || table === 'corrections') continue;
        if (isWithheld(row, withheld)) leftOut += 1;
        else put(table, row);
        progress('rows', (rows += 1));
      }
      const generation = 1 + Math.max(liveGeneration(), Number(readerOf(facts).readMeta('generation') ?? 0));
      const figures = { ...readerOf(facts).readFigures(), generation: String(generation) };
      writerOf(facts).putMeta('generation', String(generation));
      writerOf(facts).putMeta('figures', JSON.stringify(figures));
      facts.run('COMMIT');
      sealFacts(facts, next);
      swapFacts(next, dataPath('facts.db'));
      return { rows: rows - leftOut, leftOut, generation };
    } catch (error) {
      facts.$client.close();
      rmSync(next, { force: true });
      throw error;
    }
  });

function suppressedKeys(): string[] {
  if (!existsSync(dataPath('app.db'))) return [];
  const app = openApp(dataPath('app.db'));
  const keys = listSuppressions(app).map(({ key }) => key);
  app.$client.close();
  return keys;
}

/** Tombstones name what is gone: they are the one thing that must stay. */
const isWithheld = (row: Record<string, unknown>, keys: readonly string[]): boolean => {
  if (keys.length === 0 || 'cause' in row) return false;
  const text = JSON.stringify(row);
  return keys.some((key) => text.includes(key));
};

/** A server takes facts for new ones by their generation. */
function liveGeneration(): number {
  const live = dataPath('facts.db');
  if (!isReadableFacts(live)) return 0;
  const facts = openFactsReadOnly(live);
  const generation = Number(readerOf(facts).readMeta('generation') ?? 0);
  facts.$client.close();
  return generation;
}

/** One line for the terminal. */
export const summarizeRestore = ({ rows, leftOut }: RestoreReport): string =>
  `${formatCount(rows)} rows, ${formatCount(leftOut)} left out as suppressed here. Now run npm run publish`;
