import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { createExtractor } from '#extraction/extract.ts';
import { isUnsure } from '#extraction/unsure.ts';

const extractor = createExtractor(loadCatalogue().benefits);
const rulesOf = (text: string): string[] =>
  extractor
    .extract(text, { nafCode: null, title: null, legalName: null })
    .findings.find(({ benefit, standing }) => benefit === 'titres-restaurant' && standing === 'granted')
    ?.rules ?? [];

describe('isUnsure', () => {
  it('trusts a decision', () => {
    const rules = rulesOf('Les parties décident de porter la valeur faciale des titres-restaurant à 9 €.');
    expect(rules).not.toEqual([]);
    expect(isUnsure(rules)).toBe(false);
  });

  it('doubts a mere statement', () => {
    expect(isUnsure(['shape:statement'])).toBe(true);
    expect(isUnsure(['heading', 'shape:statement'])).toBe(true);
  });
});
