import type { ShownState } from '#domain/claim.ts';

/** How a benefit stands in the sky. Nothing is drawn where there is no public trace, nor for what grants nothing. */
export type Mark = 'filled' | 'ring' | 'faint';

/** A benefit of the sky: `order` is its family's sector (0–9), `place` its fixed place in that sector (0–11). */
export type SkyEntry = { order: number; place: number; state: ShownState };
export type Star = { x: number; y: number; mark: Mark; order: number };
export type Line = { from: Star; to: Star };

export const SKY_RADIUS = 200;
export const SECTORS = 10;
const SECTOR_ANGLE = (2 * Math.PI) / SECTORS;

/**
 * Where the places of a sector stand: share of the sector's angle, share of the radius. The same in every sky and every
 * sector (mirrored in odd ones), so that two constellations can be compared at a glance. Never reorder: append.
 */
const PLACES: readonly (readonly [angle: number, radius: number])[] = [
  [0.52, 0.71],
  [0.24, 0.86],
  [0.76, 0.9],
  [0.27, 0.54],
  [0.75, 0.55],
  [0.49, 0.98],
  [0.14, 0.7],
  [0.87, 0.72],
  [0.5, 0.36],
  [0.12, 0.99],
  [0.88, 1.0],
  [0.5, 0.84],
];

const MARKS: Partial<Record<ShownState, Mark>> = {
  'in-force': 'filled',
  presumed: 'filled',
  declared: 'ring',
  lapsed: 'faint',
  'to-confirm': 'faint',
  replaced: 'faint',
  ended: 'faint',
};

export const markOf = (state: ShownState): Mark | null => MARKS[state] ?? null;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Sector 0 starts at noon; sectors turn clockwise. The centre of the sky is 0,0. */
export function pointAt(angleShare: number, radius: number): { x: number; y: number } {
  const angle = angleShare * 2 * Math.PI - Math.PI / 2;
  return { x: round(Math.cos(angle) * radius), y: round(Math.sin(angle) * radius) };
}

/** Fixed place of a benefit. A place beyond the known ones falls back on the last ring, never on another star. */
export function placeOf(order: number, place: number): { x: number; y: number } {
  const [share, radius] = PLACES[place] ?? [0.5, 0.2];
  const inSector = order % 2 === 0 ? share : 1 - share;
  return pointAt(((order + inSector) * SECTOR_ANGLE) / (2 * Math.PI), radius * SKY_RADIUS);
}

export function placeStars(entries: readonly SkyEntry[]): Star[] {
  return entries.flatMap(({ order, place, state }) => {
    const mark = markOf(state);
    return mark ? [{ ...placeOf(order, place), mark, order }] : [];
  });
}

const distance = (a: Star, b: Star): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Shortest tree over the stars of one family (Prim; ties keep the order given). Faint stars join nothing. */
export function joinStars(stars: readonly Star[]): Line[] {
  const lines: Line[] = [];
  for (let order = 0; order < SECTORS; order++) {
    const waiting = stars.filter((star) => star.order === order && star.mark !== 'faint');
    const joined = waiting.splice(0, 1);
    while (waiting.length > 0) {
      let best: Line | null = null;
      for (const from of joined)
        for (const to of waiting)
          if (!best || distance(from, to) < distance(best.from, best.to)) best = { from, to };
      if (!best) break;
      lines.push(best);
      joined.push(best.to);
      waiting.splice(waiting.indexOf(best.to), 1);
    }
  }
  return lines;
}

const STRENGTH: readonly Mark[] = ['filled', 'ring', 'faint'];

/** The ten family marks of the card form: the strongest mark of each family, or null. */
export function familyMarks(entries: readonly Pick<SkyEntry, 'order' | 'state'>[]): (Mark | null)[] {
  return Array.from({ length: SECTORS }, (_, order) => {
    const marks = entries.filter((entry) => entry.order === order).map(({ state }) => markOf(state));
    return STRENGTH.find((mark) => marks.includes(mark)) ?? null;
  });
}

/** Sides of a star as steps from its upper point, by radius: the same for every star of a size. */
const sides = new Map<number, string>();

function sidesOf(radius: number): string {
  const known = sides.get(radius);
  if (known !== undefined) return known;
  const points = Array.from({ length: 10 }, (_, index) =>
    pointAt(index / 10, index % 2 === 0 ? radius : radius * 0.48),
  );
  const steps = points
    .slice(1)
    .map(({ x, y }, index) => `${round(x - points[index]!.x)} ${round(y - points[index]!.y)}`);
  const drawn = `l${steps.join(' ')}z`;
  sides.set(radius, drawn);
  return drawn;
}

/** Outline of a five-pointed star centred on `x`,`y`, one point up. */
export const starPath = (x: number, y: number, radius: number): string =>
  `M${x} ${round(y - radius)}${sidesOf(radius)}`;
