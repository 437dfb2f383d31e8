import type { FoldedText } from './folder.ts';

/** What was read of a document. `hasImages` tells a scan from an empty page. */
export type DocumentContent = FoldedText & { hasImages: () => boolean };
