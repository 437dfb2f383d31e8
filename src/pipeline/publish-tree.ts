import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { dataPath } from '#env';

/**
 * `DATA_DIR/site` is a link to one folder of `DATA_DIR/sites`: replacing a link is one step, so that a run killed at any
 * moment leaves either the old site or the new one, and a server finds a whole site at every moment.
 */
export const LIVE = 'site';
const TREES = 'sites';

export const clientOf = (tree: string): string => path.join(tree, 'client');
export const manifestOf = (tree: string): string => path.join(tree, 'manifest.db');
export const journalOf = (tree: string): string => path.join(tree, 'journal.json');

/** Folder of the live site, or null before the first publication. */
export function liveTree(): string | null {
  try {
    const tree = path.resolve(dataPath(), readlinkSync(dataPath(LIVE)));
    return existsSync(tree) ? tree : null;
  } catch {
    return null;
  }
}

/** A new, empty folder to build in. */
export function createTree(label: 'full' | 'delta'): string {
  const stamp = new Date().toISOString().replace(/\D/g, '');
  const tree = dataPath(TREES, `${stamp}-${label}-${randomBytes(3).toString('hex')}`);
  mkdirSync(tree, { recursive: true });
  return tree;
}

/**
 * Makes `tree` the live site. Of the site it replaces, the pages go at once (a withdrawn text may stand in them); the
 * server code stays for the process that still runs it.
 */
export function activateTree(tree: string): void {
  const replaced = liveTree();
  const next = dataPath(`${LIVE}.next`);
  rmSync(next, { force: true });
  symlinkSync(path.join(TREES, path.basename(tree)), next);
  renameSync(next, dataPath(LIVE));
  if (replaced && replaced !== tree)
    for (const name of readdirSync(replaced))
      if (name !== 'server') rmSync(path.join(replaced, name), { recursive: true, force: true });
}

/** Removes what killed runs and earlier sites left. `keep`: a delta whose moves are still to be redone. */
export const sweepTrees = (keep: string | null = null): void => sweep((tree) => tree !== keep);

/** Removes deltas that are done, and what the orphan of a killed run wrote after the sweep before this run. */
export const sweepDeltas = (): void => sweep((tree) => path.basename(tree).includes('-delta-'));

function sweep(isStale: (tree: string) => boolean): void {
  const live = liveTree();
  const folder = dataPath(TREES);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const tree = path.join(folder, name);
    if (tree !== live && isStale(tree))
      rmSync(tree, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  }
}
