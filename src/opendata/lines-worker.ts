import { parentPort, workerData } from 'node:worker_threads';
import { openFactsReadOnly } from '#db/facts/open.ts';
import type { CorrectionLine, PackageLine } from './lines.ts';
import { writeLines } from './write-lines.ts';

/** JSON lines on a thread of their own, while the tables are written (write-dump.ts). */
export type LinesWork = {
  factsFile: string;
  file: string;
  head: PackageLine;
  corrections: readonly CorrectionLine['row'][];
};

const { factsFile, file, head, corrections } = workerData as LinesWork;
const facts = openFactsReadOnly(factsFile);
await writeLines(file, facts, head, corrections);
facts.$client.close();
parentPort?.postMessage('done');
