import { acco } from './acco/index.ts';
import { egapro } from './egapro/index.ts';
import { idcc } from './idcc/index.ts';
import { labels } from './labels/index.ts';
import { qvct } from './qvct/index.ts';
import { sirene } from './sirene/index.ts';

/** Every source, by the name that commands take. */
export const SOURCES = { acco, sirene, idcc, egapro, qvct, labels };
