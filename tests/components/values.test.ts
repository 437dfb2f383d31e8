import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '#catalogue/catalogue.ts';
import type { Benefit } from '#domain/benefit.ts';
import type { Gap } from '#domain/claim.ts';
import type { Values } from '#domain/extraction.ts';
import { proofread } from '#domain/typeset.ts';
import { splitFigure } from '#components/view/claim-card.ts';
import { describeGap } from '#components/view/gap.ts';
import { formatQuantity, headline, namesUnit, showValues } from '#components/view/values.ts';
import { benefitId, day } from './fixtures.ts';

const plain = (text: string | undefined): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
const benefit = (id: string): Benefit => loadCatalogue().benefitById.get(benefitId(id))!;

describe('quantities', () => {
  it.each([
    [2, 'jours/semaine', '2 jours par semaine'],
    [1.5, 'jours/semaine', '1,5 jour par semaine'],
    [70, '%', '70 %'],
    [100, '% du salaire', '100 % du salaire'],
    [0.5, '% masse salariale', '0,5 % de la masse salariale'],
    [9.5, '€', '9,50 €'],
    [0.165, '€', '0,165 €'],
    [0.2, '€', '0,20 €'],
    [7.3995, '€', '7,40 €'],
    [1200, '€/an', '1 200 € par an'],
    [6, 'berceaux', '6 berceaux'],
    [1, 'berceaux', '1 berceau'],
    [3, 'mois', '3 mois'],
    [1, 'années', '1 an'],
    [2, 'fois/an', '2 fois par an'],
  ])('%d %s', (value, unit, words) => {
    expect(plain(formatQuantity(value, unit))).toBe(words);
  });

  it('have words for every unit of the catalogue', () => {
    for (const { id, values } of loadCatalogue().benefits)
      for (const { unit } of Object.values(values))
        if (!['oui/non', 'texte'].includes(unit))
          expect({ id, misprints: proofread(formatQuantity(3, unit)) }).toEqual({ id, misprints: [] });
  });

  it('set the number apart from its words', () => {
    expect(splitFigure('2\u00a0jours par semaine')).toEqual({ number: '2', unit: 'jours par semaine' });
    expect(plain(splitFigure('9,50\u00a0€').number)).toBe('9,50 €');
    expect(plain(splitFigure('1\u202f200\u00a0€ par an').number)).toBe('1 200 €');
    expect(splitFigure('100\u00a0% du salaire').unit).toBe('du salaire');
  });
});

describe('values of a claim', () => {
  it('put the main one first and leave out what the text does not say', () => {
    const shown = showValues(benefit('creche'), { employerShare: 60, cribs: 6, other: 1 });
    expect(shown.map(({ text }) => plain(text))).toEqual(['6 berceaux', '60 %']);
    expect(headline(benefit('creche'), {})).toBeNull();
    expect(plain(headline(benefit('creche'), { employerShare: 60, cribs: 6 })!)).toBe('6 berceaux');
    expect(plain(headline(benefit('creche'), { employerShare: 60 })!)).toBe(
      '60 % (part payée par l’employeur)',
    );
  });

  it('says by what an amount is counted, and never that alone', () => {
    const texts = (values: Values) =>
      showValues(benefit('velo-voiture'), values).map(({ text }) => plain(text));
    expect(texts({ amount: 0.24, per: 'par kilomètre' })).toEqual(['0,24 € par kilomètre']);
    expect(texts({ amount: 200 })).toEqual(['200 €']);
    expect(plain(headline(benefit('velo-voiture'), { amount: 2, per: 'par jour' })!)).toBe('2 € par jour');
  });

  it('do not say twice what is measured', () => {
    expect(plain(headline(benefit('interessement'), { rate: 3 })!)).toBe('3 % de la masse salariale');
    expect(namesUnit('Jours par semaine', 'jours/semaine')).toBe(true);
    expect(namesUnit('Part payée par l’employeur', '%')).toBe(false);
  });
});

describe('gap to the floor', () => {
  const law = {
    article: 'L911-7',
    url: 'https://example.org/',
    verifiedOn: day('2026-11-01'),
    isBranchUnknown: true,
  };
  const share = { ...law, slot: 'employerShare', minimum: 50, unit: '%' };
  const words = (gap: Gap, id = 'mutuelle') => describeGap(gap, benefit(id));

  it('counts points of percentage, not per cent', () => {
    const view = words({ kind: 'beyond', ...share, difference: 20 });
    expect(plain(view?.text)).toBe(
      '20 points de plus que le minimum légal (50 %), hors convention collective.',
    );
    expect(view).toMatchObject({ article: 'L911-7', verified: 'vérifié le 1er novembre 2026' });
  });

  it('says one point in the singular, and equality', () => {
    expect(plain(words({ kind: 'beyond', ...share, difference: 1 })?.text)).toMatch(/^1 point de plus/);
    expect(plain(words({ kind: 'at-floor', ...share })?.text)).toBe(
      'Égal au minimum légal (50 %), hors convention collective.',
    );
  });

  it('says which rule applies below the floor', () => {
    expect(plain(words({ kind: 'below', ...share, difference: 10 })?.text)).toContain(
      'C’est la loi qui s’applique.',
    );
  });

  it('says « facultatif » where the law asks nothing, and why nothing is compared', () => {
    expect(words({ kind: 'optional' }, 'creche')?.text).toMatch(/^Avantage facultatif/);
    expect(plain(words({ kind: 'not-comparable', reason: 'Date d’effet inconnue' })?.text)).toBe(
      'Pas comparé à la loi : date d’effet inconnue.',
    );
    expect(describeGap(null, benefit('creche'))).toBeNull();
  });
});
