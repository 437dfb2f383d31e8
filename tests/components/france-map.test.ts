import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { loadDepartmentShapes } from '#catalogue/geometry.ts';
import { viewFranceMap } from '#components/view/france-map.ts';

const view = viewFranceMap(
  loadCatalogue(),
  loadDepartmentShapes(),
  new Map([['35', 9], ['44', 10], ['75', 200], ['974', 60]]),
  (code) => `/recherche?departement=${code}`,
); // prettier-ignore

describe('the map of France', () => {
  it('draws the 96 metropolitan departments and lists all others beside it', () => {
    expect(view.shapes).toHaveLength(96);
    expect(view.shapes.length + view.overseas.length).toBe(loadCatalogue().departments.length);
    expect(view.overseas.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['971', '972', '973', '974', '976']),
    );
  });

  it('shades by count, with the words and the link of each', () => {
    const levels = Object.fromEntries(
      [...view.shapes, ...view.overseas].map(({ code, level }) => [code, level]),
    );
    expect(levels).toMatchObject({ '01': 0, '35': 1, '44': 2, '974': 3, '75': 4 });
    expect(view.shapes.find(({ code }) => code === '35')).toMatchObject({
      name: 'Ille-et-Vilaine',
      words: '9\u00a0employeurs',
      href: '/recherche?departement=35',
    });
    expect(view.shapes.find(({ code }) => code === '01')?.words).toBe('aucun employeur');
    expect(view.legend.map(({ label }) => label)).toEqual([
      'aucun',
      'de 1 à 9',
      'de 10 à 49',
      'de 50 à 199',
      '200 et plus',
    ]);
  });

  it('keeps every outline inside its frame', () => {
    const [, , width = 0, height = 0] = view.viewBox.split(' ').map(Number);
    for (const { code, path } of view.shapes)
      for (const ring of path.matchAll(/M(-?\d+) (-?\d+)l([^z]*)z/g)) {
        let [x, y] = [Number(ring[1]), Number(ring[2])];
        for (const [, dx, dy] of ring[3]!.matchAll(/(-?\d+)[ ]?(-?\d+)/g)) {
          [x, y] = [x + Number(dx), y + Number(dy)];
          expect(x >= 0 && x <= width && y >= 0 && y <= height, `${code} ${x} ${y}`).toBe(true);
        }
      }
  });
});
