import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Validators } from '#sources/freshness.ts';
import { dataPath } from '#env';

/** The edition of a feed that was applied last, and the employers it was read for (empty where that does not matter). */
export type AppliedFeed = { validators: Validators; scope: string };

const file = (): string => dataPath('feeds.json');

/** By address. Nothing is known when the file is missing or damaged: then everything is fetched again, once. */
export function readFeedState(): Record<string, AppliedFeed> {
  try {
    return JSON.parse(readFileSync(file(), 'utf8')) as Record<string, AppliedFeed>;
  } catch {
    return {};
  }
}

export function writeFeedState(state: Record<string, AppliedFeed>): void {
  writeFileSync(`${file()}.new`, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(`${file()}.new`, file());
}
