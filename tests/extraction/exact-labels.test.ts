import { describe, expect, it } from 'vitest';
import { findingOf, grantOf } from './support/findings.ts';

const valuesOf = (benefit: string, text: string) => grantOf(benefit, text)?.values ?? null;

describe('an event is no wider than the sentence', () => {
  it.each([
    ['Il est accordé 3 jours de congé pour le Pacs d’un enfant.', 'Pacs d’un enfant'],
    ['Il est accordé 3 jours de congé pour le mariage d’un enfant.', 'mariage d’un enfant'],
    [
      'Il est accordé 3 jours de congé pour le mariage ou le Pacs d’un enfant.',
      'mariage ou Pacs d’un enfant',
    ],
    ['Le salarié dont l’enfant se marie a droit à 3 jours de congé.', 'mariage d’un enfant'],
  ])('%s', (text, event) => expect(valuesOf('evenements-familiaux', text)).toEqual({ days: 3, event }));
});

describe('what is added to a month of pay is not the month', () => {
  it('for one year and for some', () =>
    expect(
      valuesOf(
        'treizieme-mois',
        'Au titre de l’année 2024, le 13ème mois est versé avec une mesure de solidarité : les salariés payés moins de 2 200 € bénéficient d’une majoration de 90 € du 13ème mois, versée en novembre 2024.',
      )?.['monthsOfPay'],
    ).toBeUndefined());
  it('the month itself', () =>
    expect(valuesOf('treizieme-mois', 'Un 13ème mois est versé à chaque salarié en novembre.')).toEqual({
      monthsOfPay: 1,
    }));
});

describe('what is still to come, or only proposed', () => {
  it('a charter to be written opens nothing', () => {
    expect(
      grantOf(
        'teletravail',
        'Les parties souhaitent qu’une charte de télétravail soit rédigée après consultation du CSE.',
      ),
    ).toBeUndefined();
    expect(
      grantOf(
        'teletravail',
        'La charte de télétravail permet deux jours par semaine aux salariés volontaires.',
      ),
    ).toBeDefined();
  });

  it('what the parties agree is quoted, and not the same line of a proposal', () =>
    expect(
      grantOf(
        'titres-restaurant',
        'Propositions de la Direction\nLa part patronale des titres-restaurant est portée à 60 %.\nLes parties se sont accordées sur les mesures suivantes :\nAccord des parties\n1- La part patronale des titres-restaurant est portée à 60 % ;',
      )?.quote,
    ).toMatch(/^1-/));

  it('an agreement signed for one year ends with it', () =>
    expect(
      findingOf('Pour l’intéressement, un accord a été conclu pour l’année 2023.', 'interessement')?.lasts,
    ).toEqual({ isRecalled: true, endsOn: '2023-12-31' }));
});
