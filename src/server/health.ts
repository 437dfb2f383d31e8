import { existsSync } from 'node:fs';
import type { IsoDate } from '#domain/dates.ts';
import { readFigures } from '#db/facts/read.ts';
import { openManifest } from '#db/site/manifest.ts';
import { currentDay, dataPath } from '#env';
import { liveTree, manifestOf } from '#pipeline/publish-tree.ts';

/** Why this server should get no visitors now; empty = it should. */
export function readinessFaults(today: IsoDate = currentDay()): string[] {
  const faults: string[] = [];
  try {
    readFigures();
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  if (!existsSync(dataPath('search.db'))) faults.push('there is no search index');
  const tree = liveTree();
  if (!tree || !existsSync(manifestOf(tree))) return [...faults, 'no site is published'];
  const manifest = openManifest(manifestOf(tree));
  try {
    const overdue = manifest.countOverdue(today);
    if (overdue > 0)
      faults.push(`${overdue} pages changed by the calendar on or before ${today} are not rendered`);
  } finally {
    manifest.close();
  }
  return faults;
}
