import type { ShownState } from '#domain/claim.ts';
import { starPath } from './constellation.ts';

const STAR = starPath(8, 8.4, 7.2);
const LEFT_HALF = 'M8 1.2L6.2 5.6L1.2 6.2L4.7 9.5L3.8 14.2L8 11.9Z';

/** Inside of a 16 × 16 drawing: a state is told by its shape and its word, never by colour alone. */
export const SHAPES: Record<ShownState, string> = {
  'in-force': `<path d="${STAR}"/>`,
  presumed: `<path class="outline" d="${STAR}"/><path class="half" d="${LEFT_HALF}"/>`,
  upcoming: '<path d="M2.5 8h10M8.5 4L12.5 8l-4 4"/>',
  declared: '<circle cx="8" cy="8" r="5.2"/>',
  lapsed: `<path class="dotted" d="${STAR}"/>`,
  replaced: '<path d="M3 5.5h9.5L9.8 2.8M13 10.5H3.5l2.7 2.7"/>',
  ended: '<path d="M3.5 3.5h9v9h-9z"/>',
  'one-off': '<circle cx="8" cy="8" r="5.2"/><path d="M8 5.4v5.2M6.6 6.4L8 5.4"/>',
  'restates-law': '<path d="M3 6h10M3 10h10"/>',
  'not-agreed': '<path d="M2.5 3h11v7.5H8L5 13.5v-3H2.5z"/>',
  'to-confirm': '<path d="M5.2 5.6a2.8 2.8 0 1 1 4.3 2.4c-1 .6-1.5 1.1-1.5 2.2"/><path d="M8 12.9v.5"/>',
};
