import { acco } from './acco/index.ts';
import { sirene } from './sirene/index.ts';
import type { SourceCard } from './source.ts';

/** Every source, by the name that commands take. */
export const SOURCES = { acco, sirene };

export const SOURCE_CARDS: readonly SourceCard[] = Object.values(SOURCES).map(({ card }) => card);
