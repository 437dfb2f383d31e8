import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FactsDatabase } from '#db/facts/open.ts';
import { iterateRows } from '#db/facts/rows.ts';
import type { CorrectionLine, PackageLine } from './lines.ts';

const CHUNK = 1 << 20;
/** Beyond level 3 a dump takes twice the time for a tenth less. */
const LEVEL = 3;

/** Every row of the facts as JSON lines in gzip, the licence first and the public ledger last; compressed on another thread. */
export async function writeLines(
  file: string,
  facts: FactsDatabase,
  head: PackageLine,
  corrections: readonly CorrectionLine['row'][],
): Promise<void> {
  const gzip = createGzip({ level: LEVEL, chunkSize: CHUNK });
  const written = pipeline(gzip, createWriteStream(file));
  let text = `${JSON.stringify(head)}\n`;
  for (const { table, json } of iterateRows(facts)) {
    text += `{"table":"${table}","row":${json}}\n`;
    if (text.length < CHUNK) continue;
    if (!gzip.write(text)) await once(gzip, 'drain');
    text = '';
  }
  for (const row of corrections) text += `${JSON.stringify({ table: 'corrections', row })}\n`;
  gzip.end(text);
  await written;
}
