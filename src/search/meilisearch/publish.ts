import { type EnqueuedTaskPromise, Meilisearch, MeilisearchApiError } from 'meilisearch';
import { SourceError } from '#domain/errors.ts';
import type { SearchDocument } from '#domain/search.ts';
import type { SearchedBenefit } from '../engine.ts';
import { type Catalogued, catalogued, type Indexed, indexed, printOf } from './documents.ts';
import { FORMAT, SETTINGS } from './settings.ts';

/** Where an index stands: the server, and the name it has there. */
export type MeilisearchAddress = { url: string; key?: string | undefined; index?: string };

export const DEFAULT_INDEX = 'starfinder';
const BATCH = 5_000;
/** A batch of documents, or the settings of 150,000, take seconds on a small machine; ten minutes mean a fault. */
const TASK = { timeout: 600_000, interval: 100 };

/** What the index was filled with, kept beside it; an index whose count differs is being filled, or was left half-way. */
export type IndexState = { id: 'state'; format: number; generation: string; documents: number };

export const stateIndexOf = (index: string): string => `${index}-state`;

export type FillFigures = { documents: number; sent: number; deleted: number; isWhole: boolean };

/**
 * Brings the index of a server to these documents. Only those that changed are sent, and those that are gone
 * deleted, when the index has this format and less than half differs; otherwise everything goes to a new index, is
 * counted, and swapped with the live one. The documents are read once or twice.
 *
 * @throws SourceError when the server refuses something or the count is not right; the live index stays
 */
export async function fillMeilisearch(
  address: MeilisearchAddress,
  documents: () => Iterable<SearchDocument>,
  catalogue: { benefits: readonly SearchedBenefit[] },
  generation: string,
): Promise<FillFigures> {
  const client = new Meilisearch({ host: address.url, ...(address.key ? { apiKey: address.key } : {}) });
  const index = address.index ?? DEFAULT_INDEX;
  const known = catalogued(catalogue.benefits);
  const prints = await readPrints(client, index);
  const figures = prints ? await sendChanges(client, index, prints, documents, known) : null;
  const done = figures ?? (await fillWhole(client, index, documents, known));
  const state: IndexState = { id: 'state', format: FORMAT, generation, documents: done.documents };
  await finish(client.index(stateIndexOf(index)).addDocuments([state], { primaryKey: 'id' }));
  return done;
}

/** `printOf` each document of the live index; null when there is none, or of another format. */
async function readPrints(client: Meilisearch, index: string): Promise<Set<string> | null> {
  const state = await readState(client, index);
  if (state?.format !== FORMAT) return null;
  const { facetDistribution } = await client.index(index).search('', { limit: 0, facets: ['print'] });
  return new Set(Object.keys(facetDistribution?.['print'] ?? {}));
}

export async function readState(client: Meilisearch, index: string): Promise<IndexState | null> {
  try {
    return await client.index(stateIndexOf(index)).getDocument<IndexState>('state');
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.response.status === 404) return null;
    throw error;
  }
}

/** Null, and nothing sent, when half of the documents or more differ. */
async function sendChanges(
  client: Meilisearch,
  index: string,
  prints: Set<string>,
  read: () => Iterable<SearchDocument>,
  known: Catalogued,
): Promise<FillFigures | null> {
  const gone = new Set(Array.from(prints, (print) => print.split(' ')[0]!));
  const changed = new Set<string>();
  let documents = 0;
  for (const document of read()) {
    documents++;
    gone.delete(document.siren);
    if (!prints.has(printOf(document, known))) changed.add(document.siren);
  }
  if (changed.size + gone.size > documents / 2) return null;
  const only = function* (): Iterable<SearchDocument> {
    if (changed.size === 0) return;
    for (const document of read()) if (changed.has(document.siren)) yield document;
  };
  await send(client, index, only(), known);
  if (gone.size > 0) await finish(client.index(index).deleteDocuments([...gone]));
  await checkCount(client, index, documents);
  return { documents, sent: changed.size, deleted: gone.size, isWhole: false };
}

async function fillWhole(
  client: Meilisearch,
  index: string,
  read: () => Iterable<SearchDocument>,
  known: Catalogued,
): Promise<FillFigures> {
  const next = `${index}-next`;
  await client.deleteIndexIfExists(next);
  await finish(client.createIndex(next, { primaryKey: 'siren' }));
  await finish(client.index(next).updateSettings(SETTINGS));
  const documents = await send(client, next, read(), known);
  await checkCount(client, next, documents);
  // A swap needs both indexes; on a new server the live one is made empty first.
  await client.createIndex(index, { primaryKey: 'siren' }).waitTask(TASK);
  await finish(client.swapIndexes([{ indexes: [index, next], rename: false }]));
  await finish(client.deleteIndex(next));
  return { documents, sent: documents, deleted: 0, isWhole: true };
}

/** Waits for nothing until all are sent: the server takes batches that wait for each other together. */
async function send(
  client: Meilisearch,
  index: string,
  documents: Iterable<SearchDocument>,
  known: Catalogued,
): Promise<number> {
  const tasks: number[] = [];
  let sent = 0;
  let batch: Indexed[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const { taskUid } = await client.index<Indexed>(index).addDocuments(batch);
    tasks.push(taskUid);
    sent += batch.length;
    batch = [];
  };
  for (const document of documents) {
    batch.push(indexed(document, known));
    if (batch.length === BATCH) await flush();
  }
  await flush();
  for (const uid of tasks) check(await client.tasks.waitForTask(uid, TASK));
  return sent;
}

async function checkCount(client: Meilisearch, index: string, documents: number): Promise<void> {
  const { numberOfDocuments } = await client.index(index).getStats();
  if (numberOfDocuments !== documents)
    throw new SourceError(
      `search: index ${index} of Meilisearch holds ${numberOfDocuments} documents, not ${documents}; run npm run publish again.`,
    );
}

type Finished = { status: string; uid: number; error: { message: string } | null };

const finish = async (task: EnqueuedTaskPromise): Promise<void> => check(await task.waitTask(TASK));

function check({ status, error, uid }: Finished): void {
  if (status !== 'succeeded')
    throw new SourceError(`search: Meilisearch refused task ${uid}: ${error?.message ?? status}.`);
}
