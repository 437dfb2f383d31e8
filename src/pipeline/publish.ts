import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { IsoDate } from '#domain/dates.ts';
import { SourceError } from '#domain/errors.ts';
import { openManifest } from '#db/site/manifest.ts';
import { listProfileKeys, readFigures } from '#db/facts/read.ts';
import { currentDay, dataPath } from '#env';
import { codeHash } from './build-code-hash.ts';
import { formatCount, type Progress } from './command.ts';
import { withRunLock, type LockOptions } from './lock.ts';
import { recordChanges } from './publish-changes.ts';
import { finishMoves, unfinishedDelta } from './publish-journal.ts';
import { planPublish, type PublishPlan } from './publish-plan.ts';
import { renderDelta, renderFull, type Facts, type Live, type RenderFigures } from './publish-render.ts';
import { publishSearch, type SearchFigures } from './publish-search.ts';
import { liveTree, manifestOf, sweepDeltas, sweepTrees } from './publish-tree.ts';

export type PublishReport = {
  mode: 'nothing' | 'delta' | 'full';
  /** Employer pages of the site. */
  employers: number;
  /** Employer pages rendered because their facts changed, and deleted. */
  changed: number;
  gone: number;
  /** Null when nothing was rendered. */
  build: RenderFigures | null;
  /** Null when the index was up to date. */
  search: SearchFigures | null;
};

export type PublishOptions = {
  today?: IsoDate;
  /** Renders everything even where nothing changed. */
  isFull?: boolean;
  progress?: Progress;
  lock?: LockOptions;
};

/**
 * Makes pages, JSON, sitemaps and search index say what the facts say, with the least work: nothing, a delta or a full
 * build. A run killed at any moment leaves a whole site; the next one finishes its moves.
 * @throws SourceError when there are no facts, or the build fails: the live site then stays as it was
 */
export const publish = (options: PublishOptions = {}): Promise<PublishReport> =>
  withRunLock('publish', () => publishLocked(options), options.lock);

async function publishLocked({ today = currentDay(), isFull = false, progress = () => {} }: PublishOptions) {
  recoverSite();
  const keys = listProfileKeys();
  const { generation } = readFigures();
  const facts = { keys, generation, code: codeHash(), today };
  const live = readLive();
  const plan = planPublish(isFull ? null : live, facts);
  const build = await render(plan, live, facts, progress);
  sweepDeltas();
  sweepPictures(new Set(keys.map(({ siren }) => siren)));
  recordChanges(keys, generation, today);
  const search = await publishSearch(liveTree()!, generation, progress);
  return {
    mode: plan.mode,
    employers: keys.length,
    changed: plan.mode === 'delta' ? plan.changed.length : plan.mode === 'full' ? keys.length : 0,
    gone: plan.mode === 'delta' ? plan.gone.length : 0,
    build,
    search,
  };
}

/** Pictures drawn of employers that have no page any more. */
function sweepPictures(sirens: ReadonlySet<string>): void {
  const folder = dataPath('cache', 'partage');
  if (!existsSync(folder)) return;
  for (const siren of readdirSync(folder))
    if (!sirens.has(siren)) rmSync(path.join(folder, siren), { recursive: true, force: true });
}

async function render(plan: PublishPlan, live: Live | null, facts: Facts, progress: Progress) {
  try {
    if (plan.mode === 'full') return await renderFull(live, facts, progress);
    return plan.mode === 'delta' ? await renderDelta(live!, facts, plan, progress) : null;
  } catch (error) {
    sweepLeftovers();
    throw error;
  }
}

/** Finishes what a killed run began, and removes what it left. Call under the lock. */
export function recoverSite(): void {
  sweepLeftovers();
  const tree = liveTree();
  if (tree) finishMoves(tree);
}

/** The same at the start of a server; a run at work now has done it already, and is not waited for. */
export async function recoverIfFree(): Promise<void> {
  await withRunLock('recovery', async () => recoverSite(), { waitSeconds: 0 }).catch((error: unknown) => {
    if (!(error instanceof SourceError)) throw error;
  });
}

function sweepLeftovers(): void {
  const tree = liveTree();
  sweepTrees(tree && unfinishedDelta(tree));
}

function readLive(): (Live & { code: string | null; generation: string | null }) | null {
  const tree = liveTree();
  if (!tree) return null;
  const manifest = openManifest(manifestOf(tree));
  try {
    return {
      tree,
      pages: manifest.listPages(),
      assets: manifest.listAssets(),
      code: manifest.read('code'),
      generation: manifest.read('generation'),
    };
  } finally {
    manifest.close();
  }
}

/** One line for the terminal. */
export const summarizePublication = ({ mode, employers, changed, gone, build, search }: PublishReport): string =>
  [
    `${mode}: ${formatCount(employers)} employers`,
    build && `${formatCount(changed)} rendered, ${formatCount(gone)} deleted, ${formatCount(build.pages / build.seconds)} pages/s, ${formatCount(build.rssBytes / 1e6)} MB`,
    search && `${formatCount(search.documents)} in the search index`,
  ]
    .filter(Boolean)
    .join(', '); // prettier-ignore
