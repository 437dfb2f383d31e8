import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';
import { recoverFacts, type FactsDatabase } from './open.ts';

function sync(file: string): void {
  const handle = openSync(file, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Closes a new facts database whole and on disk. */
export function sealFacts(facts: FactsDatabase, file: string): void {
  facts.$client.exec('ANALYZE');
  facts.$client.pragma('journal_mode = DELETE');
  facts.$client.close();
  sync(file);
}

/** Puts sealed facts in the place of the live ones; readers see the old file or the new one, never a mixture. */
export function swapFacts(next: string, live: string): void {
  // A journal left by a killed update belongs to the file that goes; beside the new one it would spoil it.
  if (existsSync(`${live}-journal`)) recoverFacts(live);
  renameSync(next, live);
  sync(path.dirname(live));
}
