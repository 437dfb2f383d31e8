import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { CLAIM_STATES } from '#domain/claim.ts';
import {
  familyMarks,
  joinStars,
  markOf,
  placeOf,
  placeStars,
  SKY_RADIUS,
  starPath,
} from '#components/constellation.ts';
import { splitName } from '#components/sky-frame.ts';
import { drawSky, familyMarksSvg } from '#components/star-svg.ts';

const every = Array.from({ length: 10 }, (_, order) =>
  Array.from({ length: 12 }, (_, place) => ({ order, place })),
).flat();
const NAMES = Array.from({ length: 10 }, (_, index) => `Famille ${index}`);

describe('places of the sky', () => {
  it('stand apart from one another, inside the rim', () => {
    const points = every.map(({ order, place }) => placeOf(order, place));
    const distances = points.flatMap((a, i) =>
      points.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
    );
    expect(Math.min(...distances)).toBeGreaterThan(20);
    expect(Math.max(...points.map(({ x, y }) => Math.hypot(x, y)))).toBeLessThanOrEqual(SKY_RADIUS + 1);
  });

  it('stay in the sector of their family, the first one starting at noon', () => {
    for (const { order, place } of every) {
      const { x, y } = placeOf(order, place);
      const turn = ((Math.atan2(y, x) / (2 * Math.PI) + 0.25 + 1) % 1) * 10;
      expect(Math.floor(turn)).toBe(order);
    }
  });

  it('are known for every benefit of the catalogue', () => {
    for (const { place } of loadCatalogue().benefits) expect(place).toBeLessThan(12);
  });
});

describe('marks', () => {
  it('fill what is in force, ring what is declared, leave the rest of what was granted faint', () => {
    expect(Object.fromEntries(CLAIM_STATES.map((state) => [state, markOf(state)]))).toEqual({
      'in-force': 'filled', presumed: 'filled', declared: 'ring', lapsed: 'faint', replaced: 'faint', ended: 'faint',
      upcoming: null, 'one-off': null, 'restates-law': null, 'not-agreed': null,
    }); // prettier-ignore
  });

  it('keep the strongest of each family on the card form', () => {
    const marks = familyMarks([
      { order: 0, state: 'lapsed' },
      { order: 0, state: 'in-force' },
      { order: 3, state: 'declared' },
      { order: 4, state: 'not-agreed' },
    ]);
    expect(marks[0]).toBe('filled');
    expect(marks[3]).toBe('ring');
    expect(marks.filter(Boolean)).toHaveLength(2);
  });
});

describe('lines', () => {
  const stars = placeStars([
    { order: 0, place: 0, state: 'in-force' },
    { order: 0, place: 1, state: 'presumed' },
    { order: 0, place: 2, state: 'declared' },
    { order: 0, place: 3, state: 'lapsed' },
    { order: 5, place: 0, state: 'in-force' },
  ]);

  it('join the stars of one family into one tree, faint ones left alone', () => {
    const lines = joinStars(stars);
    expect(lines).toHaveLength(2);
    expect(lines.every(({ from, to }) => from.order === 0 && to.order === 0)).toBe(true);
    expect(lines.some(({ from, to }) => [from, to].some(({ mark }) => mark === 'faint'))).toBe(false);
  });

  it('are none for an empty sky', () => {
    expect(joinStars([])).toEqual([]);
    expect(drawSky([], NAMES)).not.toContain('class="lines"');
  });
});

describe('drawings', () => {
  it('hold no style attribute, and escape names', () => {
    const sky = drawSky([{ order: 0, place: 0, state: 'in-force' }], ['<b>', ...NAMES.slice(1)]);
    expect(sky).not.toContain('style=');
    expect(sky).toContain('&lt;b>');
    expect(sky).not.toContain('NaN');
  });

  it('draw as many marks as families, and a closed star of ten points', () => {
    const entries = [
      { order: 0, state: 'in-force' },
      { order: 9, state: 'declared' },
    ] as const;
    const card = familyMarksSvg(entries, 'Familles attestées');
    expect(card.match(/class="(filled|ring)"/g)).toHaveLength(2);
    expect(starPath(5, 5, 10)).toMatch(/^M5 -5l(-?[\d.]+ -?[\d.]+ ?){9}z$/);
  });

  it('cut long names near their middle', () => {
    expect(splitName('Rémunération et épargne')).toEqual(['Rémunération', 'et épargne']);
    expect(splitName('Parentalité')).toEqual(['Parentalité']);
  });
});
