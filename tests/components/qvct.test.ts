import { expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { viewThemes } from '#components/view/qvct.ts';
import { QVCT_THEMES } from '#domain/qvct.ts';

const catalogue = loadCatalogue();
const themes = viewThemes(catalogue);

it('every benefit stands once under one of the six themes, in the order of the framework', () => {
  expect(themes.map(({ id }) => id)).toEqual(QVCT_THEMES.map(({ id }) => id));
  const listed = themes.flatMap(({ benefits }) => benefits.map(({ id }) => id));
  expect(listed.toSorted()).toEqual(catalogue.benefits.map(({ id }) => id).toSorted());
});

it('begins with the organisation of work and puts perks last', () => {
  const [first] = themes;
  expect(first!.benefits[0]!.family).toBe('travail');
  const families = [...new Set(first!.benefits.map(({ family }) => family))];
  expect(families.indexOf('temps')).toBeLessThan(families.indexOf('parentalite'));
  expect(families.at(-1)).toBe('quotidien');
});
