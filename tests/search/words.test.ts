import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import { compareByRelevance, relevanceTier } from '#domain/search-order.ts';
import {
  deletions,
  fold,
  foldedWords,
  isWithinOneEdit,
  numberForms,
  singular,
} from '#domain/search-words.ts';
import { planText } from '#search/text-plan.ts';
import { createVocabulary } from '#search/vocabulary.ts';
import { employer } from './fixture.ts';

/** Damerau-Levenshtein (optimal string alignment), by the book. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = best;
    }
  return rows[a.length]![b.length]!;
}
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

describe('words', () => {
  it.each([
    ['L’Œuvre d’Été', 'l oeuvre d ete'],
    ['S.N.C.F.', 's n c f'],
    ['Tourneval & Fils', 'tourneval et fils'],
    ['ÆGIR—Łódź', 'aegir lodz'],
    ['ﬁnances ²', 'finances 2'],
    ['  --  ', ''],
  ])('« %s » folds to « %s »', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('folds once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it.each([
    ['creches', 'creche'],
    ['berceaux', 'berceau'],
    ['regionaux', 'regional'],
    ['bijoux', 'bijou'],
    ['express', 'express'],
    ['bus', 'bus'],
  ])('%s → %s', (plural, one) => {
    expect(singular(plural)).toBe(one);
    expect(numberForms(one)).toContain(plural);
  });

  it('knows two words one edit apart, and finds them by a common deletion', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const isNear = distance(a, b) <= 1;
        expect(isWithinOneEdit(a, b)).toBe(isNear);
        if (isNear) expect(deletions(a).some((key) => deletions(b).includes(key))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('orders', () => {
  const text = { key: 'orvalia', words: [{ word: 'orvalia', isOpen: true, isExact: false }] };
  const named = (name: string, aliases: string[] = []) => employer('900000001', name, [], [], { aliases });

  it('ranks names by how well they answer a text', () => {
    const tiers = [named('ORVALIA'), named('Zénith', ['Orvalia']), named('Orvalia Sud'), named('Le Orvalias'), named('Zénith', ['Orvalia Nord'])]; // prettier-ignore
    expect(tiers.map((document) => relevanceTier(document, text))).toEqual([0, 1, 2, 3, 4]);
    expect(tiers.toReversed().toSorted(compareByRelevance(text))).toEqual(tiers);
  });
});

describe('words of the catalogue', () => {
  const catalogue = loadCatalogue();
  const vocabulary = createVocabulary(catalogue.benefits);
  const named = (text: string): string[] =>
    planText(text, vocabulary).units.flatMap(({ benefits, guess }) => [
      ...benefits,
      ...(guess?.benefits ?? []),
    ]);

  it.each([
    ['berceaux', 'creche'],
    ['complémentaire santé', 'mutuelle'],
    ['mutuele', 'mutuelle'],
    ['teletravial', 'teletravail'],
    ['Télétravail', 'teletravail'],
    ['13e mois', 'treizieme-mois'],
    ['covoiturage', 'velo-voiture'],
    ['semaine de 4 jours', 'semaine-4-jours'],
    ['enfants malades', 'enfant-malade'],
  ])('« %s » names %s', (text, benefit) => {
    expect(named(text)).toContain(benefit);
  });

  it('finds every benefit by its labels and synonyms, quoted or not', () => {
    for (const { id, label, shortLabel, synonyms } of catalogue.benefits)
      for (const term of [label, shortLabel, ...synonyms]) {
        expect([term, ...named(term)]).toContain(id);
        if (!/["«»“”]/.test(term)) expect([term, ...named(`"${term}"`)]).toContain(id);
      }
  });

  it('takes no name for a benefit it only resembles', () => {
    for (const name of ['Dupont', 'Lemaire', 'Banque de la Loire', 'Grandin', 'Leroy'])
      expect([name, ...named(name)]).toEqual([name]);
  });

  it('plans any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { units } = planText(text, vocabulary);
        expect(units.every(({ words }) => words.length > 0 && words.every((one) => one === fold(one)))).toBe(
          true,
        );
        expect(units.length).toBeLessThanOrEqual(foldedWords(text).length);
      }),
    );
  });
});
