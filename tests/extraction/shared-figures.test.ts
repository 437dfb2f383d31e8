import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { createExtractor } from '#extraction/extract.ts';

const extractor = createExtractor(loadCatalogue().benefits);
const find = (text: string) =>
  extractor
    .extract(text, { nafCode: null, title: null, legalName: null })
    .findings.find((found) => found.benefit === 'retraite-supplementaire');

describe('a sentence on two groups', () => {
  it('gives each its own figure: that of the one is not shown for both', () => {
    const found = find(
      'Retraite supplémentaire\nLe taux de la cotisation patronale de retraite supplémentaire est porté pour les cadres à 3 % et pour les ouvriers à 1,2 %.',
    );
    expect(found?.values).toEqual({ employerRate: 3 });
    expect(found?.scope).toMatchObject({ kind: 'category', label: 'cadres' });
  });

  it('gives both the same', () =>
    expect(
      find(
        'Retraite supplémentaire\nLe taux de la cotisation patronale de retraite supplémentaire est porté à 3 % pour les cadres et les ouvriers.',
      )?.scope,
    ).toMatchObject({ kind: 'category', label: 'cadres et ouvriers' }));
});
