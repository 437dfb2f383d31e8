import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { openManifest, type ManifestChange } from '#db/site/manifest.ts';
import { clientOf, journalOf, manifestOf } from './publish-tree.ts';

/** A delta on its way into the live tree. Paths are relative to `client/`. */
export type Journal = {
  /** The tree that holds the new files. */
  from: string;
  put: string[];
  remove: string[];
  change: ManifestChange;
};

/** Records the moves, then makes them: from here on, a killed run is finished by the next one. */
export function moveInto(tree: string, journal: Journal): void {
  const file = journalOf(tree);
  const handle = openSync(`${file}.part`, 'w');
  writeSync(handle, JSON.stringify(journal));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${file}.part`, file);
  finishMoves(tree);
}

/** The tree an unfinished journal still takes files from, or null. */
export function unfinishedDelta(tree: string): string | null {
  return existsSync(journalOf(tree)) ? readJournal(tree).from : null;
}

/** Makes every move of the journal not yet made; returns whether there was one. */
export function finishMoves(tree: string): boolean {
  if (!existsSync(journalOf(tree))) return false;
  const { from, put, remove, change } = readJournal(tree);
  for (const name of put) {
    const source = path.join(clientOf(from), name);
    // Not there: moved before the run was killed.
    if (!existsSync(source)) continue;
    const target = path.join(clientOf(tree), name);
    mkdirSync(path.dirname(target), { recursive: true });
    renameSync(source, target);
  }
  for (const name of remove) rmSync(path.join(clientOf(tree), name), { force: true });
  const manifest = openManifest(manifestOf(tree));
  manifest.apply(change);
  manifest.close();
  rmSync(journalOf(tree));
  rmSync(from, { recursive: true, force: true });
  return true;
}

const readJournal = (tree: string): Journal => JSON.parse(readFileSync(journalOf(tree), 'utf8')) as Journal;
