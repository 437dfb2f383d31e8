import { existsSync } from 'node:fs';
import { listClaimedSirens } from '#db/app/rights.ts';
import { openApp, type AppDatabase } from '#db/app/open.ts';
import { listPublishedDeclarations } from '#db/app/declarations.ts';
import { listPublishedQvct } from '#db/app/qvct.ts';
import { openCorpus } from '#db/corpus/open.ts';
import { listUnknown } from '#db/corpus/sirene.ts';
import { enqueue } from '#db/app/write.ts';
import { SourceError } from '#domain/errors.ts';
import type { Siren } from '#domain/ids.ts';
import { dataPath, env } from '#env';
import { withRunLock } from './lock.ts';
import { lookUp, type LookupOptions } from './lookup.ts';

/** Employers that somebody answers for in the desk, or that declared something, in order: they may have no agreement. */
export function claimedIn(app: AppDatabase): Siren[] {
  const sirens = [
    listClaimedSirens(app),
    listPublishedDeclarations(app).keys(),
    listPublishedQvct(app).keys(),
  ];
  return [...new Set(sirens.flatMap((each) => [...each]))].sort();
}

/** The same of this installation; none before its first visitor. */
export function readClaimed(): Siren[] {
  const file = dataPath('app.db');
  if (!existsSync(file)) return [];
  const app = openApp(file);
  try {
    return claimedIn(app);
  } finally {
    app.$client.close();
  }
}

/**
 * Asks the register who these claimed employers are (`among`; null = all of them), where the corpus does not hold them,
 * and queues the pages of those it knows. A service that fails is asked again the next day, or at the next change.
 */
export async function identifyClaimed(
  app: AppDatabase,
  among: readonly Siren[] | null,
  options: Omit<LookupOptions, 'claimed'> = {},
): Promise<Siren[]> {
  const { log = console.error } = options;
  if (env.SIRENE_LOOKUPS_MAX === 0 || among?.length === 0 || !existsSync(dataPath('corpus.db'))) return [];
  const claimed = claimedIn(app).filter((siren) => among?.includes(siren) ?? true);
  const unknown = unknownOf(claimed).slice(0, env.SIRENE_LOOKUPS_MAX);
  if (unknown.length === 0) return [];
  try {
    const { found } = await withRunLock('lookup', () => lookUp(unknown, options));
    const sirens = found.map(({ siren }) => siren);
    enqueue(app, sirens, 'identity found');
    return sirens;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    log(error.message);
    return [];
  }
}

function unknownOf(sirens: readonly Siren[]): Siren[] {
  const corpus = openCorpus(dataPath('corpus.db'), { readonly: true });
  try {
    return listUnknown(corpus, sirens);
  } finally {
    corpus.$client.close();
  }
}
