import { existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ManifestAsset } from '#db/site/manifest.ts';
import { addDays, type IsoDate } from '#domain/dates.ts';
import { clientOf } from './publish-tree.ts';

const FOLDER = '_astro';
export const ASSET_DAYS_KEPT = 30;

const namesIn = (tree: string): string[] => {
  const folder = path.join(clientOf(tree), FOLDER);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};

/**
 * Brings the style sheets, fonts and scripts of earlier builds into a new tree, for pages that caches still hold, and
 * returns the assets of its manifest. Those that no live page has linked for 30 days are left behind.
 */
export function keepAssets(
  tree: string,
  live: { tree: string; assets: readonly ManifestAsset[] } | null,
  today: IsoDate,
): ManifestAsset[] {
  const current = namesIn(tree);
  const built = new Set(current);
  const since = new Map(live?.assets.map(({ name, retiredOn }) => [name, retiredOn ?? today]));
  const retired = (live ? namesIn(live.tree) : [])
    .filter((name) => !built.has(name))
    .map((name) => ({ name, retiredOn: since.get(name) ?? today }))
    .filter(({ retiredOn }) => addDays(retiredOn, ASSET_DAYS_KEPT) > today);
  if (retired.length > 0) mkdirSync(path.join(clientOf(tree), FOLDER), { recursive: true });
  for (const { name } of retired)
    linkSync(path.join(clientOf(live!.tree), FOLDER, name), path.join(clientOf(tree), FOLDER, name));
  return [...current.map((name) => ({ name, retiredOn: null })), ...retired];
}
