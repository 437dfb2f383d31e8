import path from 'node:path';
import type { IsoDate } from '#domain/dates.ts';
import { ROOT } from '#env';
import { derive } from '#pipeline/derive.ts';
import { INGEST_SOURCES } from '#pipeline/ingest-sources.ts';
import { ingestOrFail } from '#pipeline/refresh.ts';

export const SAMPLE_DAY = '2026-11-21' as IsoDate;

/** Facts of the fictional employers of the repository, under the DATA_DIR of this test file. About 3 s. */
export async function deriveSample(): Promise<void> {
  for (const id of Object.keys(INGEST_SOURCES))
    await ingestOrFail(id, [path.join(ROOT, 'content/sample')], () => {});
  await derive({ today: SAMPLE_DAY });
}
