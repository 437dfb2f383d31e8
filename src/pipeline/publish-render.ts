import { rmSync, writeFileSync } from 'node:fs';
import { env } from '#env';
import { openManifest, type ManifestAsset, type ManifestPage } from '#db/site/manifest.ts';
import type { ProfileKey } from '#db/facts/read.ts';
import type { IsoDate } from '#domain/dates.ts';
import type { Siren } from '#domain/ids.ts';
import { buildSite, type BuildFigures } from './build.ts';
import type { Progress } from './command.ts';
import { keepAssets } from './publish-assets.ts';
import {
  changedFiles, describePage, employerHtml, employerJson, listClientFiles, pageFile, pagePath, writeClientFile, writeEmployerJson,
} from './publish-files.ts'; // prettier-ignore
import { moveInto } from './publish-journal.ts';
import { employerPath, sirenOfPath } from './publish-plan.ts';
import { ON_DEMAND, robotsText, sitemapFiles } from './publish-sitemap.ts';
import { activateTree, createTree, manifestOf } from './publish-tree.ts';

export type Live = { tree: string; pages: ManifestPage[]; assets: ManifestAsset[] };
export type Facts = { keys: readonly ProfileKey[]; code: string; generation: string; today: IsoDate };

/** `written`: files put into the live site; `removed`: files deleted from it. */
export type RenderFigures = BuildFigures & { written: number; removed: number };

/** Renders everything into a new tree and makes it the live one. */
export async function renderFull(
  live: Live | null,
  facts: Facts,
  progress: Progress,
): Promise<RenderFigures> {
  const tree = createTree('full');
  const sirens = facts.keys.map(({ siren }) => siren);
  const figures = await buildSite({
    outDir: tree,
    employers: sirens.length,
    onProgress: (done) => progress('pages', done),
  });
  progress('pages', figures.pages, figures.pages);
  const pages = collectPages(tree, sirens, live, facts, progress);
  writeListings(tree, pages);
  const assets = keepAssets(tree, live, facts.today);
  const manifest = openManifest(manifestOf(tree));
  const meta = { code: facts.code, generation: facts.generation };
  manifest.apply({ put: pages, remove: [], assets, meta });
  manifest.close();
  activateTree(tree);
  return { ...figures, written: listClientFiles(tree).length, removed: 0 };
}

/** Renders the given employers and the other pages aside, and moves what differs into the live tree. */
export async function renderDelta(
  live: Live,
  facts: Facts,
  { changed, gone }: { changed: Siren[]; gone: Siren[] },
  progress: Progress,
): Promise<RenderFigures> {
  const tree = createTree('delta');
  const deltaFile = `${tree}.sirens`;
  writeFileSync(deltaFile, changed.map((siren) => `${siren}\n`).join(''));
  const figures = await buildSite({
    outDir: tree,
    deltaFile,
    employers: changed.length,
    onProgress: (done) => progress('pages', done),
  });
  progress('pages', figures.pages, figures.pages);
  rmSync(deltaFile);
  const put = collectPages(tree, changed, live, facts, progress);
  const lost = new Set<string>(gone.map(employerPath));
  const fresh = new Map(put.map((page) => [page.path, page]));
  // Every build makes all pages but employers': one it did not make is no more.
  const stale = live.pages.map(({ path }) => path).filter((path) => !sirenOfPath(path) && !fresh.has(path));
  for (const path of stale) lost.add(path);
  const kept = live.pages.filter(({ path }) => !lost.has(path) && !fresh.has(path));
  const listings = writeListings(tree, [...kept, ...put].sort(byPath));
  const remove = [
    ...gone.flatMap((siren) => [employerHtml(siren), employerJson(siren)]),
    ...stale.map(pageFile),
    ...listClientFiles(live.tree, 'sitemaps').filter((name) => !listings.has(name)),
  ];
  const moved = changedFiles(tree, live.tree, listClientFiles(tree));
  moveInto(live.tree, {
    from: tree,
    put: moved,
    remove,
    change: {
      put,
      remove: [...lost],
      assets: keepAssets(tree, null, facts.today),
      meta: { generation: facts.generation },
    },
  });
  return { ...figures, written: moved.length, removed: remove.length };
}

const byPath = (a: ManifestPage, b: ManifestPage): number => (a.path < b.path ? -1 : 1);

/** Writes the JSON of these employers and describes every page of the tree, in order of path. */
function collectPages(
  tree: string,
  sirens: readonly Siren[],
  live: Live | null,
  facts: Facts,
  progress: Progress,
) {
  const changes = writeEmployerJson(tree, sirens, (done) => progress('open data', done, sirens.length));
  const known = new Map(live?.pages.map((page) => [page.path, page]));
  const describe = (page: Omit<ManifestPage, 'since'>): ManifestPage => {
    const before = known.get(page.path);
    return { ...page, since: before?.digest === page.digest ? before.since : facts.today };
  };
  const employers = facts.keys
    .filter(({ siren }) => changes.has(siren))
    .map(({ siren, digest, isIndexable }) =>
      describe({ path: employerPath(siren), digest, changesOn: changes.get(siren) ?? null, isIndexable }),
    );
  const others = listClientFiles(tree)
    .filter((name) => name.endsWith('.html') && !sirenOfPath(pagePath(name)))
    .map((name) => describe({ path: pagePath(name), changesOn: null, ...describePage(tree, name) }));
  return [...others, ...employers].sort(byPath);
}

/** Writes robots.txt and the sitemaps; returns their names. */
function writeListings(tree: string, pages: readonly ManifestPage[]): Set<string> {
  const files = sitemapFiles([...ON_DEMAND, ...pages.filter(({ isIndexable }) => isIndexable)], env.SITE_URL); // prettier-ignore
  files.set('robots.txt', robotsText(env.SITE_URL));
  for (const [name, text] of files) writeClientFile(tree, name, text);
  return new Set(files.keys());
}
