import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { explainAcronyms } from '#components/view/acronyms.ts';

const explain = (...texts: string[]) => explainAcronyms(texts, loadCatalogue());

describe('letters in titles of agreements', () => {
  it('are explained once, in order of use', () => {
    expect(explain('Procès-verbal de désaccord NAO 2026', 'Accord de l’UES', 'NAO 2025')).toEqual([
      'NAO\u00a0: négociation annuelle obligatoire',
      'UES\u00a0: unité économique et sociale',
    ]);
  });

  it('are left alone inside a word, or where they are a word', () => {
    expect(explain('ACCORD SUR LES MESURES SALARIALES, LA DUREE ET LA PRIME DUE')).toEqual([]);
    expect(explain('La DUE du 3 mai')).toEqual(['DUE\u00a0: décision unilatérale de l’employeur']);
  });
});
