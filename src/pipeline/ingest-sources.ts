import { acco } from '#sources/acco/index.ts';
import { egapro } from '#sources/egapro/index.ts';
import { idcc } from '#sources/idcc/index.ts';
import { labels } from '#sources/labels/index.ts';
import { qvct } from '#sources/qvct/index.ts';
import { sirene } from '#sources/sirene/index.ts';
import type { Source } from '#sources/source.ts';
import { openAccoWriter } from './ingest-acco.ts';
import { openEgaproWriter } from './ingest-egapro.ts';
import { openIdccWriter } from './ingest-idcc.ts';
import { openLabelsWriter } from './ingest-labels.ts';
import { openQvctWriter } from './ingest-qvct.ts';
import { openSireneWriter } from './ingest-sirene.ts';
import type { OpenWriter } from './ingest-writer.ts';

/** A source with the writer of its items; `run` keeps their item type together. */
export type IngestPair = {
  source: Omit<Source<unknown>, 'read'>;
  run: <T>(use: <Item>(source: Source<Item>, open: OpenWriter<Item>) => T) => T;
};

const pair = <Item>(source: Source<Item>, open: OpenWriter<Item>): IngestPair => ({
  source,
  run: (use) => use(source, open),
});

/** Every source that `npm run ingest` takes. */
export const INGEST_SOURCES: Record<string, IngestPair> = {
  acco: pair(acco, openAccoWriter),
  sirene: pair(sirene, openSireneWriter),
  idcc: pair(idcc, openIdccWriter),
  egapro: pair(egapro, openEgaproWriter),
  qvct: pair(qvct, openQvctWriter),
  labels: pair(labels, openLabelsWriter),
};
