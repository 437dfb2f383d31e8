import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '#domain/place.ts';
import { toPosition } from '#sources/sirene/position.ts';

describe('toPosition', () => {
  // Rounded coordinates of towns: what is tested is the zone.
  it.each([
    ['Paris, Notre-Dame', 652_469, 6_861_630, '75', { lat: 48.853, lon: 2.3499 }],
    ['Rennes', 351_910, 6_789_200, '35', { lat: 48.11, lon: -1.68 }],
    ['Ajaccio', 1_176_900, 6_107_600, '2A', { lat: 41.927, lon: 8.737 }],
    ['Baie-Mahault', 655_700, 1_798_500, '971', { lat: 16.264, lon: -61.543 }],
    ['Fort-de-France', 709_000, 1_615_200, '972', { lat: 14.603, lon: -61.06 }],
    ['Cayenne', 353_800, 545_900, '973', { lat: 4.937, lon: -52.318 }],
    ['Saint-Denis', 338_900, 7_690_600, '974', { lat: -20.879, lon: 55.452 }],
    ['Mamoudzou', 524_800, 8_587_300, '976', { lat: -12.78, lon: 45.228 }],
  ])('places %s', (_, x, y, department, expected) => {
    const position = toPosition(x, y, department);
    expect(position).not.toBeNull();
    expect(distanceKm(position!, expected)).toBeLessThan(2);
  });

  it('cuts to five decimals', () => {
    const { lat, lon } = toPosition(351_910.123, 6_789_200.987, '35')!;
    for (const value of [lat, lon]) expect(value).toBe(Number(value.toFixed(5)));
  });

  it('agrees with the way back', () => {
    const lambert93 =
      '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs';
    const [x, y] = proj4(lambert93).forward([-1.67929, 48.11198]);
    expect(toPosition(x!, y!, '35')).toEqual({ lat: 48.11198, lon: -1.67929 });
  });

  it.each([
    ['no number', NaN, 6_789_200, '35'],
    ['a point outside the country', 0, 0, '35'],
    ['metres of another territory', 351_910, 6_789_200, '974'],
    ['a territory without a zone', 500_000, 7_500_000, '988'],
  ])('leaves out %s', (_, x, y, department) => {
    expect(toPosition(x, y, department)).toBeNull();
  });
});
