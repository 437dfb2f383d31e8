import { describe, expect, it } from 'vitest';
import { findingOf } from './support/findings.ts';

const excludedFrom = (text: string) => findingOf(text, 'titres-restaurant')?.eligibility.excluded;
const VOUCHERS = 'La valeur faciale des titres-restaurant est portée à 9,20 €.';

describe('a group that the field of a text leaves out by a name of its own', () => {
  const ofField = (out: string) =>
    excludedFrom(
      `Article 1 – Champ d’application\nLe présent accord s’applique à l’ensemble des salariés${out}.\nArticle 2 – Repas\n${VOUCHERS}`,
    );
  it.each([
    [', à l’exception de la population ABC suivie par la holding', ['population ABC suivie par la holding']],
    [', hormis le personnel détaché à l’étranger', ['personnel détaché à l’étranger']],
    [
      ', à l’exclusion des cadres auxquels sont confiées des responsabilités importantes',
      ['cadres dirigeants'],
    ],
    [', à l’exception des alternants', ['alternants']],
  ])('%s', (out, excluded) => expect(ofField(out)).toEqual(excluded));

  it.each(['', ', à l’exception de l’article 4', ', sauf dispositions contraires'])('nobody: %s', (out) =>
    expect(ofField(out)).toEqual([]),
  );
});

describe('who has nothing of an article, as another one says', () => {
  const text = (second: string) =>
    `Titre 1 – Repas\nArticle 1 – Avantages\nArticle 1-1 – Titres-restaurant\n${VOUCHERS}\nArticle 2 – Salaires\n${second}\nTitre 2 – Fin\nArticle 1 – Durée\nL’accord est conclu pour un an.`;
  it('is left out of it', () =>
    expect(
      excludedFrom(
        text(
          'Les salariés de l’établissement de Tulle n’étant pas concernés par l’article 1er, ils reçoivent 2 % d’augmentation.',
        ),
      ),
    ).toEqual(['établissement de Tulle']));
  it.each([
    'Les salariés de l’établissement de Tulle ne sont pas concernés par l’article 3.',
    'Les salariés de l’établissement de Tulle sont concernés par l’article 1er.',
  ])('is not left out: %s', (second) => expect(excludedFrom(text(second))).toEqual([]));
});

describe('who is left out at the end of a sentence', () => {
  it.each([
    'Une prime de vacances de 480 € est versée à tous, sauf aux salariés en congé sans solde.',
    'Le treizième mois est versé à tout le personnel, à l’exclusion des salariés en congé sabbatique.',
  ])('does not undo what it gives: %s', (text) =>
    expect(findingOf(text, 'treizieme-mois')?.standing).toBe('granted'),
  );
  it.each([
    'La prime exceptionnelle est versée à tous, sauf aux salariés qui ont perçu la prime de vacances.',
    'Une augmentation de 2 % est accordée, à l’exception de la prime de vacances.',
  ])('gives nothing of what it is told by: %s', (text) =>
    expect(findingOf(text, 'treizieme-mois')?.standing ?? 'none').not.toBe('granted'),
  );
});
