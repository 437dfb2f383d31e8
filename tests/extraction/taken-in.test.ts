import { describe, expect, it } from 'vitest';
import { findingOf as find } from './support/findings.ts';

const PPV = 'Une prime de partage de la valeur de 400 € est versée en mars 2024';

describe('those who learn at work', () => {
  it.each(['taxe d’apprentissage', 'taxe d’apprentissage et de formation'])(
    'are not those of a tax: %s',
    (tax) =>
      expect(
        find(`${PPV} à chacun. Elle est exonérée de ${tax}.`, 'prime-partage-valeur')?.eligibility.included,
      ).toEqual([]),
  );

  const kilometres = (last: string) =>
    find(
      [
        'Article 1 – Champ d’application',
        'Le présent accord s’applique à l’ensemble du personnel, à l’exclusion des salariés en alternance.',
        'Article 2 – Trajets',
        'VOITURE',
        'Une indemnité de 0,20 € par kilomètre est versée pour le trajet domicile-travail en voiture.',
        'TRAIN',
        'L’abonnement de train est remboursé à hauteur de 60 %.',
        last,
        'NUIT',
        'Les heures de nuit sont majorées de 20 %.',
      ].join('\n'),
      'velo-voiture',
    )?.eligibility.excluded;
  it('are taken in again by what is said of the last parts of the article', () => {
    expect(
      kilometres(
        'Les alternants sont également concernés par ces deux sous-articles, par dérogation à l’article 1.',
      ),
    ).toEqual([]);
    expect(kilometres('Les alternants sont également concernés par ce remboursement.')).toEqual([
      'alternants',
    ]);
  });
});
