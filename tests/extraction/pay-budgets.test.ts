import { describe, expect, it } from 'vitest';
import { grantOf } from './support/findings.ts';

const BUDGET =
  'Une enveloppe de 0,2 % est réservée à la réduction des écarts de salaire entre femmes et hommes.';
const lastsOf = (text: string) => grantOf('egalite', text)?.lasts;

describe('a budget of pay', () => {
  it('is that of the year which the title of the negotiation names', () =>
    expect(
      lastsOf(`Négociation annuelle obligatoire 2031\nEntre la société et les syndicats\n${BUDGET}`),
    ).toEqual({
      until: '2031-12-31',
    }));

  it('is that of the year which the title of an agreement on pay names', () =>
    expect(lastsOf(`ACCORD SALARIAL 2031\nEntre la société et les syndicats\n${BUDGET}`)).toEqual({
      until: '2031-12-31',
    }));

  it.each([
    ['in another agreement', `Accord sur l’égalité professionnelle 2031\n${BUDGET}`],
    ['dated only by its day', `Négociation annuelle obligatoire\nLe 12 mars 2031\n${BUDGET}`],
    ['of two years', `Négociation annuelle obligatoire 2031-2032\n${BUDGET}`],
    [
      'that goes on to the next year',
      `Négociation annuelle obligatoire 2031\n${BUDGET}\nElle est versée à partir du 1er janvier 2032.`,
    ],
    [
      'given every year',
      `Négociation annuelle obligatoire 2031\nChaque année, ${BUDGET.replace('Une', 'une')}`,
    ],
  ])('is no such %s', (_, text) => expect(lastsOf(text)).toBeNull());
});

describe('a lasting rate', () => {
  const valuesOf = (text: string) => grantOf('cse-activites', text)?.values;

  it('is not that of the sum given besides', () =>
    expect(
      valuesOf(
        'Au-delà des 0,80 %, une dotation exceptionnelle de 9 000 € est versée aux œuvres sociales du CSE.',
      ),
    ).toEqual({ amount: 9000 }));

  it('is that of the clause that grants it', () =>
    expect(valuesOf('La dotation aux œuvres sociales du CSE est portée à 0,80 %.')).toEqual({ rate: 0.8 }));
});

describe('the age of children', () => {
  const includedIn = (text: string) => grantOf('enfant-malade', text)?.eligibility.included;

  it('is not that of a stay in hospital', () =>
    expect(
      includedIn(
        'Enfant malade : 3 jours payés par an pour les enfants de moins de 12 ans.\nEn cas d’hospitalisation de l’enfant malade de moins de 18 ans, 2 jours de plus sont payés.',
      ),
    ).toEqual(['enfants de moins de 12 ans']));

  it('is that of the stay where no other is told', () =>
    expect(
      includedIn(
        'En cas d’hospitalisation d’un enfant malade de moins de 18 ans, trois jours d’absence sont rémunérés.',
      ),
    ).toEqual(['enfants de moins de 18 ans']));
});
