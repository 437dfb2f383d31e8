import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { holdsOnlyFiction, layoutOfCorpus } from '#db/corpus/layout.ts';
import { isReadableFacts } from '#db/facts/open.ts';
import { dataPath, ROOT } from '#env';
import type { Progress } from './command.ts';
import { derive } from './derive.ts';
import { INGEST_SOURCES } from './ingest-sources.ts';
import { withRunLock } from './lock.ts';
import { liveTree } from './publish-tree.ts';
import { publish, recoverIfFree } from './publish.ts';
import { ingestOrFail } from './refresh.ts';

export type FirstStart = { hasSample: boolean; hasDerived: boolean; hasPublished: boolean };

const SAMPLE = 'content/sample';

/**
 * Does what is missing for a site to be there, and nothing more: without any data, the fictional archives of the
 * repository are ingested. A first start that was killed goes on where it stood.
 * @throws SourceError from any of the steps
 */
export async function prepareSite(log: (line: string) => void, progress: Progress): Promise<FirstStart> {
  await recoverIfFree();
  // Whatever a new version of code or content asks for is the publisher's: the site there is served meanwhile.
  // Facts of another layout cannot be read at all: they are made again first.
  if (liveTree() && isReadableFacts(dataPath('facts.db')))
    return { hasSample: false, hasDerived: false, hasPublished: false };
  return withRunLock(
    'start',
    async () => {
      const hasSample = await ingestSample(log);
      const hasDerived = hasSample || !isReadableFacts(dataPath('facts.db'));
      if (hasDerived) await derive({ progress });
      await publish({ progress });
      return { hasSample, hasDerived, hasPublished: true };
    },
    { onWait: (holder) => log(`start: waiting for ${holder}`) },
  );
}

/** Only where there is no corpus, one of which the sample is half-way in, or one of another layout that holds the sample alone. */
async function ingestSample(log: (line: string) => void): Promise<boolean> {
  const underWay = dataPath('locks', 'sample-under-way');
  const corpus = dataPath('corpus.db');
  const layout = layoutOfCorpus(corpus);
  if (layout === 'current' && !existsSync(underWay)) return false;
  if (layout === 'other') {
    if (!holdsOnlyFiction(corpus)) return false;
    log('start: the sample was read by another version of the program; it is read again');
    rmSync(corpus);
  }
  mkdirSync(path.dirname(underWay), { recursive: true });
  writeFileSync(underWay, '');
  for (const id of Object.keys(INGEST_SOURCES)) await ingestOrFail(id, [path.join(ROOT, SAMPLE)], log);
  rmSync(underWay);
  return true;
}
